import type { FaultName } from './provider-faults.ts'
import { faultOfNumber } from './provider-faults.ts'
import type { Payment } from './records.ts'
import type { Simulator } from './simulator.ts'

type Opening = Pick<Payment, 'id' | 'provider' | 'reference' | 'askedPaisa' | 'details'>

/** A payment the merchant has asked for and nobody has decided about yet. */
export function openPayment({ records, faults, clock }: Simulator, opening: Opening): Payment {
  const struck = faults.takeForTransaction(opening.provider, opening.reference)
  const payment: Payment = {
    ...opening,
    paidPaisa: opening.askedPaisa,
    state: 'waiting',
    createdAt: clock.now(),
    endedAt: null,
    transactionId: null,
    payer: '',
    faults: struck,
    unanswered: [],
    refunds: [],
  }
  records.put('payment', payment)
  return payment
}

/** Faults that the payer chose on the page or by the number they typed join those the payment began with. */
export function joinFaults(payment: Payment, payer: string, chosen: readonly FaultName[]): void {
  const ofNumber = faultOfNumber(payment.provider, payer)
  payment.faults = [...new Set([...payment.faults, ...chosen, ...(ofNumber === null ? [] : [ofNumber])])]
  payment.payer = payer
  if (payment.faults.includes('paid_other_amount')) payment.paidPaisa = Math.max(100, payment.askedPaisa - 1_000)
}

/** The payment of a provider by the merchant's reference; the newest when a reference was used more than once. */
export function findByReference(
  { records }: Simulator,
  provider: Payment['provider'],
  reference: string,
): Payment | null {
  return records.list('payment').findLast((one) => one.provider === provider && one.reference === reference) ?? null
}

/** What has been given back or is on its way. */
export function refundedPaisa(payment: Payment): number {
  return payment.refunds
    .filter(({ state }) => state !== 'cancelled')
    .reduce((sum, { amountPaisa }) => sum + amountPaisa, 0)
}

/** What a return or notification says was paid, which a tampering visitor may have changed. */
export function toldPaisa(payment: Payment): number {
  return payment.faults.includes('tampered_amount') ? payment.askedPaisa * 2 : payment.paidPaisa
}

/** The merchant's reference as a return or answer names it. */
export function toldReference(payment: Payment): string {
  if (!payment.faults.includes('wrong_tran_id')) return payment.reference
  return `${payment.reference.slice(0, -1)}${payment.reference.endsWith('X') ? 'Y' : 'X'}`
}
