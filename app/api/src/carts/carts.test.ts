import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { setClock, useSimulatedClock } from '@dhakacart/database/testing/set-clock.ts'
import { readPublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import { createShopper } from '../testing/shopper.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import { sweepCarts } from './carts.jobs.ts'

const day = 24 * 60 * 60 * 1000
const start = new Date('2026-11-23T10:00:00Z')

let api: TestApi
let variantIds: number[]
let places: Awaited<ReturnType<typeof addPlaces>>

before(async () => {
  api = await startTestApi()
  await useSimulatedClock(api.db, start)
  places = await addPlaces(api.db)
  variantIds = []
  for (let index = 0; index < 52; index++) {
    variantIds.push((await addProduct(api.db, { pricePaisa: 100_000 + index * 1_000, weightGrams: 600 })).variantId)
  }
})
after(() => api.drop())

const cartCount = async () => (await api.db.selectFrom('carts').select('id').execute()).length
const variant = (index: number): number => variantIds[index] ?? assert.fail('no such fixture')

test('looking makes no cart and no cookie; the first addition makes both', async () => {
  const before = await cartCount()
  const shopper = createShopper(api)
  for (const url of ['/api/cart', '/api/cart/summary']) {
    const answer = await shopper.send('GET', url)
    assert.equal(answer.statusCode, 200)
    assert.equal(answer.headers['set-cookie'], undefined)
    assert.equal(answer.headers['cache-control'], 'no-store')
  }
  assert.equal(await cartCount(), before)

  const added = await shopper.add(variant(0), 2)
  assert.equal(added.statusCode, 200)
  assert.match(
    String(added.headers['set-cookie']),
    /^cart=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
  )
  assert.equal(await cartCount(), before + 1)
  const cart = await shopper.cart()
  assert.deepEqual([cart.itemCount, cart.subtotalPaisa, cart.lines.length], [2, 200_000, 1])
  const { itemCount, name } = (await shopper.send('GET', '/api/cart/summary')).json()
  assert.deepEqual({ itemCount, name }, { itemCount: 2, name: null })
})

test('the database knows a hash of the token, never the token', async () => {
  const shopper = createShopper(api)
  await shopper.add(variant(0))
  const hashes = (await api.db.selectFrom('carts').select('tokenHash').execute()).map((row) =>
    row.tokenHash.toString('utf8'),
  )
  assert.ok(hashes.length > 0 && !hashes.includes(shopper.cookie() ?? ''))
})

test('the same addition twenty times at once adds once', async () => {
  const shopper = createShopper(api)
  await shopper.add(variant(0))
  const key = randomUUID()
  const answers = await Promise.all(Array.from({ length: 20 }, () => shopper.add(variant(1), 3, key)))
  assert.deepEqual(new Set(answers.map((answer) => answer.statusCode)), new Set([200]))
  assert.equal((await shopper.cart()).lines.find((line) => line.variantId === variant(1))?.quantity, 3)
})

test('additions of one variant gather in one line, which stops at 99 units', async () => {
  const shopper = createShopper(api)
  await shopper.add(variant(0), 60)
  await Promise.all([shopper.add(variant(0), 30), shopper.add(variant(0), 30)])
  const cart = await shopper.cart()
  assert.deepEqual(
    cart.lines.map((line) => line.quantity),
    [99],
  )
})

test('of two additions at once to a cart of 49 lines one is the fiftieth, the other is refused', async () => {
  const shopper = createShopper(api)
  for (const variantId of variantIds.slice(0, 49)) await shopper.add(variantId)
  const answers = await Promise.all([shopper.add(variant(49)), shopper.add(variant(50))])
  assert.deepEqual(answers.map((answer) => answer.statusCode).toSorted(), [200, 409])
  assert.equal(answers.find((answer) => answer.statusCode === 409)?.json().code, 'CART_FULL')
  assert.equal((await shopper.cart()).lines.length, 50)
  assert.equal((await shopper.add(variant(0))).statusCode, 200, 'a line that is there still grows')
})

test('a variant that is not sold is refused and leaves no cart behind', async () => {
  const { variantId: hidden } = await addProduct(api.db, { isPublished: false })
  const before = await cartCount()
  for (const variantId of [hidden, 999_999]) {
    const answer = await createShopper(api).add(variantId)
    assert.deepEqual([answer.statusCode, answer.json().code], [404, 'VARIANT_NOT_FOUND'])
  }
  assert.equal(await cartCount(), before)
})

test('quantities are set and lines removed, both safe to repeat', async () => {
  const shopper = createShopper(api)
  await shopper.add(variant(0))
  await shopper.add(variant(1))
  for (let time = 0; time < 2; time++) {
    assert.equal((await shopper.send('PUT', `/api/cart/lines/${variant(0)}`, { quantity: 7 })).json().itemCount, 8)
  }
  for (let time = 0; time < 2; time++) {
    assert.equal((await shopper.send('DELETE', `/api/cart/lines/${variant(1)}`)).json().itemCount, 7)
  }
  const missing = await shopper.send('PUT', `/api/cart/lines/${variant(2)}`, { quantity: 1 })
  assert.equal(missing.json().code, 'VARIANT_NOT_FOUND')
  const stranger = await createShopper(api).send('PUT', `/api/cart/lines/${variant(0)}`, { quantity: 1 })
  assert.equal(stranger.json().code, 'CART_NOT_FOUND')
})

test('a cart is gone 30 days after its last use, and not a day earlier', async () => {
  const shopper = createShopper(api)
  await shopper.add(variant(0))
  const first = shopper.cookie()
  await setClock(api.db, new Date(start.getTime() + 29 * day))
  await shopper.add(variant(1))
  await setClock(api.db, new Date(start.getTime() + 58 * day))
  assert.equal((await shopper.cart()).itemCount, 2, 'use prolongs')
  await setClock(api.db, new Date(start.getTime() + 60 * day))
  assert.equal((await shopper.cart()).itemCount, 0)
  await shopper.add(variant(2))
  assert.notEqual(shopper.cookie(), first, 'a new cart begins')
  assert.equal((await shopper.cart()).itemCount, 1)
  const cartsLeft = async () => (await api.db.selectFrom('carts').select('id').execute()).length
  const before = await cartsLeft()
  assert.ok((await sweepCarts({ db: api.db, randomBytes })) >= 1, 'what is gone is deleted')
  assert.equal(await sweepCarts({ db: api.db, randomBytes }), 0)
  assert.ok((await cartsLeft()) < before)
  assert.equal((await shopper.cart()).itemCount, 1, 'what is in use stays')
  await setClock(api.db, start)
})

test('on https the cart’s cookie is __Host-, Secure and HttpOnly', async () => {
  const settings = { db: api.db, publicOrigin: readPublicOrigin('https://dhakacart.example') }
  const secure = await startTestApi({ settings })
  const added = await secure.inject({
    method: 'POST',
    url: '/api/cart/lines',
    headers: { 'idempotency-key': randomUUID(), origin: 'https://dhakacart.example' },
    payload: { variantId: variant(0), quantity: 1 },
  })
  const [cookie] = added.cookies
  assert.deepEqual(
    [cookie?.name, cookie?.secure, cookie?.httpOnly, cookie?.sameSite, cookie?.path, cookie?.maxAge],
    ['__Host-cart', true, true, 'Lax', '/', 30 * 86_400],
  )
  await secure.drop()
})

test('the quote follows zone and weight', async () => {
  const shopper = createShopper(api)
  await shopper.add(variant(0), 3)
  const quote = async (upazilaId: number) =>
    (await shopper.send('GET', `/api/cart/quote?upazilaId=${upazilaId}`)).json()
  const inside = await quote(places.insideDhakaUpazilaId)
  // 1,800 g: the first kilogram at 60 taka, the begun second at 20.
  assert.deepEqual([inside.weightGrams, inside.deliveryFeePaisa, inside.totalPaisa], [1_800, 8_000, 308_000])
  assert.equal((await quote(places.outsideDhakaUpazilaId)).deliveryFeePaisa, 15_000)
  assert.equal((await quote(123_456)).code, 'PLACE_NOT_FOUND')
  assert.equal((await createShopper(api).send('GET', `/api/cart/quote?upazilaId=1`)).json().code, 'CART_EMPTY')
})

test('a write from a page of another site is refused', async () => {
  const shopper = createShopper(api)
  const body = { variantId: variant(0), quantity: 1 }
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of foreign) {
    const answer = await shopper.send('POST', '/api/cart/lines', body, {
      'idempotency-key': randomUUID(),
      ...headers,
    })
    assert.deepEqual([answer.statusCode, answer.json().code], [403, 'FOREIGN_ORIGIN'])
  }
  for (const origin of ['http://localhost:3000', 'http://127.0.0.1:3000']) {
    const answer = await shopper.send('POST', '/api/cart/lines', body, { 'idempotency-key': randomUUID(), origin })
    assert.equal(answer.statusCode, 200)
  }
})

