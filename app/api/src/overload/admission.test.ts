import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { createMetrics } from '@dhakacart/service-kit/metrics.ts'
import { placeOrder } from '../testing/placed-order.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

const metrics = createMetrics({ process: 'api', release: 'test' })
let delayMs = 0
let api: TestApi
let variantId: number
let upazilaId: number

before(async () => {
  api = await startTestApi({ settings: { metrics, overload: { readDelayMs: () => delayMs } } })
  upazilaId = (await addPlaces(api.db)).insideDhakaUpazilaId
  variantId = (await addProduct(api.db, { stock: 1_000 })).variantId
})
after(() => api.drop())

const begin = (cookie = '') =>
  api.inject({
    method: 'POST',
    url: '/api/cart/lines',
    headers: { 'idempotency-key': randomUUID(), cookie },
    payload: { variantId, quantity: 1 },
  })
async function untilLimitIs(wanted: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const found = /^dhakacart_admission_limit\{[^}]*\} (\d+)/m.exec(await metrics.registry.metrics())?.[1]
    if (Number(found) === wanted) return
    await sleep(50)
  }
  assert.fail(`the limit never became ${wanted}`)
}

test('a late process turns the crowd away with Retry-After, and serves whoever it let in and every order', async () => {
  const first = await begin()
  const cookie = String(first.headers['set-cookie']).split(';')[0] ?? ''
  delayMs = 1_000
  await untilLimitIs(64)
  const order = placeOrder(api, upazilaId, [[variantId, 1]])
  const crowd = Array.from({ length: 300 }, () => begin())
  const inside = Array.from({ length: 10 }, () => begin(cookie))
  const answers = await Promise.all(crowd)
  const refused = answers.filter(({ statusCode }) => statusCode === 503)
  const served = answers.filter(({ statusCode }) => statusCode === 200).length
  // Three quarters of 64 places are for new carts, and the order began with one.
  assert.ok(served >= 46 && served <= 48, `${served} served`)
  assert.equal(served + refused.length, 300)
  for (const { headers, json } of refused) {
    const seconds = Number(headers['retry-after'])
    assert.ok(seconds >= 2 && seconds <= 6)
    assert.deepEqual([json().code, headers['cache-control']], ['TOO_BUSY', 'no-store'])
  }
  for (const { statusCode } of await Promise.all(inside)) assert.equal(statusCode, 200)
  assert.match((await order).number, /./)
  assert.match(
    await metrics.registry.metrics(),
    new RegExp(`dhakacart_requests_turned_away\\{class="new-cart",process="api"\\} ${refused.length}`),
  )
})

test('a process that is not late any more lets everybody in again, and no place is lost', async () => {
  delayMs = 0
  for (let round = 0; round < 5; round++) {
    const statuses = (await Promise.all(Array.from({ length: 20 }, () => begin()))).map(({ statusCode }) => statusCode)
    assert.deepEqual([...new Set(statuses)], [200])
  }
  assert.match(await metrics.registry.metrics(), /^dhakacart_admission_in_flight\{[^}]*\} 0$/m)
})
