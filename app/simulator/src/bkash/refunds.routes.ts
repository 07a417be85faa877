import type { FastifyInstance } from 'fastify'
import { dhakaTime } from '../clock.ts'
import { isLeftUnanswered, leaveUnanswered } from '../misbehaviour.ts'
import { readTaka, writeTaka } from '../money.ts'
import { refundedPaisa } from '../payment.ts'
import type { Payment, Refund } from '../records.ts'
import { randomCode, type Simulator } from '../simulator.ts'
import { writeBkashTime } from './bkash-answers.ts'

type Body = Record<string, unknown> | null

const partialRefundsMax = 10

/** Refunds, which come back completed at once, in at most ten parts; and the state of a payment's refunds. */
export function registerBkashRefunds(app: FastifyInstance, simulator: Simulator): void {
  const { records, clock } = simulator
  const find = (body: Body): Payment | null => {
    const payment = records.find('payment', String(body?.paymentId ?? ''))
    const isMeant = payment?.provider === 'bkash' && payment.state === 'paid' && payment.transactionId === body?.trxId
    return isMeant ? payment : null
  }

  app.post<{ Body: Body }>('/tokenized-checkout/refund/payment/transaction', async ({ body }, reply) => {
    const payment = find(body)
    if (payment === null) return reply.code(400).send(refusal('2075', 'The payment and transaction do not match'))
    const { sku, reason } = body ?? {}
    const texts = [sku, reason]
    if (texts.some((text) => typeof text !== 'string' || text === '' || text.length > 255)) {
      return reply.code(400).send(refusal('2065', 'sku and reason are mandatory and within 255 characters'))
    }
    const amountPaisa = typeof body?.refundAmount === 'string' ? readTaka(body.refundAmount) : null
    if (amountPaisa === null || amountPaisa === 0) return reply.code(400).send(refusal('2006', 'Invalid Amount'))
    if (payment.faults.includes('refund_refused')) return reply.code(400).send(refusal('2071', 'Refund is not allowed'))
    if (amountPaisa > payment.paidPaisa - refundedPaisa(payment) || payment.refunds.length >= partialRefundsMax) {
      return reply.code(400).send(refusal('2072', 'The amount to refund is more than what can be refunded'))
    }
    const now = clock.now()
    const made: Refund = {
      id: randomCode(10),
      reference: String(sku),
      amountPaisa,
      state: 'refunded',
      reason: String(reason),
      createdAt: now,
      doneAt: now,
    }
    payment.refunds.push(made)
    const isUnanswered = isLeftUnanswered(payment, 'refund')
    records.put('payment', payment)
    if (isUnanswered) return leaveUnanswered(simulator, reply)
    return { ...describeOriginal(payment), ...describeRefund(made), currency: 'BDT', sku, reason }
  })

  app.post<{ Body: Body }>('/tokenized-checkout/refund/payment/status', async ({ body }, reply) => {
    const payment = find(body)
    if (payment === null || payment.faults.includes('query_forgets')) {
      return reply.code(400).send(refusal('2075', 'The payment and transaction do not match'))
    }
    return {
      ...describeOriginal(payment),
      originalTrxCompletedTime: writeBkashTime(dhakaTime(payment.endedAt ?? payment.createdAt)),
      refundTransactions: payment.refunds.map((refund) => ({ ...describeRefund(refund), sku: refund.reference })),
    }
  })
}

function describeOriginal(payment: Payment) {
  return { originalTrxId: payment.transactionId, originalTrxAmount: writeTaka(payment.paidPaisa) }
}

function describeRefund(refund: Refund) {
  return {
    refundTrxId: refund.id,
    refundTransactionStatus: 'Completed',
    refundAmount: writeTaka(refund.amountPaisa),
    completedTime: writeBkashTime(dhakaTime(refund.doneAt)),
  }
}

/** This address has an error form of its own, unlike the rest of the provider. */
function refusal(externalCode: string, errorMessageEn: string) {
  return {
    internalCode: 'refund_failed',
    externalCode,
    errorMessageEn,
    errorMessageBn: 'রিফান্ড করা যায়নি',
  }
}
