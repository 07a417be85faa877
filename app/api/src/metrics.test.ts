import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { createMetrics } from '@dhakacart/service-kit/metrics.ts'
import { measurePool } from './database-health.ts'
import { placeOrder } from './testing/placed-order.ts'
import { startTestApi, type TestApi } from './testing/test-api.ts'

const metrics = createMetrics({ process: 'api', release: 'r7' })
const pool = { totalCount: 5, idleCount: 3, waitingCount: 2 } as Parameters<typeof measurePool>[1]
let api: TestApi

before(async () => {
  measurePool(metrics, pool)
  api = await startTestApi({ settings: { metrics } })
})
after(() => api.drop())

/** The value of the one line that has this name and these labels; NaN when there is none. */
async function figureOf(name: string, labels: Record<string, string> = {}): Promise<number> {
  const text = await metrics.registry.metrics()
  const wanted = Object.entries(labels).map(([label, value]) => `${label}="${value}"`)
  const line = text
    .split('\n')
    .find((one) => one.startsWith(`dhakacart_${name}{`) && wanted.every((label) => one.includes(label)))
  return Number(line?.split(' ').at(-1) ?? Number.NaN)
}

test('requests are counted by route and not by address, with their status and how long they took', async () => {
  await api.inject('/api/catalogue/products/nothing-of-that-name')
  await api.inject('/api/catalogue/products/nor-of-this')
  const labels = { method: 'GET', route: '/api/catalogue/products/:slug', status: '404' }
  assert.equal(await figureOf('http_request_duration_seconds_count', labels), 2)
  assert.ok((await figureOf('http_request_duration_seconds_sum', labels)) > 0)
  assert.equal(await figureOf('http_requests_in_flight'), 0)
  assert.ok(!(await metrics.registry.metrics()).includes('nothing-of-that-name'))
})

test('placed orders, the pool, the event loop and the release are there', async () => {
  const { insideDhakaUpazilaId } = await addPlaces(api.db)
  const { variantId } = await addProduct(api.db, { stock: 3 })
  await placeOrder(api, insideDhakaUpazilaId, [[variantId, 1]])
  assert.equal(await figureOf('orders_placed_total', { payment_method: 'cash_on_delivery' }), 1)
  assert.equal(await figureOf('orders_batch_size_count'), 1)
  assert.equal(await figureOf('database_connections_open'), 5)
  assert.equal(await figureOf('database_connections_idle'), 3)
  assert.equal(await figureOf('database_connections_waited_for'), 2)
  assert.ok((await figureOf('nodejs_eventloop_lag_p99_seconds')) >= 0)
  assert.equal(await figureOf('release_info', { release: 'r7' }), 1)
})
