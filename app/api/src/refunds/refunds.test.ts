import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { after, afterEach, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { OrderState } from '@dhakacart/contract/orders.schema.ts'
import type { OnlineMethod } from '@dhakacart/contract/payments.schema.ts'
import { addPlaces } from '@dhakacart/database/testing/fixtures.ts'
import { setClock, useSimulatedClock } from '@dhakacart/database/testing/set-clock.ts'
import { createTestDatabase, type TestDatabase } from '@dhakacart/database/testing/test-database.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { readPublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import { lockOrder, transition } from '../orders/orders.service.ts'
import { assertLedgerAddsUp } from '../orders/testing/ledger.ts'
import type { PaymentContext } from '../payments/payment-context.ts'
import { createPaymentProviders } from '../payments/providers/configured-providers.ts'
import { type FakeGateways, startFakeGateways } from '../payments/testing/fake-gateways.ts'
import { assertMoneyAddsUp } from '../payments/testing/money.ts'
import { type OrderToPay, orderToPay } from '../payments/testing/paying-shopper.ts'
import { promisedMessages } from '../testing/promised-messages.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import { runDueRefund } from './refund-sending.ts'
import * as refunds from './refunds.service.ts'

let database: TestDatabase
let gateways: FakeGateways
let api: TestApi
let context: PaymentContext
let upazilaId: number
let now = new Date('2026-11-27T10:00:00Z')

before(async () => {
  database = await createTestDatabase()
  gateways = await startFakeGateways()
  const providers = createPaymentProviders(gateways.settings, database.db)
  api = await startTestApi({ settings: { db: database.db, paymentProviders: providers } })
  api.db = database.db
  context = { db: database.db, randomBytes, providers, publicOrigin: readPublicOrigin('http://localhost:3000') }
  upazilaId = (await addPlaces(database.db)).insideDhakaUpazilaId
  await useSimulatedClock(database.db, now)
})
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

async function paidOrder(method: OnlineMethod, stock = 1): Promise<OrderToPay> {
  const order = await orderToPay(api, upazilaId, method, { stock })
  const reference = await order.startedReference()
  gateways.pay(reference)
  await api.inject({ url: `/api/payments/${method}/return/${reference}` })
  assert.equal((await order.read()).state, 'confirmed')
  return order
}
const wanted = (order: OrderToPay, more: Partial<refunds.RefundRequest> = {}): refunds.RefundRequest => ({
  orderId: order.id,
  amountPaisa: null,
  lines: [{ variantId: order.variantId, quantity: 1 }],
  reason: 'came back unopened',
  requestedBy: null,
  idempotencyKey: randomUUID(),
  ...more,
})
const ask = (request: refunds.RefundRequest) => inTransaction(database.db, (tx) => refunds.request(tx, request))
const rows = (order: OrderToPay) =>
  database.db.selectFrom('refunds').selectAll().where('orderId', '=', order.id).orderBy('id').execute()
const states = async (order: OrderToPay) => (await rows(order)).map(({ state }) => state)
const inAnHour = async () => {
  now = new Date(now.getTime() + 3_700_000)
  await setClock(database.db, now)
}
async function runAll(method: OnlineMethod): Promise<void> {
  while ((await runDueRefund(context, method)) > 0);
}
const refundsThere = () => [...gateways.payments.values()].flatMap((payment) => payment.refunds)

test('bKash: units are refunded one by one, each goes out once, and never more than were bought', async () => {
  const order = await paidOrder('bkash', 3)
  await ask(wanted(order))
  await ask(wanted(order, { lines: [{ variantId: order.variantId, quantity: 2 }] }))
  await assert.rejects(ask(wanted(order)), { code: 'REFUND_TOO_LARGE' })
  await runAll('bkash')
  assert.deepEqual(await states(order), ['done', 'done'])
  assert.deepEqual(
    refundsThere().map(({ taka }) => taka),
    ['1000.00', '2000.00'],
  )
  // What is left is the delivery fee, which is no unit.
  await ask(wanted(order, { lines: [], amountPaisa: order.totalPaisa - 300_000 }))
  await assert.rejects(ask(wanted(order, { lines: [], amountPaisa: 1 })), { code: 'REFUND_TOO_LARGE' })
  await runAll('bkash')
})

test('what was paid for a parcel that its customer had called back goes back whole when it is here, and only then', async () => {
  const order = await paidOrder('bkash')
  const move = (state: OrderState) =>
    inTransaction(database.db, async (tx) => {
      const locked = await lockOrder(tx, order.id)
      if (locked !== null) await transition(tx, locked, state, 'test')
    })
  for (const state of ['packed', 'shipped'] as const) await move(state)
  const asked = await api.inject({
    method: 'POST',
    url: `/api/orders/${order.token}/cancellation-requests`,
    headers: { 'idempotency-key': randomUUID() },
    payload: { reason: 'changed_mind', note: null },
  })
  const { id, version } = asked.json().requests[0]
  const support = await signInAsStaff(api, 'support')
  const url = `/api/console/cancellation-requests/${id}/decision`
  assert.equal((await support.send('POST', url, { version, isAccepted: true, note: null })).statusCode, 200)
  await move('delivery_failed')
  assert.deepEqual(await rows(order), [])
  await move('returned')
  assert.deepEqual(
    (await rows(order)).map(({ amountPaisa }) => amountPaisa),
    [order.totalPaisa],
  )
  await runAll('bkash')
  assert.deepEqual(await states(order), ['done'])
})

test('units of an order with a coupon are refunded at what was paid for them, to the last paisa of the line', async () => {
  const order = await paidOrder('bkash', 3)
  // As if a coupon had taken 100.01 taka off three of 1,000.
  await database.db.updateTable('orderLines').set({ discountPaisa: 10_001 }).where('orderId', '=', order.id).execute()
  for (const quantity of [1, 2]) await ask(wanted(order, { lines: [{ variantId: order.variantId, quantity }] }))
  assert.deepEqual(
    (await rows(order)).map(({ amountPaisa }) => amountPaisa),
    [96_667, 193_332],
  )
  await runAll('bkash')
})

test('the same key returns the first refund; other content under it is refused', async () => {
  const order = await paidOrder('bkash', 2)
  const request = wanted(order)
  const ids = await Promise.all(Array.from({ length: 5 }, () => ask(request)))
  assert.equal(new Set(ids).size, 1)
  await assert.rejects(ask({ ...request, reason: 'another' }), { code: 'IDEMPOTENCY_KEY_REUSED' })
  const promised = [
    { template: 'order-confirmed', amountPaisa: null },
    { template: 'refund-started', amountPaisa: 100_000 },
  ]
  assert.deepEqual(await promisedMessages(database.db, order.id), promised)
  await runAll('bkash')
  await runAll('bkash')
  promised.push({ template: 'refund-done', amountPaisa: 100_000 })
  assert.deepEqual(await promisedMessages(database.db, order.id), promised, 'told once that it is done')
})

test('many refunds asked for at once return no more than was paid', async () => {
  const order = await paidOrder('bkash', 2)
  const answers = await Promise.allSettled(
    Array.from({ length: 6 }, () => ask(wanted(order, { lines: [], amountPaisa: 100_000 }))),
  )
  assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 2)
  await runAll('bkash')
})

