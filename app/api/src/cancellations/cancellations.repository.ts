import type { CancellationRequest, RequestCancellation } from '@dhakacart/contract/cancellations.schema.ts'
import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { type RawBuilder, sql } from 'kysely'

/** Writes a request of a locked order. */
export async function insert(tx: Tx, row: RequestCancellation & { orderId: number; key: string }): Promise<void> {
  await tx.insertInto('cancellationRequests').values(row).execute()
}

/** The order of the request that a key made; undefined when it made none. */
export async function findByKey(db: DbOrTx, key: string): Promise<{ orderId: number } | undefined> {
  return db.selectFrom('cancellationRequests').select('orderId').where('key', '=', key).executeTakeFirst()
}

export async function findOrderId(db: DbOrTx, id: number): Promise<number | null> {
  const row = await db.selectFrom('cancellationRequests').select('orderId').where('id', '=', id).executeTakeFirst()
  return row?.orderId ?? null
}

async function select(db: DbOrTx, rest: RawBuilder<unknown>): Promise<CancellationRequest[]> {
  const result = await sql<CancellationRequest>`
    select id, version, state, reason, note, decision_note, utc_text(requested_at) as requested_at
    from cancellation_requests ${rest}`.execute(db)
  return result.rows
}

export async function read(db: DbOrTx, id: number): Promise<CancellationRequest | null> {
  return (await select(db, sql`where id = ${id}`))[0] ?? null
}

/** The requests of an order, oldest first. */
export async function listOfOrder(db: DbOrTx, orderId: number): Promise<CancellationRequest[]> {
  return select(db, sql`where order_id = ${orderId} order by id`)
}

/** What was asked of these orders, newest first. */
export async function listOfOrders(
  db: DbOrTx,
  orderIds: readonly number[],
  limit: number,
): Promise<(CancellationRequest & { orderNumber: string })[]> {
  const result = await sql<CancellationRequest & { orderNumber: string }>`
    select o.number as order_number, r.id, r.version, r.state, r.reason, r.note, r.decision_note,
      utc_text(r.requested_at) as requested_at
    from cancellation_requests r join orders o on o.id = r.order_id
    where r.order_id = any(${[...orderIds]}::bigint[])
    order by r.id desc limit ${limit}`.execute(db)
  return result.rows
}

/** Ends an open request whose order is locked. */
export async function settle(
  tx: Tx,
  id: number,
  state: 'accepted' | 'refused' | 'withdrawn',
  decisionNote: string | null,
): Promise<void> {
  await sql`
    update cancellation_requests
    set state = ${state}, decision_note = ${decisionNote}, settled_at = shop_now(), version = version + 1
    where id = ${id}`.execute(tx)
}

/** Closes the open request of a locked order, if it has one. */
export async function closeOpen(tx: Tx, orderId: number): Promise<void> {
  await sql`
    update cancellation_requests set state = 'closed', settled_at = shop_now(), version = version + 1
    where order_id = ${orderId} and state = 'requested'`.execute(tx)
}

export async function hasAccepted(tx: Tx, orderId: number): Promise<boolean> {
  const row = await tx
    .selectFrom('cancellationRequests')
    .select('id')
    .where('orderId', '=', orderId)
    .where('state', '=', 'accepted')
    .executeTakeFirst()
  return row !== undefined
}
