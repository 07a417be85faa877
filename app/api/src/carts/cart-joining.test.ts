import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Cart } from '@dhakacart/contract/carts.schema.ts'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { setClock, useSimulatedClock } from '@dhakacart/database/testing/set-clock.ts'
import { type Browser, createBrowser, lastCode, newPhone, signInByCode } from '../testing/customer.ts'
import { createShopper } from '../testing/shopper.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

let api: TestApi
let variantIds: number[]
let upazilaId: number
let now = new Date('2026-11-23T10:00:00Z').getTime()

before(async () => {
  api = await startTestApi()
  await useSimulatedClock(api.db, new Date(now))
  upazilaId = (await addPlaces(api.db)).insideDhakaUpazilaId
  variantIds = []
  for (let index = 0; index < 54; index++) variantIds.push((await addProduct(api.db, { stock: 500 })).variantId)
})
after(() => api.drop())

const variant = (index: number): number => variantIds[index] ?? assert.fail('no such fixture')

async function pass(ms: number): Promise<void> {
  now += ms
  await setClock(api.db, new Date(now))
}

const add = (browser: Browser, variantId: number, quantity = 1, key: string = randomUUID()) =>
  browser.send('POST', '/api/cart/lines', { variantId, quantity }, { 'idempotency-key': key })
const cartOf = async (browser: Browser): Promise<Cart> => (await browser.send('GET', '/api/cart')).json()
const quantities = async (browser: Browser) =>
  Object.fromEntries((await cartOf(browser)).lines.map(({ variantId, quantity }) => [variantId, quantity]))

/** Signs a number in again in another browser, after the pause between codes. */
async function signInAgain(phone: string, browser: Browser): Promise<void> {
  await pass(30 * 60_000)
  await signInByCode(api, phone, browser)
}

test('at sign-in the cart of the browser becomes the account’s, and follows to the next device', async () => {
  const phone = newPhone()
  const laptop = createBrowser(api)
  await add(laptop, variant(0), 2)
  await signInByCode(api, phone, laptop)
  assert.deepEqual(await quantities(laptop), { [variant(0)]: 2 })

  const mobile = createBrowser(api)
  await add(mobile, variant(0), 3)
  await add(mobile, variant(1), 1)
  await signInAgain(phone, mobile)
  const together = { [variant(0)]: 5, [variant(1)]: 1 }
  assert.deepEqual(await quantities(mobile), together)
  assert.deepEqual(await quantities(laptop), together, 'both show the same')
  assert.equal((await laptop.send('GET', '/api/cart/summary')).json().itemCount, 6)
  await add(laptop, variant(2))
  assert.equal((await cartOf(mobile)).itemCount, 7)
})

test('joined lines stop at 99 units and 50 lines, the newest of the browser first', async () => {
  const phone = newPhone()
  const laptop = createBrowser(api)
  for (let index = 0; index < 48; index++) await add(laptop, variant(index), 60)
  await signInByCode(api, phone, laptop)
  const mobile = createBrowser(api)
  for (const index of [0, 50, 51, 52, 53]) {
    await pass(1_000)
    await add(mobile, variant(index), 60)
  }
  await signInAgain(phone, mobile)
  const joined = await quantities(mobile)
  assert.equal(Object.keys(joined).length, 50)
  assert.equal(joined[variant(0)], 99)
  assert.deepEqual(
    [50, 51, 52, 53].map((index) => joined[variant(index)]),
    [undefined, undefined, 60, 60],
  )
})

test('signing in twice at once with one cart joins it once', async () => {
  const phone = newPhone()
  const first = createBrowser(api)
  await add(first, variant(0), 1)
  await signInByCode(api, phone, first)
  await first.send('PUT', '/api/account/password', { currentPassword: null, newPassword: 'mango tree by the river' })
  const guest = createBrowser(api)
  await add(guest, variant(0), 2)
  const cookies = [...guest.jar]
  const answers = await Promise.all(
    Array.from({ length: 4 }, () =>
      createBrowser(api, cookies).send('POST', '/api/account/sign-in/password', {
        login: phone,
        password: 'mango tree by the river',
      }),
    ),
  )
  assert.deepEqual([...new Set(answers.map(({ statusCode }) => statusCode))], [200])
  assert.deepEqual(await quantities(first), { [variant(0)]: 3 })
})

test('an ordered cart is never opened again by signing in', async () => {
  const phone = newPhone()
  const browser = createBrowser(api)
  await add(browser, variant(3), 1)
  const shopper = createShopper(api, browser.jar.get('cart') ?? null)
  const { orderKey } = await shopper.cart()
  assert.equal((await shopper.order(orderKey, await shopper.orderBody(upazilaId))).statusCode, 200)
  await signInByCode(api, phone, browser)
  assert.equal((await cartOf(browser)).itemCount, 0)
  await add(browser, variant(4), 1)
  assert.deepEqual(await quantities(browser), { [variant(4)]: 1 })

  const mobile = createBrowser(api)
  await signInAgain(phone, mobile)
  assert.deepEqual(await quantities(mobile), { [variant(4)]: 1 }, 'a cart begun while signed in is the account’s')
})

test('an order and a sign-in at the same moment: the cart is ordered or joined, never both', async () => {
  for (let round = 0; round < 6; round++) {
    const phone = newPhone()
    const owner = createBrowser(api)
    await add(owner, variant(5), 1)
    await signInByCode(api, phone, owner)
    const guest = createBrowser(api)
    await add(guest, variant(6), 1)
    const shopper = createShopper(api, guest.jar.get('cart') ?? null)
    const { orderKey } = await shopper.cart()
    const body = await shopper.orderBody(upazilaId)
    await pass(30 * 60_000)
    await guest.send('POST', '/api/account/codes', { phone, language: 'en' })
    const code = await lastCode(api, phone)
    const [ordered] = await Promise.all([
      shopper.order(orderKey, body),
      guest.send('POST', '/api/account/sign-in/code', { phone, code, language: 'en' }),
    ])
    const joined = await quantities(owner)
    assert.equal(
      ordered.statusCode === 200,
      joined[variant(6)] === undefined,
      `${ordered.statusCode} ${JSON.stringify(joined)}`,
    )
  }
})

test('a browser signed in before leaves its cart with its account: the next person does not get it', async () => {
  const browser = createBrowser(api)
  const first = newPhone()
  await signInByCode(api, first, browser)
  await add(browser, variant(7), 1)
  const cart = browser.jar.get('cart') ?? ''
  await browser.send('POST', '/api/account/sign-out', {})
  assert.equal((await cartOf(browser)).itemCount, 0)
  // The session ran out and the cookie of the cart stayed.
  const left = createBrowser(api, [['cart', cart]])
  await signInByCode(api, newPhone(), left)
  assert.equal((await cartOf(left)).itemCount, 0)
  await signInAgain(first, browser)
  assert.deepEqual(await quantities(browser), { [variant(7)]: 1 })
})

test('an addition repeated after the join is still not made twice', async () => {
  const phone = newPhone()
  const owner = createBrowser(api)
  await add(owner, variant(8), 1)
  await signInByCode(api, phone, owner)
  const guest = createBrowser(api)
  const key = randomUUID()
  await add(guest, variant(9), 1, key)
  await signInAgain(phone, guest)
  await add(guest, variant(9), 1, key)
  assert.deepEqual(await quantities(guest), { [variant(8)]: 1, [variant(9)]: 1 })
})