test('amounts of nothing, below nothing and for units of another order are refused', async () => {
  const [order, other] = [await paidOrder('bkash'), await paidOrder('bkash')]
  await assert.rejects(ask(wanted(order, { lines: [] })), { code: 'REFUND_TOO_LARGE' })
  await assert.rejects(ask(wanted(order, { lines: [], amountPaisa: -5 })), { code: 'REFUND_TOO_LARGE' })
  await assert.rejects(ask(wanted(order, { lines: [{ variantId: other.variantId, quantity: 1 }] })), {
    code: 'REFUND_TOO_LARGE',
  })
})

test('bKash did it and never answered: the worker asks first and does not pay twice', async () => {
  const order = await paidOrder('bkash')
  await ask(wanted(order))
  gateways.faults.set('refund', 'lost')
  const before = refundsThere().length
  const slow = runDueRefund(context, 'bkash')
  // The hour passes after the first worker took it, not before.
  for (let look = 0; refundsThere().length === before && look < 1_000; look++) await sleep(5)
  await inAnHour()
  // Another worker comes while the first still waits for its answer, as after a crash.
  gateways.faults.delete('refund')
  await runAll('bkash')
  assert.deepEqual([await states(order), refundsThere().length - before], [['done'], 1])
  gateways.hangUp()
  await slow
  assert.deepEqual([await states(order), refundsThere().length - before], [['done'], 1])
})

