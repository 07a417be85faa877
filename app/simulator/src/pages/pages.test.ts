import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openPayment } from '../payment.ts'
import type { Payment } from '../records.ts'
import { startTestSimulator, type TestSimulator } from '../testing/test-simulator.ts'

let one: TestSimulator
let count = 0
before(async () => {
  one = await startTestSimulator()
})
after(() => one.stop())

function open(provider: Payment['provider'] = 'bkash'): Payment {
  count += 1
  const address = 'http://localhost:3000/return'
  return openPayment(one.simulator, {
    id: `P${count}`,
    provider,
    reference: `REF<${count}>`,
    askedPaisa: 125_000_50,
    details: { callbackURL: address, callback: address, success_url: address, fail_url: address, cancel_url: address },
  })
}
const show = (payment: Payment, language = 'bn') =>
  one.app.inject({ url: `/${payment.provider}/pay/${payment.id}?language=${language}` })
const decide = (payment: Payment, form: Record<string, string>) =>
  one.app.inject({
    method: 'POST',
    url: `/${payment.provider}/pay/${payment.id}?language=en`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: String(new URLSearchParams({ payer: '01712345678', ...form })),
  })
const stateOf = ({ id }: Payment) => one.simulator.records.find('payment', id)?.state

test('the page stands in Bangla with Bangla digits and in English with lakh grouping, and says it is a simulator', async () => {
  const payment = open()
  const bangla = await show(payment)
  assert.match(bangla.body, /<html lang="bn">[\s\S]*অনুকরণ[\s\S]*৳১,২৫,০০০\.৫০/)
  const english = await show(payment, 'en')
  assert.match(english.body, /<html lang="en">[\s\S]*simulator[\s\S]*৳1,25,000\.50/)
  assert.match(english.body, /REF&lt;\d+&gt;/)
  assert.doesNotMatch(english.body, /<script/)
})

test('bKash and Nagad send back by redirect, SSLCOMMERZ by a form that also works without script', async () => {
  const redirect = await decide(open('bkash'), { choice: 'pay' })
  assert.equal(redirect.statusCode, 303)
  assert.match(String(redirect.headers.location), /^http:\/\/localhost:3000\/return\?paymentID=P\d+&status=success$/)
  assert.equal((await decide(open('nagad'), { choice: 'cancel' })).statusCode, 303)
  const form = await decide(open('sslcommerz'), { choice: 'pay' })
  assert.match(form.body, /<form method="post" action="http:\/\/localhost:3000\/return" data-continue>[\s\S]*<button/)
})

test('waiting decides nothing, an unknown choice neither, and closing the tab pays without a way back', async () => {
  const payment = open('nagad')
  for (const choice of ['wait', 'nonsense', '']) {
    assert.equal((await decide(payment, { choice })).statusCode, 303)
    assert.equal(stateOf(payment), 'waiting')
  }
  const closed = await decide(payment, { choice: 'pay_and_close' })
  assert.deepEqual([stateOf(payment), closed.statusCode], ['paid', 200])
  assert.doesNotMatch(closed.body, /localhost:3000/)
})

test('a fault ticked on the page belongs to the payment; one the provider does not have is ignored', async () => {
  const payment = open('bkash')
  await decide(payment, { choice: 'pay', fault_refund_refused: 'yes', fault_risk_flag: 'yes' })
  assert.deepEqual(one.simulator.records.find('payment', payment.id)?.faults, ['refund_refused'])
})

test('a decided payment offers only the way back, an expired or unknown one nothing', async () => {
  const payment = open('bkash')
  await decide(payment, { choice: 'fail' })
  assert.match((await show(payment, 'en')).body, /This payment failed[\s\S]*status=failure/)
  const old = open('bkash')
  one.simulator.clock.advance(25 * 3_600_000)
  assert.equal((await show(old)).statusCode, 410)
  assert.equal((await decide(old, { choice: 'pay' })).statusCode, 410)
  assert.equal(stateOf(old), 'waiting')
  assert.equal((await one.app.inject({ url: '/bkash/pay/unknown' })).statusCode, 404)
  const ofAnother = open('nagad')
  assert.equal((await one.app.inject({ url: `/bkash/pay/${ofAnother.id}` })).statusCode, 404)
})
