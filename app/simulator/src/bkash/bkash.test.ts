import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { FaultName } from '../provider-faults.ts'
import { startTestSimulator, type TestSimulator, testKeys } from '../testing/test-simulator.ts'

const keys = testKeys.bkash
const version = '/bkash/v1.2.0-beta/tokenized/checkout'
const refunds = '/bkash/v2/tokenized-checkout/refund/payment'
const callbackURL = 'http://localhost:3000/api/payments/bkash/return'

let one: TestSimulator
let token = ''
let count = 0

before(async () => {
  one = await startTestSimulator()
})
beforeEach(async () => {
  one.simulator.faults.clear()
  // A whole hour later, so that each test may be granted a token.
  one.simulator.clock.advance(3 * 3_600_000)
  token = (await grant()).body.id_token ?? ''
})
after(() => one.stop())

type Answer = { status: number; body: Record<string, string> }

async function post(path: string, body: unknown, headers: Record<string, string> = authorized()): Promise<Answer> {
  const answer = await fetch(one.origin + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, string> }
}
const authorized = () => ({ authorization: token, 'x-app-key': keys.appKey })
const grant = (headers = { username: keys.username, password: keys.password }) =>
  post(`${version}/token/grant`, { app_key: keys.appKey, app_secret: keys.appSecret }, headers)

function creation(changes: Record<string, string> = {}) {
  count += 1
  return {
    mode: '0011',
    payerReference: 'DC1',
    callbackURL,
    amount: '999.50',
    currency: 'BDT',
    intent: 'sale',
    merchantInvoiceNumber: `INV${count}`,
    ...changes,
  }
}

async function agree(faults: FaultName[] = [], choice = 'pay') {
  const { body } = await post(`${version}/create`, creation())
  const answer = await one.app.inject({
    method: 'POST',
    url: `/control/payments/${body.paymentID}/decide`,
    payload: { choice, faults },
  })
  return { paymentID: body.paymentID ?? '', back: new URL(answer.json().back.url) }
}
const execute = (paymentID: string) => post(`${version}/execute`, { paymentID })
const status = (paymentID: string) => post(`${version}/payment/status`, { paymentID })

async function pay(faults: FaultName[] = []) {
  const { paymentID } = await agree(faults)
  const { body } = await execute(paymentID)
  return { paymentID, trxID: body.trxID ?? '' }
}
const refundOf = (paid: { paymentID: string; trxID: string }, refundAmount: string) =>
  post(`${refunds}/transaction`, {
    paymentId: paid.paymentID,
    trxId: paid.trxID,
    refundAmount,
    sku: 'SKU-1',
    reason: 'Returned',
  })

test('a payment is created, agreed to, executed and found, and the money moves only when it is executed', async () => {
  const { body } = await post(`${version}/create`, creation({ merchantInvoiceNumber: 'INV-A' }))
  assert.deepEqual([body.statusCode, body.transactionStatus, body.amount], ['0000', 'Initiated', '999.50'])
  assert.equal(body.bkashURL, `http://127.0.0.1:4000/bkash/pay/${body.paymentID}`)
  const paymentID = body.paymentID ?? ''
  assert.equal((await execute(paymentID)).body.statusCode, '2056')
  await one.app.inject({ method: 'POST', url: `/control/payments/${paymentID}/decide`, payload: { choice: 'pay' } })
  assert.equal((await status(paymentID)).body.transactionStatus, 'Initiated')
  const executed = (await execute(paymentID)).body
  assert.deepEqual(
    [executed.statusCode, executed.transactionStatus, executed.amount, executed.merchantInvoiceNumber],
    ['0000', 'Completed', '999.50', 'INV-A'],
  )
  assert.equal((await execute(paymentID)).body.statusCode, '2062')
  const asked = (await status(paymentID)).body
  assert.deepEqual([asked.transactionStatus, asked.trxID], ['Completed', executed.trxID])
  const found = (await post(`${version}/general/searchTransaction`, { trxID: executed.trxID })).body
  assert.deepEqual([found.statusCode, found.amount], ['0000', '999.50'])
})

test('the return says success, failure or cancel', async () => {
  for (const [choice, expected] of [
    ['pay', 'success'],
    ['fail', 'failure'],
    ['cancel', 'cancel'],
  ] as const) {
    const { back, paymentID } = await agree([], choice)
    assert.deepEqual(
      [back.origin + back.pathname, back.searchParams.get('paymentID'), back.searchParams.get('status')],
      [callbackURL, paymentID, expected],
    )
    if (choice !== 'pay') assert.equal((await execute(paymentID)).body.statusCode, '2056')
  }
})

test('two executions at once move the money once', async () => {
  const { paymentID } = await agree()
  const answers = await Promise.all([execute(paymentID), execute(paymentID)])
  assert.deepEqual(answers.map(({ body }) => body.statusCode).sort(), ['0000', '2062'])
})

test('the third token within an hour blocks the merchant for an hour', async () => {
  assert.equal((await grant()).status, 200)
  assert.equal((await grant()).status, 429)
  one.simulator.clock.advance(30 * 60_000)
  assert.equal((await grant()).status, 429)
  one.simulator.clock.advance(3_600_001)
  assert.equal((await grant()).status, 200)
})

test('a token ends after an hour, and requests without one or with a foreign app key are refused', async () => {
  assert.equal((await post(`${version}/create`, creation(), { authorization: token })).status, 401)
  assert.equal((await post(`${version}/create`, creation(), { ...authorized(), 'x-app-key': 'other' })).status, 401)
  one.simulator.clock.advance(3_600_001)
  assert.equal((await post(`${version}/create`, creation())).status, 401)
})

