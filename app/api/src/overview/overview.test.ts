import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Overview } from '@dhakacart/contract/overview.schema.ts'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { sql } from 'kysely'
import { placeOrder } from '../testing/placed-order.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

let api: TestApi
before(async () => {
  api = await startTestApi()
})
after(() => api.drop())

test('the overview counts what was placed, waits, went wrong and ran out', async () => {
  const { insideDhakaUpazilaId } = await addPlaces(api.db)
  const viewer = await signInAsStaff(api, 'viewer')
  const read = async () => (await viewer.send('GET', '/api/console/overview')).json() as Overview
  const empty = await read()
  assert.deepEqual([empty.series.length, empty.today.orders, empty.waiting.toPack], [14, 0, 0])

  const { variantId } = await addProduct(api.db, { pricePaisa: 100_000, stock: 9 })
  await addProduct(api.db, { stock: 0 })
  await addProduct(api.db, { stock: 0, isPublished: false })
  const orders = []
  for (let index = 0; index < 4; index++) {
    const customerPhone = `0181000000${index}`
    orders.push(await placeOrder(api, insideDhakaUpazilaId, [[variantId, 1]], { customerPhone }))
  }
  const [, second, third, fourth] = orders.map(({ id }) => id)
  await sql`update orders set state = 'packed', placed_at = shop_now() - interval '50 hours' where id = ${second}`.execute(
    api.db,
  )
  await sql`update orders set state = 'cancelled' where id = ${third}`.execute(api.db)
  await sql`update orders set placed_at = shop_now() - interval '20 days' where id = ${fourth}`.execute(api.db)
  const overview = await read()
  assert.deepEqual([overview.today.orders, overview.today.totalPaisa], [1, 106_000])
  assert.deepEqual(overview.today, overview.series.at(-1))
  assert.deepEqual(overview.yesterday, overview.series.at(-2))
  assert.equal(
    overview.series.reduce((sum, { orders: count }) => sum + count, 0),
    2,
  )
  assert.deepEqual([overview.waiting.toPack, overview.waiting.toShip], [2, 1])
  assert.deepEqual([overview.problems['late_to_ship'], overview.problems['delivery_failed']], [2, 0])
  assert.deepEqual([overview.soldOut, overview.nearlySoldOut], [1, 1])
})
