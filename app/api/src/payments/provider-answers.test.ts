import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { instalmentChoices } from '@dhakacart/contract/payments.schema.ts'
import { expireHolds } from '../orders/orders.service.ts'
import { assertLedgerAddsUp, stockOf } from '../orders/testing/ledger.ts'
import { createShopper } from '../testing/shopper.ts'
import { signedNotice } from './testing/fake-gateways.ts'
import { assertMoneyAddsUp } from './testing/money.ts'
import { type PayingShop, startPayingShop } from './testing/paying-shop.ts'
import { verifyDue } from './verify.ts'

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

const lies = {
  bkash: [
    { merchantInvoice: 'ANOTHERORDER' },
    { merchantInvoiceNumber: 'ANOTHERORDER' },
    { paymentID: 'SESSION0' },
    { currency: 'USD' },
    { currency: '' },
    { trxID: '' },
    { amount: '0' },
    { amount: '-5' },
    { amount: '1e9' },
    { statusCode: '2023' },
    { transactionStatus: 'Authorized' },
  ],
  nagad: [
    { merchantId: '683002007104226' },
    { orderId: 'ANOTHERORDER' },
    { paymentRefId: 'SESSION0' },
    { issuerPaymentRefNo: '' },
    { amount: '0' },
    { amount: '-5' },
    { amount: '1e9' },
    { status: '' },
  ],
} as const

for (const method of ['bkash', 'nagad'] as const) {
  for (const lie of lies[method]) {
    test(`${method} answers ${JSON.stringify(lie)}: nothing is believed, the order waits`, async () => {
      const order = await shop.orderBy(method)
      const reference = await order.startedReference()
      shop.gateways.pay(reference).lies = lie
      await shop.goBack(method, reference, '?status=success')
      assert.deepEqual([(await order.read()).state, (await order.money()).paidPaisa], ['pending_payment', 0])
      const rows = await shop.db.selectFrom('payments').select('id').where('orderId', '=', order.id).execute()
      assert.equal(rows.length, 0)
    })
  }

  test(`${method} took another amount than was due: it goes back, the order waits`, async () => {
    const order = await shop.orderBy(method)
    const reference = await order.startedReference()
    shop.gateways.pay(reference).lies = { amount: '10.00' }
    await shop.goBack(method, reference)
    const { amountPaisa, reason } = await shop.db
      .selectFrom('refunds')
      .selectAll()
      .where('orderId', '=', order.id)
      .executeTakeFirstOrThrow()
    assert.deepEqual([amountPaisa, reason], [1_000, 'paid another amount than was due'])
    assert.equal((await order.read()).state, 'pending_payment')
  })
}

for (const code of ['2062', '2117'] as const) {
  test(`bKash says ${code}, taken before: it is asked how it ended, and the order is paid`, async () => {
    const order = await shop.orderBy('bkash')
    const reference = await order.startedReference()
    const { trx } = shop.gateways.pay(reference)
    shop.gateways.faults.set('execute', code)
    await shop.goBack('bkash', reference)
    assert.deepEqual([(await order.read()).state, (await shop.attemptOf(order.id)).state], ['confirmed', 'paid'])
    const { providerReference } = await shop.db
      .selectFrom('payments')
      .select('providerReference')
      .where('orderId', '=', order.id)
      .executeTakeFirstOrThrow()
    assert.equal(providerReference, trx)
  })
}

test('bKash took the money and its answer was lost: it is asked how it ended, and the order is paid', async () => {
  const order = await shop.orderBy('bkash')
  const reference = await order.startedReference()
  shop.gateways.pay(reference)
  shop.gateways.faults.set('execute', 'breaks')
  await shop.goBack('bkash', reference)
  assert.equal((await order.read()).state, 'confirmed')
})

test('two processes take one bKash payment at once: both learn of the same payment', async () => {
  const order = await shop.orderBy('bkash')
  const reference = await order.startedReference()
  const { trx } = shop.gateways.pay(reference)
  const { session } = await shop.attemptOf(order.id)
  const attempt = { reference, session, amountPaisa: order.totalPaisa }
  const bkash = shop.context.providers.get('bkash')
  const ask = () => bkash?.ask(attempt, { mayCapture: true, hint: null })
  const verdicts = await Promise.all([ask(), ask(), ask()])
  for (const verdict of verdicts) {
    assert.equal(verdict?.kind === 'paid' && verdict.payment.providerReference, trx)
  }
})

