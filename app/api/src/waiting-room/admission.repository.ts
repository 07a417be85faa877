import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'
import type { CheckoutReading } from './checkout-meter.ts'

/** What the checkouts of one process took, in place of what it said before. */
export async function report(db: DbOrTx, processId: string, { placed, failed, p95Ms }: CheckoutReading): Promise<void> {
  await sql`
    insert into waiting_room_reports (process_id, placed, failed, p95_ms) values (${processId}, ${placed}, ${failed}, ${p95Ms})
    on conflict (process_id) do update set
      reported_at = shop_now(), placed = excluded.placed, failed = excluded.failed, p95_ms = excluded.p95_ms`.execute(
    db,
  )
}

/** A process that has not reported for this long is gone. */
const reportSeconds = 5

/** The checkouts of all processes together; the slowest of them counts. */
export async function readReports(db: DbOrTx): Promise<CheckoutReading> {
  const result = await sql<CheckoutReading>`
    select coalesce(sum(placed), 0)::integer as placed, coalesce(sum(failed), 0)::integer as failed,
           coalesce(max(p95_ms) filter (where placed + failed > 0), 0) as p95_ms
    from waiting_room_reports
    where reported_at > shop_now() - make_interval(secs => ${reportSeconds}::integer)`.execute(db)
  return result.rows[0] ?? { placed: 0, failed: 0, p95Ms: 0 }
}

/** Forgets processes that are gone. */
export async function deleteOldReports(db: DbOrTx): Promise<void> {
  await sql`delete from waiting_room_reports where reported_at < shop_now() - interval '10 minutes'`.execute(db)
}

export type DueRoom = {
  saleId: number
  decision: number
  ratePerSecond: number
  callsPerSecond: number
  kneePerSecond: number | null
  credit: number
  secondsSinceLowered: number | null
  elapsedSeconds: number
  floorPerSecond: number
  ceilingPerSecond: number
  targetMs: number
  waiting: number
  called: number
  came: number
}

/** Open rooms whose last decision is at least `everySeconds` old, with what the next one depends on. */
export async function findDue(db: DbOrTx, everySeconds: number): Promise<DueRoom[]> {
  const result = await sql<DueRoom>`
    select r.sale_id, r.decision, r.rate_per_second, r.calls_per_second, r.knee_per_second, r.credit,
           extract(epoch from shop_now() - r.lowered_at)::double precision as seconds_since_lowered,
           extract(epoch from shop_now() - r.decided_at)::double precision as elapsed_seconds,
           r.floor_per_second, r.ceiling_per_second, r.target_ms, r.last_number - r.serving as waiting,
           w.upto - w.since as called,
           (select count(*) from waiting_room_passes p
            where p.sale_id = r.sale_id and p.place > w.since and p.place <= w.upto)::integer as came
    from waiting_rooms r
      join sales s on s.id = r.sale_id
      cross join lateral (
        select coalesce(max(c.serving) filter (where c.called_at <= shop_now() - interval '150 seconds'), 0) as since,
               coalesce(max(c.serving) filter (where c.called_at <= shop_now() - interval '30 seconds'), 0) as upto
        from waiting_room_calls c where c.sale_id = r.sale_id and c.called_at > shop_now() - interval '10 minutes') w
    where r.state = 'open' and r.early_count is not null and s.state = 'scheduled' and s.has_waiting_room and s.ends_at > shop_now()
      and r.decided_at <= shop_now() - make_interval(secs => ${everySeconds}::double precision)
    order by r.sale_id`.execute(db)
  return result.rows
}

export type NewDecision = Pick<
  DueRoom,
  'saleId' | 'decision' | 'ratePerSecond' | 'callsPerSecond' | 'kneePerSecond' | 'credit' | 'elapsedSeconds'
> & { calls: number; isLowered: boolean }

/**
 * Writes a decision, and what it calls, where nobody has decided since it was read. Returns false when somebody has: theirs
 * holds.
 */
export async function decide(tx: Tx, made: NewDecision): Promise<boolean> {
  const result = await sql`
    with decided as (
      update waiting_rooms set
        decision = decision + 1,
        -- The moment it was read: what passed until it is written belongs to the next one, or a busy shop calls fewer than it tells.
        decided_at = decided_at + make_interval(secs => ${made.elapsedSeconds}::double precision), rate_per_second = ${made.ratePerSecond},
        calls_per_second = ${made.callsPerSecond}, knee_per_second = ${made.kneePerSecond}::double precision, credit = ${made.credit},
        lowered_at = case when ${made.isLowered}::boolean then shop_now() else lowered_at end,
        serving = least(last_number, serving + ${made.calls}::bigint)
      where sale_id = ${made.saleId} and decision = ${made.decision} and state = 'open'
      returning sale_id, serving
    ), called as (
      insert into waiting_room_calls (sale_id, serving) select sale_id, serving from decided where ${made.calls}::bigint > 0
      on conflict do nothing
    )
    select sale_id from decided`.execute(tx)
  return result.rows.length > 0
}
