import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Order } from '@dhakacart/contract/orders.schema.ts'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { createTestDatabase, type TestDatabase } from '@dhakacart/database/testing/test-database.ts'
import { type ApiProcess, startApiProcesses } from '../testing/api-process.ts'
import { createShopper } from '../testing/shopper.ts'
import type { TestApi } from '../testing/test-api.ts'
import { assertLedgerAddsUp, stockOf } from './testing/ledger.ts'

let database: TestDatabase
let processes: ApiProcess[]
let upazilaId: number
/** Which process answered each request, in order. */
const askedAt: number[] = []

before(async () => {
  database = await createTestDatabase()
  upazilaId = (await addPlaces(database.db)).insideDhakaUpazilaId
  processes = await startApiProcesses(database.url, 2)
})
after(async () => {
  await Promise.all(processes.map((one) => one.stop()))
  await database.drop()
})

/** As behind a balancer at its worst: every request goes to the process that did not answer the one before. */
const alternating = { inject: inject as unknown as TestApi['inject'] }

async function inject({ method, url, headers, payload }: Sent) {
  const at = askedAt.length % processes.length
  askedAt.push(at)
  const answer = await fetch(`${processes[at]?.origin}${url}`, {
    method,
    headers: { ...headers, ...(payload !== undefined && { 'content-type': 'application/json' }) },
    ...(payload !== undefined && { body: JSON.stringify(payload) }),
  })
  const text = await answer.text()
  const cookies = answer.headers.getSetCookie().map((line) => {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    return { name, value }
  })
  return {
    statusCode: answer.status,
    headers: Object.fromEntries(answer.headers),
    cookies,
    json: () => JSON.parse(text),
  }
}
type Sent = { method: string; url: string; headers: Record<string, string>; payload?: object }

test('a shopper whose every request another process answers fills a cart, orders, reads the order and cancels it', async () => {
  const { variantId } = await addProduct(database.db, { stock: 5 })
  const other = await addProduct(database.db, { stock: 5 })
  const shopper = createShopper(alternating)
  const from = askedAt.length
  await shopper.add(variantId)
  await shopper.add(other.variantId, 3)
  assert.equal((await shopper.send('PUT', `/api/cart/lines/${other.variantId}`, { quantity: 2 })).statusCode, 200)
  const { orderKey, itemCount } = await shopper.cart()
  assert.equal(itemCount, 3)
  const body = await shopper.orderBody(upazilaId)
  const placed = await shopper.order(orderKey, body)
  assert.equal(placed.statusCode, 200)
  const order: Order = placed.json()
  assert.deepEqual((await shopper.send('GET', `/api/orders/${order.token}`)).json(), order)
  assert.deepEqual((await shopper.order(orderKey, body)).json(), order, 'pressed once more, at the other process')
  assert.equal((await shopper.send('GET', '/api/cart/order')).json().order.number, order.number)
  const track = { number: order.number, phone: order.customerPhone }
  assert.equal((await shopper.send('POST', '/api/orders/track', track)).json().state, 'confirmed')
  assert.deepEqual(await stockOf(database.db, other.variantId), { onHand: 3, held: 0 })
  assert.equal((await shopper.send('POST', `/api/orders/${order.token}/cancel`)).json().state, 'cancelled')
  assert.equal((await shopper.send('GET', `/api/orders/${order.token}`)).json().state, 'cancelled')
  assert.deepEqual(await stockOf(database.db, other.variantId), { onHand: 5, held: 0 })
  const turns = askedAt.slice(from)
  assert.ok(turns.length >= 12 && turns.every((at, index) => index === 0 || at !== turns[index - 1]))
  await assertLedgerAddsUp(database.db)
})

test('one key pressed at both processes at once, again and again, is one order', async () => {
  const { variantId } = await addProduct(database.db, { stock: 20 })
  const shopper = createShopper(alternating)
  await shopper.add(variantId, 2)
  const { orderKey } = await shopper.cart()
  const body = await shopper.orderBody(upazilaId)
  const answers = await Promise.all(Array.from({ length: 16 }, () => shopper.order(orderKey, body)))
  assert.deepEqual([...new Set(answers.map(({ statusCode }) => statusCode))], [200])
  assert.equal(new Set(answers.map((answer) => answer.json().token)).size, 1)
  assert.deepEqual(await stockOf(database.db, variantId), { onHand: 18, held: 0 })
  await assertLedgerAddsUp(database.db)
})

test('one key with two contents at both processes at once places one of them, and the other is told', async () => {
  const { variantId } = await addProduct(database.db, { stock: 20 })
  const shopper = createShopper(alternating)
  await shopper.add(variantId)
  const { orderKey } = await shopper.cart()
  const here = await shopper.orderBody(upazilaId)
  const there = { ...here, streetAddress: 'House 8, Road 5' }
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) => shopper.order(orderKey, index % 4 < 2 ? here : there)),
  )
  const placed = answers.filter(({ statusCode }) => statusCode === 200)
  assert.equal(new Set(placed.map((answer) => answer.json().streetAddress)).size, 1)
  assert.equal(placed.length, 4)
  const refused = answers.filter(({ statusCode }) => statusCode !== 200)
  assert.deepEqual([...new Set(refused.map((answer) => answer.json().code))], ['IDEMPOTENCY_KEY_REUSED'])
  assert.deepEqual(await stockOf(database.db, variantId), { onHand: 19, held: 0 })
  await assertLedgerAddsUp(database.db)
})
