import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Order } from '@dhakacart/contract/orders.schema.ts'
import { addPlaces, addProduct, type ProductFixture } from '@dhakacart/database/testing/fixtures.ts'
import { sql } from 'kysely'
import { createShopper, type Shopper } from '../testing/shopper.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import { assertLedgerAddsUp, stockOf } from './testing/ledger.ts'

let api: TestApi
let places: Awaited<ReturnType<typeof addPlaces>>

before(async () => {
  api = await startTestApi()
  places = await addPlaces(api.db)
})
after(() => api.drop())

const product = async (fixture: ProductFixture = {}) => (await addProduct(api.db, fixture)).variantId
const countOrders = async () => (await api.db.selectFrom('orders').select('id').execute()).length

/** A shopper with these lines in the cart, and the body that orders them inside Dhaka. */
async function readyShopper(lines: [variantId: number, quantity: number][], changes = {}) {
  const shopper = createShopper(api)
  for (const [variantId, quantity] of lines) await shopper.add(variantId, quantity)
  const { orderKey } = await shopper.cart()
  return { shopper, orderKey, body: await shopper.orderBody(places.insideDhakaUpazilaId, changes) }
}

const place = async ({ shopper, orderKey, body }: { shopper: Shopper; orderKey: string | null; body: object }) =>
  shopper.order(orderKey, body)

test('cash on delivery is confirmed and sold at once, with its ledger rows and message jobs', async () => {
  const phone = await product({ pricePaisa: 1_399_000, stock: 10, weightGrams: 400, vatBasisPoints: 750 })
  const cable = await product({ pricePaisa: 35_000, stock: 5, weightGrams: 100 })
  const answer = await place(
    await readyShopper(
      [
        [phone, 1],
        [cable, 2],
      ],
      { customerPhone: '০১৭১২-৩৪৫৬৭৮', customerEmail: 'Rahima@Example.com ', customerName: '  রহিমা   বেগম ' },
    ),
  )
  assert.equal(answer.statusCode, 200)
  assert.equal(answer.headers['cache-control'], 'no-store')
  const order = answer.json() as Order
  assert.match(order.number, /^DC[34679ACDEFGHJKMNPQRTWXY]{8}$/)
  assert.match(order.token, /^[\w-]{43}$/)
  assert.deepEqual(
    [order.state, order.subtotalPaisa, order.deliveryFeePaisa, order.totalPaisa, order.itemCount],
    ['confirmed', 1_469_000, 6_000, 1_475_000, 3],
  )
  // 7.5 % contained in each line: 13,990 × 7.5 / 107.5 = 976.05; 700 × 7.5 / 107.5 = 48.84 taka.
  assert.equal(order.vatPaisa, 97_605 + 4_884)
  assert.deepEqual(
    [order.customerName, order.customerPhone, order.customerEmail],
    ['রহিমা বেগম', '+8801712345678', 'rahima@example.com'],
  )
  assert.deepEqual(
    order.steps.map((step) => step.state),
    ['confirmed'],
  )
  assert.deepEqual(await stockOf(api.db, phone), { onHand: 9, held: 0 })
  assert.deepEqual(await stockOf(api.db, cable), { onHand: 3, held: 0 })
  const { rows: jobs } = await sql`select payload ->> 'channel' as channel from jobs order by id`.execute(api.db)
  assert.deepEqual(jobs, [{ channel: 'sms' }, { channel: 'email' }])
  await assertLedgerAddsUp(api.db)
})

test('of thirty buyers of the last two units two get them and the others are told what is left', async () => {
  const variantId = await product({ stock: 2 })
  const buyers = await Promise.all(Array.from({ length: 30 }, () => readyShopper([[variantId, 1]])))
  const answers = await Promise.all(buyers.map(place))
  const refused = answers.filter((answer) => answer.statusCode === 409).map((answer) => answer.json())
  assert.equal(answers.filter((answer) => answer.statusCode === 200).length, 2)
  assert.deepEqual([...new Set(refused.map((body) => body.code))], ['OUT_OF_STOCK'])
  assert.ok(refused.every((body) => body.details.lines[0].availableUnits < 1))
  assert.deepEqual(await stockOf(api.db, variantId), { onHand: 0, held: 0 })
  await assertLedgerAddsUp(api.db)
})

