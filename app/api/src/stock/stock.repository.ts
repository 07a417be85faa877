import type { Tx } from '@dhakacart/database/connect.ts'
import { type RawBuilder, sql } from 'kysely'

export type LevelChange = {
  orderId: number
  kind: string
  /** Change per unit: -1, 0 or 1. */
  onHandChange: number
  heldChange: number
  requiresAvailable: boolean
  lines: readonly { variantId: number; quantity: number }[]
  cause: string
}

/**
 * Changes all levels and writes the ledger, rows locked in ascending variant id; returns how many lines were changed: all of
 * them, or none when a single variant lacks the units.
 */
export async function changeLevels(tx: Tx, change: LevelChange): Promise<number> {
  const { orderId, kind, onHandChange, heldChange, requiresAvailable, cause } = change
  const variantIds = change.lines.map((line) => line.variantId)
  const quantities = change.lines.map((line) => line.quantity)
  const result = await sql<{ changedCount: number }>`
    with wanted as (
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
    )
    select count(*) as changed_count from changed`.execute(tx)
  return result.rows[0]?.changedCount ?? 0
}

/** Locks the levels of these variants, in ascending order, until the transaction ends. */
export async function lockLevels(tx: Tx, variantIds: readonly number[]): Promise<void> {
  await sql`
    select from stock_levels where variant_id = any (${[...variantIds]}::bigint[]) order by variant_id for update`.execute(
    tx,
  )
}

/**
 * A `with` entry that locks the levels of the variants a query names, in ascending variant id, and shows them as they are then:
 * `locked_levels (variant_id, available_units)`.
 */
export function lockingLevels(variantIds: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    locked_levels as materialized (
      select variant_id, on_hand - held as available_units from stock_levels
      where variant_id in (${variantIds}) order by variant_id for update
    )`
}

/** Units an order takes of a locked level that covers them. */
export type Taking = {
  orderNumber: string
  variantId: number
  quantity: number
  kind: string
  /** Change per unit: -1, 0 or 1. */
  onHandChange: number
  heldChange: number
}

/**
 * The `with` entries that take units for orders written in the same statement, which shows them as `placed (id, number)`. The
 * caller has locked the levels and seen that they cover everything; the table's own checks refuse what does not.
 */
export function takingLevels(takings: readonly Taking[], cause: string): RawBuilder<unknown> {
  return sql`
    taken as (
      select * from unnest(
        ${takings.map((one) => one.orderNumber)}::text[], ${takings.map((one) => one.variantId)}::bigint[],
        ${takings.map((one) => one.quantity)}::integer[], ${takings.map((one) => one.kind)}::text[],
        ${takings.map((one) => one.onHandChange)}::integer[], ${takings.map((one) => one.heldChange)}::integer[]
      ) as t (order_number, variant_id, quantity, kind, on_hand_change, held_change)
    ), changed as (
      update stock_levels s set on_hand = s.on_hand + t.on_hand_change, held = s.held + t.held_change
      from (
        select variant_id, sum(quantity * on_hand_change)::integer as on_hand_change, sum(quantity * held_change)::integer as held_change
        from taken group by variant_id
      ) t
      where s.variant_id = t.variant_id
    ), recorded as (
      insert into stock_movements (variant_id, kind, on_hand_change, held_change, order_id, cause)
      select t.variant_id, t.kind, t.quantity * t.on_hand_change, t.quantity * t.held_change, p.id, ${cause}
      from taken t join placed p on p.number = t.order_number
      order by p.id, t.variant_id
    )`
}
