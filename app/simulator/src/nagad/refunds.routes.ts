import type { FastifyInstance } from 'fastify'
import { dhakaDigits } from '../clock.ts'
import { isLeftUnanswered, leaveUnanswered } from '../misbehaviour.ts'
import { readTaka, writeTaka } from '../money.ts'
import { refundedPaisa } from '../payment.ts'
import type { Refund } from '../records.ts'
import { randomCode, type Simulator } from '../simulator.ts'
import { refuse } from './refusal.ts'
import { type NagadKeys, open, seal } from './sealed-messages.ts'

type Query = { paymentRefId?: string; orderId?: string }

/** Giving money back, which Nagad calls cancelling a purchase; done at once, whole or in part. */
export function registerNagadRefunds(app: FastifyInstance, simulator: Simulator, keys: NagadKeys): void {
  app.post<{ Querystring: Query; Body: Record<string, unknown> | null }>(
    '/purchase/cancel',
    async ({ query, body }, reply) => {
      const payment = simulator.records.find('payment', query.paymentRefId ?? '')
      if (payment?.provider !== 'nagad' || payment.reference !== query.orderId) {
        return refuse(reply, '3_4007_000', 'Payment reference is not found', 404)
      }
      const content = open(keys, body?.sensitiveDataCancelRequest, body?.signature)
      if (content?.merchantId !== simulator.keys.nagad.merchantId) {
        return refuse(reply, '4_4003_000', 'Signature or sensitive data is invalid')
      }
      if (payment.state !== 'paid') return refuse(reply, '3_4008_000', 'Payment is in a wrong state')
      const paidOn = dhakaDigits(payment.endedAt ?? payment.createdAt).slice(0, 8)
      if (content.originalRequestDate !== paidOn) return refuse(reply, '4_4011_000', 'originalRequestDate is wrong')
      if (readTaka(content.originalAmount) !== payment.paidPaisa) {
        return refuse(reply, '4_4012_000', 'originalAmount is wrong')
      }
      const { referenceNo = '', referenceMessage = '' } = content
      if (!/^[\w-]{1,50}$/.test(referenceNo)) return refuse(reply, '4_4013_000', 'referenceNo is invalid')
      if (payment.refunds.some(({ reference }) => reference === referenceNo)) {
        return refuse(reply, '3_4014_000', 'referenceNo is already used')
      }
      const amountPaisa = readTaka(content.cancelAmount)
      const isPossible = amountPaisa !== null && amountPaisa > 0
      if (!isPossible || amountPaisa > payment.paidPaisa - refundedPaisa(payment)) {
        return refuse(reply, '4_4015_000', 'cancelAmount is more than what can be cancelled')
      }
      if (payment.faults.includes('refund_refused')) return refuse(reply, '3_4016_000', 'Cancellation is not allowed')
      const now = simulator.clock.now()
      const made: Refund = {
        id: randomCode(8),
        reference: referenceNo,
        amountPaisa,
        state: 'refunded',
        reason: referenceMessage,
        createdAt: now,
        doneAt: now,
      }
      payment.refunds.push(made)
      const isUnanswered = isLeftUnanswered(payment, 'refund')
      simulator.records.put('payment', payment)
      if (isUnanswered) return leaveUnanswered(simulator, reply)
      const told = {
        paymentRefId: payment.id,
        cancelAmount: writeTaka(amountPaisa),
        cancelIssuerRefNo: made.id,
        cancelIssuerDateTime: dhakaDigits(now),
        status: refundedPaisa(payment) === payment.paidPaisa ? 'Cancelled' : 'PartialCancelled',
        statusCode: '000',
      }
      return seal(keys, told, payment.faults.includes('wrong_signature'))
    },
  )
}
