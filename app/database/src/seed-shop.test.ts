import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { checkSchema } from './schema-version.ts'
import { seedShop } from './seed-shop.ts'
import { connectThroughAlternatingBackends } from './testing/alternating-backends.ts'
import { smallShop } from './testing/small-shop.ts'
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts'

let shop: TestDatabase
beforeEach(async () => {
  shop = await createTestDatabase()
})
afterEach(() => shop.drop())

const quiet = () => undefined

async function countRows(database: TestDatabase): Promise<Record<string, number>> {
  const { rows } = await sql<Record<string, number>>`
    select (select count(*) from products) as products, (select count(*) from variants) as variants,
      (select count(*) from stock_levels) as levels, (select count(*) from stock_movements) as movements,
      (select count(*) from pictures) as pictures, (select count(*) from picture_renditions) as renditions,
      (select count(*) from upazilas) as upazilas`.execute(database.db)
  return rows[0] ?? {}
}

const wholeSmallShop = { products: 3, variants: 4, levels: 4, movements: 3, pictures: 1, renditions: 2, upazilas: 2 }

test('an empty shop is filled, and says how far it is', async () => {
  const lines: string[] = []
  const summary = await seedShop(shop.db, smallShop(), (line) => lines.push(line))
  assert.deepEqual(summary, { products: 3, variants: 4, pictures: 1, upazilas: 2 })
  assert.deepEqual(await countRows(shop), wholeSmallShop)
  assert.ok(lines.includes('seed: products 3/3'), lines.join('\n'))
})

test('seeding a second time changes nothing', async () => {
  await seedShop(shop.db, smallShop(), quiet)
  assert.equal(await seedShop(shop.db, smallShop(), quiet), null)
  assert.deepEqual(await countRows(shop), wholeSmallShop)
})

test('of two seeds at once, one fills the shop and the other leaves it alone', async () => {
  const summaries = await Promise.all([1, 2].map(() => seedShop(shop.db, smallShop(), quiet)))
  assert.equal(summaries.filter((summary) => summary === null).length, 1)
  assert.deepEqual(await countRows(shop), wholeSmallShop)
})

test('a seed that fails leaves the shop empty', async () => {
  const broken = smallShop()
  const last = broken.catalogue.products.at(-1)
  assert.ok(last)
  last.brandSlug = 'nobody'
  await assert.rejects(seedShop(shop.db, broken, quiet), /refers to "nobody"/)
  assert.deepEqual(Object.values(await countRows(shop)), [0, 0, 0, 0, 0, 0, 0])
})

test('a shop is seeded through a pooler that changes the connection after every transaction', async () => {
  const { db, end } = await connectThroughAlternatingBackends(shop.url)
  try {
    assert.notEqual(await seedShop(db, smallShop(), quiet), null)
    assert.equal(await checkSchema(db), null)
  } finally {
    await end()
  }
  assert.deepEqual(await countRows(shop), wholeSmallShop)
})

test('the ledger explains every unit on hand', async () => {
  await seedShop(shop.db, smallShop(), quiet)
  const { rows } = await sql`
    select variant_id from stock_levels
    left join (select variant_id, sum(on_hand_change) as on_hand, sum(held_change) as held from stock_movements group by 1)
      as ledger using (variant_id)
    where stock_levels.on_hand <> coalesce(ledger.on_hand, 0) or stock_levels.held <> coalesce(ledger.held, 0)`.execute(
    shop.db,
  )
  assert.deepEqual(rows, [])
  const { rows: totals } = await sql`select sum(on_hand)::int as units from stock_levels`.execute(shop.db)
  assert.deepEqual(totals, [{ units: 18 }])
})

test('picture bytes arrive unchanged, and variants point to their picture', async () => {
  await seedShop(shop.db, smallShop(), quiet)
  const stored = await shop.db.selectFrom('pictureBytes').selectAll().orderBy('hash').execute()
  assert.deepEqual(stored, [
    { hash: 'b'.repeat(64), contentType: 'image/avif', bytes: Buffer.from([0, 1, 0xff]) },
    { hash: 'c'.repeat(64), contentType: 'image/webp', bytes: Buffer.from([0x27, 0x5c, 0]) },
  ])
  const variants = await shop.db.selectFrom('variants').select('pictureId').distinct().execute()
  assert.deepEqual(variants, [{ pictureId: 'a'.repeat(64) }])
})

test('ids, popularity and order of products are the same in every shop', async () => {
  const other = await createTestDatabase()
  try {
    const contents = []
    for (const { db } of [shop, other]) {
      await seedShop(db, smallShop(), quiet)
      contents.push(await db.selectFrom('products').select(['id', 'slug', 'popularity']).orderBy('createdAt').execute())
    }
    assert.equal(contents[0]?.length, 3)
    assert.deepEqual(contents[0], contents[1])
  } finally {
    await other.drop()
  }
})
