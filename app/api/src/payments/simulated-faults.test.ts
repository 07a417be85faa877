import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { type OnlineMethod, onlineMethods } from '@dhakacart/contract/payments.schema.ts'
import { type FaultName, faultNames, faultsOf, isCallFault } from '@dhakacart/simulator/src/provider-faults.ts'
import { assertLedgerAddsUp, stockOf } from '../orders/testing/ledger.ts'
import { createShopper } from '../testing/shopper.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { assertMoneyAddsUp } from './testing/money.ts'
import { assertEachPaymentIsOne, assertGivenBackOnce } from './testing/money-at-providers.ts'
import type { OrderToPay } from './testing/paying-shopper.ts'
import { type SimulatedShop, startSimulatedShop } from './testing/simulated-shop.ts'

const hour = 3_600

/**
 * How an order fares whose payment has a fault: what the first press on "pay" gives, what its page says when the shopper is back,
 * what it says after the worker looked a minute later, and what remains when the shopper has then cancelled and two days are over.
 */
type Life = readonly [pressed: string, back: string, found: string, end: string]

const page = 'page'
const away = 'PAYMENT_PROVIDER_AWAY'
const refused = 'PAYMENT_METHOD_REFUSED'
const unpaid = 'pending_payment, page open'
const checking = 'pending_payment, checking, page open'
const failed = 'pending_payment, failed'
const abandoned = 'pending_payment, abandoned'
const paid = 'confirmed, paid'
const other = 'pending_payment, refund open'
const cancelled = 'cancelled'
const returned = 'cancelled, refund done'
/** Nagad documents no interface for refunds, so people make them in its portal. */
const byPeople = 'cancelled, refund open'

const smooth: Life = [page, paid, paid, returned]
const smoothNagad: Life = [page, paid, paid, byPeople]

// What is no cell but a sentence cannot happen there.
const noNotices = 'posts no notices'
const noSignature = 'signs nothing: a token opens its answers'
const noToken = 'has no token'
const noRisk = 'says nothing of risk'
const noWait = 'gives money back at once'
const byHand = 'is never asked for a refund: people make it in its portal'

/** Faults of a call strike the first press, the question when the shopper is back, and the refund; others the whole payment. */
const lives: Partial<Record<FaultName, Record<OnlineMethod, Life | string>>> = {
  unreachable: {
    bkash: [away, checking, paid, returned],
    nagad: [away, checking, paid, byPeople],
    sslcommerz: [away, checking, paid, returned],
  },
  down: {
    bkash: [away, checking, paid, returned],
    nagad: [away, checking, paid, byPeople],
    sslcommerz: [away, checking, paid, returned],
  },
  slow: {
    bkash: [away, checking, paid, returned],
    nagad: [away, checking, paid, byPeople],
    sslcommerz: [away, checking, paid, returned],
  },
  token_limited: { bkash: [away, paid, paid, returned], nagad: noToken, sslcommerz: noToken },
  timeout_after_success: {
    // Its execute is settled by a query at once; Nagad is only ever asked, which does nothing that could be lost.
    bkash: [away, paid, paid, returned],
    nagad: [away, paid, paid, byPeople],
    sslcommerz: [away, checking, paid, returned],
  },
  insufficient_balance: {
    bkash: [page, failed, failed, cancelled],
    nagad: [page, failed, failed, cancelled],
    // Another card may work on the same page.
    sslcommerz: [page, abandoned, abandoned, cancelled],
  },
  ipn_duplicate: { bkash: noNotices, nagad: noNotices, sslcommerz: smooth },
  ipn_before_redirect: { bkash: noNotices, nagad: noNotices, sslcommerz: smooth },
  ipn_never: { bkash: noNotices, nagad: noNotices, sslcommerz: smooth },
  ipn_late: { bkash: noNotices, nagad: noNotices, sslcommerz: smooth },
  tampered_amount: {
    bkash: 'names no amount in its return',
    nagad: 'names no amount in its return',
    sslcommerz: smooth,
  },
  paid_other_amount: {
    bkash: [page, other, 'pending_payment, refund done', returned],
    nagad: [page, other, other, byPeople],
    sslcommerz: [page, other, other, returned],
  },
  wrong_signature: { bkash: noSignature, nagad: [refused, paid, paid, byPeople], sslcommerz: smooth },
  wrong_tran_id: {
    // Their own answers name another order: believed only when they come to themselves, and then it is too late.
    bkash: [page, checking, checking, returned],
    nagad: [page, checking, checking, byPeople],
    sslcommerz: smooth,
  },
  risk_flag: {
    bkash: noRisk,
    nagad: noRisk,
    sslcommerz: [page, 'confirmed, paid, review', 'confirmed, paid, review', returned],
  },
  forged_return: {
    bkash: [page, unpaid, unpaid, cancelled],
    nagad: [page, failed, failed, cancelled],
    sslcommerz: [page, unpaid, unpaid, cancelled],
  },
  return_never: {
    bkash: [page, unpaid, paid, returned],
    nagad: [page, unpaid, paid, byPeople],
    // Its notice came.
    sslcommerz: smooth,
  },
  refund_refused: {
    bkash: [page, paid, paid, 'cancelled, refund open'],
    nagad: byHand,
    sslcommerz: [page, paid, paid, 'cancelled, refund open'],
  },
  refund_slow: { bkash: noWait, nagad: byHand, sslcommerz: smooth },
  query_forgets: {
    // bKash takes no money before it knew the payment when asked.
    bkash: [page, checking, checking, cancelled],
    nagad: [page, checking, checking, byPeople],
    sslcommerz: [page, unpaid, unpaid, returned],
  },
  report_lacks: { bkash: smooth, nagad: smoothNagad, sslcommerz: smooth },
  report_amount_differs: { bkash: smooth, nagad: smoothNagad, sslcommerz: smooth },
}
/** The provider answers wrongly for as long as the fault is on, so nobody can know of the money. */
const blinding: readonly FaultName[] = ['wrong_tran_id', 'query_forgets']

