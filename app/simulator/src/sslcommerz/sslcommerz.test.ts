import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import type { FaultName } from '../provider-faults.ts'
import { numberOf } from '../provider-faults.ts'
import type { Payment } from '../records.ts'
import {
  type Merchant,
  startMerchant,
  startTestSimulator,
  type TestSimulator,
  testKeys,
  until,
} from '../testing/test-simulator.ts'

let shop: Merchant
let one: TestSimulator
let count = 0

before(async () => {
  shop = await startMerchant()
  one = await startTestSimulator()
})
beforeEach(() => {
  shop.received.length = 0
  one.simulator.faults.clear()
})
after(async () => {
  await one.stop()
  await shop.stop()
})

const { storeId, storePassword } = testKeys.sslcommerz
const credentials = { store_id: storeId, store_passwd: storePassword }

function sessionForm(changes: Record<string, string> = {}): Record<string, string> {
  count += 1
  return {
    ...credentials,
    total_amount: '1250.50',
    currency: 'BDT',
    tran_id: `DC${count}`,
    success_url: `${shop.origin}/success`,
    fail_url: `${shop.origin}/fail`,
    cancel_url: `${shop.origin}/cancel`,
    ipn_url: `${shop.origin}/ipn`,
    cus_name: 'A Shopper',
    cus_email: 'shopper@example.com',
    cus_add1: 'House 1',
    cus_city: 'Dhaka',
    cus_postcode: '1207',
    cus_country: 'Bangladesh',
    cus_phone: '01712345678',
    shipping_method: 'NO',
    num_of_item: '1',
    product_name: 'Phone',
    product_category: 'Phones',
    product_profile: 'physical-goods',
    ...changes,
  }
}

async function send(form: Record<string, string>) {
  const answer = await fetch(`${one.origin}/sslcommerz/gwprocess/v4/api.php`, {
    method: 'POST',
    body: new URLSearchParams(form),
  })
  return (await answer.json()) as Record<string, string>
}

async function ask(path: string, query: Record<string, string>) {
  const answer = await fetch(`${one.origin}/sslcommerz/validator/api/${path}?${new URLSearchParams(query)}`)
  return (await answer.json()) as Record<string, string>
}
const validate = (valId: string) =>
  ask('validationserverAPI.php', { ...credentials, val_id: valId, v: '1', format: 'json' })
const query = (more: Record<string, string>) => ask('merchantTransIDvalidationAPI.php', { ...credentials, ...more })

type Decided = { payment: Payment; back: { method: string; url: string; fields: Record<string, string> } }

async function decide(id: string, choice: string, faults: FaultName[] = []): Promise<Decided> {
  const answer = await one.app.inject({
    method: 'POST',
    url: `/control/payments/${id}/decide`,
    payload: { choice, faults },
  })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json()
}

async function pay(faults: FaultName[] = [], form: Record<string, string> = {}) {
  const { sessionkey } = await send(sessionForm(form))
  return decide(sessionkey ?? '', 'pay', faults)
}

/** Notifications of earlier payments may still be on their way, so each test counts its own. */
const notifications = (reference: string) =>
  shop.received
    .filter(({ path }) => path === '/ipn')
    .map(readForm)
    .filter((fields) => fields.tran_id === reference)
const readForm = ({ body }: { body: string }) => Object.fromEntries(new URLSearchParams(body))

