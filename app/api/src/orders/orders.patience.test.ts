import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import { connectDatabase } from '@dhakacart/database/connect.ts'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { makeSeverable, type SeverableDatabase } from '@dhakacart/database/testing/severable-database.ts'
import { createTestDatabase, type TestDatabase } from '@dhakacart/database/testing/test-database.ts'
import { sql } from 'kysely'
import { createShopper } from '../testing/shopper.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import { createPatience } from './orders.patience.ts'
import { assertLedgerAddsUp, stockOf } from './testing/ledger.ts'

let database: TestDatabase
let way: SeverableDatabase
let pool: ReturnType<typeof connectDatabase>['pool']
let api: TestApi
let upazilaId: number
const patience = createPatience({ patienceMs: 2_000, maxWaiting: 8 })

before(async () => {
  database = await createTestDatabase()
  way = await makeSeverable(database.url)
  const connected = connectDatabase({ url: way.url, poolSize: 10, applicationName: 'test' }, () => undefined)
  pool = connected.pool
  api = await startTestApi({ settings: { db: connected.db, patience } })
  upazilaId = (await addPlaces(database.db)).insideDhakaUpazilaId
})
after(async () => {
  await api.drop()
  await pool.end()
  await way.close()
  await database.drop()
})

async function readyShopper(variantId: number) {
  const shopper = createShopper(api)
  await shopper.add(variantId)
  const { orderKey } = await shopper.cart()
  const body = await shopper.orderBody(upazilaId)
  return { shopper, place: () => shopper.order(orderKey, body) }
}

async function until(isSo: () => boolean): Promise<void> {
  const givesUpAt = performance.now() + 10_000
  while (!isSo()) {
    assert.ok(performance.now() < givesUpAt, 'it did not come to that')
    await sleep(5)
  }
}

test('reads say so at once, with Retry-After, and work again by themselves', async () => {
  const { shopper } = await readyShopper((await addProduct(database.db)).variantId)
  await way.cut()
  const startedAt = performance.now()
  const answer = await shopper.send('GET', '/api/cart')
  assert.deepEqual([answer.statusCode, answer.json().code], [503, 'DATABASE_AWAY'])
  assert.ok(Number(answer.headers['retry-after']) >= 1)
  assert.ok(performance.now() - startedAt < 2_500, 'it did not wait for the database')
  await way.mend()
  assert.equal((await shopper.cart()).itemCount, 1)
})

test('an order placed meanwhile succeeds late, once, holding no connection while it waits', async () => {
  const { variantId } = await addProduct(database.db, { stock: 5 })
  const { place } = await readyShopper(variantId)
  await way.cut()
  const answer = place()
  await until(() => patience.waitingCount() === 1)
  assert.equal(pool.totalCount, 0)
  await way.mend()
  assert.equal((await answer).statusCode, 200)
  assert.deepEqual(await stockOf(database.db, variantId), { onHand: 4, held: 0 })
  assert.equal(patience.waitingCount(), 0)
})

test('orders cut off at any moment are placed once each, and the shopper is told', async () => {
  const { variantId } = await addProduct(database.db, { stock: 100 })
  const shoppers = await Promise.all(Array.from({ length: 8 }, () => readyShopper(variantId)))
  const answers = shoppers.map(({ place }) => place())
  for (let times = 0; times < 4; times++) {
    await sleep(7 * times)
    await way.cut()
    await sleep(60)
    await way.mend()
  }
  const statuses = (await Promise.all(answers)).map((answer) => answer.statusCode)
  assert.deepEqual([...new Set(statuses)], [200])
  assert.deepEqual(await stockOf(database.db, variantId), { onHand: 92, held: 0 })
  await assertLedgerAddsUp(database.db)
})

test('after the time is up the answer is an honest 503, and pressing again later gives the one order', async () => {
  const { variantId } = await addProduct(database.db, { stock: 5 })
  const { place } = await readyShopper(variantId)
  await way.cut()
  const startedAt = performance.now()
  const answer = await place()
  assert.deepEqual([answer.statusCode, answer.json().code], [503, 'DATABASE_AWAY'])
  assert.ok(answer.headers['retry-after'])
  const waitedMs = performance.now() - startedAt
  assert.ok(waitedMs > 900 && waitedMs < 5_000, `it kept trying for ${waitedMs} ms`)
  await way.mend()
  assert.equal((await place()).statusCode, 200)
  assert.equal((await place()).statusCode, 200)
  assert.deepEqual(await stockOf(database.db, variantId), { onHand: 4, held: 0 })
})

