import type { OrderSummary, PersonalData } from '@dhakacart/contract/personal-data.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'
import { isClaimable } from './accounts.repository.ts'

/** Orders of an account newest first, from the one before `before`; `id` is for the cursor. */
export async function listOrders(
  db: Db,
  customerId: number,
  before: { placedAt: string; id: number } | null,
  limit: number,
): Promise<(OrderSummary & { id: number })[]> {
  // Milliseconds are what a cursor can say of a moment.
  const result = await sql<OrderSummary & { id: number }>`
    select 'here' as "from", o.id, o.number, o.token, o.state, utc_text(o.placed_at) as placed_at, o.total_paisa,
      o.payment_method, l.*
    from (
      select * from orders
      where customer_id = ${customerId}
        and (${before?.id ?? null}::bigint is null
          or (date_trunc('milliseconds', placed_at), id) < (${before?.placedAt ?? null}::timestamptz, ${before?.id ?? null}))
      order by date_trunc('milliseconds', placed_at) desc, id desc limit ${limit}) o
    cross join lateral (
      select sum(quantity)::integer as item_count, count(*)::integer as line_count,
        (array_agg(json_build_object('en', name_en, 'bn', name_bn) order by position))[1] as first_name,
        (array_agg(picture_id order by position))[1] as first_picture_id
      from order_lines where order_id = o.id) l
    order by date_trunc('milliseconds', o.placed_at) desc, o.id desc`.execute(db)
  return result.rows
}

/** Takes the guest orders that the confirmed number may claim into the account; returns how many. */
export async function claimOrders(db: Db, customerId: number): Promise<number> {
  const result = await sql`
    update orders o set customer_id = c.id
    from customers c
    where c.id = ${customerId} and c.erased_at is null and ${isClaimable(sql`c.phone`)}`.execute(db)
  return Number(result.numAffectedRows ?? 0n)
}

/** The account's orders, and the guest orders that its number may claim, newest first. */
export async function findOwnOrders(
  db: Db,
  customerId: number,
  limit: number,
): Promise<{ id: number; token: string }[]> {
  const result = await sql<{ id: number; token: string }>`
    select o.id, o.token
    from orders o join customers c on c.id = ${customerId}
    where o.customer_id = c.id or (${isClaimable(sql`c.phone`)})
    order by o.id desc limit ${limit}`.execute(db)
  return result.rows
}

/** What was said about these orders, newest first. Codes are about none: whoever holds a session must not read one here. */
export async function listMessages(
  db: Db,
  orderIds: readonly number[],
  limit: number,
): Promise<PersonalData['messages']> {
  const result = await sql<PersonalData['messages'][number]>`
    select channel, recipient, subject, body, utc_text(sent_at) as sent_at
    from messages where order_id = any(${[...orderIds]}::bigint[])
    order by id desc limit ${limit}`.execute(db)
  return result.rows
}

/** What was paid for these orders, online and at the door, and what went back, newest first. */
export async function listMoney(db: Db, orderIds: readonly number[], limit: number): Promise<PersonalData['money']> {
  const ids = [...orderIds]
  const result = await sql<PersonalData['money'][number]>`
    select o.number as order_number, m.kind, m.method, m.amount_paisa, utc_text(m.at) as at
    from (
      select order_id, 'paid_online' as kind, method, amount_paisa, received_at as at
      from payments where order_id = any(${ids}::bigint[])
      union all
      select r.order_id, 'paid_at_door', 'cash',
        o.total_paisa - coalesce((select sum(p.amount_paisa) from payments p where p.order_id = o.id and p.state = 'accepted'), 0)::bigint,
        r.delivered_at
      from receivables r join orders o on o.id = r.order_id where r.order_id = any(${ids}::bigint[])
      union all
      select r.order_id, 'given_back', coalesce(p.method, 'cash'), r.amount_paisa, r.done_at
      from refunds r left join payments p on p.id = r.payment_id
      where r.order_id = any(${ids}::bigint[]) and r.state = 'done'
    ) m join orders o on o.id = m.order_id
    order by m.at desc, o.id desc limit ${limit}`.execute(db)
  return result.rows
}

/** The shop's time as the api writes it. */
export async function readNow(db: Db): Promise<string> {
  const result = await sql<{ now: string }>`select utc_text(shop_now()) as now`.execute(db)
  return (result.rows[0] as { now: string }).now
}