test('bodies of every wrong kind are refused with a clear 4xx and change nothing', async () => {
  const before = await cartCount()
  const key = { 'idempotency-key': randomUUID(), 'content-type': 'application/json' }
  const nested = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`
  const id = variant(0)
  const bodies = [
    '',
    '{',
    'null',
    '[]',
    '"text"',
    '1',
    '{}',
    nested,
    `{"variantId":${id}}`,
    `{"variantId":${id},"quantity":0}`,
    `{"variantId":${id},"quantity":-1}`,
    `{"variantId":${id},"quantity":1.5}`,
    `{"variantId":${id},"quantity":100}`,
    `{"variantId":${id},"quantity":1e400}`,
    `{"variantId":${id},"quantity":"1"}`,
    `{"variantId":9223372036854775807,"quantity":1}`,
    `{"variantId":99999999999999999999999,"quantity":1}`,
    `{"variantId":${id},"quantity":null}`,
    `{"variantId":${id},"quantity":1,"pricePaisa":1}`,
    `{"variantId":${id},"quantity":1,"__proto__":{"x":1}}`,
    Buffer.from([0x7b, 0xff, 0xfe, 0x7d]),
    JSON.stringify({ variantId: id, quantity: 1, note: 'x'.repeat(70_000) }),
  ]
  for (const payload of bodies) {
    const answer = await api.inject({ method: 'POST', url: '/api/cart/lines', headers: key, payload })
    const shown = String(payload).slice(0, 60)
    assert.ok(answer.statusCode >= 400 && answer.statusCode < 500, `${shown}: ${answer.statusCode}`)
    const { code, message, requestId } = answer.json()
    assert.ok(code && message && requestId, `${shown}: no full error body`)
  }
  for (const wrongKey of ['', 'x', 'a'.repeat(5_000)]) {
    const answer = await api.inject({
      method: 'POST',
      url: '/api/cart/lines',
      headers: { 'idempotency-key': wrongKey },
      payload: { variantId: id, quantity: 1 },
    })
    assert.equal(answer.statusCode, 400)
  }
  assert.equal(await cartCount(), before)
})