/** As a merchant checks it, written down a second time. */
function isSigned(fields: Record<string, string>, algorithm: 'md5' | 'sha256'): boolean {
  const md5 = createHash('md5').update(storePassword).digest('hex')
  const pairs = (fields.verify_key ?? '').split(',').map((key) => [key, fields[key] ?? ''] as const)
  const text = [...pairs, ['store_passwd', md5] as const]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${value}`)
    .join('&')
  const expected = createHash(algorithm).update(text).digest('hex')
  return expected === (algorithm === 'md5' ? fields.verify_sign : fields.verify_sign_sha2)
}

test('a session leads to a page, and paying to a signed return, a signed notification and a VALID transaction', async () => {
  const { status, sessionkey, GatewayPageURL } = await send(sessionForm())
  assert.equal(status, 'SUCCESS')
  assert.equal(GatewayPageURL, `http://127.0.0.1:4000/sslcommerz/pay/${sessionkey}`)
  const { back, payment } = await decide(sessionkey ?? '', 'pay')
  assert.deepEqual([back.method, back.url], ['post', `${shop.origin}/success`])
  await until('the notification has come', () => notifications(payment.reference).length === 1)
  for (const fields of [back.fields, notifications(payment.reference)[0] ?? {}]) {
    assert.deepEqual(
      [fields.status, fields.amount, fields.currency, fields.tran_id, fields.risk_level],
      ['VALID', '1250.50', 'BDT', payment.reference, '0'],
    )
    assert.ok(isSigned(fields, 'md5') && isSigned(fields, 'sha256'))
  }
  const first = await validate(back.fields.val_id ?? '')
  assert.deepEqual([first.APIConnect, first.status, first.amount], ['DONE', 'VALID', '1250.50'])
  assert.equal((await validate(back.fields.val_id ?? '')).status, 'VALIDATED')
})

for (const [changes, reason] of [
  [{ store_passwd: 'wrong' }, /Store Credential Error/],
  [{ cus_email: '' }, /'cus_email' is missing/],
  [{ tran_id: 'x'.repeat(31) }, /'tran_id' must be within 30/],
  [{ total_amount: '9.99' }, /'total_amount'/],
  [{ total_amount: '500000.01' }, /'total_amount'/],
  [{ total_amount: '1,250' }, /'total_amount'/],
  [{ currency: 'USD' }, /'currency'/],
  [{ product_profile: 'gadgets' }, /'product_profile'/],
  [{ shipping_method: 'Courier' }, /'ship_name' is missing/],
  [{ success_url: 'shop/success' }, /'success_url'/],
] as const) {
  test(`a session with ${JSON.stringify(changes).slice(0, 60)} is refused in the provider's words`, async () => {
    const answer = await send(sessionForm(changes))
    assert.equal(answer.status, 'FAILED')
    assert.match(answer.failedreason ?? '', reason)
  })
}

test('a session in JSON is refused, and so is a tran_id that was paid', async () => {
  const answer = await fetch(`${one.origin}/sslcommerz/gwprocess/v4/api.php`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(sessionForm()),
  })
  assert.match(((await answer.json()) as Record<string, string>).failedreason ?? '', /form-encoded/)
  const { payment } = await pay()
  assert.match((await send(sessionForm({ tran_id: payment.reference }))).failedreason ?? '', /already used/)
})

test('a failed and a cancelled payment come back to their own addresses and cannot be validated', async () => {
  for (const [choice, path, status] of [
    ['fail', '/fail', 'FAILED'],
    ['cancel', '/cancel', 'CANCELLED'],
  ] as const) {
    const { sessionkey } = await send(sessionForm())
    const { back, payment } = await decide(sessionkey ?? '', choice)
    assert.deepEqual([back.url, back.fields.status], [`${shop.origin}${path}`, status])
    assert.equal(back.fields.val_id, undefined)
    const { element } = (await query({ tran_id: payment.reference, format: 'json' })) as unknown as {
      element: { status: string }[]
    }
    assert.deepEqual(
      element.map((found) => found.status),
      [status],
    )
  }
})

test('the first decision stays: a second click pays nothing twice and changes nothing', async () => {
  const { sessionkey } = await send(sessionForm())
  const answers = await Promise.all([1, 2, 3].map(() => decide(sessionkey ?? '', 'pay')))
  await decide(sessionkey ?? '', 'cancel')
  assert.equal(new Set(answers.map(({ payment }) => payment.transactionId)).size, 1)
  assert.equal(one.simulator.records.find('payment', sessionkey ?? '')?.state, 'paid')
  assert.equal(
    one.simulator.records.list('callback').filter(({ subject }) => subject === answers[0]?.payment.reference).length,
    1,
  )
})

