import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { pathaoOrder } from '../testing/parcels.ts'
import {
  type Merchant,
  startMerchant,
  startTestSimulator,
  type TestSimulator,
  testKeys,
  until,
} from '../testing/test-simulator.ts'

const keys = testKeys.pathao
let one: TestSimulator
let shop: Merchant
let token = ''
before(async () => {
  shop = await startMerchant()
  one = await startTestSimulator({ webhookOrigin: shop.origin })
  token = String((await logIn()).body.access_token)
})
beforeEach(() => {
  one.simulator.faults.clear()
  // The limit of a minute belongs to each test alone.
  one.simulator.clock.advance(60_001)
})
after(async () => {
  await one.stop()
  await shop.stop()
})

type Answer = { status: number; body: Record<string, unknown> & { data?: Record<string, unknown> } }

async function send(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const answer = await fetch(`${one.origin}/pathao/aladdin/api/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: (await answer.json()) as Answer['body'] }
}
const logIn = (changes: Record<string, string> = {}) =>
  send('POST', '/issue-token', {
    client_id: keys.clientId,
    client_secret: keys.clientSecret,
    grant_type: 'password',
    username: keys.username,
    password: keys.password,
    ...changes,
  })
const webhooks = (reference: string) =>
  shop.received
    .filter(({ path }) => path === '/api/couriers/pathao/webhook')
    .map(({ body }) => JSON.parse(body) as Record<string, unknown>)
    .filter((told) => told.merchant_order_id === reference)

test('log in, walk through the places, ask the price, book, and read the order', async () => {
  const list = async (path: string) => ((await send('GET', path)).body.data?.data ?? []) as Record<string, unknown>[]
  const city = (await list('/city-list')).find(({ city_name: name }) => name === 'Dhaka')
  const [zone] = await list(`/cities/${city?.city_id}/zone-list`)
  assert.equal((await list(`/zones/${zone?.zone_id}/area-list`)).length, 2)
  const place = { recipient_city: city?.city_id, recipient_zone: zone?.zone_id }
  const price = await send('POST', '/merchant/price-plan', {
    store_id: 55001,
    item_type: 2,
    delivery_type: 48,
    item_weight: 3,
    ...place,
  })
  assert.equal(price.body.data?.final_price, 120)
  const order = pathaoOrder(place)
  const booked = (await send('POST', '/orders', order)).body.data ?? {}
  assert.deepEqual([booked.merchant_order_id, booked.order_status], [order.merchant_order_id, 'Pending'])
  const known = (await send('GET', `/orders/${booked.consignment_id}/info`)).body.data
  assert.deepEqual([known?.merchant_order_id, known?.order_status_slug], [order.merchant_order_id, 'Pending'])
  await until('the webhook came', () => webhooks(order.merchant_order_id).length === 1)
  assert.equal(webhooks(order.merchant_order_id)[0]?.event, 'order.created')
})

for (const [changes, field] of [
  [{ recipient_name: 'AB' }, 'recipient_name'],
  [{ recipient_phone: '+8801712345678' }, 'recipient_phone'],
  [{ recipient_address: 'Dhaka' }, 'recipient_address'],
  [{ recipient_address: 'x'.repeat(221) }, 'recipient_address'],
  [{ delivery_type: 24 }, 'delivery_type'],
  [{ item_weight: 10.5 }, 'item_weight'],
  [{ amount_to_collect: 12.5 }, 'amount_to_collect'],
  [{ store_id: 1 }, 'store_id'],
  [{ recipient_city: 1, recipient_zone: 201 }, 'recipient_zone'],
  [{ recipient_city: 999, recipient_zone: 101 }, 'recipient_city'],
] as const) {
  test(`an order with ${JSON.stringify(changes).slice(0, 50)} is refused`, async () => {
    const { status, body } = await send('POST', '/orders', pathaoOrder(changes))
    assert.deepEqual([status, Object.keys(body.errors as object)], [422, [field]])
  })
}

for (const [changes, field] of [
  [{ recipient_zone: 999_999 }, 'recipient_zone'],
  [{ recipient_city: '' }, 'recipient_city'],
  [{ store_id: 1 }, 'store_id'],
  [{ item_weight: 0 }, 'item_weight'],
] as const) {
  test(`a question for the price with ${JSON.stringify(changes)} is refused`, async () => {
    const question = { store_id: 55001, item_type: 2, delivery_type: 48, item_weight: 1 }
    const place = { recipient_city: 1, recipient_zone: 101 }
    const { status, body } = await send('POST', '/merchant/price-plan', { ...question, ...place, ...changes })
    assert.deepEqual([status, Object.keys(body.errors as object)], [422, [field]])
  })
}

test('fault token_expired answers 401 to one request, fault empty_list gives one empty list', async () => {
  const list = async () => {
    const { status, body } = await send('GET', '/city-list')
    return [status, (body.data?.data as unknown[] | undefined)?.length ?? null]
  }
  one.simulator.faults.addNext('pathao', 'token_expired', 1)
  assert.deepEqual(await list(), [401, null])
  one.simulator.faults.addNext('pathao', 'empty_list', 1)
  assert.deepEqual(await list(), [200, 0])
  assert.deepEqual(await list(), [200, 64])
})

test('nobody is let in with wrong keys or without a token, and the 61st request of a minute is too many', async () => {
  assert.equal((await logIn({ password: 'wrong' })).status, 401)
  assert.equal((await logIn({ client_secret: 'wrong' })).status, 401)
  assert.equal((await send('GET', '/city-list', undefined, { authorization: 'Bearer no' })).status, 401)
  for (let count = 3; count < 60; count += 1) assert.equal((await send('GET', '/stores')).status, 200)
  assert.equal((await send('GET', '/stores')).status, 429)
})

test('bulk is accepted without telling any consignment; the webhooks do', async () => {
  const orders = [pathaoOrder(), pathaoOrder()]
  const { status, body } = await send('POST', '/orders/bulk', { orders })
  assert.deepEqual([status, body.data], [202, true])
  await until('both came', () => orders.every(({ merchant_order_id: id }) => webhooks(id).length === 1))
})

test('fault timeout_after_success: booked without an answer, and only the webhook names the consignment', async () => {
  const order = pathaoOrder({}, 'timeout_after_success')
  await assert.rejects(send('POST', '/orders', order))
  await until('the webhook came', () => webhooks(order.merchant_order_id).length === 1)
  const id = webhooks(order.merchant_order_id)[0]?.consignment_id
  assert.equal((await send('GET', `/orders/${id}/info`)).body.data?.merchant_order_id, order.merchant_order_id)
})

test('fault token_limited refuses a token', async () => {
  one.simulator.faults.addNext('pathao', 'token_limited', 1)
  assert.equal((await logIn()).status, 429)
})
