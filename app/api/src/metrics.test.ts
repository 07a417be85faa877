import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { createMetrics } from '@dhakacart/service-kit/metrics.ts'
import { sql } from 'kysely'
import { measurePool } from './database-health.ts'
import { paymentLoops } from './payments/payments.jobs.ts'
import { receivableLoops } from './receivables/receivables.jobs.ts'
import { refundLoops } from './refunds/refunds.jobs.ts'
import { placeOrder } from './testing/placed-order.ts'
import { startTestApi, type TestApi } from './testing/test-api.ts'

const metrics = createMetrics({ process: 'api', release: 'r7' })
const pool = { totalCount: 5, idleCount: 3, waitingCount: 2 } as Parameters<typeof measurePool>[1]
let api: TestApi
let upazilaId: number

before(async () => {
  measurePool(metrics, pool)
  api = await startTestApi({ settings: { metrics } })
  upazilaId = (await addPlaces(api.db)).insideDhakaUpazilaId
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
  const { variantId } = await addProduct(api.db, { stock: 3 })
  await placeOrder(api, upazilaId, [[variantId, 1]])
  assert.equal(await figureOf('orders_placed_total', { payment_method: 'cash_on_delivery' }), 1)
  assert.equal(await figureOf('orders_batch_size_count'), 1)
  assert.equal(await figureOf('database_connections_open'), 5)
  assert.equal(await figureOf('database_connections_idle'), 3)
  assert.equal(await figureOf('database_connections_waited_for'), 2)
  assert.ok((await figureOf('nodejs_eventloop_lag_p99_seconds')) >= 0)
  assert.equal(await figureOf('release_info', { release: 'r7' }), 1)
})

test('how long the oldest refund is due and the oldest money from the door is owed is there, 0 where nothing is', async () => {
  const { variantId } = await addProduct(api.db, { stock: 3 })
  const { id, totalPaisa } = await placeOrder(api, upazilaId, [[variantId, 1]])
  const context = { db: api.db, providers: new Map() } as unknown as Parameters<typeof refundLoops>[0]
  const loops = [...refundLoops(context, metrics), ...receivableLoops(api.db, metrics)]
  const figures = async () => {
    for (const { round } of loops) await round()
    const names = ['refunds_due', 'refunds_oldest_due_seconds', 'receivables_owed', 'receivables_oldest_seconds']
    return Promise.all(names.map((name) => figureOf(name)))
  }
  assert.deepEqual(await figures(), [0, 0, 0, 0])
  await sql`
    insert into receivables (order_id, courier, due_paisa, delivered_at)
    values (${id}, 'own', ${totalPaisa}, shop_now() - interval '9 days')`.execute(api.db)
  await sql`
    insert into refunds (reference, idempotency_key, request_hash, order_id, amount_paisa, reason, state, requested_at)
    values ('DCTESTTEST1', ${randomUUID()}, '', ${id}, 100, 'a test', 'by_hand', shop_now() - interval '1 day')`.execute(
    api.db,
  )
  const [dueCount, dueSeconds = 0, owedCount, owedSeconds = 0] = await figures()
  assert.deepEqual([dueCount, owedCount], [1, 1])
  assert.ok(
    Math.abs(dueSeconds - 86_400) < 60 && Math.abs(owedSeconds - 9 * 86_400) < 60,
    `${dueSeconds} ${owedSeconds}`,
  )
  await sql`delete from refunds where order_id = ${id}`.execute(api.db)
  await sql`delete from receivables where order_id = ${id}`.execute(api.db)
  assert.deepEqual(await figures(), [0, 0, 0, 0])
})

test('how many tokens bKash was asked for within the hour is there beside how many it grants', async () => {
  const providers = new Map([['bkash', {}]])
  const loops = paymentLoops({ db: api.db, providers } as unknown as Parameters<typeof paymentLoops>[0], metrics)
  const counting = loops.find(({ name }) => name === 'bkash grants')
  const figures = async () => {
    await counting?.round()
    return [await figureOf('bkash_token_grants_last_hour'), await figureOf('bkash_token_grants_limit')]
  }
  assert.deepEqual(await figures(), [0, 2])
  await sql`
    insert into provider_tokens (provider, asked_at)
    values ('bkash', array[shop_now() - interval '61 minutes', shop_now() - interval '5 minutes'])`.execute(api.db)
  assert.deepEqual(await figures(), [1, 2])
})