test('one line short refuses the whole order and takes nothing', async () => {
  const plenty = await product({ stock: 50 })
  const scarce = await product({ stock: 3 })
  const ready = await readyShopper([
    [plenty, 2],
    [scarce, 4],
  ])
  const before = await countOrders()
  const answer = await place(ready)
  assert.equal(answer.json().code, 'OUT_OF_STOCK')
  assert.deepEqual(
    answer
      .json()
      .details.lines.map((line: { variantId: number; availableUnits: number }) => [
        line.variantId,
        line.availableUnits,
      ]),
    [[scarce, 3]],
  )
  assert.deepEqual(await stockOf(api.db, plenty), { onHand: 50, held: 0 })
  assert.equal(await countOrders(), before)
  assert.equal((await ready.shopper.cart()).itemCount, 6, 'the cart is as it was')
})

test('the same key twenty times at once places one order and everybody gets it', async () => {
  const variantId = await product({ stock: 100 })
  const ready = await readyShopper([[variantId, 1]])
  const before = await countOrders()
  const answers = await Promise.all(Array.from({ length: 20 }, () => place(ready)))
  assert.deepEqual([...new Set(answers.map((answer) => answer.statusCode))], [200])
  assert.equal(new Set(answers.map((answer) => answer.body)).size, 1)
  assert.equal(await countOrders(), before + 1)
  assert.deepEqual(await stockOf(api.db, variantId), { onHand: 99, held: 0 })
})

test('the same key with other content is refused, spelling of the same content is not', async () => {
  const variantId = await product()
  const ready = await readyShopper([[variantId, 1]], { customerPhone: '01712-345678' })
  const first = await place(ready)
  const other = await place({ ...ready, body: { ...ready.body, streetAddress: 'House 8, Road 4' } })
  assert.deepEqual([other.statusCode, other.json().code], [422, 'IDEMPOTENCY_KEY_REUSED'])
  const respelt = await place({
    ...ready,
    body: { ...ready.body, customerPhone: '+880 1712 345678', customerName: ' Rahima  Begum' },
  })
  assert.equal(respelt.json().number, first.json().number)
})

test('an ordered cart is closed: no other key orders it, nothing changes it, an addition begins a new one', async () => {
  const variantId = await product()
  const ready = await readyShopper([[variantId, 1]])
  await place(ready)
  assert.equal((await place({ ...ready, orderKey: randomUUID() })).json().code, 'CART_ORDERED')
  const change = await ready.shopper.send('PUT', `/api/cart/lines/${variantId}`, { quantity: 5 })
  assert.equal(change.json().code, 'CART_ORDERED')
  assert.equal((await ready.shopper.cart()).itemCount, 0)
  const closed = ready.shopper.cookie()
  await ready.shopper.add(variantId)
  assert.notEqual(ready.shopper.cookie(), closed)
})

test('a key that is not the cart’s own is refused', async () => {
  const ready = await readyShopper([[await product(), 1]])
  const answer = await place({ ...ready, orderKey: randomUUID() })
  assert.deepEqual([answer.statusCode, answer.json().code], [422, 'IDEMPOTENCY_KEY_UNKNOWN'])
})

test('carts with the same products in opposite order never deadlock', async () => {
  const variantIds = await Promise.all(Array.from({ length: 6 }, () => product({ stock: 1_000 })))
  const ready = await Promise.all(
    Array.from({ length: 24 }, (_, index) => {
      const order = index % 2 === 0 ? variantIds : variantIds.toReversed()
      return readyShopper(order.map((variantId) => [variantId, 1]))
    }),
  )
  const answers = await Promise.all(ready.map(place))
  assert.deepEqual([...new Set(answers.map((answer) => answer.statusCode))], [200])
  for (const variantId of variantIds) assert.deepEqual(await stockOf(api.db, variantId), { onHand: 976, held: 0 })
  const { rows } = await sql<{
    deadlocks: number
  }>`select deadlocks from pg_stat_database where datname = current_database()`.execute(api.db)
  assert.equal(rows[0]?.deadlocks, 0)
})