test('wrong names, passwords, app keys and refresh tokens get no token', async () => {
  assert.equal((await grant({ username: keys.username, password: 'wrong' })).status, 401)
  const headers = { username: keys.username, password: keys.password }
  const wrong = await post(`${version}/token/grant`, { app_key: keys.appKey, app_secret: 'wrong' }, headers)
  assert.equal(wrong.body.statusCode, '2001')
  const body = { app_key: keys.appKey, app_secret: keys.appSecret, refresh_token: 'wrong' }
  assert.equal((await post(`${version}/token/refresh`, body, headers)).status, 401)
})

for (const [changes, code] of [
  [{ mode: '0001' }, '2065'],
  [{ amount: '' }, '2065'],
  [{ amount: '10,000' }, '2006'],
  [{ amount: '0.50' }, '2006'],
  [{ currency: 'USD' }, '2007'],
  [{ intent: 'authorization' }, '2008'],
  [{ merchantInvoiceNumber: 'a<b' }, '2065'],
  [{ merchantInvoiceNumber: 'x'.repeat(256) }, '2065'],
  [{ callbackURL: 'return' }, '2065'],
] as const) {
  test(`creating with ${JSON.stringify(changes).slice(0, 50)} is refused with ${code}`, async () => {
    assert.equal((await post(`${version}/create`, creation(changes))).body.statusCode, code)
  })
}

test('an invoice that was paid cannot be paid again, an amount must be text, and a day later it is too late', async () => {
  const { paymentID } = await pay()
  const reference = one.simulator.records.find('payment', paymentID)?.reference ?? ''
  assert.equal(
    (await post(`${version}/create`, creation({ merchantInvoiceNumber: reference }))).body.statusCode,
    '2029',
  )
  assert.equal((await post(`${version}/create`, { ...creation(), amount: 999.5 })).body.statusCode, '2065')
  const late = await agree()
  one.simulator.clock.advance(24 * 3_600_000)
  token = (await grant()).body.id_token ?? ''
  one.simulator.clock.advance(1_000)
  assert.equal((await execute(late.paymentID)).body.statusCode, '2056')
})

test('refunds: at most what was paid, at most ten, each listed', async () => {
  const paid = await pay()
  const first = (await refundOf(paid, '100.00')).body
  assert.deepEqual([first.refundTransactionStatus, first.originalTrxId], ['Completed', paid.trxID])
  assert.equal((await refundOf(paid, '899.51')).body.externalCode, '2072')
  for (let turn = 0; turn < 9; turn += 1) assert.equal((await refundOf(paid, '1.00')).status, 200)
  assert.equal((await refundOf(paid, '1.00')).body.externalCode, '2072')
  const asked = await post(`${refunds}/status`, { paymentId: paid.paymentID, trxId: paid.trxID })
  assert.equal((asked.body.refundTransactions as unknown as unknown[]).length, 10)
  assert.equal((await refundOf({ ...paid, trxID: 'OTHER' }, '1.00')).status, 400)
})

test('fault insufficient_balance: the payer agreed, executing fails with 2023', async () => {
  const { paymentID } = await agree(['insufficient_balance'])
  assert.equal((await execute(paymentID)).body.statusCode, '2023')
  assert.equal((await status(paymentID)).body.transactionStatus, 'Initiated')
})

test('fault timeout_after_success: executed without an answer; asking tells, executing again says 2117', async () => {
  const { paymentID } = await agree(['timeout_after_success'])
  await assert.rejects(execute(paymentID))
  assert.equal((await execute(paymentID)).body.statusCode, '2117')
  assert.equal((await status(paymentID)).body.transactionStatus, 'Completed')
})

test('faults paid_other_amount and wrong_tran_id: what is executed is not what was asked for', async () => {
  const { paymentID } = await agree(['paid_other_amount', 'wrong_tran_id'])
  const { body } = await execute(paymentID)
  assert.equal(body.amount, '989.50')
  assert.match(body.merchantInvoiceNumber ?? '', /X$/)
})

test('fault forged_return: the return says success though the payer refused', async () => {
  const { back, paymentID } = await agree(['forged_return'], 'cancel')
  assert.equal(back.searchParams.get('status'), 'success')
  assert.equal((await execute(paymentID)).body.statusCode, '2056')
})

test('faults refund_refused and query_forgets', async () => {
  assert.equal((await refundOf(await pay(['refund_refused']), '1.00')).body.externalCode, '2071')
  const { paymentID } = await pay(['query_forgets'])
  assert.equal((await status(paymentID)).body.statusCode, '2002')
})

test('call faults: down answers 503 and does nothing, slow waits, unreachable closes, token_limited refuses', async () => {
  const { faults } = one.simulator
  const { paymentID } = await agree()
  faults.addNext('bkash', 'down', 1)
  const down = await execute(paymentID)
  assert.deepEqual([down.status, down.body.statusCode], [503, '503'])
  faults.addNext('bkash', 'unreachable', 1)
  await assert.rejects(execute(paymentID))
  faults.addNext('bkash', 'slow', 1)
  const startedAt = performance.now()
  assert.equal((await execute(paymentID)).body.statusCode, '0000')
  assert.ok(performance.now() - startedAt >= 190)
  faults.setAlways('bkash', ['token_limited'])
  assert.equal((await grant()).status, 429)
})
