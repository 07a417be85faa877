import type { PaymentMethod } from '@dhakacart/contract/orders.schema.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { OrderNotFound } from '../errors.ts'
import { addJobs } from '../jobs/jobs.service.ts'
import { orderMessages } from '../messages/messages.service.ts'
import { lockOrder, transition } from '../orders/orders.service.ts'
import type { ServiceContext } from '../service-context.ts'
import * as payments from './payments.repository.ts'

export type VerifiedPayment = {
  orderId: number
  method: Exclude<PaymentMethod, 'cash_on_delivery'>
  /** The provider's own id of the payment. */
  providerReference: string
  amountPaisa: number
}
export type PaymentOutcome = 'accepted' | 'refund_due'

/**
 * Records money that the provider has confirmed and moves the order on: the order is confirmed, or, when it was cancelled,
 * paid before, expired with its stock gone, or the amount is not its total, the money is to be refunded. Safe to repeat: the
 * same reference returns the first outcome. Throws ORDER_NOT_FOUND.
 */
export async function recordPayment({ db }: ServiceContext, payment: VerifiedPayment): Promise<PaymentOutcome> {
  return inTransaction(db, async (tx) => {
    const order = await lockOrder(tx, payment.orderId)
    if (order === null) throw new OrderNotFound()
    const earlier = await payments.findOutcome(tx, payment)
    if (earlier !== null) return earlier
    const isPayable = order.state === 'pending_payment' || order.state === 'expired'
    const isAccepted =
      isPayable &&
      payment.amountPaisa === order.totalPaisa &&
      (await transition(tx, order, 'confirmed', `paid by ${payment.method}`))
    const outcome = isAccepted ? 'accepted' : 'refund_due'
    await payments.insert(tx, payment, outcome)
    if (isAccepted) await addJobs(tx, order.id, orderMessages('order-confirmed', order.hasEmail))
    return outcome
  })
}
