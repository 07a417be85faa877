import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { connectThroughAlternatingBackends } from './alternating-backends.ts'
import { addPlaces, addProduct, addVariant } from './fixtures.ts'
import { setClock, useSimulatedClock } from './set-clock.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

let shop: TestDatabase
before(async () => {
  shop = await createTestDatabase()
})
after(() => shop.drop())

test('a copy has the schema, nothing in it, and the limits of a real database', async () => {
  const { rows } = await sql<{ limit: string }>`select current_setting('statement_timeout') as limit`.execute(shop.db)
  assert.equal(rows[0]?.limit, '7s')
  const products = await shop.db.selectFrom('products').select('id').execute()
  assert.deepEqual(products, [])
})

test('nothing but its test works in a copy, so that nobody keeps its owner from dropping it', async () => {
  const { rows } = await sql<{ autovacuum: string }>`show autovacuum`.execute(shop.db)
  assert.deepEqual(rows, [{ autovacuum: 'off' }])
})

test('what one copy holds, another does not see', async () => {
  const other = await createTestDatabase()
  try {
    await addProduct(other.db)
    assert.equal((await other.db.selectFrom('products').select('id').execute()).length, 1)
    assert.equal((await shop.db.selectFrom('products').select('id').execute()).length, 0)
  } finally {
    await other.drop()
  }
})

test('a connection that a test forgot to give back fails its drop, and the database is gone all the same', async () => {
  const errors: Error[] = []
  const forgetful = await createTestDatabase({ onIdleError: (error) => errors.push(error) })
  const client = await forgetful.pool.connect()
  client.on('error', (error) => errors.push(error))
  const name = new URL(forgetful.url).pathname.slice(1)
  await assert.rejects(forgetful.drop(), /left a database connection checked out/)
  client.release(true)
  const { rows } = await sql`select 1 from pg_database where datname = ${name}`.execute(shop.db)
  assert.deepEqual(rows, [])
})

const leftovers: [string, string, RegExp][] = [
  ['a setting', "set work_mem = '8MB'", /the setting work_mem/],
  ['a prepared statement', 'prepare everything as select 1', /the prepared statement everything/],
  ['an advisory lock', 'select pg_advisory_lock(1)', /an advisory lock/],
  ['a LISTEN', 'listen orders', /a LISTEN on orders/],
  ['a temporary table', 'create temporary table basket (id int)', /the temporary table basket/],
  ['a cursor', 'declare rows cursor with hold for select 1', /the cursor rows/],
]
for (const [what, statement, message] of leftovers) {
  test(`a test that leaves ${what} in its session fails at its drop`, async () => {
    const careless = await createTestDatabase()
    await sql.raw(statement).execute(careless.db)
    await assert.rejects(careless.drop(), message)
  })
}

test('what a transaction sets and locks for itself alone is gone with it', async () => {
  const careful = await createTestDatabase()
  await careful.db.transaction().execute(async (tx) => {
    await sql`set local work_mem = '8MB'`.execute(tx)
    await sql`select pg_advisory_xact_lock(1)`.execute(tx)
  })
  await careful.drop()
})

test('alternating backends show code that needs its session, and hold still inside a transaction', async () => {
  const copy = await createTestDatabase()
  const { db, end } = await connectThroughAlternatingBackends(copy.url)
  try {
    const backend = sql<{ id: number }>`select pg_backend_pid() as id`
    const seen = new Set<number | undefined>()
    for (let statement = 0; statement < 4; statement++) seen.add((await backend.execute(db)).rows[0]?.id)
    assert.equal(seen.size, 2)
    const inOne = await db.transaction().execute(async (tx) => [await backend.execute(tx), await backend.execute(tx)])
    assert.equal(inOne[0]?.rows[0]?.id, inOne[1]?.rows[0]?.id)
    await sql`set work_mem = '8MB'`.execute(db)
    const { rows } = await sql<{ memory: string }>`select current_setting('work_mem') as memory`.execute(db)
    assert.notEqual(rows[0]?.memory, '8MB')
  } finally {
    await end()
    await copy.drop()
  }
})

test('a product of a fixture has a variant, and stock that its movements explain', async () => {
  const { productId, variantId, sku } = await addProduct(shop.db, { slug: 'phone-a', pricePaisa: 1_599_000, stock: 3 })
  const further = await addVariant(shop.db, productId, { stock: 0 })
  assert.deepEqual([sku, further.sku], ['PHONE-A', 'PHONE-A-2'])
  const level = await shop.db
    .selectFrom('stockLevels')
    .select(['onHand', 'held'])
    .where('variantId', '=', variantId)
    .executeTakeFirst()
  assert.deepEqual(level, { onHand: 3, held: 0 })
  const movements = await shop.db.selectFrom('stockMovements').select(['variantId', 'onHandChange']).execute()
  assert.deepEqual(movements, [{ variantId, onHandChange: 3 }])
})

test('places of a fixture lie in different zones', async () => {
  const { insideDhakaUpazilaId, outsideDhakaUpazilaId } = await addPlaces(shop.db)
  const zones = await shop.db
    .selectFrom('upazilas')
    .innerJoin('deliveryZones', 'deliveryZones.id', 'upazilas.zoneId')
    .where('upazilas.id', 'in', [insideDhakaUpazilaId, outsideDhakaUpazilaId])
    .select('code')
    .orderBy('code')
    .execute()
  assert.deepEqual(zones, [{ code: 'inside-dhaka' }, { code: 'outside-dhaka' }])
})

test('a simulated clock decides every time the database writes', async () => {
  const simulated = await createTestDatabase()
  try {
    const eid = new Date('2026-03-20T04:00:00Z')
    await useSimulatedClock(simulated.db, new Date('2026-01-01T00:00:00Z'))
    await setClock(simulated.db, eid)
    const { productId } = await addProduct(simulated.db)
    const row = await simulated.db
      .selectFrom('products')
      .select('createdAt')
      .where('id', '=', productId)
      .executeTakeFirstOrThrow()
    assert.deepEqual(row.createdAt, eid)
  } finally {
    await simulated.drop()
  }
})
