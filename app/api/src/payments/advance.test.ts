import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { defaultSettings } from '@dhakacart/contract/console-settings.schema.ts'
import type { OnlineMethod } from '@dhakacart/contract/payments.schema.ts'
import { addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { listBookable, readContents } from '../couriers/parcels.repository.ts'
import { expireHolds } from '../orders/orders.service.ts'
import { assertLedgerAddsUp, stockOf } from '../orders/testing/ledger.ts'
import { runDueRefund } from '../refunds/refund-sending.ts'
import { placeOrder } from '../testing/placed-order.ts'
import { promisedMessages } from '../testing/promised-messages.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { assertMoneyAddsUp } from './testing/money.ts'
import { type PayingShop, startPayingShop } from './testing/paying-shop.ts'

let shop: PayingShop
let owner: Awaited<ReturnType<typeof signInAsStaff>>
let phones = 0

before(async () => {
  shop = await startPayingShop()
  owner = await signInAsStaff(shop.api, 'owner')
  const settings = { ...defaultSettings, codAdvanceFromPaisa: 5_000_000, codAdvancePercent: 10 }
  const saved = await owner.send('PUT', '/api/console/settings', { version: 1, settings })
  assert.equal(saved.statusCode, 200, saved.body)
})
beforeEach(() => shop.setMinutes(0))
afterEach(async () => {
  await assertMoneyAddsUp(shop.db)
  await assertLedgerAddsUp(shop.db)
})
after(() => shop.close())

/** Somebody who ordered all the stock of something dear, to be paid at the door, and is asked for an advance. */
async function orderWithAdvance(method: OnlineMethod = 'bkash') {
  const [stock, pricePaisa] = [1, 5_000_000]
  const { variantId } = await addProduct(shop.db, { stock, pricePaisa })
  const customerPhone = `0191${String(++phones).padStart(7, '0')}`
  const placed = await placeOrder(shop.api, shop.upazilaId, [[variantId, stock]], { customerPhone })
  const { id, token, totalPaisa } = placed
  const { advancePaisa } = await shop.db
    .selectFrom('orders')
    .select('advancePaisa')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const begin = () =>
    shop.api.inject({
      method: 'POST',
      url: `/api/orders/${token}/payments`,
      payload: { method, instalmentMonths: null },
    })
  return {
    id,
    number: placed.number,
    token,
    totalPaisa,
    variantId,
    advancePaisa,
    restPaisa: totalPaisa - advancePaisa,
    begin,
    /** The shopper pays at the provider's page. */
    async payThere() {
      const answer = await begin()
      assert.equal(answer.statusCode, 200, answer.body)
      const { reference } = await shop.db
        .selectFrom('paymentAttempts')
        .select('reference')
        .where('orderId', '=', id)
        .executeTakeFirstOrThrow()
      return { reference, payment: shop.gateways.pay(reference) }
    },
    comeBack: (reference: string) => shop.api.inject({ url: `/api/payments/${method}/return/${reference}` }),
    cancel: () => shop.api.inject({ method: 'POST', url: `/api/orders/${token}/cancel` }),
    read: async () => (await shop.api.inject({ url: `/api/orders/${token}` })).json(),
    money: async () => (await shop.api.inject({ url: `/api/orders/${token}/payment` })).json(),
    refunds: () =>
      shop.db
        .selectFrom('refunds')
        .select(['amountPaisa', 'state', 'paymentId'])
        .where('orderId', '=', id)
        .orderBy('id')
        .execute(),
  }
}
type Ordered = Awaited<ReturnType<typeof orderWithAdvance>>

async function paidOrder(): Promise<Ordered> {
  const order = await orderWithAdvance()
  const { reference } = await order.payThere()
  await order.comeBack(reference)
  assert.equal((await order.read()).state, 'confirmed')
  return order
}

/** What staff do with it, each against the version as it is then. */
async function staffDo(order: Ordered, step: string, body: object) {
  const { version } = await shop.db
    .selectFrom('orders')
    .select('version')
    .where('id', '=', order.id)
    .executeTakeFirstOrThrow()
  const answer = await owner.send('POST', `/api/console/orders/${order.id}/${step}`, { version, ...body })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json()
}
const packed = (order: Ordered) => staffDo(order, 'pack', { units: [] })
async function delivered(order: Ordered): Promise<void> {
  await packed(order)
  await staffDo(order, 'ship', { courier: 'own', trackingNumber: null })
  await staffDo(order, 'delivery', { outcome: 'delivered' })
}

test('a dear order to be paid at the door waits for its advance alone, and is confirmed by it', async () => {
  const order = await orderWithAdvance()
  assert.deepEqual([order.totalPaisa, order.advancePaisa], [5_006_000, 500_600])
  const waiting = await order.read()
  assert.deepEqual([waiting.state, waiting.paymentMethod], ['pending_payment', 'cash_on_delivery'])
  assert.equal(Date.parse(waiting.holdExpiresAt), shop.minutes(10).getTime())
  assert.deepEqual(await stockOf(shop.db, order.variantId), { onHand: 1, held: 1 })
  const due = await order.money()
  assert.deepEqual([due.dueNowPaisa, due.paidPaisa, due.onDeliveryPaisa], [500_600, 0, 4_505_400])
  assert.deepEqual(due.methods, ['bkash', 'sslcommerz', 'nagad'])

  const { reference, payment } = await order.payThere()
  assert.equal(payment.taka, '5006.00')
  const answers = await Promise.all(Array.from({ length: 4 }, () => order.comeBack(reference)))
  assert.deepEqual([...new Set(answers.map(({ statusCode }) => statusCode))], [303])
  const confirmed = await order.read()
  assert.deepEqual([confirmed.state, confirmed.paymentMethod], ['confirmed', 'cash_on_delivery'], 'still at the door')
  assert.deepEqual(await stockOf(shop.db, order.variantId), { onHand: 0, held: 0 })
  const paid = await order.money()
  assert.deepEqual([paid.dueNowPaisa, paid.paidPaisa, paid.onDeliveryPaisa], [0, 500_600, 4_505_400])
  assert.deepEqual(await promisedMessages(shop.db, order.id), [{ template: 'order-confirmed', amountPaisa: null }])
  assert.equal((await order.begin()).json().code, 'PAYMENT_NOT_DUE', 'the rest is not paid online')
})

test('an advance begun several times at once is one payment', async () => {
  const order = await orderWithAdvance()
  const answers = await Promise.all(Array.from({ length: 4 }, () => order.begin()))
  assert.equal(new Set(answers.map((answer) => answer.json().redirectUrl)).size, 1)
  const attempts = await shop.db
    .selectFrom('paymentAttempts')
    .select('amountPaisa')
    .where('orderId', '=', order.id)
    .execute()
  assert.deepEqual(attempts, [{ amountPaisa: order.advancePaisa }])
})

test('the courier and the packing slip ask for the rest, and the bookable list says so', async () => {
  const order = await paidOrder()
  await packed(order)
  const slip = await owner.send('POST', `/api/console/orders/${order.id}/packing-slip`, {})
  assert.equal(slip.json().collectPaisa, order.restPaisa, slip.body)
  const contents = await readContents(shop.db, [order.id])
  assert.equal(contents.get(order.id)?.collectPaisa, order.restPaisa)
  const bookable = await listBookable(shop.db, order.id - 1, 1)
  assert.deepEqual(
    bookable.map(({ id, collectPaisa }) => [id, collectPaisa]),
    [[order.id, order.restPaisa]],
  )
})

test('an advance that nobody pays: the order expires and its units are free', async () => {
  const order = await orderWithAdvance()
  await shop.setMinutes(10)
  await Promise.all([expireHolds(shop.context, 100), expireHolds(shop.context, 100)])
  assert.equal((await order.read()).state, 'expired')
  assert.deepEqual(await stockOf(shop.db, order.variantId), { onHand: 1, held: 0 })
  const money = await order.money()
  assert.deepEqual([money.dueNowPaisa, money.paidPaisa, money.methods], [0, 0, []])
  assert.equal((await order.begin()).json().code, 'PAYMENT_NOT_DUE')
})

test('an advance that comes late takes the units again where they are there, else goes back whole', async () => {
  const [lucky, unlucky] = [await orderWithAdvance('nagad'), await orderWithAdvance('nagad')]
  const [luckyPaid, unluckyPaid] = [await lucky.payThere(), await unlucky.payThere()]
  await shop.setMinutes(11)
  await expireHolds(shop.context, 100)
  await placeOrder(shop.api, shop.upazilaId, [[unlucky.variantId, 1]], { paymentMethod: 'bkash' })
  await lucky.comeBack(luckyPaid.reference)
  await unlucky.comeBack(unluckyPaid.reference)
  assert.deepEqual([(await lucky.read()).state, (await lucky.money()).paidPaisa], ['confirmed', lucky.advancePaisa])
  assert.equal((await unlucky.read()).state, 'expired')
  assert.deepEqual(
    (await unlucky.refunds()).map(({ amountPaisa }) => amountPaisa),
    [unlucky.advancePaisa],
  )
  assert.deepEqual(await promisedMessages(shop.db, unlucky.id), [
    { template: 'order-expired', amountPaisa: null },
    { template: 'payment-late', amountPaisa: unlucky.advancePaisa },
  ])
})

test('cancelled after its advance was paid, the advance goes back, once, and nothing else', async () => {
  const order = await paidOrder()
  const answers = await Promise.all(Array.from({ length: 4 }, () => order.cancel()))
  assert.deepEqual([...new Set(answers.map(({ statusCode }) => statusCode))], [200])
  assert.deepEqual(
    (await order.refunds()).map(({ amountPaisa, state }) => [amountPaisa, state]),
    [[order.advancePaisa, 'requested']],
  )
  while ((await runDueRefund(shop.context, 'bkash')) > 0);
  const sent = [...shop.gateways.payments.values()].filter(({ reference }) => reference.startsWith(order.number))
  assert.deepEqual(
    sent.flatMap((payment) => payment.refunds.map(({ taka }) => taka)),
    ['5006.00'],
  )
  assert.deepEqual(await stockOf(shop.db, order.variantId), { onHand: 1, held: 0 })
  assert.equal((await order.money()).paidPaisa, 0)
})

test('cancelled while the advance is being paid, it goes back', async () => {
  const order = await orderWithAdvance()
  const { reference } = await order.payThere()
  await Promise.all([order.comeBack(reference), order.cancel()])
  assert.equal((await order.read()).state, 'cancelled')
  await order.comeBack(reference)
  assert.deepEqual(
    (await order.refunds()).map(({ amountPaisa }) => amountPaisa),
    [order.advancePaisa],
  )
})

test('all of it comes back after it was delivered: the advance goes back where it came from, the rest by hand', async () => {
  const order = await paidOrder()
  await delivered(order)
  const url = `/api/orders/${order.token}/returns`
  const lines = [{ variantId: order.variantId, quantity: 1 }]
  const asked = await shop.api.inject({
    method: 'POST',
    url,
    headers: { 'idempotency-key': randomUUID() },
    payload: { reason: 'defective', note: null, lines },
  })
  const [open] = asked.json().returns
  const decision = { version: open.version, isApproved: true, note: null }
  const { version } = (await owner.send('POST', `/api/console/returns/${open.id}/decision`, decision)).json()
  const receipt = {
    version,
    lines: [{ variantId: order.variantId, restocked: 1, writtenOff: 0, identities: [] }],
  }
  const receive = () => owner.send('POST', `/api/console/returns/${open.id}/receipt`, receipt)
  const answers = await Promise.all([receive(), receive(), receive()])
  assert.deepEqual([...new Set(answers.map(({ statusCode }) => statusCode))], [200], answers[0]?.body)
  const rest = 5_000_000 - order.advancePaisa
  assert.deepEqual(
    (await order.refunds()).map(({ amountPaisa, state }) => [amountPaisa, state]),
    [
      [order.advancePaisa, 'requested'],
      [rest, 'by_hand'],
    ],
  )
  while ((await runDueRefund(shop.context, 'bkash')) > 0);
  assert.equal((await order.money()).paidPaisa, 0)
  const more = { amountPaisa: order.totalPaisa - 5_000_000 + 1, lines: [], reason: 'more than was paid' }
  const tooMuch = await owner.send('POST', `/api/console/orders/${order.id}/refunds`, more, {
    'idempotency-key': randomUUID(),
  })
  assert.equal(tooMuch.json().code, 'REFUND_TOO_LARGE')
})
