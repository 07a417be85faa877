import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSigned, useSslcommerz } from '../testing/sslcommerz-merchant.ts'
import { testKeys, until } from '../testing/test-simulator.ts'

const { storeId } = testKeys.sslcommerz
const { one, shop, sessionForm, send, ask, validate, query, decide, pay, notifications } = useSslcommerz()

test('a session leads to a page, and paying to a signed return, a signed notification and a VALID transaction', async () => {
  const { status, sessionkey, GatewayPageURL } = await send(sessionForm())
  assert.equal(status, 'SUCCESS')
  assert.equal(GatewayPageURL, `http://127.0.0.1:4000/sslcommerz/pay/${sessionkey}`)
  const { back, payment } = await decide(sessionkey ?? '', 'pay')
  assert.deepEqual([back.method, back.url], ['post', `${shop().origin}/success`])
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
  const answer = await fetch(`${one().origin}/sslcommerz/gwprocess/v4/api.php`, {
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
    assert.deepEqual([back.url, back.fields.status], [`${shop().origin}${path}`, status])
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
  assert.equal(one().simulator.records.find('payment', sessionkey ?? '')?.state, 'paid')
  assert.equal(
    one()
      .simulator.records.list('callback')
      .filter(({ subject }) => subject === answers[0]?.payment.reference).length,
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
  assert.deepEqual(await query(ask1), first)
  assert.match((await query({ ...ask1, refund_amount: '1.00' })).errorReason ?? '', /already used/)
  assert.match((await query({ ...ask1, refund_trans_id: 'R2' })).errorReason ?? '', /exceeds/)
  assert.match((await query({ ...ask1, refund_trans_id: 'R'.repeat(31) })).errorReason ?? '', /refund_trans_id/)
  const state = async () => (await query({ refund_ref_id: first.refund_ref_id ?? '' })).status
  assert.equal(await state(), 'processing')
  one().simulator.clock.advance(61_000)
  assert.equal(await state(), 'refunded')
})
