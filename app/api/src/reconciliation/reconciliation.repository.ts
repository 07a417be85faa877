import type {
  Difference,
  DifferenceKind,
  ReconciliationRun,
} from '@dhakacart/contract/console-reconciliation.schema.ts'
import type { OnlineMethod, RefundState } from '@dhakacart/contract/payments.schema.ts'
import type { Db, DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

export type ClaimedRun = { id: number; day: string; lastAttemptId: number; lastRefundId: number }

/** In the night of Dhaka the day before is complete, and its late notices have come. */
const beginsAtHour = 3

/** Makes sure that yesterday, as Dhaka counts, has its run. */
export async function openYesterday(db: Db, method: OnlineMethod): Promise<void> {
  await sql`
    insert into reconciliation_runs (day, method, state, due_at)
    select (shop_now() at time zone 'Asia/Dhaka')::date - 1, ${method}, 'running', shop_now()
    where extract(hour from shop_now() at time zone 'Asia/Dhaka') >= ${beginsAtHour}::integer
    on conflict (day, method) do nothing`.execute(db)
}

/** Takes the oldest run that is not done for `leaseSeconds`; null when there is none. */
export async function claimRun(db: Db, method: OnlineMethod, leaseSeconds: number): Promise<ClaimedRun | null> {
  const result = await sql<ClaimedRun>`
    with due as materialized (
      select id from reconciliation_runs
      where method = ${method} and state = 'running' and due_at <= shop_now()
      order by day limit 1 for update skip locked
    )
    update reconciliation_runs r set due_at = shop_now() + make_interval(secs => ${leaseSeconds}::integer)
    from due where r.id = due.id
    returning r.id, to_char(r.day, 'YYYY-MM-DD') as day, r.last_attempt_id, r.last_refund_id`.execute(db)
  return result.rows[0] ?? null
}

export type BookedAttempt = {
  id: number
  orderId: number
  reference: string
  session: string | null
  amountPaisa: number
  state: string
  payment: { reference: string; amountPaisa: number } | null
}

/** Attempts that began on a day, with what was booked of each. */
export async function attemptsOf(
  db: DbOrTx,
  method: OnlineMethod,
  { day, lastAttemptId }: ClaimedRun,
  limit: number,
): Promise<BookedAttempt[]> {
  const result = await sql<BookedAttempt>`
    select a.id, a.order_id, a.reference, a.session, a.amount_paisa, a.state,
      (select json_build_object('reference', p.provider_reference, 'amountPaisa', p.amount_paisa)
       from payments p where p.attempt_id = a.id order by p.id limit 1) as payment
    from payment_attempts a
    where a.method = ${method} and a.id > ${lastAttemptId}::bigint
      and a.started_at >= ${day}::date at time zone 'Asia/Dhaka'
      and a.started_at < (${day}::date + 1) at time zone 'Asia/Dhaka'
    order by a.id limit ${limit}`.execute(db)
  return result.rows
}

export type BookedRefund = { id: number; orderId: number; state: RefundState; providerReference: string | null }

/** Refunds asked for on a day that a provider was told of. */
export async function refundsOf(
  db: DbOrTx,
  method: OnlineMethod,
  { day, lastRefundId }: ClaimedRun,
  limit: number,
): Promise<BookedRefund[]> {
  const result = await sql<BookedRefund>`
    select r.id, r.order_id, r.state, r.provider_reference
    from refunds r join payments p on p.id = r.payment_id
    where p.method = ${method} and r.id > ${lastRefundId}::bigint and r.state in ('processing', 'done', 'refused')
      and r.requested_at >= ${day}::date at time zone 'Asia/Dhaka'
      and r.requested_at < (${day}::date + 1) at time zone 'Asia/Dhaka'
    order by r.id limit ${limit}`.execute(db)
  return result.rows
}

export type NewDifference = {
  kind: DifferenceKind
  orderId: number
  attemptId: number | null
  refundId: number | null
  ours: Record<string, unknown>
  theirs: Record<string, unknown>
}

export type Progress = {
  differences: readonly NewDifference[]
  comparedCount: number
  unansweredCount: number
  lastAttemptId: number
  lastRefundId: number
  isDone: boolean
}

/** Writes what was found and how far the run is; a difference that is open already is not written again. */
export async function advance(tx: Tx, run: ClaimedRun, method: OnlineMethod, progress: Progress): Promise<void> {
  for (const { ours, theirs, ...difference } of progress.differences) {
    await tx
      .insertInto('reconciliationDifferences')
      .values({ ...difference, method, runId: run.id, ours: JSON.stringify(ours), theirs: JSON.stringify(theirs) })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  await sql`
    update reconciliation_runs
    set compared_count = compared_count + ${progress.comparedCount}::integer,
        unanswered_count = unanswered_count + ${progress.unansweredCount}::integer,
        last_attempt_id = ${progress.lastAttemptId}::bigint, last_refund_id = ${progress.lastRefundId}::bigint,
        due_at = shop_now(),
        state = case when ${progress.isDone}::boolean then 'done' else 'running' end,
        finished_at = case when ${progress.isDone}::boolean then shop_now() end
    where id = ${run.id}`.execute(tx)
}

export async function listRuns(db: DbOrTx, beforeId: number | null, limit: number): Promise<ReconciliationRun[]> {
  const result = await sql<ReconciliationRun>`
    select r.id, to_char(r.day, 'YYYY-MM-DD') as day, r.method, r.state, r.compared_count, r.unanswered_count,
      (select count(*)::integer from reconciliation_differences d where d.run_id = r.id) as difference_count,
      utc_text(r.started_at) as started_at, utc_text(r.finished_at) as finished_at
    from reconciliation_runs r
    where ${beforeId}::bigint is null or r.id < ${beforeId}::bigint
    order by r.id desc limit ${limit}`.execute(db)
  return result.rows
}

type DifferenceFilter = { id?: number; isOpen?: boolean; runId?: number; beforeId: number | null }

export async function listDifferences(db: DbOrTx, filter: DifferenceFilter, limit: number): Promise<Difference[]> {
  const { id = null, isOpen = null, runId = null, beforeId } = filter
  const result = await sql<Difference>`
    select d.id, d.kind, d.method, d.order_id, o.number as order_number, d.ours, d.theirs,
      utc_text(d.found_at) as found_at, utc_text(d.resolved_at) as resolved_at, d.note, d.version
    from reconciliation_differences d join orders o on o.id = d.order_id
    where (${id}::bigint is null or d.id = ${id}::bigint)
      and (${isOpen}::boolean is null or (d.resolved_at is null) = ${isOpen}::boolean)
      and (${runId}::bigint is null or d.run_id = ${runId}::bigint)
      and (${beforeId}::bigint is null or d.id < ${beforeId}::bigint)
    order by d.id desc limit ${limit}`.execute(db)
  return result.rows
}

/** false when somebody else resolved it, or changed it, in the meantime. */
export async function resolve(tx: Tx, id: number, staffId: number, note: string, version: number): Promise<boolean> {
  const result = await sql`
    update reconciliation_differences
    set resolved_at = shop_now(), resolved_by = ${staffId}, note = ${note}, version = version + 1
    where id = ${id} and version = ${version}::integer and resolved_at is null returning id`.execute(tx)
  return result.rows.length === 1
}
