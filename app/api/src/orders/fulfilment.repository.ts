import type { Courier } from '@dhakacart/contract/console-orders.schema.ts'
import type { Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

export async function insertShipment(
  tx: Tx,
  shipment: { orderId: number; courier: Courier; trackingNumber: string | null },
): Promise<void> {
  await tx.insertInto('shipments').values(shipment).execute()
}

/** How an order left last; undefined when it never did. */
export async function lastShipment(tx: Tx, orderId: number) {
  return tx
    .selectFrom('shipments')
    .select(['courier', 'trackingNumber'])
    .where('orderId', '=', orderId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Adds a note; false when the key added one before. */
export async function insertNote(
  tx: Tx,
  note: { orderId: number; staffId: number; key: string; text: string },
): Promise<boolean> {
  const result = await sql`
    insert into order_notes (order_id, staff_id, key, text)
    values (${note.orderId}, ${note.staffId}, ${note.key}, ${note.text})
    on conflict (order_id, key) do nothing`.execute(tx)
  return result.numAffectedRows === 1n
}

/** Notes how an order left, unless it last left just so: staff may have written down the same parcel by hand. */
export async function noteShipment(
  tx: Tx,
  shipment: { orderId: number; courier: Courier; trackingNumber: string },
): Promise<void> {
  const last = await lastShipment(tx, shipment.orderId)
  if (last?.courier === shipment.courier && last.trackingNumber === shipment.trackingNumber) return
  await insertShipment(tx, shipment)
}
