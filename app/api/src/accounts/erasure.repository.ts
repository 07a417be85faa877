import type { Tx } from '@dhakacart/database/connect.ts'
import { type RawBuilder, sql } from 'kysely'
import { sendMessage } from '../messages/messages.service.ts'

/** States after which nothing is delivered, fetched or paid back any more. */
const finalStates = ['delivered', 'expired', 'cancelled', 'returned']

/** Every order of the person: the account's, and all that were placed with its number as a guest. */
const isOwn = (customerId: number, phone: string): RawBuilder<unknown> => sql`
  (o.customer_id = ${customerId} or (o.customer_id is null and o.customer_phone = ${phone}))`

/** Whether an order of the person is still on its way, or a return or refund of one is. */
export async function hasOpenOrder(tx: Tx, customerId: number, phone: string): Promise<boolean> {
  const result = await sql`
    select from orders o
    where ${isOwn(customerId, phone)} and (
      o.state <> all(${finalStates}::text[])
      or exists (select from order_returns r where r.order_id = o.id and r.state in ('requested', 'approved'))
      or exists (select from refunds r where r.order_id = o.id and r.state not in ('done', 'refused')))
    limit 1`.execute(tx)
  return result.rows.length > 0
}

/**
 * Takes the person out of their orders and returns the ids. Goods, amounts, VAT, district and days stay, as the VAT law wants the
 * books kept; name, number, address, note and what could tell that a request was theirs go.
 */
export async function anonymiseOrders(tx: Tx, customerId: number, phone: string): Promise<number[]> {
  const result = await sql<{ id: number }>`
    update orders o
    set customer_id = null, customer_name = '—', customer_phone = '', customer_email = null, street_address = '—',
        delivery_note = null, request_hash = '', version = version + 1, updated_at = shop_now()
    where ${isOwn(customerId, phone)}
    returning o.id`.execute(tx)
  const orderIds = result.rows.map(({ id }) => id)
  // What people wrote in their own words may name anybody.
  await sql`update order_notes set text = '—' where order_id = any(${orderIds}::bigint[])`.execute(tx)
  await sql`
    update order_returns set note = null, decision_note = null where order_id = any(${orderIds}::bigint[])`.execute(tx)
  await sql`
    update receivables set note = null where order_id = any(${orderIds}::bigint[])`.execute(tx)
  await sql`
    update cancellation_requests set note = null, decision_note = null
    where order_id = any(${orderIds}::bigint[])`.execute(tx)
  return orderIds
}

export type Contact = { phone: string; email: string | null }

/** Deletes what was still to be said to the person or about their orders. */
export async function deleteMessageJobs(tx: Tx, orderIds: readonly number[], { phone, email }: Contact): Promise<void> {
  await sql`
    delete from jobs
    where kind = ${sendMessage}
      and ((payload ->> 'orderId')::bigint = any(${[...orderIds]}::bigint[])
        or payload ->> 'phone' = ${phone} or payload ->> 'email' = ${email})`.execute(tx)
}

/** Ends everything the account had, and empties the account itself; the empty row says only that somebody was here. */
export async function eraseCustomer(tx: Tx, customerId: number, cartTokenHash: Buffer | null): Promise<void> {
  if (cartTokenHash !== null) await tx.deleteFrom('carts').where('tokenHash', '=', cartTokenHash).execute()
  for (const table of ['customerSessions', 'customerDevices', 'customerAddresses', 'customerEmailsPending'] as const) {
    await tx.deleteFrom(table).where('customerId', '=', customerId).execute()
  }
  await sql`
    update customers
    set phone = null, email = null, name = null, password_hash = null, cart_token = null, erased_at = shop_now(),
        updated_at = shop_now(), version = version + 1
    where id = ${customerId}`.execute(tx)
}
