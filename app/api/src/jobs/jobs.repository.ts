import type { Db, DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { type RawBuilder, sql } from 'kysely'

export type NewJob = { kind: string; payload: Record<string, unknown> }
export type ClaimedJob = { id: number; kind: string; payload: unknown; attempts: number }

/** Promises work for an order in the transaction that causes it: both happen or neither. */
export async function addJobs(tx: Tx, orderId: number, jobs: readonly NewJob[]): Promise<void> {
  await sql`
    insert into jobs (kind, payload)
    select j.kind, j.payload || jsonb_build_object('orderId', ${orderId}::bigint)
    from unnest(${jobs.map((job) => job.kind)}::text[], ${jobs.map((job) => JSON.stringify(job.payload))}::jsonb[]) as j (kind, payload)`.execute(
    tx,
  )
}

/** Promises work that belongs to no order, in the transaction that causes it. */
export async function addJob(tx: Tx, { kind, payload }: NewJob): Promise<void> {
  await sql`insert into jobs (kind, payload) values (${kind}, ${JSON.stringify(payload)}::jsonb)`.execute(tx)
}

/**
 * For the `with` of the statement that writes orders, which shows them as `placed (id, number)`: promises these jobs, the id of
 * their order added to each payload.
 */
export function promise(jobs: readonly (NewJob & { orderNumber: string })[]): RawBuilder<unknown> {
  return sql`
    insert into jobs (kind, payload)
    select j.kind, j.payload || jsonb_build_object('orderId', p.id)
    from unnest(
      ${jobs.map((job) => job.orderNumber)}::text[], ${jobs.map((job) => job.kind)}::text[],
      ${jobs.map((job) => JSON.stringify(job.payload))}::jsonb[]
    ) with ordinality as j (order_number, kind, payload, position) join placed p on p.number = j.order_number
    order by p.id, j.position`
}

/** Takes up to `limit` due jobs for `lockSeconds`; another worker sees them again only if this one does not finish in time. */
export async function claimJobs(db: DbOrTx, limit: number, lockSeconds: number): Promise<ClaimedJob[]> {
  // Materialized: as a subquery it may run once for every job there is, each time locking the next ones, beyond the limit.
  const result = await sql<ClaimedJob>`
    with due as materialized (
      select id from jobs
      where failed_at is null and run_at <= shop_now() and (locked_until is null or locked_until < shop_now())
      order by run_at, id
      limit ${limit}
      for update skip locked
    )
    update jobs
    set locked_until = shop_now() + make_interval(secs => ${lockSeconds}::integer), attempts = attempts + 1
    from due
    where jobs.id = due.id
    returning jobs.id, jobs.kind, jobs.payload, jobs.attempts`.execute(db)
  return result.rows.toSorted((a, b) => a.id - b.id)
}

/** For the `with` of the one statement that does a job's work: removes the job and returns its id, or nothing when it is gone. */
export function removal(jobId: number): RawBuilder<unknown> {
  return sql`delete from jobs where id = ${jobId} returning id`
}

/** Removes a job in the transaction that does its work; false when it is gone, and its work done. */
export async function removeJob(db: DbOrTx, id: number): Promise<boolean> {
  return (await removal(id).execute(db)).rows.length > 0
}

/** Gives a job back to be tried again after `delaySeconds`. */
export async function postponeJob(db: Db, id: number, delaySeconds: number, error: string): Promise<void> {
  await sql`
    update jobs
    set locked_until = null, run_at = shop_now() + make_interval(secs => ${delaySeconds}::integer), last_error = ${error}
    where id = ${id}`.execute(db)
}

/** Gives up on a job; it stays in the table for people to look at. */
export async function failJob(db: Db, id: number, error: string): Promise<void> {
  await sql`update jobs set locked_until = null, failed_at = shop_now(), last_error = ${error} where id = ${id}`.execute(
    db,
  )
}

/** Gives unfinished jobs back at once, not counting the attempt that was cut short. */
export async function releaseJobs(db: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await sql`update jobs set locked_until = null, attempts = attempts - 1 where id = any(${[...ids]}::bigint[])`.execute(
    db,
  )
}

/** Jobs waiting and given up, for metrics. */
export async function countJobs(db: Db): Promise<{ waiting: number; failed: number }> {
  const result = await sql<{ waiting: number; failed: number }>`
    select count(*) filter (where failed_at is null) as waiting, count(*) filter (where failed_at is not null) as failed
    from jobs`.execute(db)
  return result.rows[0] ?? { waiting: 0, failed: 0 }
}
