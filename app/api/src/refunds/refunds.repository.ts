import type { OnlineMethod, RefundState } from '@dhakacart/contract/payments.schema.ts'
import type { PricedLine } from '@dhakacart/contract/price-paid.ts'
import type { Db, DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

export type NewRefund = {
  reference: string
  idempotencyKey: string
  requestHash: Buffer
  orderId: number
  /** null: cash. */
  paymentId: number | null
  amountPaisa: number
  reason: string
  requestedBy: number | null
  state: RefundState
}

export type RefundLine = { variantId: number; quantity: number }

/** Writes the refund with its lines and counts it against its payment; returns its id. */
export async function insert(tx: Tx, refund: NewRefund, lines: readonly RefundLine[]): Promise<number> {
  const isDue = refund.state === 'requested'
  const { id } = await tx
    .insertInto('refunds')
    .values({ ...refund, dueAt: isDue ? sql`shop_now()` : null })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (lines.length > 0) {
    await tx
      .insertInto('refundLines')
      .values(lines.map((line) => ({ ...line, refundId: id })))
      .execute()
  }
  if (refund.paymentId !== null) {
    await tx
      .updateTable('payments')
      .set((e) => ({ refundedPaisa: e('refundedPaisa', '+', refund.amountPaisa) }))
      .where('id', '=', refund.paymentId)
      .execute()
  }
  return id
}

export async function findByKey(tx: Tx, idempotencyKey: string) {
  return tx
    .selectFrom('refunds')
    .select(['id', 'requestHash'])
    .where('idempotencyKey', '=', idempotencyKey)
    .executeTakeFirst()
}

export async function countOfOrder(tx: Tx, orderId: number): Promise<number> {
  const row = await tx
    .selectFrom('refunds')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('orderId', '=', orderId)
    .executeTakeFirstOrThrow()
  return row.count
}

/** Payments of an order that were kept, with what is left of each. */
export async function keptPayments(tx: Tx, orderId: number) {
  return tx
    .selectFrom('payments')
    .select(['id', 'method', 'amountPaisa', 'refundedPaisa'])
    .where('orderId', '=', orderId)
    .where('state', '=', 'accepted')
    .orderBy('id')
    .execute()
}

/** Cash taken at the door and not given back: the total less what was paid online, once the order was delivered. */
export async function cashLeftPaisa(tx: Tx, orderId: number): Promise<number> {
  const result = await sql<{ leftPaisa: number }>`
    select (case when o.payment_method = 'cash_on_delivery'
                  and exists (select from order_transitions t where t.order_id = o.id and t.to_state = 'delivered')
            then o.total_paisa
              - coalesce((select sum(amount_paisa) from payments p where p.order_id = o.id and p.state = 'accepted'), 0)
              - coalesce((select sum(amount_paisa) from refunds r where r.order_id = o.id and r.payment_id is null), 0)
            else 0 end)::bigint as left_paisa
    from orders o where o.id = ${orderId}`.execute(tx)
  return result.rows[0]?.leftPaisa ?? 0
}

/** Units of an order's lines, and how many of them were refunded. */
export async function lineUnits(tx: Tx, orderId: number) {
  const result = await sql<PricedLine & { variantId: number; refunded: number }>`
    select l.variant_id, l.quantity, l.unit_price_paisa, l.discount_paisa, coalesce(sum(rl.quantity), 0)::integer as refunded
    from order_lines l
      left join refunds r on r.order_id = l.order_id
      left join refund_lines rl on rl.refund_id = r.id and rl.variant_id = l.variant_id
    where l.order_id = ${orderId}
    group by l.variant_id, l.quantity, l.unit_price_paisa, l.discount_paisa order by l.variant_id`.execute(tx)
  return result.rows
}

/** A refund that the worker took to do something about it. */
export type ClaimedRefund = { id: number; method: OnlineMethod; wasState: RefundState; attempts: number }

/**
 * Takes the refund that is due longest for `leaseSeconds`; null when there is none. One that was only asked for becomes
 * `sending` here, committed before the provider hears of it: whoever comes after a crash knows that it may have.
 */
export async function claim(
  db: Db,
  methods: readonly OnlineMethod[],
  leaseSeconds: number,
): Promise<ClaimedRefund | null> {
  const result = await sql<ClaimedRefund>`
    with due as materialized (
      select r.id, r.state, p.method from refunds r join payments p on p.id = r.payment_id
      where r.due_at <= shop_now() and p.method = any(${[...methods]}::text[])
        and not (r.state = 'requested'
          and exists (select from refunds other where other.payment_id = r.payment_id and other.state = 'sending'))
      order by r.due_at, r.id
      limit 1
      for update of r skip locked
    )
    update refunds
    set state = case when due.state = 'requested' then 'sending' else due.state end,
        due_at = shop_now() + make_interval(secs => ${leaseSeconds}::integer), attempts = refunds.attempts + 1
    from due where refunds.id = due.id
    returning refunds.id, due.method, due.state as was_state, refunds.attempts`.execute(db)
  return result.rows[0] ?? null
}

export type RefundToSend = {
  id: number
  orderId: number
  reference: string
  amountPaisa: number
  reason: string
  refundReference: string | null
  orderNumber: string
  paidPaisa: number
  paymentReference: string
  session: string | null
  attemptReference: string | null
  knownReferences: string[]
}

export async function readToSend(db: DbOrTx, id: number): Promise<RefundToSend> {
  const result = await sql<RefundToSend>`
    select r.id, r.order_id, r.reference, r.amount_paisa, r.reason, r.provider_reference as refund_reference,
      o.number as order_number, p.amount_paisa as paid_paisa, p.provider_reference as payment_reference,
      a.session, a.reference as attempt_reference,
      array(select other.provider_reference from refunds other
            where other.payment_id = r.payment_id and other.id <> r.id and other.provider_reference is not null) as known_references
    from refunds r
      join orders o on o.id = r.order_id
      join payments p on p.id = r.payment_id
      left join payment_attempts a on a.id = p.attempt_id
    where r.id = ${id}`.execute(db)
  const row = result.rows[0]
  if (row === undefined) throw new Error(`refund ${id} is not there`)
  return row
}

export type LockedRefund = {
  id: number
  orderId: number
  paymentId: number | null
  method: OnlineMethod | null
  amountPaisa: number
  state: RefundState
  hasEmail: boolean
}

export async function lock(tx: Tx, id: number): Promise<LockedRefund | null> {
  const result = await sql<LockedRefund>`
    select r.id, r.order_id, r.payment_id, p.method, r.amount_paisa, r.state, o.customer_email is not null as has_email
    from refunds r join orders o on o.id = r.order_id left join payments p on p.id = r.payment_id
    where r.id = ${id} for update of r`.execute(tx)
  return result.rows[0] ?? null
}

export type RefundChange = {
  state: RefundState
  /** undefined leaves what is there. */
  providerReference?: string | undefined
  problem: string | null
  /** null when the worker need not look again. */
  dueInSeconds: number | null
}

export async function change(
  tx: Tx,
  id: number,
  { state, providerReference, problem, dueInSeconds }: RefundChange,
): Promise<void> {
  await sql`
    update refunds
    set state = ${state}, problem = ${problem},
        provider_reference = coalesce(${providerReference ?? null}, provider_reference),
        done_at = case when ${state} = 'done' then shop_now() end,
        due_at = shop_now() + make_interval(secs => ${dueInSeconds}::integer)
    where id = ${id}`.execute(tx)
}

/** How many are promised and not made, and for how many seconds the oldest; 0 seconds when there are none. */
export async function measureDue(db: DbOrTx): Promise<{ count: number; oldestSeconds: number }> {
  const result = await sql<{ count: number; oldestSeconds: number }>`
    select count(*)::integer as count,
      coalesce(extract(epoch from shop_now() - min(requested_at)), 0)::float8 as oldest_seconds
    from refunds where state <> 'done'`.execute(db)
  return result.rows[0] as { count: number; oldestSeconds: number }
}

/** What the shopper is shown. */
export async function ofOrder(db: DbOrTx, orderId: number) {
  const result = await sql<{ amountPaisa: number; isDone: boolean; requestedAt: string; doneAt: string | null }>`
    select amount_paisa, state = 'done' as is_done, utc_text(requested_at) as requested_at, utc_text(done_at) as done_at
    from refunds where order_id = ${orderId} order by id`.execute(db)
  return result.rows
}
