import type { RoomState } from '@dhakacart/contract/console-waiting-room.schema.ts'
import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'
import { turnSeconds } from './waiting-room.limits.ts'

export type RoomCounts = { atCheckout: number; ordered: number; noShows: number }

/** What became of those who were called. */
export async function countCalled(db: DbOrTx, saleId: number): Promise<RoomCounts> {
  const result = await sql<RoomCounts>`
    select count(*) filter (where o.pass_id is null and p.expires_at > shop_now())::integer as at_checkout,
           count(o.pass_id)::integer as ordered,
           -- Places whose turn is over, less those of them that were exchanged.
           greatest(0, t.over - count(*) filter (where p.place <= t.over))::integer as no_shows
    from (select coalesce(max(serving), 0) as over from waiting_room_calls
          where sale_id = ${saleId} and called_at <= shop_now() - make_interval(secs => ${turnSeconds}::integer)) t
      left join waiting_room_passes p on p.sale_id = ${saleId}
      left join waiting_room_orders o on o.pass_id = p.id
    group by t.over`.execute(db)
  return result.rows[0] ?? { atCheckout: 0, ordered: 0, noShows: 0 }
}

/** Places called in each minute of the last half hour, oldest first; minutes without a call as well. */
export async function readHistory(db: DbOrTx, saleId: number): Promise<{ at: string; called: number }[]> {
  const result = await sql<{ at: string; called: number }>`
    with minutes as (
      select m as minute, (select max(c.serving) from waiting_room_calls c
                           where c.sale_id = ${saleId} and c.called_at < m + interval '1 minute') as serving
      from generate_series(date_trunc('minute', shop_now()) - interval '30 minutes', date_trunc('minute', shop_now()),
                           interval '1 minute') as m
    )
    select utc_text(minute) as at,
           (coalesce(serving, 0) - coalesce(lag(serving) over (order by minute), 0))::integer as called
    from minutes order by minute offset 1`.execute(db)
  return result.rows
}

export type Controls = { state: RoomState; floorPerSecond: number; ceilingPerSecond: number; targetMs: number }

/** Changes what staff decide, where nobody has since `version`; what the decider reads is changed with it. */
export async function setControls(tx: Tx, saleId: number, version: number, controls: Controls): Promise<boolean> {
  const result = await sql`
    update waiting_rooms set
      state = ${controls.state}, floor_per_second = ${controls.floorPerSecond}, ceiling_per_second = ${controls.ceilingPerSecond},
      target_ms = ${controls.targetMs}, version = version + 1, decision = decision + 1,
      -- Time in which nobody was called is not caught up.
      decided_at = case when state = 'open' then decided_at else shop_now() end
    where sale_id = ${saleId} and version = ${version}`.execute(tx)
  return (result.numAffectedRows ?? 0n) > 0n
}
