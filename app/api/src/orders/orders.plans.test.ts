import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { addSale } from '@dhakacart/database/testing/sale-fixture.ts'
import { sql } from 'kysely'
import { placeOrder } from '../testing/placed-order.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

const variants = 2_000
const orders = 12
/** PostgreSQL counts for a session when it has nothing to do for ten seconds (PGSTAT_IDLE_INTERVAL). */
const countedAfterMs = 20_000

let api: TestApi
let upazilaId: number
let variantId: number

before(async () => {
  api = await startTestApi()
  upazilaId = (await addPlaces(api.db)).insideDhakaUpazilaId
  variantId = (await addProduct(api.db, { stock: 100 })).variantId
  const made = await sql<{ variantId: number }>`
    with made as (
      insert into variants (product_id, sku, position, price_paisa)
      select product_id, sku || '-' || n, n, price_paisa from variants, generate_series(1, ${variants}::integer) n returning id
    )
    insert into stock_levels (variant_id, on_hand) select id, 0 from made returning variant_id`.execute(api.db)
  const day = 24 * 60 * 60 * 1_000
  await addSale(api.db, {
    startsAt: new Date(Date.now() - day),
    endsAt: new Date(Date.now() + day),
    lines: [{ variantId }, ...made.rows].map((each) => ({ ...each, pricePaisa: 90_000, allotment: 100 })),
  })
  await sql`analyze variants, stock_levels, sale_lines`.execute(api.db)
})
after(() => api.drop())

type Reads = { relname: string; rowsRead: number; lookups: number }

async function readsOf(tables: readonly string[]): Promise<Reads[]> {
  const { rows } = await sql<Reads>`
    select relname, seq_tup_read::integer as rows_read, coalesce(idx_scan, 0)::integer as lookups from pg_stat_user_tables
    where relname = any(${[...tables]}::text[]) order by relname`.execute(api.db)
  return rows
}

test('carts and orders find their rows by indexes: none reads the catalogue, the stock, a whole sale or all carts', async () => {
  const tables = ['cart_lines', 'carts', 'orders', 'sale_lines', 'stock_levels', 'variants']
  const before = await readsOf(tables)
  // Each shopper adds, looks and orders: from the fifth use on a statement keeps its plan.
  for (let order = 0; order < orders; order++) {
    await placeOrder(api, upazilaId, [[variantId, 1]], {
      customerPhone: `0171${String(order).padStart(7, '0')}`,
    })
  }
  const lookedUp = (reads: Reads[]) => reads.every(({ lookups }, index) => lookups > (before[index]?.lookups ?? 0))
  let reads = await readsOf(tables)
  for (let waited = 0; !lookedUp(reads) && waited < countedAfterMs; waited += 500) {
    await sleep(500)
    reads = await readsOf(tables)
  }
  assert.ok(lookedUp(reads), `nothing was counted: ${JSON.stringify(reads)}`)
  for (const [index, { relname, rowsRead }] of reads.entries()) {
    const read = rowsRead - (before[index]?.rowsRead ?? 0)
    assert.ok(read < variants / 2, `${read} rows of ${relname} were read from end to end`)
  }
})
