import type {
  MissingInStatement,
  Statement,
  StatementRow,
  StatementVerdict,
} from '@dhakacart/contract/console-statements.schema.ts'
import type { OnlineMethod } from '@dhakacart/contract/payments.schema.ts'
import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

type Booked = { orderId: number; orderNumber: string }
/** An attempt of ours, with the payment that came of it; or a payment without one. */
export type BookedPayment = Booked & {
  ourReference: string | null
  paymentId: number | null
  reference: string | null
  amountPaisa: number | null
}
export type BookedRefund = Booked & {
  refundId: number
  ourReference: string
  reference: string | null
  paymentReference: string
  amountPaisa: number
  isDone: boolean
}

/** Payments and attempts that any of these names belong to, the provider's names or ours. */
export async function findPayments(
  db: DbOrTx,
  method: OnlineMethod,
  names: readonly string[],
): Promise<BookedPayment[]> {
  const result = await sql<BookedPayment>`
    select o.id as order_id, o.number as order_number, a.reference as our_reference, p.id as payment_id,
      p.provider_reference as reference, p.amount_paisa
    from payments p join orders o on o.id = p.order_id left join payment_attempts a on a.id = p.attempt_id
    where p.method = ${method}
      and (p.provider_reference = any(${[...names]}::text[]) or a.reference = any(${[...names]}::text[]))
    union all
    select o.id, o.number, a.reference, null, null, null
    from payment_attempts a join orders o on o.id = a.order_id
    where a.method = ${method} and a.reference = any(${[...names]}::text[])
      and not exists (select from payments p where p.attempt_id = a.id)`.execute(db)
  return result.rows
}

/** Refunds that any of these names belong to: theirs, ours, or that of the payment they are of. */
export async function findRefunds(db: DbOrTx, method: OnlineMethod, names: readonly string[]): Promise<BookedRefund[]> {
  const result = await sql<BookedRefund>`
    select o.id as order_id, o.number as order_number, r.id as refund_id, r.reference as our_reference,
      r.provider_reference as reference, p.provider_reference as payment_reference, r.amount_paisa,
      r.state in ('processing', 'done') as is_done
    from refunds r join payments p on p.id = r.payment_id join orders o on o.id = r.order_id
    where p.method = ${method}
      and (r.provider_reference = any(${[...names]}::text[]) or r.reference = any(${[...names]}::text[])
        or p.provider_reference = any(${[...names]}::text[]))
    order by r.id`.execute(db)
  return result.rows
}

export type Days = { method: OnlineMethod; fromDay: string; toDay: string }
type NewStatement = Days & {
  contentHash: Buffer
  fileName: string
  rowCount: number
  receivedPaisa: number
  returnedPaisa: number
  importedBy: number
}

/** null when the same was imported before. */
export async function insert(tx: Tx, statement: NewStatement): Promise<number | null> {
  const row = await tx
    .insertInto('paymentStatements')
    .values(statement)
    .onConflict((conflict) => conflict.columns(['method', 'contentHash']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export type JudgedRow = StatementRow & { paymentId: number | null; refundId: number | null }

export async function insertRows(tx: Tx, statementId: number, rows: readonly JudgedRow[]): Promise<void> {
  const values = rows.map(({ orderNumber: _, ...row }, index) => ({ ...row, position: index + 1 }))
  // As one value: thousands of rows have more parameters than a statement may.
  await sql`
    insert into payment_statement_rows
      (statement_id, position, line, reference, our_reference, amount_paisa, payment_id, refund_id, order_id, booked_paisa, verdict)
    select ${statementId}::bigint, r.position, r.line, r.reference, r."ourReference", r."amountPaisa", r."paymentId",
      r."refundId", r."orderId", r."bookedPaisa", r.verdict
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as r (position integer, line integer, reference text,
      "ourReference" text, "amountPaisa" bigint, "paymentId" bigint, "refundId" bigint, "orderId" bigint,
      "bookedPaisa" bigint, verdict text)`.execute(tx)
}

export async function findByHash(db: DbOrTx, method: OnlineMethod, contentHash: Buffer): Promise<number | null> {
  const row = await db
    .selectFrom('paymentStatements')
    .select('id')
    .where('method', '=', method)
    .where('contentHash', '=', contentHash)
    .executeTakeFirst()
  return row?.id ?? null
}

export type StatementRecord = Omit<Statement, 'counts' | 'missingCount' | 'id'> & {
  id: number
  counts: Partial<Record<StatementVerdict, number>>
}

export async function list(db: DbOrTx, beforeId: number | null, limit: number, id: number | null = null) {
  const result = await sql<StatementRecord>`
    select s.id, s.method, s.file_name, to_char(s.from_day, 'YYYY-MM-DD') as from_day,
      to_char(s.to_day, 'YYYY-MM-DD') as to_day, utc_text(s.imported_at) as imported_at, s.row_count, s.received_paisa,
      s.returned_paisa,
      (select coalesce(json_object_agg(verdict, count), '{}'::json) from (
         select verdict, count(*)::integer as count from payment_statement_rows r
         where r.statement_id = s.id group by verdict) counted) as counts
    from payment_statements s
    where (${beforeId}::bigint is null or s.id < ${beforeId}) and (${id}::bigint is null or s.id = ${id})
    order by s.id desc limit ${limit}`.execute(db)
  return result.rows
}

export async function listRows(db: DbOrTx, statementId: number): Promise<StatementRow[]> {
  const result = await sql<StatementRow>`
    select r.line, r.reference, r.our_reference, r.amount_paisa, r.booked_paisa, r.order_id, o.number as order_number,
      r.verdict
    from payment_statement_rows r left join orders o on o.id = r.order_id
    where r.statement_id = ${statementId} order by r.position`.execute(db)
  return result.rows
}

export type Seen = { paymentIds: readonly number[]; refundIds: readonly number[] }

/**
 * What we booked with a provider in these days and stands in no statement of it, oldest first, and how many there are. `seen`:
 * what stands in one that is not kept yet.
 */
export async function listMissing(
  db: DbOrTx,
  { method, fromDay, toDay }: Days,
  seen: Seen,
  limit: number,
): Promise<{ missing: MissingInStatement[]; count: number }> {
  const within = (column: 'p.received_at' | 'r.done_at') => sql`
    ${sql.ref(column)} >= ${fromDay}::date at time zone 'Asia/Dhaka'
    and ${sql.ref(column)} < (${toDay}::date + 1) at time zone 'Asia/Dhaka'`
  const result = await sql<MissingInStatement & { count: number }>`
    select b.order_id, o.number as order_number, b.reference, b.amount_paisa, utc_text(b.booked_at) as booked_at,
      count(*) over ()::integer as count
    from (
      select p.order_id, p.provider_reference as reference, p.amount_paisa, p.received_at as booked_at
      from payments p
      where p.method = ${method} and ${within('p.received_at')} and p.id <> all(${[...seen.paymentIds]}::bigint[])
        and not exists (select from payment_statement_rows s where s.payment_id = p.id)
      union all
      select r.order_id, coalesce(r.provider_reference, r.reference), -r.amount_paisa, r.done_at
      from refunds r join payments p on p.id = r.payment_id
      where p.method = ${method} and r.state = 'done' and ${within('r.done_at')}
        and r.id <> all(${[...seen.refundIds]}::bigint[])
        and not exists (select from payment_statement_rows s where s.refund_id = r.id)
    ) b join orders o on o.id = b.order_id
    order by b.booked_at, b.reference limit ${limit}`.execute(db)
  const missing = result.rows.map(({ count: _, ...row }) => row)
  return { missing, count: result.rows[0]?.count ?? 0 }
}
