import { dhakaTime } from '../clock.ts'
import { writeTaka } from '../money.ts'
import { toldPaisa, toldReference } from '../payment.ts'
import type { Payment } from '../records.ts'
import type { Simulator } from '../simulator.ts'
import { sign } from './signature.ts'

/** The share SSLCOMMERZ keeps in this simulation; each merchant has an agreement of their own. */
const commission = 0.025

const statusOf: Record<Payment['state'], string> = {
  paid: 'VALID',
  failed: 'FAILED',
  cancelled: 'CANCELLED',
  waiting: 'UNATTEMPTED',
  agreed: 'UNATTEMPTED',
}

/** What the provider itself knows about a payment, under the names of its validation answer. */
export function describeTransaction(payment: Payment): Record<string, string> {
  const { details, paidPaisa } = payment
  const isRisky = payment.faults.includes('risk_flag')
  const months = details.emi_months ?? '0'
  return {
    tran_date: dhakaTime(payment.endedAt ?? payment.createdAt),
    tran_id: payment.reference,
    val_id: details.val_id ?? '',
    amount: writeTaka(paidPaisa),
    store_amount: writeTaka(Math.round(paidPaisa * (1 - commission))),
    currency: 'BDT',
    bank_tran_id: payment.transactionId ?? '',
    card_type: months === '0' ? 'VISA-Dutch Bangla' : 'VISA-City Bank',
    card_no: '432149XXXXXX0667',
    card_issuer: 'SIMULATED BANK',
    card_brand: 'VISA',
    card_sub_brand: 'Classic',
    card_issuer_country: 'Bangladesh',
    card_issuer_country_code: 'BD',
    currency_type: 'BDT',
    currency_amount: writeTaka(paidPaisa),
    currency_rate: '1.0000',
    base_fair: '0.00',
    value_a: details.value_a ?? '',
    value_b: details.value_b ?? '',
    value_c: details.value_c ?? '',
    value_d: details.value_d ?? '',
    emi_instalment: months,
    emi_amount: months === '0' ? '0.00' : writeTaka(Math.ceil(paidPaisa / Number(months))),
    emi_description: months === '0' ? '' : `${months} Months EMI`,
    emi_issuer: months === '0' ? '' : 'SIMULATED BANK',
    risk_level: isRisky ? '1' : '0',
    risk_title: isRisky ? 'High Risk' : 'Safe',
  }
}

/** The fields of the notification and of the form that brings the shopper back, signed. */
export function writeNotification({ keys }: Simulator, payment: Payment): Record<string, string> {
  const { val_id: valId, ...known } = describeTransaction(payment)
  const fields: Record<string, string> = {
    ...known,
    status: statusOf[payment.state],
    tran_id: toldReference(payment),
    amount: writeTaka(toldPaisa(payment)),
    currency_amount: writeTaka(toldPaisa(payment)),
    store_id: keys.sslcommerz.storeId,
    error: payment.state === 'failed' ? (payment.details.failure ?? 'Bank declined') : '',
    // Only a payment that succeeded can be validated.
    ...(payment.state === 'paid' && { val_id: valId ?? '' }),
  }
  const password = payment.faults.includes('wrong_signature') ? 'not the password' : keys.sslcommerz.storePassword
  return {
    ...fields,
    verify_key: Object.keys(fields).sort().join(','),
    verify_sign: sign(fields, password, 'md5'),
    verify_sign_sha2: sign(fields, password, 'sha256'),
  }
}

/** Sends the notification as its faults say: never, late, thrice, or before this resolves. */
export async function notify(simulator: Simulator, payment: Payment): Promise<void> {
  const url = payment.details.ipn_url
  if (!url || payment.faults.includes('ipn_never')) return
  const { notifyMs, lateMs } = simulator.timing
  const order = {
    provider: payment.provider,
    subject: payment.reference,
    url,
    body: String(new URLSearchParams(writeNotification(simulator, payment))),
    contentType: 'application/x-www-form-urlencoded',
    afterMs: payment.faults.includes('ipn_late') ? lateMs : notifyMs,
  }
  if (payment.faults.includes('ipn_before_redirect')) await simulator.callbacks.sendNow(order)
  else simulator.callbacks.schedule(order)
  if (!payment.faults.includes('ipn_duplicate')) return
  simulator.callbacks.schedule(order)
  simulator.callbacks.schedule({ ...order, afterMs: order.afterMs + notifyMs })
}