test('a price that changed between cart and order is told and nothing is written', async () => {
  const variantId = await product({ pricePaisa: 500_000 })
  const ready = await readyShopper([[variantId, 2]])
  await api.db.updateTable('variants').set({ pricePaisa: 550_000 }).where('id', '=', variantId).execute()
  const before = await countOrders()
  const answer = await place(ready)
  assert.deepEqual(
    [answer.statusCode, answer.json().code, answer.json().details.lines[0].unitPricePaisa],
    [409, 'PRICE_CHANGED', 550_000],
  )
  assert.equal(await countOrders(), before)
  const line = (await ready.shopper.cart()).lines[0]
  assert.deepEqual([line?.addedPricePaisa, line?.unitPricePaisa], [500_000, 550_000])
  const again = await place({ ...ready, body: await ready.shopper.orderBody(places.insideDhakaUpazilaId) })
  assert.equal(again.json().subtotalPaisa, 1_100_000)
})

test('a caller cannot choose price or fee', async () => {
  const variantId = await product({ pricePaisa: 500_000 })
  const ready = await readyShopper([[variantId, 1]])
  const cheap = { lines: [{ variantId, quantity: 1, unitPricePaisa: 1 }], deliveryFeePaisa: 6_000 }
  assert.equal((await place({ ...ready, body: { ...ready.body, seen: cheap } })).json().code, 'PRICE_CHANGED')
  const free = { ...(ready.body.seen as object), deliveryFeePaisa: 0 }
  const answer = await place({ ...ready, body: { ...ready.body, seen: free } })
  assert.deepEqual([answer.json().code, answer.json().details.deliveryFeePaisa], ['DELIVERY_FEE_CHANGED', 6_000])
})

test('a cart changed in another tab is told', async () => {
  const variantId = await product()
  const ready = await readyShopper([[variantId, 1]])
  await ready.shopper.send('PUT', `/api/cart/lines/${variantId}`, { quantity: 2 })
  assert.equal((await place(ready)).json().code, 'CART_CHANGED')
  const twice = {
    lines: [1, 1].map(() => ({ variantId, quantity: 1, unitPricePaisa: 100_000 })),
    deliveryFeePaisa: 6_000,
  }
  assert.equal(
    (await place({ ...ready, body: { ...ready.body, seen: twice } })).json().code,
    'CART_CHANGED',
    'two lines of one variant are not one of two',
  )
})

test('a product taken off sale meanwhile cannot be ordered', async () => {
  const { variantId, productId } = await addProduct(api.db)
  const ready = await readyShopper([[variantId, 1]])
  await api.db.updateTable('products').set({ isPublished: false }).where('id', '=', productId).execute()
  const answer = await place(ready)
  assert.deepEqual([answer.json().code, answer.json().details.lines[0].availableUnits], ['OUT_OF_STOCK', 0])
})

