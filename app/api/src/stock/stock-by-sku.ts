import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

export type SkuLevel = { sku: string; variantId: number; onHand: number; held: number }

/** What is on hand and held of variants, by SKU; unknown ones are left out. */
export async function findLevelsBySku(db: DbOrTx, skus: readonly string[]): Promise<Map<string, SkuLevel>> {
  const { rows } = await sql<SkuLevel>`
    select v.sku, v.id as variant_id, s.on_hand, s.held
    from variants v join stock_levels s on s.variant_id = v.id where v.sku = any(${[...skus]}::text[])`.execute(db)
  return bySku(rows)
}

/** The same, locked in ascending variant id as orders lock them. */
export async function lockLevelsBySku(tx: Tx, skus: readonly string[]): Promise<Map<string, SkuLevel>> {
  const { rows } = await sql<SkuLevel>`
    select v.sku, v.id as variant_id, s.on_hand, s.held
    from variants v join stock_levels s on s.variant_id = v.id where v.sku = any(${[...skus]}::text[])
    order by s.variant_id for update of s`.execute(tx)
  return bySku(rows)
}

function bySku(rows: readonly SkuLevel[]): Map<string, SkuLevel> {
  return new Map(rows.map((row) => [row.sku, row]))
}