let shop: SimulatedShop
before(async () => {
  shop = await startSimulatedShop()
})
beforeEach(async () => {
  shop.simulator.faults.clear()
  // Tokens end, so that each test may be granted its own.
  await shop.pass(2 * hour)
})
afterEach(async () => {
  await assertMoneyAddsUp(shop.db)
  await assertLedgerAddsUp(shop.db)
})
after(() => shop.close())

async function live(method: OnlineMethod, fault: FaultName): Promise<Life> {
  const strike = <T>(ask: () => Promise<T>) => (isCallFault(fault) ? shop.struck(method, fault, ask) : ask())
  const order = await shop.orderBy(method)
  if (!isCallFault(fault)) shop.simulator.faults.addNext(method, fault, 1)
  const pressed = await strike(() => order.start())
  // Pressed again when it did not work; the fault then strikes what is begun instead.
  const reference = await order.startedReference()
  const choice = fault === 'forged_return' ? 'fail' : 'pay'
  const way = await shop.decide(reference, choice, isCallFault(fault) ? [] : [fault])
  if (fault === 'ipn_before_redirect') assert.equal(await wordsOf(order), paid)
  if (fault !== 'return_never') {
    const page = await strike(() => shop.comeBack(way))
    assert.ok(page?.endsWith(`/en/orders/${order.token}`), `led to ${page}`)
  }
  await shop.pass(1)
  const back = await wordsOf(order)
  await shop.pass(60)
  await shop.work(method)
  const found = await wordsOf(order)
  if (!blinding.includes(fault)) await assertEachPaymentIsOne(shop, order)
  const answer = await shop.api.inject({ method: 'POST', url: `/api/orders/${order.token}/cancel` })
  assert.equal(answer.statusCode, 200, answer.body)
  if (blinding.includes(fault)) shop.comeToItself(reference)
  await strike(() => shop.work(method))
  for (let day = 0; day < 3; day += 1) {
    await shop.pass(20 * hour)
    await shop.work(method)
  }
  await assertEachPaymentIsOne(shop, order)
  if (method !== 'nagad' && fault !== 'refund_refused') await assertGivenBackOnce(shop, order)
  return [pressed.statusCode === 200 ? page : pressed.json().code, back, found, await wordsOf(order)]
}

/** The order's state, and what its page says of the money. */
async function wordsOf(order: OrderToPay): Promise<string> {
  const [{ state }, { attempt, ...money }] = [await order.read(), await order.money()]
  const isWaiting = state === 'pending_payment'
  const words = [
    isWaiting && money.isBeingChecked && 'checking',
    isWaiting && attempt !== null && !['started', 'paid'].includes(attempt.state) && attempt.state,
    isWaiting && attempt?.redirectUrl != null && 'page open',
    money.paidPaisa > 0 && 'paid',
    money.isUnderReview && 'review',
    ...money.refunds.map(({ isDone }: { isDone: boolean }) => (isDone ? 'refund done' : 'refund open')),
  ]
  return [state, ...words.filter((word) => word !== false)].join(', ')
}

