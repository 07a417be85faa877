import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { type OnlineMethod, onlineMethods } from '@dhakacart/contract/payments.schema.ts'
import { addPlaces } from '@dhakacart/database/testing/fixtures.ts'
import { setClock, useSimulatedClock } from '@dhakacart/database/testing/set-clock.ts'
import { createTestDatabase, type TestDatabase } from '@dhakacart/database/testing/test-database.ts'
import { readPublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import { expireHolds } from '../orders/orders.service.ts'
import { assertLedgerAddsUp, stockOf } from '../orders/testing/ledger.ts'
import { createShopper } from '../testing/shopper.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import type { PaymentContext } from './payment-context.ts'
import { createPaymentProviders } from './providers/configured-providers.ts'
import { type FakeGateways, signedNotice, startFakeGateways } from './testing/fake-gateways.ts'
import { assertMoneyAddsUp } from './testing/money.ts'
import { orderToPay } from './testing/paying-shopper.ts'
import { verifyDue } from './verify.ts'

const start = new Date('2026-11-27T10:00:00Z')
const minutes = (count: number) => new Date(start.getTime() + count * 60_000)

let database: TestDatabase
let gateways: FakeGateways
let api: TestApi
let context: PaymentContext
let upazilaId: number

before(async () => {
  database = await createTestDatabase()
  gateways = await startFakeGateways()
  const providers = createPaymentProviders(gateways.settings, database.db)
  api = await startTestApi({ settings: { db: database.db, paymentProviders: providers } })
  api.db = database.db
  context = { db: database.db, randomBytes, providers, publicOrigin: readPublicOrigin('http://localhost:3000') }
  upazilaId = (await addPlaces(database.db)).insideDhakaUpazilaId
  await useSimulatedClock(database.db, start)
})
beforeEach(() => setClock(database.db, start))
afterEach(async () => {
  gateways.faults.clear()
  await assertMoneyAddsUp(database.db)
  await assertLedgerAddsUp(database.db)
})
after(async () => {
  await api.drop()
  await gateways.close()
  await database.drop()
})

const orderBy = (method: OnlineMethod, more = {}) => orderToPay(api, upazilaId, method, more)
const goBack = (method: OnlineMethod, reference: string, query = '') =>
  api.inject({ url: `/api/payments/${method}/return/${reference}${query}` })
const notify = (form: URLSearchParams) =>
  api.inject({
    method: 'POST',
    url: '/api/payments/sslcommerz/ipn',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://securepay.sslcommerz.com' },
    payload: form.toString(),
  })

test('only ways to pay whose keys are there are offered, cash first', async () => {
  const answer = (await api.inject({ url: '/api/payments/methods' })).json()
  assert.deepEqual(answer.methods, ['cash_on_delivery', 'bkash', 'sslcommerz', 'nagad'])
  assert.ok(answer.instalments.plans.length > 0)
})

for (const method of onlineMethods) {
  test(`${method}: paid at the provider, back at the shop, confirmed with the unit sold`, async () => {
    const order = await orderBy(method)
    assert.equal((await order.money()).dueNowPaisa, order.totalPaisa)
    const started = (await order.start()).json()
    assert.deepEqual([started.method, started.state, started.amountPaisa], [method, 'started', order.totalPaisa])
    assert.match(started.redirectUrl, /^http:\/\/127\.0\.0\.1\/pay\//)
    const reference = await order.startedReference()
    gateways.pay(reference)
    const back = await goBack(method, reference, '?status=success')
    assert.deepEqual([back.statusCode, back.headers.location], [303, `http://localhost:3000/en/orders/${order.token}`])
    assert.equal((await order.read()).state, 'confirmed')
    assert.deepEqual(await stockOf(api.db, order.variantId), { onHand: 0, held: 0 })
    const money = await order.money()
    assert.deepEqual([money.paidPaisa, money.dueNowPaisa, money.attempt.state], [order.totalPaisa, 0, 'paid'])
  })

  test(`${method}: two presses at once begin one payment and get one page`, async () => {
    const order = await orderBy(method)
    const answers = await Promise.all([order.start(), order.start(), order.start()])
    assert.deepEqual(
      answers.map(({ statusCode }) => statusCode),
      [200, 200, 200],
    )
    assert.equal(new Set(answers.map((answer) => answer.json().redirectUrl)).size, 1)
    const rows = await api.db.selectFrom('paymentAttempts').select('id').where('orderId', '=', order.id).execute()
    assert.equal(rows.length, 1)
  })

  test(`${method}: nobody comes back and nothing is told, and the worker finds the money`, async () => {
    const order = await orderBy(method)
    gateways.pay(await order.startedReference())
    await setClock(api.db, minutes(2))
    while ((await verifyDue(context, method, 8)) > 0);
    assert.equal((await order.read()).state, 'confirmed')
  })

  test(`${method}: a return that claims success is not believed`, async () => {
    const order = await orderBy(method)
    const reference = await order.startedReference()
    const back = await goBack(method, reference, '?status=success&transactionStatus=Completed')
    assert.deepEqual([back.statusCode, (await order.read()).state], [303, 'pending_payment'])
    assert.equal((await order.money()).attempt.state, 'started')
  })

  test(`${method}: the provider does not answer: the order is kept, another way works`, async () => {
    for (const operation of ['create', 'start', 'initialize']) gateways.faults.set(operation, 'away')
    const order = await orderBy(method)
    const answer = await order.start()
    assert.deepEqual([answer.statusCode, answer.json().code], [503, 'PAYMENT_PROVIDER_AWAY'])
    assert.deepEqual([(await order.read()).state, (await order.money()).attempt.state], ['pending_payment', 'failed'])
    gateways.faults.clear()
    const other = onlineMethods.find((each) => each !== method) as OnlineMethod
    assert.equal((await order.start({ method: other })).statusCode, 200)
    assert.equal((await order.read()).paymentMethod, other)
  })
}

test('an e-mail address longer than SSLCOMMERZ takes keeps nobody from paying', async () => {
  const customerEmail = `${'rahima.'.repeat(8)}begum@example.com`
  const order = await orderToPay(api, upazilaId, 'sslcommerz', { customerEmail })
  assert.equal((await order.start()).statusCode, 200)
})

test('a made-up return, of any form, changes nothing and leads home', async () => {
  for (const reference of ['x', 'A'.repeat(40), "' or 1=1 --", encodeURIComponent('../../admin')]) {
    const back = await goBack('bkash', reference)
    assert.ok([303, 404].includes(back.statusCode), `${back.statusCode}`)
    if (back.statusCode === 303) assert.equal(back.headers.location, 'http://localhost:3000/')
  }
  assert.equal((await goBack('bkash', 'A'.repeat(41))).statusCode, 400)
  assert.equal((await api.inject({ url: '/api/payments/paypal/return/x' })).statusCode, 400)
})

test('a shopper who cancelled sees that it was not paid, and may still have paid', async () => {
  const order = await orderBy('bkash')
  const reference = await order.startedReference()
  await goBack('bkash', reference, '?status=cancel')
  assert.equal((await order.money()).attempt.state, 'abandoned')
  gateways.pay(reference)
  await setClock(api.db, minutes(1))
  await verifyDue(context, 'bkash', 8)
  assert.equal((await order.read()).state, 'confirmed')
})

test('a signed notice confirms without any return; forms of another site are taken there and nowhere else', async () => {
  const order = await orderBy('sslcommerz')
  const payment = gateways.pay(await order.startedReference())
  assert.equal((await notify(signedNotice(payment))).statusCode, 200)
  assert.equal((await order.read()).state, 'confirmed')
  const foreign = { origin: 'https://securepay.sslcommerz.com', 'content-type': 'application/json' }
  const refused = await api.inject({ method: 'POST', url: `/api/orders/${order.token}/cancel`, headers: foreign })
  assert.equal(refused.json().code, 'FOREIGN_ORIGIN')
})

test('a notice with a wrong signature, or with a field changed after signing, is refused and asks nobody', async () => {
  const order = await orderBy('sslcommerz')
  const payment = gateways.pay(await order.startedReference())
  const askedBefore = gateways.asked.length
  for (const changes of [
    { verify_sign: '0'.repeat(32) },
    { verify_sign_sha2: 'x' },
    { amount: '1.00' },
    { verify_key: '' },
  ]) {
    assert.equal((await notify(signedNotice(payment, changes))).statusCode, 400)
  }
  assert.equal(gateways.asked.length, askedBefore)
  assert.equal((await order.read()).state, 'pending_payment')
})

test('ten notices and ten returns at once are one question and one payment', async () => {
  const order = await orderBy('sslcommerz')
  const reference = await order.startedReference()
  const payment = gateways.pay(reference)
  const askedBefore = gateways.asked.length
  const all = Array.from({ length: 10 }, () => [notify(signedNotice(payment)), goBack('sslcommerz', reference)]).flat()
  await Promise.all(all)
  assert.equal((await order.read()).state, 'confirmed')
  const rows = await api.db.selectFrom('payments').select('id').where('orderId', '=', order.id).execute()
  assert.equal(rows.length, 1)
  assert.ok(gateways.asked.length - askedBefore <= 3, gateways.asked.slice(askedBefore).join())
})

test('a payment of another amount is not accepted: the money goes back, the order waits on', async () => {
  const order = await orderBy('sslcommerz')
  const reference = await order.startedReference()
  gateways.pay(reference).lies = { amount: '10.00' }
  await goBack('sslcommerz', reference)
  assert.equal((await order.read()).state, 'pending_payment')
  const refund = await api.db
    .selectFrom('refunds')
    .selectAll()
    .where('orderId', '=', order.id)
    .executeTakeFirstOrThrow()
  assert.deepEqual(
    [refund.amountPaisa, refund.state, refund.reason],
    [1_000, 'requested', 'paid another amount than was due'],
  )
})

test('an answer for another order, another currency or without a name of its own changes nothing', async () => {
  for (const lies of [
    { tran_id: 'ANOTHERORDER' },
    { currency: 'USD' },
    { bank_tran_id: '' },
    { amount: '-5' },
    { amount: '1e9' },
  ]) {
    const order = await orderBy('sslcommerz')
    const reference = await order.startedReference()
    gateways.pay(reference).lies = lies
    await goBack('sslcommerz', reference)
    assert.equal((await order.read()).state, 'pending_payment', JSON.stringify(lies))
    assert.equal((await order.money()).paidPaisa, 0)
  }
})

test('a risky payment is accepted, and nothing is packed before a person looked', async () => {
  const order = await orderBy('sslcommerz')
  const reference = await order.startedReference()
  gateways.pay(reference).lies = { risk_level: '1', risk_title: 'Not safe' }
  await goBack('sslcommerz', reference)
  assert.deepEqual([(await order.read()).state, (await order.money()).isUnderReview], ['confirmed', true])
})

test('bKash: taken without an answer, and already taken: asked about, and true', async () => {
  const order = await orderBy('bkash')
  const reference = await order.startedReference()
  gateways.pay(reference)
  gateways.faults.set('execute', 'away')
  await goBack('bkash', reference)
  assert.equal((await order.read()).state, 'pending_payment')
  const payment = gateways.pay(reference)
  payment.state = 'paid'
  gateways.faults.clear()
  await setClock(api.db, minutes(1))
  await goBack('bkash', reference)
  assert.equal((await order.read()).state, 'confirmed')
})

test('bKash: money is not taken for an order that no longer waits', async () => {
  const order = await orderBy('bkash')
  const reference = await order.startedReference()
  gateways.pay(reference)
  await setClock(api.db, minutes(11))
  await expireHolds(context, 100)
  await goBack('bkash', reference, '?status=success')
  assert.equal(gateways.payments.get(reference)?.state, 'agreed')
  assert.equal((await order.read()).state, 'expired')
})

test('late money takes the stock again if it is there, else goes back', async () => {
  const [lucky, unlucky] = [await orderBy('nagad'), await orderBy('nagad')]
  const references = [await lucky.startedReference(), await unlucky.startedReference()]
  await setClock(api.db, minutes(11))
  await expireHolds(context, 100)
  const other = createShopper(api)
  await other.add(unlucky.variantId)
  const { orderKey } = await other.cart()
  assert.equal((await other.order(orderKey, await other.orderBody(upazilaId))).statusCode, 200)
  for (const reference of references) gateways.pay(reference)
  for (const reference of references) await goBack('nagad', reference)
  assert.deepEqual([(await lucky.read()).state, (await unlucky.read()).state], ['confirmed', 'expired'])
  assert.deepEqual(
    (await unlucky.money()).refunds.map((refund: { amountPaisa: number }) => refund.amountPaisa),
    [unlucky.totalPaisa],
  )
})

test('paid by two ways: the second goes back', async () => {
  const order = await orderBy('bkash')
  const first = await order.startedReference()
  await order.start({ method: 'nagad' })
  const attempts = await api.db
    .selectFrom('paymentAttempts')
    .select('reference')
    .where('orderId', '=', order.id)
    .execute()
  const second = attempts.map(({ reference }) => reference).find((reference) => reference !== first) as string
  for (const reference of [first, second]) gateways.pay(reference)
  await Promise.all([goBack('bkash', first), goBack('nagad', second)])
  assert.equal((await order.read()).state, 'confirmed')
  const states = await api.db.selectFrom('payments').select('state').where('orderId', '=', order.id).execute()
  assert.deepEqual(states.map(({ state }) => state).toSorted(), ['accepted', 'refund_due'])
})