test('a worker that was held up after taking a refund sends nothing; the next one asks first, and sends', async (t) => {
  const order = await paidOrder('bkash')
  await ask(wanted(order))
  const before = refundsThere().length
  let looked = 0
  const clock = t.mock.method(performance, 'now', () => (looked++ === 0 ? 0 : 40_000))
  assert.equal(await runDueRefund(context, 'bkash'), 1)
  clock.mock.restore()
  assert.deepEqual([await states(order), refundsThere().length - before], [['sending'], 0])
  await inAnHour()
  await runAll('bkash')
  assert.deepEqual([await states(order), refundsThere().length - before], [['done'], 1])
})

test('several workers at once send a refund once', async () => {
  const orders = [await paidOrder('bkash'), await paidOrder('bkash', 2)]
  const [one, two] = orders as [OrderToPay, OrderToPay]
  await ask(wanted(one))
  await ask(wanted(two))
  await ask(wanted(two, { reason: 'second' }))
  const before = refundsThere().length
  await Promise.all(Array.from({ length: 6 }, () => runDueRefund(context, 'bkash')))
  await runAll('bkash')
  assert.equal(refundsThere().length - before, 3)
})

test('SSLCOMMERZ: sent again under the same name until there is an answer, then followed until the bank is done', async () => {
  const order = await paidOrder('sslcommerz')
  await ask(wanted(order))
  gateways.faults.set('refund', 'away')
  await runDueRefund(context, 'sslcommerz')
  assert.deepEqual(await states(order), ['sending'])
  gateways.faults.clear()
  await inAnHour()
  await runDueRefund(context, 'sslcommerz')
  assert.deepEqual(await states(order), ['processing'])
  const there = refundsThere().at(-1)
  if (there !== undefined) there.state = 'refunded'
  await inAnHour()
  await runDueRefund(context, 'sslcommerz')
  assert.deepEqual(await states(order), ['done'])
})

test('a refund that the provider refuses waits for people and is not sent again by itself', async () => {
  for (const method of ['bkash', 'sslcommerz'] as const) {
    const order = await paidOrder(method)
    await ask(wanted(order))
    gateways.faults.set('refund', 'refuses')
    await runDueRefund(context, method)
    const [refund] = await rows(order)
    assert.deepEqual([refund?.state, refund?.dueAt], ['refused', null])
    assert.match(refund?.problem ?? '', /not allowed/)
    const told = await promisedMessages(database.db, order.id)
    assert.ok(!told.some(({ template }) => template === 'refund-done'), 'nothing is done')
    gateways.faults.clear()
    await inAnHour()
    assert.equal(await runDueRefund(context, method), 0)
  }
})

test('Nagad has no interface for refunds: people make them by hand', async () => {
  const order = await paidOrder('nagad')
  await ask(wanted(order))
  assert.deepEqual(await states(order), ['by_hand'])
})

test('cancelling a paid order gives everything back that was not given back before, once', async () => {
  const order = await paidOrder('bkash', 2)
  await ask(wanted(order))
  await Promise.all(
    Array.from({ length: 3 }, () => api.inject({ method: 'POST', url: `/api/orders/${order.token}/cancel` })),
  )
  const amounts = (await rows(order)).map(({ amountPaisa }) => amountPaisa)
  assert.deepEqual(amounts, [100_000, order.totalPaisa - 100_000])
  await runAll('bkash')
  const money = await order.money()
  assert.deepEqual([money.paidPaisa, money.refunds.length], [0, 2])
})

test('an order paid at the door is refunded from cash, by hand, once it was delivered', async () => {
  const order = await orderToPay(api, upazilaId, 'bkash', { stock: 2 })
  await database.db
    .updateTable('orders')
    .set({ paymentMethod: 'cash_on_delivery' })
    .where('id', '=', order.id)
    .execute()
  await assert.rejects(ask(wanted(order)), { code: 'REFUND_TOO_LARGE' })
  for (const state of ['confirmed', 'packed', 'shipped', 'delivered'] as const) {
    await inTransaction(database.db, async (tx) => {
      const locked = await lockOrder(tx, order.id)
      if (locked !== null) await transition(tx, locked, state, 'test')
    })
  }
  await ask(wanted(order))
  assert.deepEqual(await states(order), ['by_hand'])
})
