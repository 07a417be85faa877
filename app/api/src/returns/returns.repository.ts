import type { OrderReturn, RequestReturn, ReturnReason } from '@dhakacart/contract/returns.schema.ts'
import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { type RawBuilder, sql } from 'kysely'

export type NewReturn = {
  orderId: number
  key: string
  requestedBy: 'shopper' | 'staff'
  reason: ReturnReason
  note: string | null
  lines: RequestReturn['lines']
}

/** Writes a return with its lines; returns its id. */
export async function insert(tx: Tx, { lines, ...row }: NewReturn): Promise<number> {
  const result = await sql<{ id: number }>`
    with made as (
      insert into order_returns (order_id, key, state, requested_by, reason, note)
      values (${row.orderId}, ${row.key}, 'requested', ${row.requestedBy}, ${row.reason}, ${row.note}) returning id
    ), lines as (
      insert into order_return_lines (return_id, variant_id, quantity)
      select made.id, l."variantId", l.quantity
      from made, jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l ("variantId" bigint, quantity integer)
    )
    select id from made`.execute(tx)
  return (result.rows[0] as { id: number }).id
}

/** The return that a key made, and the order it is of; undefined when it made none. */
export async function findByKey(db: DbOrTx, key: string) {
  return db.selectFrom('orderReturns').select(['id', 'orderId']).where('key', '=', key).executeTakeFirst()
}

export async function findOrderId(db: DbOrTx, id: number): Promise<number | null> {
  const row = await db.selectFrom('orderReturns').select('orderId').where('id', '=', id).executeTakeFirst()
  return row?.orderId ?? null
}

export type ReturnableLine = {
  variantId: number
  name: { en: string; bn: string }
  quantity: number
  unitPricePaisa: number
  discountPaisa: number
  /** Units that came back with earlier returns. */
  returned: number
  hasUnits: boolean
}

/** The lines of an order by ascending variant, with what came back of each. */
export async function listReturnable(db: DbOrTx, orderId: number): Promise<ReturnableLine[]> {
  const result = await sql<ReturnableLine>`
    select l.variant_id, json_build_object('en', l.name_en, 'bn', l.name_bn) as name, l.quantity, l.unit_price_paisa, l.discount_paisa,
      coalesce((
        select sum(b.restocked + b.written_off) from order_return_lines b join order_returns r on r.id = b.return_id
        where r.order_id = l.order_id and b.variant_id = l.variant_id), 0)::integer as returned,
      exists (select from order_units n where n.order_id = l.order_id and n.variant_id = l.variant_id) as has_units
    from order_lines l where l.order_id = ${orderId} order by l.variant_id`.execute(db)
  return result.rows
}

/** When an order was delivered last and how many days it can be returned from then; null when it never was. */
export async function findWindow(
  db: DbOrTx,
  orderId: number,
  days: number,
): Promise<{ until: string; isOver: boolean } | null> {
  const result = await sql<{ until: string; isOver: boolean }>`
    select utc_text(changed_at + make_interval(days => ${days}::integer)) as until,
           changed_at + make_interval(days => ${days}::integer) < shop_now() as is_over
    from order_transitions
    where order_id = ${orderId} and to_state = 'delivered' and from_state = 'shipped'
    order by id desc limit 1`.execute(db)
  return result.rows[0] ?? null
}

const columns = sql`
  r.id, r.key, r.version, r.state, r.requested_by, r.reason, r.note, r.decision_note, r.refund_paisa,
  utc_text(r.requested_at) as requested_at,
  (select json_agg(json_build_object(
      'variantId', b.variant_id, 'sku', l.sku, 'name', json_build_object('en', l.name_en, 'bn', l.name_bn),
      'quantity', b.quantity, 'restocked', b.restocked, 'writtenOff', b.written_off) order by l.position)
   from order_return_lines b join order_lines l on l.order_id = r.order_id and l.variant_id = b.variant_id
   where b.return_id = r.id) as lines`

async function select<T>(db: DbOrTx, rest: RawBuilder<unknown>): Promise<T[]> {
  return (
    await sql<T>`select ${columns}, r.order_id, o.number as order_number
    from order_returns r join orders o on o.id = r.order_id ${rest}`.execute(db)
  ).rows
}

export type ReturnRow = OrderReturn & { key: string; orderId: number; orderNumber: string }

export async function read(db: DbOrTx, id: number): Promise<ReturnRow | null> {
  return (await select<ReturnRow>(db, sql`where r.id = ${id}`))[0] ?? null
}

/** The returns of an order, oldest first. */
export async function listOfOrder(db: DbOrTx, orderId: number): Promise<ReturnRow[]> {
  return select(db, sql`where r.order_id = ${orderId} order by r.id`)
}

/** Open returns, oldest first, from the one after `afterId`. */
export async function listOpen(
  db: DbOrTx,
  states: readonly string[],
  afterId: number,
  limit: number,
): Promise<ReturnRow[]> {
  return select(db, sql`where r.state = any (${states}::text[]) and r.id > ${afterId} order by r.id limit ${limit}`)
}

/** Records the decision about a return whose order is locked. */
export async function decide(tx: Tx, id: number, state: 'approved' | 'refused', note: string | null): Promise<void> {
  await sql`
    update order_returns set state = ${state}, decision_note = ${note}, decided_at = shop_now(), version = version + 1
    where id = ${id}`.execute(tx)
}

export type Received = { variantId: number; restocked: number; writtenOff: number }

/** Records what arrived and what is to be given back for it. The return's order must be locked. */
export async function receive(tx: Tx, id: number, lines: readonly Received[], refundPaisa: number): Promise<void> {
  await sql`
    with received as (
      update order_returns
      set state = 'received', refund_paisa = ${refundPaisa}, received_at = shop_now(), version = version + 1
      where id = ${id} returning id
    )
    update order_return_lines b set restocked = l.restocked, written_off = l."writtenOff"
    from received, jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      as l ("variantId" bigint, restocked integer, "writtenOff" integer)
    where b.return_id = received.id and b.variant_id = l."variantId"`.execute(tx)
}
