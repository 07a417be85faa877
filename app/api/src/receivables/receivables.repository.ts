import { bookingCouriers } from '@dhakacart/contract/console-couriers.schema.ts'
import type { Courier } from '@dhakacart/contract/console-orders.schema.ts'
import type { Receivable } from '@dhakacart/contract/console-receivables.schema.ts'
import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { type RawBuilder, sql } from 'kysely'

export type Opened = {
  courier: Courier
  bookingId: number | null
  /** What the customer owed, to the paisa, and what couriers collect of it in whole taka. */
  exactPaisa: number
  duePaisa: number
}

/**
 * Writes what was taken at the door for a delivered order, by whom it left last; null when there was nothing to take, or it is
 * written already. The parcel is the newest that this courier has of the order.
 */
export async function insert(tx: Tx, orderId: number): Promise<Opened | null> {
  const result = await sql<Opened>`
    with owed as (
      select o.id as order_id, coalesce(s.courier, 'own') as courier, b.id as booking_id,
        o.total_paisa - coalesce((
          select sum(p.amount_paisa) from payments p where p.order_id = o.id and p.state = 'accepted'), 0)::bigint as exact_paisa
      from orders o
        left join lateral (select courier from shipments where order_id = o.id order by id desc limit 1) s on true
        left join lateral (
          select id from courier_bookings
          where order_id = o.id and courier = s.courier and called_off_at is null
            and (state in ('booked', 'unknown') or parcel_state is not null)
          order by id desc limit 1) b on true
      where o.id = ${orderId} and o.payment_method = 'cash_on_delivery'
    ), made as (
      insert into receivables (order_id, courier, booking_id, due_paisa)
      select order_id, courier, booking_id,
        case when courier = any(${[...bookingCouriers]}::text[]) then ceil(exact_paisa / 100.0) * 100 else exact_paisa end
      from owed where exact_paisa > 0
      on conflict (order_id) do nothing
      returning order_id, due_paisa
    )
    select o.courier, o.booking_id, o.exact_paisa, m.due_paisa from owed o join made m using (order_id)`.execute(tx)
  return result.rows[0] ?? null
}

/** Delivered orders whose money from the door nobody booked, the oldest first; none is older than any that is still under way. */
export async function findUnbooked(db: DbOrTx, limit: number): Promise<number[]> {
  const result = await sql<{ id: number }>`
    select o.id from orders o
    where o.state = 'delivered' and o.payment_method = 'cash_on_delivery' and o.placed_at > shop_now() - interval '60 days'
      and not exists (select from receivables r where r.order_id = o.id)
      and o.total_paisa > coalesce((
        select sum(p.amount_paisa) from payments p where p.order_id = o.id and p.state = 'accepted'), 0)
    order by o.id limit ${limit}`.execute(db)
  return result.rows.map(({ id }) => id)
}

/** What a file said was collected for a parcel before it was delivered in our books; null: nothing. */
export async function findPaidEarly(tx: Tx, bookingId: number) {
  return tx
    .selectFrom('courierSettlementRows')
    .select(['settlementId', 'collectedPaisa', 'feePaisa'])
    .where('bookingId', '=', bookingId)
    .where('verdict', '=', 'not_delivered')
    .orderBy('settlementId')
    .limit(1)
    .executeTakeFirst()
}

export type Settled = {
  orderId: number
  collectedPaisa: number
  feePaisa: number
  settlementId: number | null
  staffId: number | null
  note: string | null
}

/** Writes that money came for receivables that are still owed; returns whose, and what was due. */
export async function settle(
  tx: Tx,
  settled: readonly Settled[],
): Promise<{ orderId: number; courier: Courier; duePaisa: number; collectedPaisa: number }[]> {
  const result = await sql<{ orderId: number; courier: Courier; duePaisa: number; collectedPaisa: number }>`
    update receivables r
    set settled_at = shop_now(), collected_paisa = s."collectedPaisa", fee_paisa = s."feePaisa",
        settlement_id = s."settlementId", settled_by = s."staffId", note = s.note
    from jsonb_to_recordset(${JSON.stringify(settled)}::jsonb) as s (
      "orderId" bigint, "collectedPaisa" bigint, "feePaisa" bigint, "settlementId" bigint, "staffId" bigint, note text)
    where r.order_id = s."orderId" and r.settled_at is null
    returning r.order_id, r.courier, r.due_paisa, r.collected_paisa`.execute(tx)
  return result.rows
}

const columns = sql`
  r.order_id, o.number as order_number, r.courier,
  coalesce(
    (select coalesce(b.consignment_id, b.reference) from courier_bookings b where b.id = r.booking_id),
    (select s.tracking_number from shipments s where s.order_id = r.order_id order by s.id desc limit 1)) as parcel,
  r.due_paisa, utc_text(r.delivered_at) as delivered_at, utc_text(r.settled_at) as settled_at, r.collected_paisa, r.fee_paisa,
  r.settlement_id, r.note`

async function select(db: DbOrTx, rest: RawBuilder<unknown>): Promise<Receivable[]> {
  return (
    await sql<Receivable>`select ${columns} from receivables r join orders o on o.id = r.order_id ${rest}`.execute(db)
  ).rows
}

/** null: nothing was taken at the door for this order, or it has not arrived. */
export async function read(db: DbOrTx, orderId: number): Promise<Receivable | null> {
  return (await select(db, sql`where r.order_id = ${orderId}`))[0] ?? null
}

/** Owed ones, the oldest first, from the one behind that of the order `afterId`. */
export function listOwed(db: DbOrTx, courier: Courier | null, afterId: number | null, limit: number) {
  return select(
    db,
    sql`where r.settled_at is null and (${courier}::text is null or r.courier = ${courier})
          and (${afterId}::bigint is null or (r.delivered_at, r.order_id) > (
            select last.delivered_at, last.order_id from receivables last where last.order_id = ${afterId}::bigint))
        order by r.delivered_at, r.order_id limit ${limit}`,
  )
}

export type OwedByCourier = { courier: Courier; count: number; duePaisa: number; oldestAt: string }

/** What each courier owes in all; those that owe nothing are left out. */
export async function sumOwed(db: DbOrTx): Promise<OwedByCourier[]> {
  const result = await sql<OwedByCourier>`
    select courier, count(*)::integer as count, sum(due_paisa)::bigint as due_paisa, utc_text(min(delivered_at)) as oldest_at
    from receivables where settled_at is null group by courier order by min(delivered_at), courier`.execute(db)
  return result.rows
}

/** How many are owed, how much, and for how many seconds the oldest; 0 seconds when none is. */
export async function measureOwed(db: DbOrTx): Promise<{ count: number; duePaisa: number; oldestSeconds: number }> {
  const result = await sql<{ count: number; duePaisa: number; oldestSeconds: number }>`
    select count(*)::integer as count, coalesce(sum(due_paisa), 0)::bigint as due_paisa,
      coalesce(extract(epoch from shop_now() - min(delivered_at)), 0)::float8 as oldest_seconds
    from receivables where settled_at is null`.execute(db)
  return result.rows[0] as { count: number; duePaisa: number; oldestSeconds: number }
}