test('wrong orders are refused with a clear 4xx and write nothing', async () => {
  const ready = await readyShopper([[await product(), 1]])
  const before = await countOrders()
  const wrong: [object, string][] = [
    [{ customerName: 'A' }, 'BAD_REQUEST'],
    [{ customerName: '     ' }, 'BAD_REQUEST'],
    [{ customerName: 'x'.repeat(101) }, 'BAD_REQUEST'],
    [{ customerName: 'Rahima\u0000Begum' }, 'BAD_REQUEST'],
    [{ customerPhone: '01212345678' }, 'PHONE_INVALID'],
    [{ customerPhone: '12345678901' }, 'PHONE_INVALID'],
    [{ customerEmail: 'nobody' }, 'BAD_REQUEST'],
    [{ upazilaId: 999_999 }, 'PLACE_NOT_FOUND'],
    [{ upazilaId: -1 }, 'BAD_REQUEST'],
    [{ streetAddress: ' . ' }, 'BAD_REQUEST'],
    [{ paymentMethod: 'gold' }, 'BAD_REQUEST'],
    [{ paymentMethod: 'bkash' }, 'PAYMENT_METHOD_UNAVAILABLE'],
    [{ language: 'fr' }, 'BAD_REQUEST'],
    [{ totalPaisa: 1 }, 'BAD_REQUEST'],
    [{ seen: { lines: [], deliveryFeePaisa: 6_000 } }, 'BAD_REQUEST'],
  ]
  for (const [change, code] of wrong) {
    const answer = await place({ ...ready, body: { ...ready.body, ...change } })
    assert.deepEqual(
      [JSON.stringify(change).slice(0, 60), answer.json().code],
      [JSON.stringify(change).slice(0, 60), code],
    )
  }
  const stranger = await createShopper(api).order(ready.orderKey, ready.body)
  assert.equal(stranger.json().code, 'CART_NOT_FOUND')
  assert.equal(await countOrders(), before)
})

test('the token opens the whole order; number and phone show its status but not its address', async () => {
  const ready = await readyShopper([[await product(), 1]], { customerPhone: '01712-345678' })
  const order = (await place(ready)).json() as Order
  const opened = (await ready.shopper.send('GET', `/api/orders/${order.token}`)).json() as Order
  assert.deepEqual([opened.number, opened.address.street], [order.number, 'House 7, Road 4'])
  const spelt = {
    number: ` dc-${order.number.slice(2, 6).toLowerCase()} ${order.number.slice(6)}`,
    phone: '+8801712345678',
  }
  const tracked = await createShopper(api).send('POST', '/api/orders/track', spelt)
  assert.equal(tracked.json().state, 'confirmed')
  assert.equal(JSON.stringify(tracked.json()).includes('House'), false)
  for (const field of ['token', 'address', 'customerName', 'customerPhone', 'lines'])
    assert.equal(field in tracked.json(), false, field)
  const guesses = [
    { ...spelt, phone: '01812345678' },
    { ...spelt, number: 'DC33333333' },
    { ...spelt, number: "' or 1=1 --" },
    { ...spelt, phone: 'x' },
  ]
  for (const guess of guesses) {
    assert.equal((await createShopper(api).send('POST', '/api/orders/track', guess)).json().code, 'ORDER_NOT_FOUND')
  }
  assert.equal((await ready.shopper.send('GET', `/api/orders/${'A'.repeat(43)}`)).json().code, 'ORDER_NOT_FOUND')
})

test('a shopper cancels until it is packed; ten presses at once give the stock back once', async () => {
  const variantId = await product({ stock: 5 })
  const ready = await readyShopper([[variantId, 2]])
  const { token } = (await place(ready)).json() as Order
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => ready.shopper.send('POST', `/api/orders/${token}/cancel`)),
  )
  assert.deepEqual([...new Set(answers.map((answer) => answer.json().state))], ['cancelled'])
  assert.deepEqual(await stockOf(api.db, variantId), { onHand: 5, held: 0 })
  assert.deepEqual(
    answers[0]?.json().steps.map((step: { state: string }) => step.state),
    ['confirmed', 'cancelled'],
  )

  const second = (await place(await readyShopper([[variantId, 1]]))).json() as Order
  await api.db.updateTable('orders').set({ state: 'packed' }).where('token', '=', second.token).execute()
  const tooLate = await ready.shopper.send('POST', `/api/orders/${second.token}/cancel`)
  assert.deepEqual([tooLate.statusCode, tooLate.json().code], [409, 'ORDER_STATE_FORBIDS'])
  await assertLedgerAddsUp(api.db)
})
