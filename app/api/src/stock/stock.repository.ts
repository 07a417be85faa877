import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { type RawBuilder, sql } from 'kysely'

export type LevelChange = {
  /** The order that causes it: its id, or an expression of the statement this becomes part of. */
  orderId: number | RawBuilder<unknown>
  kind: string
  /** Change per unit: -1, 0 or 1. */
  onHandChange: number
  heldChange: number
  requiresAvailable: boolean
  lines: readonly { variantId: number; quantity: number }[]
  cause: string
}

/**
 * The `with` entries that change all levels and write the ledger, rows locked in ascending variant id; `changed` has a row for
 * each changed line: all of them, or none when a single variant lacks the units.
 */
export function levelChange(change: LevelChange): RawBuilder<unknown> {
  const { orderId, kind, onHandChange, heldChange, requiresAvailable, cause } = change
  const variantIds = change.lines.map((line) => line.variantId)
  const quantities = change.lines.map((line) => line.quantity)
  return sql`
    wanted as (
      select * from unnest(${variantIds}::bigint[], ${quantities}::integer[]) as w (variant_id, quantity)
    ), locked as (
      select w.variant_id, w.quantity, s.on_hand - s.held as available
      from stock_levels s join wanted w on w.variant_id = s.variant_id
      order by s.variant_id
      for update of s
    ), decided as materialized (
      select variant_id, quantity,
             count(*) over () = (select count(*) from wanted)
               and bool_and(not ${requiresAvailable}::boolean or available >= quantity) over () as is_covered
      from locked
    ), changed as (
      update stock_levels s
      set on_hand = s.on_hand + d.quantity * ${onHandChange}::integer,
          held = s.held + d.quantity * ${heldChange}::integer
      from decided d
      where s.variant_id = d.variant_id and d.is_covered
      returning s.variant_id
    ), recorded as (
      insert into stock_movements (variant_id, kind, on_hand_change, held_change, order_id, cause)
      select w.variant_id, ${kind}, w.quantity * ${onHandChange}::integer, w.quantity * ${heldChange}::integer,
             ${orderId}::bigint, ${cause}
      from wanted w join changed c on c.variant_id = w.variant_id
    )`
}

/** Makes a level change in a statement of its own; returns how many lines were changed, all or none. */
export async function changeLevels(tx: Tx, change: LevelChange): Promise<number> {
  const result = await sql<{ changedCount: number }>`
    with ${levelChange(change)} select count(*) as changed_count from changed`.execute(tx)
  return result.rows[0]?.changedCount ?? 0
}

/** Units that can be bought now, by variant id. */
export async function availableUnits(db: DbOrTx, variantIds: readonly number[]): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('stockLevels')
    .select((e) => ['variantId', sql<number>`${e.ref('onHand')} - ${e.ref('held')}`.as('available')])
    .where('variantId', 'in', [...variantIds])
    .execute()
  return new Map(rows.map((row) => [row.variantId, row.available]))
}