test('an IPN of SSLCOMMERZ comes hours late: taken while the stock is there, else given back', async () => {
  // By 26 hours we have long stopped asking by ourselves.
  for (const hours of [5, 26]) {
    await shop.setMinutes(0)
    const [lucky, unlucky] = [await shop.orderBy('sslcommerz'), await shop.orderBy('sslcommerz')]
    const references = [await lucky.startedReference(), await unlucky.startedReference()]
    await shop.setMinutes(11)
    await expireHolds(shop.context, 100)
    await sellLast(unlucky.variantId)
    await shop.setMinutes(hours * 60)
    while ((await verifyDue(shop.context, 'sslcommerz', 8)) > 0);
    assert.equal((await shop.attemptOf(lucky.id)).askAt === null, hours === 26)
    const notices = references.map((reference) => signedNotice(shop.gateways.pay(reference)))
    await shop.setMinutes(hours * 60 + 1)
    for (const notice of [...notices, ...notices]) assert.equal((await shop.notify(notice)).statusCode, 200)
    assert.deepEqual([(await lucky.read()).state, (await unlucky.read()).state], ['confirmed', 'expired'])
    assert.deepEqual(await stockOf(shop.db, lucky.variantId), { onHand: 0, held: 0 })
    const { refunds } = await unlucky.money()
    assert.deepEqual(
      refunds.map((refund: { amountPaisa: number }) => refund.amountPaisa),
      [unlucky.totalPaisa],
    )
  }
})

/** Somebody else buys what was free again. */
async function sellLast(variantId: number): Promise<void> {
  const other = createShopper(shop.api)
  await other.add(variantId)
  const { orderKey } = await other.cart()
  const answer = await other.order(orderKey, await other.orderBody(shop.upazilaId))
  assert.equal(answer.statusCode, 200)
}

test('instalments: the months chosen reach SSLCOMMERZ, and what it says of them is kept', async () => {
  const order = await shop.orderBy('sslcommerz', { pricePaisa: 600_000 })
  const { instalments, instalmentMonths } = await order.money()
  assert.ok(instalments)
  assert.deepEqual(
    instalmentChoices(instalments, 600_000).map(({ months }) => months),
    [3, 6, 9, 12],
  )
  // What a storefront of the release before reads.
  assert.deepEqual(instalmentMonths, [3, 6, 9, 12])
  assert.equal((await order.start({ instalmentMonths: 6 })).statusCode, 200)
  const { reference } = await shop.attemptOf(order.id)
  const payment = shop.gateways.pay(reference)
  const { emi_option, emi_max_inst_option, emi_selected_inst } = payment.begunWith
  assert.deepEqual([emi_option, emi_max_inst_option, emi_selected_inst], ['1', '6', '6'])
  payment.lies = { emi_instalment: '6', emi_amount: '1010.00' }
  await shop.goBack('sslcommerz', reference)
  assert.equal((await order.read()).state, 'confirmed')
  const { detail } = await shop.db
    .selectFrom('payments')
    .select('detail')
    .where('orderId', '=', order.id)
    .executeTakeFirstOrThrow()
  assert.equal((detail as Record<string, string>)['emi_instalment'], '6')
})

test('without months nothing is said of instalments but no; other months are another start', async () => {
  const order = await shop.orderBy('sslcommerz', { pricePaisa: 600_000 })
  const atOnce = shop.gateways.payments.get(await order.startedReference())?.begunWith ?? {}
  assert.equal(atOnce['emi_option'], '0')
  assert.deepEqual(
    Object.keys(atOnce).filter((name) => name.startsWith('emi_')),
    ['emi_option'],
  )
  const [one, two] = await Promise.all([order.start({ instalmentMonths: 12 }), order.start({ instalmentMonths: 12 })])
  assert.equal(one.json().redirectUrl, two.json().redirectUrl)
  const { reference } = await shop.attemptOf(order.id)
  assert.equal(shop.gateways.payments.get(reference)?.begunWith['emi_selected_inst'], '12')
})

test('months that no bank offers, months for too little, and months by another way are refused and begin nothing', async () => {
  const dear = await shop.orderBy('sslcommerz', { pricePaisa: 600_000 })
  const cheap = await shop.orderBy('sslcommerz', { pricePaisa: 100_000 })
  const { instalments, instalmentMonths } = await cheap.money()
  assert.deepEqual([instalments, instalmentMonths], [null, []])
  for (const answer of [
    await dear.start({ instalmentMonths: 7 }),
    await cheap.start({ instalmentMonths: 6 }),
    await dear.start({ method: 'bkash', instalmentMonths: 6 }),
    await dear.start({ method: 'nagad', instalmentMonths: 6 }),
  ]) {
    assert.deepEqual([answer.statusCode, answer.json().code], [422, 'PAYMENT_METHOD_UNAVAILABLE'])
  }
  for (const instalmentMonths of [1, 49, 6.5, '6' as unknown as number]) {
    assert.equal((await dear.start({ instalmentMonths })).statusCode, 400, String(instalmentMonths))
  }
  for (const { id } of [dear, cheap]) {
    assert.deepEqual(await shop.db.selectFrom('paymentAttempts').select('id').where('orderId', '=', id).execute(), [])
  }
})
