import type { ConsolePayment, ConsoleRefund, OrderMoney } from '@dhakacart/contract/console-payments.schema.ts'
import type { RefundState } from '@dhakacart/contract/payments.schema.ts'
import type { DbOrTx } from '@dhakacart/database/connect.ts'
import { type RawBuilder, sql } from 'kysely'
import { read as readReceivable } from '../receivables/receivables.repository.ts'

const paymentColumns = sql`
  p.id, p.order_id, o.number as order_number, p.method, p.state, p.amount_paisa, p.refunded_paisa, p.provider_reference,
  utc_text(p.received_at) as received_at,
  case when p.state = 'accepted' then o.payment_review end as review`

export type PaymentFilter = {
  method?: string
  state?: string
  isUnderReview?: boolean
  text?: string
  /** Only those before this id. */
  beforeId: number | null
}

export async function listPayments(db: DbOrTx, filter: PaymentFilter, limit: number): Promise<ConsolePayment[]> {
  const { method = null, state = null, isUnderReview = null, text = null, beforeId } = filter
  const result = await sql<ConsolePayment>`
    select ${paymentColumns} from payments p join orders o on o.id = p.order_id
    where (${method}::text is null or p.method = ${method})
      and (${state}::text is null or p.state = ${state})
      and (${isUnderReview}::boolean is null
        or (p.state = 'accepted' and o.payment_review is not null) = ${isUnderReview}::boolean)
      and (${text}::text is null or o.number = upper(${text}) or p.provider_reference = ${text})
      and (${beforeId}::bigint is null or p.id < ${beforeId}::bigint)
    order by p.id desc limit ${limit}`.execute(db)
  return result.rows
}

const refundColumns = sql`
  r.id, r.order_id, o.number as order_number, p.method, r.state, r.amount_paisa, r.reason, r.reference, r.provider_reference,
  r.problem, r.attempts, utc_text(r.requested_at) as requested_at, utc_text(r.done_at) as done_at`

async function selectRefunds(db: DbOrTx, where: RawBuilder<unknown>, limit: number): Promise<ConsoleRefund[]> {
  const result = await sql<ConsoleRefund>`
    select ${refundColumns} from refunds r join orders o on o.id = r.order_id left join payments p on p.id = r.payment_id
    where ${where} order by r.id desc limit ${limit}`.execute(db)
  return result.rows
}

/** Without a state all that are not done. */
export function listRefunds(db: DbOrTx, state: RefundState | null, beforeId: number | null, limit: number) {
  const where = sql`
    (r.state = ${state}::text or (${state}::text is null and r.state <> 'done'))
    and (${beforeId}::bigint is null or r.id < ${beforeId}::bigint)`
  return selectRefunds(db, where, limit)
}

export async function readRefund(db: DbOrTx, id: number): Promise<ConsoleRefund | null> {
  return (await selectRefunds(db, sql`r.id = ${id}`, 1))[0] ?? null
}

/** More than any order has: ten attempts, and a refund per unit at the most. */
const maxRows = 500

/** null when there is no such order. */
export async function readMoney(db: DbOrTx, orderId: number): Promise<OrderMoney | null> {
  const order = await db.selectFrom('orders').select('id').where('id', '=', orderId).executeTakeFirst()
  if (order === undefined) return null
  const payments = await sql<ConsolePayment>`
    select ${paymentColumns} from payments p join orders o on o.id = p.order_id
    where p.order_id = ${orderId} order by p.id limit ${maxRows}`.execute(db)
  const attempts = await sql<OrderMoney['attempts'][number]>`
    select method, state, amount_paisa, reference, utc_text(started_at) as started_at, problem
    from payment_attempts where order_id = ${orderId} order by id limit ${maxRows}`.execute(db)
  const ledger = await sql<OrderMoney['ledger'][number]>`
    select l.posting_id, l.account, l.amount_paisa, p.cause, utc_text(p.posted_at) as posted_at
    from payment_postings p join payment_ledger l on l.posting_id = p.id
    where p.order_id = ${orderId} order by p.id, l.amount_paisa desc limit ${maxRows}`.execute(db)
  return {
    payments: payments.rows,
    attempts: attempts.rows,
    refunds: await selectRefunds(db, sql`r.order_id = ${orderId}`, maxRows),
    receivable: await readReceivable(db, orderId),
    ledger: ledger.rows,
  }
}