test('validation and queries without the password, or for an unknown payment, tell nothing', async () => {
  const { back, payment } = await pay()
  const wrong = { store_id: storeId, store_passwd: 'guess' }
  const ofWrong = await ask('validationserverAPI.php', {
    ...wrong,
    val_id: back.fields.val_id ?? '',
    v: '1',
    format: 'json',
  })
  assert.deepEqual([ofWrong.APIConnect, ofWrong.status], ['INVALID_REQUEST', 'INVALID_TRANSACTION'])
  assert.deepEqual(await ask('merchantTransIDvalidationAPI.php', { ...wrong, tran_id: payment.reference }), {
    APIConnect: 'INVALID_REQUEST',
  })
  assert.equal((await validate('unknown')).status, 'INVALID_TRANSACTION')
  assert.equal((await query({ tran_id: 'unknown' })).no_of_trans_found as unknown, 0)
})

test('a refund is taken once per refund_trans_id, never exceeds the payment, and is refunded after a minute', async () => {
  const { payment } = await pay()
  const bank = payment.transactionId ?? ''
  const ask1 = { bank_tran_id: bank, refund_trans_id: 'R1', refund_amount: '1000.00', refund_remarks: 'Returned' }
  const first = await query(ask1)
  assert.equal(first.status, 'success')
  assert.match((await query(ask1)).errorReason ?? '', /already exists/)
  assert.match((await query({ ...ask1, refund_trans_id: 'R2' })).errorReason ?? '', /exceeds/)
  assert.match((await query({ ...ask1, refund_trans_id: 'R'.repeat(31) })).errorReason ?? '', /refund_trans_id/)
  const state = async () => (await query({ refund_ref_id: first.refund_ref_id ?? '' })).status
  assert.equal(await state(), 'processing')
  one.simulator.clock.advance(61_000)
  assert.equal(await state(), 'refunded')
})

test('fault ipn_duplicate: three notifications', async () => {
  const { payment } = await pay(['ipn_duplicate'])
  await until('all have come', () => notifications(payment.reference).length === 3)
})

test('fault ipn_before_redirect: the merchant has answered before the return exists', async () => {
  const { payment } = await pay(['ipn_before_redirect'])
  assert.equal(notifications(payment.reference).length, 1)
})

test('fault ipn_never: none comes', async () => {
  const { payment } = await pay(['ipn_never'])
  assert.deepEqual(
    one.simulator.records.list('callback').filter(({ subject }) => subject === payment.reference),
    [],
  )
})

test('fault ipn_late: it comes when the clock has moved three hours', async () => {
  const { payment } = await pay(['ipn_late'])
  one.simulator.clock.advance(2 * 3_600_000)
  await new Promise((resolve) => setTimeout(resolve, 250))
  assert.equal(notifications(payment.reference).length, 0)
  one.simulator.clock.advance(3_600_001)
  await until('the notification has come', () => notifications(payment.reference).length === 1)
})

test('fault tampered_amount: return and notification lie with a true signature, the validator does not', async () => {
  const { back } = await pay(['tampered_amount'])
  assert.deepEqual([back.fields.amount, isSigned(back.fields, 'md5')], ['2501.00', true])
  assert.equal((await validate(back.fields.val_id ?? '')).amount, '1250.50')
})

test('fault paid_other_amount: the validator itself tells the smaller amount', async () => {
  const { back } = await pay(['paid_other_amount'])
  assert.equal((await validate(back.fields.val_id ?? '')).amount, '1240.50')
})

test('fault wrong_signature: neither signature fits', async () => {
  const { back } = await pay(['wrong_signature'])
  assert.deepEqual([isSigned(back.fields, 'md5'), isSigned(back.fields, 'sha256')], [false, false])
})

test('fault wrong_tran_id: the return names another order than the validator', async () => {
  const { back, payment } = await pay(['wrong_tran_id'])
  assert.notEqual(back.fields.tran_id, payment.reference)
  assert.equal((await validate(back.fields.val_id ?? '')).tran_id, payment.reference)
})

