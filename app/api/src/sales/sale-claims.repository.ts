import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { type RawBuilder, sql } from 'kysely'
import type { RunningSale, SaleFacts } from './sale-terms.ts'

/**
 * The `join` that finds the sale a variant is in now, for a query that has the variant's id in `variantId`: `sl` is its line of the
 * sale, `sa` the sale, both null for most. There is at most one: the table sees to it.
 */
export function runningSaleOf(variantId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    left join sale_lines sl on sl.variant_id = ${variantId} and sl.is_scheduled and sl.during @> shop_now()
    left join sales sa on sa.id = sl.sale_id`
}

/**
 * What so many units of the variant `v` cost each: the sale's price where what is left of its allotment covers them all and it is the
 * lower one. Needs runningSaleOf.
 */
export function priceOf(quantity: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    case when sl.taken_units + ${quantity} <= sl.allotment and sl.price_paisa < v.price_paisa then sl.price_paisa else v.price_paisa end`
}

type FactRows = {
  sales: RunningSale[]
  units: { key: string; units: number }[]
  customers: { id: number; phone: string }[]
}

/**
 * What placing orders must know of the sales these variants are in now, in one read. The variants' stock must be locked: until then
 * others may still be taking units.
 */
export async function readFacts(
  tx: Tx,
  variantIds: readonly number[],
  phones: readonly string[],
  customerIds: readonly number[],
): Promise<SaleFacts> {
  const result = await sql<FactRows>`
    select
      (select coalesce(json_agg(json_build_object(
          'saleId', l.sale_id, 'variantId', l.variant_id, 'pricePaisa', l.price_paisa, 'unitsLeft', l.allotment - l.taken_units,
          'limitPerCustomer', s.limit_per_customer, 'hasWaitingRoom', s.has_waiting_room)), '[]')
       from sale_lines l join sales s on s.id = l.sale_id
       where l.variant_id = any (${[...variantIds]}::bigint[]) and l.is_scheduled and l.during @> shop_now()) as sales,
      (select coalesce(json_agg(json_build_object('key', u.key, 'units', u.units)), '[]')
       from (
         select c.sale_id || ' ' || c.variant_id || ' ' || o.customer_phone as key, sum(c.units) as units
         from orders o join sale_claims c on c.order_id = o.id
         where o.customer_phone = any (${[...phones]}::text[]) and c.variant_id = any (${[...variantIds]}::bigint[])
           and c.returned_at is null
         group by c.sale_id, c.variant_id, o.customer_phone
       ) u) as units,
      (select coalesce(json_agg(json_build_object('id', id, 'phone', phone)), '[]')
       from customers where id = any (${[...customerIds]}::bigint[])) as customers`.execute(tx)
  const { sales = [], units = [], customers = [] } = result.rows[0] ?? {}
  return {
    byVariant: new Map(sales.map((sale) => [sale.variantId, sale])),
    unitsOfPhone: new Map(units.map(({ key, units }) => [key, units])),
    phoneOfCustomer: new Map(customers.map(({ id, phone }) => [id, phone])),
  }
}

/** Units that an order buys at a sale's price. */
export type SaleClaim = { orderNumber: string; saleId: number; variantId: number; units: number }

/**
 * The `with` entries that count units for the sales they are bought in and record who bought them, for the statement that writes
 * the orders, which shows them as `placed (id, number)`; nothing when there are none. The stock must be locked and the allotments
 * must cover them; the table's own check refuses what does not.
 */
export function claiming(claims: readonly SaleClaim[]): RawBuilder<unknown> {
  if (claims.length === 0) return sql``
  return sql`,
    claimed as (
      select * from unnest(
        ${claims.map((one) => one.orderNumber)}::text[], ${claims.map((one) => one.saleId)}::bigint[],
        ${claims.map((one) => one.variantId)}::bigint[], ${claims.map((one) => one.units)}::integer[]
      ) as c (order_number, sale_id, variant_id, units)
    ), counted as (
      update sale_lines l set taken_units = l.taken_units + c.units
      from (select sale_id, variant_id, sum(units)::integer as units from claimed group by sale_id, variant_id) c
      where l.sale_id = c.sale_id and l.variant_id = c.variant_id
    ), recorded_claims as (
      insert into sale_claims (order_id, variant_id, sale_id, units)
      select p.id, c.variant_id, c.sale_id, c.units from claimed c join placed p on p.number = c.order_number
    )`
}

/** What an order that is over bought in sales goes back to their allotments and to the limit of its phone. Its stock must be locked. */
export async function giveBack(tx: Tx, orderId: number): Promise<void> {
  await sql`
    with returned as (
      update sale_claims set returned_at = shop_now() where order_id = ${orderId} and returned_at is null
      returning sale_id, variant_id, units
    )
    update sale_lines l set taken_units = l.taken_units - r.units from returned r
    where l.sale_id = r.sale_id and l.variant_id = r.variant_id`.execute(tx)
}

/** Whether an order bought something in a sale and gave it back since. */
export async function hasGivenBack(db: DbOrTx, orderId: number): Promise<boolean> {
  const result = await sql`
    select from sale_claims where order_id = ${orderId} and returned_at is not null limit 1`.execute(db)
  return result.rows.length > 0
}

/**
 * Takes again what an order gave back, when the allotment of each variant and the limit of the phone still cover it; false, with
 * nothing changed, when one does not. Its stock must be locked.
 */
export async function claimAgain(tx: Tx, orderId: number): Promise<boolean> {
  const result = await sql<{ isCovered: boolean }>`
    with wanted as (
      select c.sale_id, c.variant_id, c.units, l.allotment - l.taken_units >= c.units
        and (s.limit_per_customer is null or s.limit_per_customer >= c.units + (
          select coalesce(sum(k.units), 0) from orders o join sale_claims k on k.order_id = o.id
          where o.customer_phone = (select customer_phone from orders where id = ${orderId}) and k.sale_id = c.sale_id
            and k.variant_id = c.variant_id and k.returned_at is null)) as is_covered
      from sale_claims c
        join sale_lines l on l.sale_id = c.sale_id and l.variant_id = c.variant_id
        join sales s on s.id = c.sale_id
      where c.order_id = ${orderId} and c.returned_at is not null
    ), decided as (
      select coalesce(bool_and(is_covered), true) as is_covered from wanted
    ), counted as (
      update sale_lines l set taken_units = l.taken_units + w.units from wanted w, decided d
      where d.is_covered and l.sale_id = w.sale_id and l.variant_id = w.variant_id
    ), claimed as (
      update sale_claims c set returned_at = null from wanted w, decided d
      where d.is_covered and c.order_id = ${orderId} and c.variant_id = w.variant_id
    )
    select is_covered from decided`.execute(tx)
  return result.rows[0]?.isCovered ?? true
}
