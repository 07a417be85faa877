import type { InvoiceLine } from '@dhakacart/contract/invoices.schema.ts'
import type { DbOrTx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

/** When the order was confirmed first; null when it never was. */
export async function confirmedAt(db: DbOrTx, orderId: number): Promise<string | null> {
  const result = await sql<{ at: string }>`
    select utc_text(changed_at) as at from order_transitions
    where order_id = ${orderId} and to_state = 'confirmed' order by id limit 1`.execute(db)
  return result.rows[0]?.at ?? null
}

export async function idByToken(db: DbOrTx, token: string): Promise<number | null> {
  const row = await db.selectFrom('orders').select('id').where('token', '=', token).executeTakeFirst()
  return row?.id ?? null
}

export type InvoiceMoney = { advancePaisa: number }

export async function money(db: DbOrTx, orderId: number): Promise<InvoiceMoney> {
  return db.selectFrom('orders').select('advancePaisa').where('id', '=', orderId).executeTakeFirstOrThrow()
}

/** The lines with what was recorded of their units. A unit that came back and went out again is listed with its new order alone. */
export async function lines(db: DbOrTx, orderId: number): Promise<InvoiceLine[]> {
  const result = await sql<InvoiceLine>`
    select l.sku, json_build_object('en', l.name_en, 'bn', l.name_bn) as name, l.options, l.quantity, l.unit_price_paisa,
           l.unit_price_paisa * l.quantity as line_paisa, l.vat_paisa, l.warranty_months,
           (select coalesce(json_agg(u.identity order by u.id), '[]'::json)
            from order_units u where u.order_id = l.order_id and u.variant_id = l.variant_id) as units
    from order_lines l where l.order_id = ${orderId} order by l.position`.execute(db)
  return result.rows
}
