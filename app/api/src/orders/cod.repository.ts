import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { type RawBuilder, sql } from 'kysely'
import type { PhoneStanding } from './cod-terms.ts'
import { openStates } from './orders.states.ts'

/**
 * Lets one transaction at a time count and add orders of a phone; released with the transaction. Everybody locks phones first, in
 * ascending order, then carts, then stock.
 */
export async function lockPhones(tx: Tx, phones: readonly string[]): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended(phone, 0))
    from (select distinct phone from unnest(${phones}::text[]) as given (phone) order by phone) as sorted`.execute(tx)
}

/** How many parcels of a phone came back because nobody took them, and not because we had called them back. */
export function refusedParcels(phone: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
    select count(*) from orders refused join order_transitions t on t.order_id = refused.id
    where refused.customer_phone = ${phone} and refused.state = 'returned'
      and t.from_state = 'delivery_failed' and t.to_state = 'returned'
      and not exists (select from cancellation_requests r where r.order_id = refused.id and r.state = 'accepted'))`
}

/** What is known of each phone; whoever decides by it has locked them before. */
export async function readStandings(tx: DbOrTx, phones: readonly string[]): Promise<Map<string, PhoneStanding>> {
  const result = await sql<PhoneStanding & { phone: string }>`
    select p.phone, c.id as customer_id,
      (select count(*) from orders o
       where o.customer_phone = p.phone and o.payment_method = 'cash_on_delivery' and o.state = any (${openStates}::text[])
      ) as open_orders,
      ${refusedParcels(sql`p.phone`)} as refused_parcels
    from (select distinct phone from unnest(${phones}::text[]) as given (phone)) p
      left join customers c on c.phone = p.phone`.execute(tx)
  return new Map(result.rows.map(({ phone, ...standing }) => [phone, standing]))
}
