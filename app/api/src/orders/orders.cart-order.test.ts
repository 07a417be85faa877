import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Order } from '@dhakacart/contract/orders.schema.ts'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { sql } from 'kysely'
import { createShopper, type Shopper } from '../testing/shopper.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

let api: TestApi
let upazilaId: number

before(async () => {
  api = await startTestApi()
  upazilaId = (await addPlaces(api.db)).insideDhakaUpazilaId
})
after(() => api.drop())

test('the browser that ordered is led back to its order for a day, and nobody else is', async () => {
  const ordered = async (shopper: Shopper) => {
    const answer = await shopper.send('GET', '/api/cart/order')
    assert.deepEqual([answer.statusCode, answer.headers['cache-control']], [200, 'no-store'])
    return answer.json().order
  }
  const { variantId } = await addProduct(api.db, { stock: 5 })
  const shopper = createShopper(api)
  await shopper.add(variantId)
  assert.equal(await ordered(shopper), null, 'an open cart')
  const { orderKey } = await shopper.cart()
  const { token, number, customerPhone } = (
    await shopper.order(orderKey, await shopper.orderBody(upazilaId))
  ).json() as Order
  assert.deepEqual(await ordered(shopper), { token, number, state: 'confirmed', holdExpiresAt: null })
  const other = createShopper(api)
  await other.add(variantId)
  const { orderKey: otherKey } = await other.cart()
  await other.order(otherKey, await other.orderBody(upazilaId, { customerPhone }))
  assert.notEqual((await ordered(other)).token, token, 'the same phone in another browser')
  for (const cookie of [null, 'A'.repeat(43), 'not a token']) {
    assert.equal(await ordered(createShopper(api, cookie)), null)
  }
  await sql`update orders set placed_at = shop_now() - interval '24 hours 1 second' where token = ${token}`.execute(
    api.db,
  )
  assert.equal(await ordered(shopper), null, 'a day later')
  await sql`update orders set placed_at = shop_now() where token = ${token}`.execute(api.db)
  const before = shopper.cookie()
  await shopper.add(variantId)
  assert.notEqual(shopper.cookie(), before)
  assert.equal(await ordered(shopper), null, 'the browser has begun another cart')
})