test('every fault that the simulator can play for a gateway has its life below, and what is left out says why', () => {
  for (const fault of faultNames) {
    const cells = lives[fault]
    const owners = onlineMethods.filter((method) => faultsOf(method).includes(fault))
    if (cells === undefined) assert.deepEqual(owners, [], fault)
    for (const method of cells === undefined ? [] : onlineMethods) {
      const isLived = typeof cells?.[method] !== 'string'
      if (isLived) assert.ok(owners.includes(method), `${method} cannot play ${fault}`)
      else if (owners.includes(method)) assert.equal(cells?.[method], byHand, `${method} plays ${fault}`)
    }
  }
})

for (const [fault, cells] of Object.entries(lives) as [FaultName, Record<OnlineMethod, Life | string>][]) {
  for (const method of onlineMethods) {
    const expected = cells[method]
    if (typeof expected === 'string') continue
    test(`${method}, ${fault}: ${expected.join(' → ')}`, async () => {
      assert.deepEqual(await live(method, fault), expected)
    })
  }
}

test('the tab is closed and the notice never comes: the worker finds the money', async () => {
  const order = await shop.orderBy('sslcommerz')
  await shop.decide(await order.startedReference(), 'pay', ['ipn_never', 'return_never'])
  await shop.pass(60)
  assert.equal(await wordsOf(order), unpaid)
  await shop.work('sslcommerz')
  assert.equal(await wordsOf(order), paid)
  await assertEachPaymentIsOne(shop, order)
})

test('the tab is closed, the worker is away and the notice hours late: taken while the stock is there, else given back', async () => {
  const [lucky, unlucky] = [await shop.orderBy('sslcommerz'), await shop.orderBy('sslcommerz')]
  for (const order of [lucky, unlucky]) {
    await shop.decide(await order.startedReference(), 'pay', ['ipn_late', 'return_never'])
  }
  await shop.pass(0.2 * hour)
  await shop.endHolds()
  assert.deepEqual([await wordsOf(lucky), await wordsOf(unlucky)], ['expired', 'expired'])
  const buyer = createShopper(shop.api)
  await buyer.add(unlucky.variantId)
  const { orderKey } = await buyer.cart()
  assert.equal((await buyer.order(orderKey, await buyer.orderBody(shop.upazilaId))).statusCode, 200)
  await shop.pass(3 * hour)
  assert.deepEqual([await wordsOf(lucky), await wordsOf(unlucky)], [paid, 'expired, refund open'])
  assert.deepEqual(await stockOf(shop.db, lucky.variantId), { onHand: 0, held: 0 })
  for (const order of [lucky, unlucky]) await assertEachPaymentIsOne(shop, order)
})

for (const method of onlineMethods) {
  test(`${method}: its report tells of payments we never began, leaves one out and has another amount, and each is found`, async () => {
    await shop.passToNoon()
    const paidOrders: { id: number; reference: string }[] = []
    for (const faults of [[], ['report_amount_differs'], ['report_lacks']] as const) {
      const order = await shop.orderBy(method)
      const reference = await order.startedReference()
      await shop.comeBack(await shop.decide(reference, 'pay', faults))
      assert.equal(await wordsOf(order), paid)
      paidOrders.push({ id: order.id, reference })
    }
    const [right, other, lost] = paidOrders
    const references = paidOrders.map(({ reference }) => reference)
    const foreign = `NEVER-${method}`
    const { day, csv } = await shop.readReport(method, { foreign, of: references })
    const manager = await signInAsStaff(shop.api, 'manager')
    const columns = { reference: 'transaction_id', ourReference: 'reference', amount: 'amount' }
    const file = { method, fileName: 'report.csv', csv, columns, fromDay: day, toDay: day, isDryRun: true }
    const answer = await manager.send('POST', '/api/console/reconciliation/statements', file)
    assert.equal(answer.statusCode, 200, answer.body)
    const { rows, missing } = answer.json()
    assert.deepEqual(
      rows.map((row: { ourReference: string; verdict: string }) => [row.ourReference, row.verdict]),
      [
        [right?.reference, 'right'],
        [other?.reference, 'amount_differs'],
        [foreign, 'unknown_payment'],
      ],
    )
    const ours = new Set(paidOrders.map(({ id }) => id))
    assert.deepEqual(
      missing.map(({ orderId }: { orderId: number }) => orderId).filter((id: number) => ours.has(id)),
      [lost?.id],
    )
  })
}
