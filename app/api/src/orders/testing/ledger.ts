import assert from 'node:assert/strict'
import type { Db } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

/** Units of a variant in the shop, and how many of them are held. */
export async function stockOf(db: Db, variantId: number): Promise<{ onHand: number; held: number } | undefined> {
  return db.selectFrom('stockLevels').select(['onHand', 'held']).where('variantId', '=', variantId).executeTakeFirst()
}

/** Law 3: for every variant the ledger's sums are its levels. */
export async function assertLedgerAddsUp(db: Db): Promise<void> {
  const { rows } = await sql`
    select s.variant_id, s.on_hand, s.held, m.on_hand as ledger_on_hand, m.held as ledger_held
    from stock_levels s left join (
      select variant_id, sum(on_hand_change) as on_hand, sum(held_change) as held from stock_movements group by variant_id
    ) m on m.variant_id = s.variant_id
    where s.on_hand <> coalesce(m.on_hand, 0) or s.held <> coalesce(m.held, 0)`.execute(db)
  assert.deepEqual(rows, [])
}
