import type { Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

/** All units of an order are back on the shelf. */
export async function markAllReturned(tx: Tx, orderId: number): Promise<void> {
  await sql`update order_units set returned_at = shop_now() where order_id = ${orderId} and returned_at is null`.execute(
    tx,
  )
}
