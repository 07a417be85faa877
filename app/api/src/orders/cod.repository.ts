import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'
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

/** What is known of each phone; whoever decides by it has locked them before. */
export async function readStandings(tx: DbOrTx, phones: readonly string[]): Promise<Map<string, PhoneStanding>> {
  const result = await sql<PhoneStanding & { phone: string }>`
    select p.phone, c.id as customer_id,
      (select count(*) from orders o
       where o.customer_phone = p.phone and o.payment_method = 'cash_on_delivery' and o.state = any (${openStates}::text[])
      ) as open_orders,
      (select count(*) from orders o join order_transitions t on t.order_id = o.id
       where o.customer_phone = p.phone and o.state = 'returned' and t.from_state = 'delivery_failed' and t.to_state = 'returned'
         and not exists (select from cancellation_requests r where r.order_id = o.id and r.state = 'accepted')
      ) as refused_parcels
    from (select distinct phone from unnest(${phones}::text[]) as given (phone)) p
      left join customers c on c.phone = p.phone`.execute(tx)
  return new Map(result.rows.map(({ phone, ...standing }) => [phone, standing]))
}
