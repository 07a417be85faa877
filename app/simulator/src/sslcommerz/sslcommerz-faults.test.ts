import assert from 'node:assert/strict'
import { test } from 'node:test'
import { numberOf } from '../provider-faults.ts'
import { isSigned, useSslcommerz } from '../testing/sslcommerz-merchant.ts'
import { until } from '../testing/test-simulator.ts'

const { one, shop, sessionForm, send, validate, query, decide, pay, notifications } = useSslcommerz()

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
    one()
      .simulator.records.list('callback')
      .filter(({ subject }) => subject === payment.reference),
    [],
  )
})

test('fault ipn_late: it comes when the clock has moved three hours', async () => {
  const { payment } = await pay(['ipn_late'])
  one().simulator.clock.advance(2 * 3_600_000)
  await new Promise((resolve) => setTimeout(resolve, 250))
  assert.equal(notifications(payment.reference).length, 0)
  one().simulator.clock.advance(3_600_001)
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
  assert.deepEqual([back.url, back.fields.status], [`${shop().origin}/success`, 'VALID'])
  assert.equal((await validate(back.fields.val_id ?? '')).status, 'INVALID_TRANSACTION')
})

test('fault insufficient_balance, brought by the payer’s number: the payment fails', async () => {
  const { sessionkey } = await send(sessionForm())
  const page = `${one().origin}/sslcommerz/pay/${sessionkey}`
  await fetch(page, {
    method: 'POST',
    body: new URLSearchParams({ choice: 'pay', payer: numberOf('insufficient_balance') }),
  })
  assert.equal(one().simulator.records.find('payment', sessionkey ?? '')?.state, 'failed')
})

test('fault refund_refused refuses, refund_slow takes two days', async () => {
  const refused = await pay(['refund_refused'])
  const ask1 = { refund_trans_id: 'R3', refund_amount: '10.00', refund_remarks: 'Returned' }
  const answer = await query({ ...ask1, bank_tran_id: refused.payment.transactionId ?? '' })
  assert.deepEqual([answer.status, answer.refund_ref_id], ['failed', ''])
  const slow = await pay(['refund_slow'])
  const begun = await query({ ...ask1, bank_tran_id: slow.payment.transactionId ?? '' })
  one().simulator.clock.advance(47 * 3_600_000)
  assert.equal((await query({ refund_ref_id: begun.refund_ref_id ?? '' })).status, 'processing')
})

test('fault query_forgets: the provider does not know what it took', async () => {
  const { back, payment } = await pay(['query_forgets'])
  assert.equal((await validate(back.fields.val_id ?? '')).status, 'INVALID_TRANSACTION')
  assert.equal((await query({ tran_id: payment.reference })).no_of_trans_found as unknown, 0)
})

test('fault timeout_after_success: each kind of request is done, left unanswered once, and answered when repeated', async () => {
  const form = sessionForm()
  one().simulator.faults.addForReference('sslcommerz', form.tran_id ?? '', 'timeout_after_success')
  await assert.rejects(send(form))
  const session = one().simulator.records.list('payment').at(-1)
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
  assert.deepEqual([again.status, again.refund_ref_id === ''], ['success', false])
})

test('EMI: the page offers months up to the most allowed, and the notification names the chosen', async () => {
  const form = sessionForm({ emi_option: '1', emi_max_inst_option: '9' })
  const { sessionkey } = await send(form)
  const page = `${one().origin}/sslcommerz/pay/${sessionkey}?language=en`
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
