import type { UnitIdentity } from '@dhakacart/contract/unit-identity.ts'
import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

export type NewUnit = { variantId: number; kind: 'serial' | 'imei'; identity: string }

/** What each line of an order needs when it is packed, by ascending variant. */
export async function listNeeds(
  db: DbOrTx,
  orderId: number,
): Promise<{ variantId: number; quantity: number; unitIdentity: UnitIdentity }[]> {
  const result = await sql<{ variantId: number; quantity: number; unitIdentity: UnitIdentity }>`
    select l.variant_id, l.quantity, c.unit_identity
    from order_lines l join variants v on v.id = l.variant_id join products p on p.id = v.product_id
      join categories c on c.id = p.category_id
    where l.order_id = ${orderId} order by l.variant_id`.execute(db)
  return result.rows
}

/** Records units in ascending order of identity, so that two orders with the same ones cannot deadlock. */
export async function insert(tx: Tx, orderId: number, units: readonly NewUnit[]): Promise<void> {
  await sql`
    insert into order_units (order_id, variant_id, kind, identity)
    select ${orderId}::bigint, u."variantId", u.kind, u.identity
    from jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as u ("variantId" bigint, kind text, identity text)
    order by u.identity`.execute(tx)
}

/** What is out with an order now. */
export async function list(db: DbOrTx, orderId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('orderUnits')
    .select('identity')
    .where('orderId', '=', orderId)
    .where('returnedAt', 'is', null)
    .execute()
  return rows.map(({ identity }) => identity)
}

/** Those of the identities that are out with an order now, and with which. */
export async function findSold(
  db: DbOrTx,
  identities: readonly string[],
): Promise<{ identity: string; orderNumber: string }[]> {
  const result = await sql<{ identity: string; orderNumber: string }>`
    select u.identity, o.number as order_number from order_units u join orders o on o.id = u.order_id
    where u.identity = any (${identities}::text[]) and u.returned_at is null
    order by u.identity`.execute(db)
  return result.rows
}

/** All units of an order are back on the shelf. */
export async function markAllReturned(tx: Tx, orderId: number): Promise<void> {
  await sql`update order_units set returned_at = shop_now() where order_id = ${orderId} and returned_at is null`.execute(
    tx,
  )
}

/** These units of an order came back; returns how many of them had gone out with it. */
export async function markReturned(
  tx: Tx,
  orderId: number,
  variantId: number,
  identities: readonly string[],
): Promise<number> {
  const result = await sql`
    update order_units set returned_at = shop_now()
    where order_id = ${orderId} and variant_id = ${variantId} and identity = any (${identities}::text[]) and returned_at is null`.execute(
    tx,
  )
  return Number(result.numAffectedRows ?? 0n)
}