test('fault risk_flag: VALID with risk_level 1', async () => {
  const { back } = await pay(['risk_flag'])
  const known = await validate(back.fields.val_id ?? '')
  assert.deepEqual([back.fields.risk_level, known.status, known.risk_level], ['1', 'VALID', '1'])
})

test('fault forged_return: success is claimed for a payment that failed', async () => {
  const { sessionkey } = await send(sessionForm())
  const { back } = await decide(sessionkey ?? '', 'fail', ['forged_return'])
  assert.deepEqual([back.url, back.fields.status], [`${shop.origin}/success`, 'VALID'])
  assert.equal((await validate(back.fields.val_id ?? '')).status, 'INVALID_TRANSACTION')
})

test('fault insufficient_balance, brought by the payer’s number: the payment fails', async () => {
  const { sessionkey } = await send(sessionForm())
  const page = `${one.origin}/sslcommerz/pay/${sessionkey}`
  await fetch(page, {
    method: 'POST',
    body: new URLSearchParams({ choice: 'pay', payer: numberOf('insufficient_balance') }),
  })
  assert.equal(one.simulator.records.find('payment', sessionkey ?? '')?.state, 'failed')
})

test('fault refund_refused refuses, refund_slow takes two days', async () => {
  const refused = await pay(['refund_refused'])
  const ask1 = { refund_trans_id: 'R3', refund_amount: '10.00', refund_remarks: 'Returned' }
  const answer = await query({ ...ask1, bank_tran_id: refused.payment.transactionId ?? '' })
  assert.deepEqual([answer.status, answer.refund_ref_id], ['failed', ''])
  const slow = await pay(['refund_slow'])
  const begun = await query({ ...ask1, bank_tran_id: slow.payment.transactionId ?? '' })
  one.simulator.clock.advance(47 * 3_600_000)
  assert.equal((await query({ refund_ref_id: begun.refund_ref_id ?? '' })).status, 'processing')
})

test('fault query_forgets: the provider does not know what it took', async () => {
  const { back, payment } = await pay(['query_forgets'])
  assert.equal((await validate(back.fields.val_id ?? '')).status, 'INVALID_TRANSACTION')
  assert.equal((await query({ tran_id: payment.reference })).no_of_trans_found as unknown, 0)
})

test('fault timeout_after_success: each kind of request is done, left unanswered once, and answered when repeated', async () => {
  const form = sessionForm()
  one.simulator.faults.addForReference('sslcommerz', form.tran_id ?? '', 'timeout_after_success')
  await assert.rejects(send(form))
  const session = one.simulator.records.list('payment').at(-1)
  assert.equal(session?.reference, form.tran_id)
  const { back, payment } = await decide(session?.id ?? '', 'pay')
  await assert.rejects(validate(back.fields.val_id ?? ''))
  assert.equal((await validate(back.fields.val_id ?? '')).status, 'VALIDATED')
  const ask1 = {
    bank_tran_id: payment.transactionId ?? '',
    refund_trans_id: 'R4',
    refund_amount: '10.00',
    refund_remarks: 'Returned',
  }
  await assert.rejects(query(ask1))
  const again = await query(ask1)
  assert.match(again.errorReason ?? '', /already exists/)
  assert.notEqual(again.refund_ref_id, '')
})

test('EMI: the page offers months up to the most allowed, and the notification names the chosen', async () => {
  const form = sessionForm({ emi_option: '1', emi_max_inst_option: '9' })
  const { sessionkey } = await send(form)
  const page = `${one.origin}/sslcommerz/pay/${sessionkey}?language=en`
  const text = await (await fetch(page)).text()
  assert.match(text, /9 months/)
  assert.doesNotMatch(text, /12 months/)
  await fetch(page, {
    method: 'POST',
    body: new URLSearchParams({ choice: 'pay', payer: '01712345678', months: '6' }),
  })
  await until('the notification has come', () => notifications(form.tran_id ?? '').length === 1)
  assert.equal(notifications(form.tran_id ?? '')[0]?.emi_instalment, '6')
})
