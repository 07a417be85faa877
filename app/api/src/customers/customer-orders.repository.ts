import type { CustomerOrder } from '@dhakacart/contract/console-customers.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'
import type { Person } from './customers.repository.ts'

/** The orders of a person, newest first, from the one before `beforeId`. */
export async function listOrders(
  db: Db,
  { accountId, phone }: Person,
  beforeId: number | null,
  limit: number,
): Promise<CustomerOrder[]> {
  const newest = sql`and (${beforeId}::bigint is null or id < ${beforeId}) order by id desc limit ${limit}`
  const result = await sql<CustomerOrder>`
    select o.id, o.number, o.state, o.payment_method, o.total_paisa, o.coupon_code, o.discount_paisa,
      utc_text(o.placed_at) as placed_at,
      (select coalesce(sum(l.quantity), 0)::integer from order_lines l where l.order_id = o.id) as item_count
    from orders o
    where o.id in (
      (select id from orders where customer_id = ${accountId} ${newest}) union all
      (select id from orders where customer_id is null and customer_phone = ${phone} ${newest}))
    order by o.id desc limit ${limit}`.execute(db)
  return result.rows
}

export async function countImportedOrders(db: Db, accountId: number): Promise<number> {
  const result = await sql<{ count: number }>`
    select count(*) as count from imported_orders where customer_id = ${accountId}`.execute(db)
  return result.rows[0]?.count ?? 0
}
