import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { type OnlineMethod, onlineMethods } from '@dhakacart/contract/payments.schema.ts'
import { addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { assertLedgerAddsUp } from '../orders/testing/ledger.ts'
import { createShopper } from '../testing/shopper.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi } from '../testing/test-api.ts'
import type { PaymentProvider } from './providers/provider.ts'
import { signedNotice } from './testing/fake-gateways.ts'
import { assertMoneyAddsUp } from './testing/money.ts'
import { type PayingShop, startPayingShop } from './testing/paying-shop.ts'
import { orderToPay } from './testing/paying-shopper.ts'

let shop: PayingShop

before(async () => {
  shop = await startPayingShop()
})
beforeEach(() => shop.setMinutes(0))
afterEach(async () => {
  shop.gateways.faults.clear()
  await assertMoneyAddsUp(shop.db)
  await assertLedgerAddsUp(shop.db)
})
after(() => shop.close())

/** What SSLCOMMERZ documents: 10.00 to 500000.00 BDT. */
const mostPaisa = 500_000_00
const leastPaisa = 10_00
/** How long shoppers wait for a page here. */
const impatienceMs = 50

/** Tries to order one unit by a way to pay; `totalPaisa` comes out with the delivery fee. */
async function tryOrder(method: OnlineMethod, pricePaisa: number, quantity = 1) {
  const { variantId } = await addProduct(shop.db, { stock: quantity, pricePaisa })
  const shopper = createShopper(shop.api)
  await shopper.add(variantId, quantity)
  const { orderKey } = await shopper.cart()
  const body = await shopper.orderBody(shop.upazilaId, { paymentMethod: method })
  return { shopper, orderKey, body, answer: await shopper.order(orderKey, body) }
}

test('what a way to pay takes at once is told with the ways to pay', async () => {
  const answer = (await shop.api.inject({ url: '/api/payments/methods' })).json()
  assert.deepEqual(answer.amounts, [{ method: 'sslcommerz', minPaisa: leastPaisa, maxPaisa: mostPaisa }])
})

test('an order of more than SSLCOMMERZ takes is refused before anything is written; up to it, and another way, it is placed', async () => {
  const first = await tryOrder('sslcommerz', 100_000)
  const feePaisa = first.answer.json().deliveryFeePaisa as number
  const most = await tryOrder('sslcommerz', mostPaisa - feePaisa)
  assert.deepEqual([most.answer.statusCode, most.answer.json().totalPaisa], [200, mostPaisa])
  const { answer, shopper, orderKey, body } = await tryOrder('sslcommerz', mostPaisa - feePaisa + 1)
  assert.deepEqual([answer.statusCode, answer.json().code], [422, 'PAYMENT_AMOUNT_NOT_TAKEN'])
  const other = await shopper.order(orderKey, { ...body, paymentMethod: 'bkash' })
  assert.equal(other.statusCode, 200)
})

test('a way to pay that does not take what is due is not offered on the order, and not begun, however often at once', async () => {
  const order = await shop.orderBy('bkash', { pricePaisa: mostPaisa })
  const money = await order.money()
  assert.deepEqual([money.methods, money.instalments], [['bkash', 'nagad'], null])
  const asked = shop.gateways.asked.length
  const answers = await Promise.all([1, 2, 3].map(() => order.start({ method: 'sslcommerz' })))
  for (const answer of answers) {
    assert.deepEqual([answer.statusCode, answer.json().code], [422, 'PAYMENT_AMOUNT_NOT_TAKEN'])
  }
  assert.equal(shop.gateways.asked.length, asked)
  assert.equal((await order.start()).statusCode, 200)
})

test('an advance is judged by itself: a dear order on delivery may be begun by card', async () => {
  const order = await shop.orderBy('bkash', { pricePaisa: mostPaisa })
  const advance = (advancePaisa: number) =>
    shop.db
      .updateTable('orders')
      .set({ paymentMethod: 'cash_on_delivery', advancePaisa })
      .where('id', '=', order.id)
      .execute()
  await advance(leastPaisa - 1)
  assert.deepEqual((await order.money()).methods, ['bkash', 'nagad'])
  assert.equal((await order.start({ method: 'sslcommerz' })).json().code, 'PAYMENT_AMOUNT_NOT_TAKEN')
  await advance(leastPaisa)
  assert.deepEqual((await order.money()).methods, ['bkash', 'sslcommerz', 'nagad'])
  assert.equal((await order.start({ method: 'sslcommerz' })).statusCode, 200)
})

for (const method of onlineMethods) {
  for (const fault of ['refuses', 'mumbles'] as const) {
    test(`${method} ${fault}: the shopper is told to pay another way, everybody who pressed; staff read what it said`, async () => {
      for (const operation of ['create', 'start', 'complete']) shop.gateways.faults.set(operation, fault)
      const order = await shop.orderBy(method)
      const answers = await Promise.all([order.start(), order.start()])
      for (const answer of answers) {
        assert.deepEqual([answer.statusCode, answer.json().code], [422, 'PAYMENT_METHOD_REFUSED'])
      }
      assert.deepEqual(
        [(await order.read()).state, (await order.money()).attempt.state],
        ['pending_payment', 'refused'],
      )
      const staff = await signInAsStaff(shop.api, 'support')
      const { attempts } = (await staff.send('GET', `/api/console/orders/${order.id}/money`)).json()
      assert.equal(attempts.at(-1).state, 'refused')
      assert.match(attempts.at(-1).problem, new RegExp(`^${method}: `))
      shop.gateways.faults.clear()
      const other = onlineMethods.find((each) => each !== method) as OnlineMethod
      assert.equal((await order.start({ method: other })).statusCode, 200)
    })
  }
}

test('bKash under maintenance is away, not unwilling', async () => {
  shop.gateways.faults.set('create', 'maintenance')
  const order = await shop.orderBy('bkash')
  const answer = await order.start()
  assert.deepEqual([answer.statusCode, answer.json().code], [503, 'PAYMENT_PROVIDER_AWAY'])
  assert.equal((await order.money()).attempt.state, 'failed')
})

test('money for a start whose answer nobody could read is found when SSLCOMMERZ tells of it', async () => {
  shop.gateways.faults.set('start', 'mumbles')
  const order = await shop.orderBy('sslcommerz')
  assert.equal((await order.start()).json().code, 'PAYMENT_METHOD_REFUSED')
  const payment = shop.gateways.pay((await shop.attemptOf(order.id)).reference)
  assert.equal((await shop.notify(signedNotice(payment))).statusCode, 200)
  assert.deepEqual([(await order.read()).state, (await shop.attemptOf(order.id)).state], ['confirmed', 'paid'])
})

test('a page that takes longer than a shopper waits: everybody who pressed is told, and the next press has it', async () => {
  const bkash = shop.context.providers.get('bkash') as PaymentProvider
  const { promise: isAwake, resolve: wake } = Promise.withResolvers<void>()
  const slow: PaymentProvider = { ...bkash, start: async (request) => isAwake.then(() => bkash.start(request)) }
  const paymentProviders = new Map([['bkash', slow] as const])
  const created = shop.gateways.asked.filter((operation) => operation === 'create').length
  const api = await startTestApi({ settings: { db: shop.db, paymentProviders, personPatienceMs: impatienceMs } })
  const order = await orderToPay({ ...api, db: shop.db }, shop.upazilaId, 'bkash')
  for (const answer of await Promise.all([order.start(), order.start()])) {
    assert.deepEqual([answer.statusCode, answer.json().code], [503, 'PAYMENT_PROVIDER_AWAY'])
  }
  wake()
  const payload = { method: 'bkash', instalmentMonths: null }
  const next = await shop.api.inject({ method: 'POST', url: `/api/orders/${order.token}/payments`, payload })
  const { redirectUrl } = await shop.attemptOf(order.id)
  assert.deepEqual([next.statusCode, next.json().redirectUrl], [200, redirectUrl])
  assert.equal(shop.gateways.asked.filter((operation) => operation === 'create').length, created + 1)
  await api.drop()
})
