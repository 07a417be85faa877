import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { FaultName } from '../provider-faults.ts'
import { steadfastOrder } from '../testing/parcels.ts'
import {
  type Merchant,
  startMerchant,
  startTestSimulator,
  type TestSimulator,
  testKeys,
  until,
} from '../testing/test-simulator.ts'

const { apiKey, secretKey } = testKeys.steadfast
const keys = { 'api-key': apiKey, 'secret-key': secretKey }
let one: TestSimulator
let shop: Merchant
before(async () => {
  shop = await startMerchant()
  one = await startTestSimulator({ webhookOrigin: shop.origin })
})
beforeEach(() => one.simulator.faults.clear())
after(async () => {
  await one.stop()
  await shop.stop()
})

type Answer = { status: number; body: Record<string, unknown> & { consignment?: Record<string, unknown> } }

async function send(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = keys,
): Promise<Answer> {
  const answer = await fetch(`${one.origin}/steadfast/api/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: (await answer.json()) as Answer['body'] }
}

async function book(fault?: FaultName) {
  const order = steadfastOrder({}, fault)
  const { body } = await send('POST', '/create_order', order)
  return { invoice: order.invoice, id: String(body.consignment?.consignment_id) }
}
const move = (id: string, status: string) =>
  one.app.inject({ method: 'POST', url: `/control/consignments/${id}/status`, payload: { status } })
const statusOf = async (invoice: string) => (await send('GET', `/status_by_invoice/${invoice}`)).body.delivery_status
const webhooks = (invoice: string) =>
  shop.received
    .filter(({ path }) => path === '/api/couriers/steadfast/webhook')
    .map(({ body }) => JSON.parse(body) as Record<string, unknown>)
    .filter((told) => told.invoice === invoice)

test('an order is booked and found by each of its three names, and a webhook tells each new status', async () => {
  const order = steadfastOrder()
  const { consignment = {} } = (await send('POST', '/create_order', order)).body
  assert.deepEqual(
    [consignment.invoice, consignment.cod_amount, consignment.status],
    [order.invoice, 1250, 'in_review'],
  )
  await move(String(consignment.consignment_id), 'delivered')
  for (const path of [
    `/status_by_cid/${consignment.consignment_id}`,
    `/status_by_invoice/${order.invoice}`,
    `/status_by_trackingcode/${consignment.tracking_code}`,
  ]) {
    assert.equal((await send('GET', path)).body.delivery_status, 'delivered', path)
  }
  await until('the webhook came', () => webhooks(order.invoice).length === 1)
  assert.equal(webhooks(order.invoice)[0]?.status, 'delivered')
})

for (const [changes, field] of [
  [{ invoice: 'a b' }, 'invoice'],
  [{ recipient_name: 'x'.repeat(101) }, 'recipient_name'],
  [{ recipient_phone: '8801712345678' }, 'recipient_phone'],
  [{ recipient_address: 'x'.repeat(251) }, 'recipient_address'],
  [{ cod_amount: -1 }, 'cod_amount'],
] as const) {
  test(`an order with a wrong ${field} is refused`, async () => {
    const { status, body } = await send('POST', '/create_order', steadfastOrder(changes))
    assert.deepEqual([status, Object.keys(body.errors as object)], [400, [field]])
  })
}

test('an invoice is taken once, and nobody books without both keys', async () => {
  const { invoice } = await book()
  assert.equal((await send('POST', '/create_order', steadfastOrder({ invoice }))).status, 400)
  assert.equal((await send('GET', '/get_balance', undefined, { 'api-key': apiKey })).status, 401)
})

test('in bulk each order gets its own answer, and 501 are too many', async () => {
  const orders = [steadfastOrder(), steadfastOrder({ recipient_phone: '1' })]
  const { body } = await send('POST', '/create_order/bulk-order', { data: JSON.stringify(orders) })
  const told = body as unknown as { status: string; consignment_id: number | null }[]
  assert.deepEqual(
    told.map(({ status, consignment_id: id }) => [status, id === null]),
    [
      ['success', false],
      ['error', true],
    ],
  )
  const tooMany = Array.from({ length: 501 }, () => steadfastOrder())
  assert.equal((await send('POST', '/create_order/bulk-order', { data: JSON.stringify(tooMany) })).status, 400)
})

test('fault timeout_after_success: booked without an answer, found by its invoice, refused when booked again', async () => {
  const order = steadfastOrder({}, 'timeout_after_success')
  await assert.rejects(send('POST', '/create_order', order))
  assert.equal(await statusOf(order.invoice), 'in_review')
  assert.equal((await send('POST', '/create_order', order)).status, 400)
})

test('fault timeout_after_success of one order leaves its whole bulk unanswered, and all of it booked', async () => {
  const orders = [steadfastOrder(), steadfastOrder({}, 'timeout_after_success')]
  await assert.rejects(send('POST', '/create_order/bulk-order', { data: JSON.stringify(orders) }))
  for (const { invoice } of orders) assert.equal(await statusOf(invoice), 'in_review')
})

test('faults of webhooks: never, late, thrice, forged', async () => {
  const never = await book('status_never')
  const late = await book('status_late')
  const thrice = await book('status_duplicate')
  const forged = await book('status_forged')
  for (const { id } of [never, late, thrice]) await move(id, 'pending')
  await until('the three came', () => webhooks(thrice.invoice).length === 3)
  await until('the forged one came', () => webhooks(forged.invoice).length === 1)
  assert.deepEqual([webhooks(forged.invoice)[0]?.status, await statusOf(forged.invoice)], ['delivered', 'in_review'])
  assert.deepEqual([webhooks(never.invoice).length, webhooks(late.invoice).length], [0, 0])
  one.simulator.clock.advance(3 * 3_600_000)
  await until('the late one came', () => webhooks(late.invoice).length === 1)
})

test('faults approval_pending and query_forgets', async () => {
  const pending = await book('approval_pending')
  await move(pending.id, 'delivered')
  assert.equal(await statusOf(pending.invoice), 'delivered_approval_pending')
  await move(pending.id, 'delivered')
  assert.equal(await statusOf(pending.invoice), 'delivered')
  const forgotten = await book('query_forgets')
  assert.equal((await send('GET', `/status_by_invoice/${forgotten.invoice}`)).status, 404)
})

test('faults of what is told: reversed, outdated for a minute, undocumented until the end; and too many requests', async () => {
  const reversed = await book('status_reversed')
  await move(reversed.id, 'pending')
  await move(reversed.id, 'delivered')
  await until('the last came', () => webhooks(reversed.invoice).length === 1)
  one.simulator.clock.advance(3 * 3_600_000)
  await until('the first came', () => webhooks(reversed.invoice).length === 2)
  assert.deepEqual(
    webhooks(reversed.invoice).map(({ status }) => status),
    ['delivered', 'pending'],
  )
  const outdated = await book('status_outdated')
  await move(outdated.id, 'pending')
  assert.equal(await statusOf(outdated.invoice), 'in_review')
  one.simulator.clock.advance(60_000)
  assert.equal(await statusOf(outdated.invoice), 'pending')
  const strange = await book('status_undocumented')
  await move(strange.id, 'pending')
  assert.equal(await statusOf(strange.invoice), 'Handed_to_Partner')
  await move(strange.id, 'delivered')
  assert.equal(await statusOf(strange.invoice), 'delivered')
  one.simulator.faults.addNext('steadfast', 'rate_limited', 1)
  assert.equal((await send('GET', '/get_balance')).status, 429)
  assert.equal((await send('GET', '/get_balance')).status, 200)
})