const away = () => Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }))

test('as it is configured an order keeps trying for 20 seconds, at least once a second, and is then told DATABASE_AWAY', async () => {
  let nowMs = 0
  const triedAt: number[] = []
  const clock = {
    nowMs: () => nowMs,
    sleep: async (ms: number) => {
      nowMs += ms
    },
  }
  const trying = createPatience(undefined, clock).keepTrying(() => {
    triedAt.push(nowMs)
    return away()
  })
  await assert.rejects(trying, { code: 'DATABASE_AWAY', statusCode: 503 })
  const last = triedAt.at(-1) ?? 0
  assert.ok(last > 19_000 && last <= 20_000, `the last try came after ${last} ms`)
  const pauses = triedAt.slice(1).map((at, index) => at - (triedAt[index] ?? 0))
  assert.ok((pauses[0] ?? 0) <= 100, 'a connection that was cut is noticed soon')
  assert.ok(Math.max(...pauses) <= 1_000, `it paused for ${Math.max(...pauses)} ms`)
})

test('as it is configured a thousand orders wait, and the next one is told TOO_BUSY at once', async () => {
  let isAway = true
  let goOn = () => {}
  const later = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const thousand = createPatience(undefined, { nowMs: () => 0, sleep: () => later })
  const work = () => (isAway ? away() : Promise.resolve('placed'))
  const waiting = Array.from({ length: 1_000 }, () => thousand.keepTrying(work))
  await setImmediate()
  assert.equal(thousand.waitingCount(), 1_000)
  const told = assert.rejects(thousand.keepTrying(work), { code: 'TOO_BUSY', statusCode: 503 })
  await setImmediate()
  assert.equal(thousand.waitingCount(), 1_000)
  isAway = false
  goOn()
  await told
  assert.deepEqual([...new Set(await Promise.all(waiting))], ['placed'])
  assert.equal(thousand.waitingCount(), 0)
})

test('while the disk of the database is full reads go on, orders wait without a connection and are then refused; with room again the same press orders', async () => {
  const { variantId } = await addProduct(database.db, { stock: 5 })
  const { shopper, place } = await readyShopper(variantId)
  const other = await readyShopper(variantId)
  // What PostgreSQL answers when it cannot make a table's file longer.
  await sql`
    create function refuse_for_want_of_room() returns trigger language plpgsql as $$
    begin
      raise exception 'could not extend file "base/5/16384": No space left on device' using errcode = 'disk_full';
    end $$`.execute(database.db)
  await sql`create trigger full_disk before insert on orders for each row execute function refuse_for_want_of_room()`.execute(
    database.db,
  )
  const answer = place()
  const late = other.place()
  await until(() => patience.waitingCount() === 2)
  assert.ok(pool.totalCount > 0)
  assert.equal(pool.idleCount, pool.totalCount, 'no connection is held')
  assert.equal((await shopper.cart()).itemCount, 1)
  const refused = await answer
  assert.deepEqual([refused.statusCode, refused.json().code], [503, 'DATABASE_AWAY'])
  assert.ok(Number(refused.headers['retry-after']) >= 1)
  assert.equal((await late).statusCode, 503)
  assert.deepEqual(await stockOf(database.db, variantId), { onHand: 5, held: 0 })
  await sql`drop trigger full_disk on orders`.execute(database.db)
  for (const press of [place, place, other.place]) assert.equal((await press()).statusCode, 200)
  assert.deepEqual(await stockOf(database.db, variantId), { onHand: 3, held: 0 })
  await assertLedgerAddsUp(database.db)
})

test('the queue of waiting orders is bounded: one too many is turned away at once', async () => {
  const { variantId } = await addProduct(database.db, { stock: 100 })
  const shoppers = await Promise.all(Array.from({ length: 12 }, () => readyShopper(variantId)))
  await way.cut()
  const answers = shoppers.map(({ place }) => place())
  // Between two pauses an order is tried, and does not wait.
  let most = 0
  for (let look = 0; look < 50; look++) {
    await sleep(10)
    most = Math.max(most, patience.waitingCount())
  }
  assert.equal(most, 8)
  await way.mend()
  const codes = (await Promise.all(answers)).map((answer) =>
    answer.statusCode === 200 ? 'placed' : answer.json().code,
  )
  assert.deepEqual(
    [codes.filter((code) => code === 'placed').length, codes.filter((code) => code === 'TOO_BUSY').length],
    [8, 4],
  )
})
