import type { PaymentMethod } from '@dhakacart/contract/payment-methods.ts'
import type { OnlineMethod } from '@dhakacart/contract/payments.schema.ts'
import type { Tx } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { OrderNotFound } from '../errors.ts'
import { addJobs } from '../jobs/jobs.service.ts'
import { orderMessages } from '../messages/messages.service.ts'
import { type LockedOrder, lockOrder, transition } from '../orders/orders.service.ts'
import { paidTooLate, returnPayment } from '../refunds/refunds.service.ts'
import type { ServiceContext } from '../service-context.ts'
import * as ledger from './payment-ledger.repository.ts'
import * as payments from './payments.repository.ts'

export type VerifiedPayment = {
  orderId: number
  method: OnlineMethod
  /** The provider's own id of the payment. */
  providerReference: string
  amountPaisa: number
  /** The attempt it belongs to. */
  attemptId?: number
  /** Why a person must look before goods leave; null or absent: nobody must. */
  review?: string | null
  detail?: Record<string, string>
}
export type PaymentOutcome = 'accepted' | 'refund_due'

/**
 * Records money that the provider has confirmed and moves the order on: the order is confirmed, or, when it was cancelled,
 * paid before, expired with its stock gone, or the amount is not what was due, the money goes back and the shopper is told.
 * Safe to repeat: the same reference returns the first outcome. Throws ORDER_NOT_FOUND.
 */
export async function recordPayment({ db }: ServiceContext, payment: VerifiedPayment): Promise<PaymentOutcome> {
  return inTransaction(db, (tx) => recordPaymentIn(tx, payment))
}

/** The same inside the transaction of whoever learned of it. */
export async function recordPaymentIn(tx: Tx, payment: VerifiedPayment): Promise<PaymentOutcome> {
  const order = await lockOrder(tx, payment.orderId)
  if (order === null) throw new OrderNotFound()
  const earlier = await payments.findOutcome(tx, payment)
  if (earlier !== null) return earlier
  const isAccepted = await accept(tx, order, payment)
  const outcome = isAccepted ? 'accepted' : 'refund_due'
  const paymentId = await payments.insert(tx, payment, outcome)
  await ledger.post(tx, {
    orderId: order.id,
    paymentId,
    refundId: null,
    cause: isAccepted ? 'payment accepted' : 'payment that cannot be used',
    from: `order:${order.id}`,
    to: `provider:${payment.method}`,
    amountPaisa: payment.amountPaisa,
  })
  if (isAccepted) {
    if (payment.review) await payments.setReview(tx, order.id, payment.review)
    await addJobs(tx, order.id, orderMessages('order-confirmed', order.hasEmail))
  } else {
    await returnPayment(tx, order, { id: paymentId, ...payment }, whyNot(order, payment))
  }
  return outcome
}

async function accept(tx: Tx, order: LockedOrder, payment: VerifiedPayment): Promise<boolean> {
  const isPayable = order.state === 'pending_payment' || order.state === 'expired'
  if (!isPayable || payment.amountPaisa !== dueOnlinePaisa(order)) return false
  return transition(tx, order, 'confirmed', `paid by ${payment.method}`)
}

/** What must be paid online before the order goes on: the advance of an order that is paid at the door, else the total. */
export function dueOnlinePaisa(order: {
  paymentMethod: PaymentMethod | string
  totalPaisa: number
  advancePaisa: number
}): number {
  return order.paymentMethod === 'cash_on_delivery' ? order.advancePaisa : order.totalPaisa
}

function whyNot(order: LockedOrder, payment: VerifiedPayment): string {
  if (order.state === 'cancelled') return 'paid after the order was cancelled'
  if (order.state !== 'pending_payment' && order.state !== 'expired') return 'paid twice'
  if (payment.amountPaisa !== dueOnlinePaisa(order)) return 'paid another amount than was due'
  return paidTooLate
}
