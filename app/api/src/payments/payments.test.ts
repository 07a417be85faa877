import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { setClock, useSimulatedClock } from '@dhakacart/database/testing/set-clock.ts'
import { readOrderRequest } from '../orders/order-request.ts'
import { placeOrder } from '../orders/orders.placement.ts'
import { cancelOrder, expireHolds } from '../orders/orders.service.ts'
import { assertLedgerAddsUp, stockOf } from '../orders/testing/ledger.ts'
import type { ServiceContext } from '../service-context.ts'
import { promisedMessages } from '../testing/promised-messages.ts'
import { createShopper } from '../testing/shopper.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import { recordPayment } from './payments.service.ts'

const start = new Date('2026-11-23T10:00:00Z')
const minute = 60_000

let api: TestApi
let context: ServiceContext
let upazilaId: number

before(async () => {
  api = await startTestApi()
  context = { db: api.db, randomBytes }
  upazilaId = (await addPlaces(api.db)).insideDhakaUpazilaId
  await useSimulatedClock(api.db, start)
})
after(() => api.drop())

/** An order by bKash of all the stock of a new variant, placed at `start`. */
async function pendingOrder({ stock = 1 } = {}) {
  await setClock(api.db, start)
  const { variantId } = await addProduct(api.db, { stock })
  const shopper = createShopper(api)
  await shopper.add(variantId, stock)
  const { orderKey } = await shopper.cart()
  const body = await shopper.orderBody(upazilaId, { paymentMethod: 'bkash', customerEmail: 'rahima@example.com' })
  const request = readOrderRequest(body)
  const { token } = await placeOrder(context, shopper.cookie() ?? '', orderKey ?? '', request, '203.0.113.7')
  const { id, totalPaisa } = await api.db
    .selectFrom('orders')
    .select(['id', 'totalPaisa'])
    .where('token', '=', token)
    .executeTakeFirstOrThrow()
  const payment = { orderId: id, method: 'bkash' as const, providerReference: `TRX${id}`, amountPaisa: totalPaisa }
  const state = async () =>
    (await api.db.selectFrom('orders').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state
  return { variantId, token, payment, state }
}

test('the stock is held, not sold, until the payment arrives', async () => {
  const { variantId, payment, state } = await pendingOrder({ stock: 3 })
  assert.deepEqual([await state(), await stockOf(api.db, variantId)], ['pending_payment', { onHand: 3, held: 3 }])
  assert.equal(await recordPayment(context, payment), 'accepted')
  assert.deepEqual([await state(), await stockOf(api.db, variantId)], ['confirmed', { onHand: 0, held: 0 }])
  const jobs = await api.db.selectFrom('jobs').select('payload').orderBy('id').execute()
  const told = jobs.map((job) => job.payload as { orderId: number; channel: string })
  assert.deepEqual(
    told.filter(({ orderId }) => orderId === payment.orderId).map(({ channel }) => channel),
    ['sms', 'email'],
  )
})

test('the same payment told ten times at once counts once', async () => {
  const { payment, state } = await pendingOrder()
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => recordPayment(context, payment)))
  assert.deepEqual([...new Set(outcomes)], ['accepted'])
  assert.equal(await state(), 'confirmed')
  const rows = await api.db.selectFrom('payments').select('id').where('orderId', '=', payment.orderId).execute()
  assert.equal(rows.length, 1)
})

test('a second payment of one order, and a wrong amount, are to be refunded', async () => {
  const { payment, state } = await pendingOrder()
  assert.equal(
    await recordPayment(context, { ...payment, providerReference: 'SHORT', amountPaisa: payment.amountPaisa - 1 }),
    'refund_due',
  )
  assert.equal(await state(), 'pending_payment')
  assert.equal(await recordPayment(context, payment), 'accepted')
  assert.equal(await recordPayment(context, { ...payment, providerReference: 'SECOND' }), 'refund_due')
  assert.deepEqual(await promisedMessages(api.db, payment.orderId), [
    { template: 'refund-started', amountPaisa: payment.amountPaisa - 1 },
    { template: 'order-confirmed', amountPaisa: null },
    { template: 'refund-started', amountPaisa: payment.amountPaisa },
  ])
})

test('the hold ends after ten minutes and not before; many sweeps at once end it once', async () => {
  const { variantId, state } = await pendingOrder()
  await setClock(api.db, new Date(start.getTime() + 10 * minute - 1_000))
  await expireHolds(context, 100)
  assert.equal(await state(), 'pending_payment')
  await setClock(api.db, new Date(start.getTime() + 10 * minute))
  await Promise.all(Array.from({ length: 5 }, () => expireHolds(context, 100)))
  assert.deepEqual([await state(), await stockOf(api.db, variantId)], ['expired', { onHand: 1, held: 0 }])
})

test('a payment that comes after expiry takes the stock again if it is there, else is to be refunded', async () => {
  const lucky = await pendingOrder()
  const unlucky = await pendingOrder()
  await setClock(api.db, new Date(start.getTime() + 11 * minute))
  await expireHolds(context, 100)
  const other = createShopper(api)
  await other.add(unlucky.variantId)
  const { orderKey } = await other.cart()
  assert.equal((await other.order(orderKey, await other.orderBody(upazilaId))).statusCode, 200)
  assert.equal(await recordPayment(context, lucky.payment), 'accepted')
  assert.equal(await lucky.state(), 'confirmed')
  const late = await Promise.all([1, 2].map(() => recordPayment(context, unlucky.payment)))
  assert.deepEqual(late, ['refund_due', 'refund_due'])
  assert.equal(await unlucky.state(), 'expired')
  for (const channel of ['sms', 'email'] as const) {
    const told = await promisedMessages(api.db, unlucky.payment.orderId, channel)
    assert.deepEqual(told, [
      { template: 'order-expired', amountPaisa: null },
      { template: 'payment-late', amountPaisa: unlucky.payment.amountPaisa },
    ])
  }
})

test('cancelling while paying: either the order stands and is paid, or it is cancelled and the money goes back', async () => {
  for (let round = 0; round < 10; round++) {
    const { token, payment, state, variantId } = await pendingOrder()
    const [outcome] = await Promise.all([recordPayment(context, payment), cancelOrder(context, token)])
    // Cancelling a confirmed order is allowed too, so the end is cancelled either way; what was accepted stays on record.
    assert.equal(await state(), 'cancelled')
    assert.ok(outcome === 'accepted' || outcome === 'refund_due')
    assert.deepEqual(await stockOf(api.db, variantId), { onHand: 1, held: 0 })
  }
})

test('expiry while paying: confirmed with the unit sold, whichever comes first', async () => {
  for (let round = 0; round < 10; round++) {
    const { payment, state, variantId } = await pendingOrder()
    await setClock(api.db, new Date(start.getTime() + 10 * minute))
    await Promise.all([recordPayment(context, payment), expireHolds(context, 100)])
    assert.deepEqual([await state(), await stockOf(api.db, variantId)], ['confirmed', { onHand: 0, held: 0 }])
  }
  await assertLedgerAddsUp(api.db)
})
