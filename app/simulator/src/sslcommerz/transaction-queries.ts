import type { FastifyInstance, FastifyReply } from 'fastify'
import { dhakaTime } from '../clock.ts'
import { isLeftUnanswered, leaveUnanswered } from '../misbehaviour.ts'
import { readTaka } from '../money.ts'
import { refundedPaisa } from '../payment.ts'
import type { Payment, Refund } from '../records.ts'
import { randomCode, type Simulator } from '../simulator.ts'
import { describeTransaction } from './notification.ts'
import { isOurStore } from './store-credentials.ts'

type Query = Record<string, string>

const refundTakesMs = 60_000
const slowRefundTakesMs = 48 * 3_600_000

/** One address with four meanings, told apart by what is asked with: transaction, session, refund, refund's state. */
export function registerTransactionQueries(app: FastifyInstance, simulator: Simulator): void {
  app.get<{ Querystring: Query }>('/validator/api/merchantTransIDvalidationAPI.php', async ({ query }, reply) => {
    if (!isOurStore(simulator, query)) return { APIConnect: 'INVALID_REQUEST' }
    if (query.refund_ref_id !== undefined) return tellRefund(simulator, query.refund_ref_id)
    if (query.bank_tran_id !== undefined) return refund(simulator, query, reply)
    if (query.sessionkey !== undefined) return tellSession(simulator, query.sessionkey)
    if (query.tran_id !== undefined) return tellTransactions(simulator, query.tran_id)
    return { APIConnect: 'FAILED' }
  })
}

function isKnown(payment: Payment): boolean {
  return payment.provider === 'sslcommerz' && !payment.faults.includes('query_forgets')
}

function tellTransactions({ records }: Simulator, reference: string) {
  const found = records.list('payment').filter((one) => isKnown(one) && one.reference === reference)
  return {
    APIConnect: 'DONE',
    no_of_trans_found: found.length,
    element: found.map((payment) => ({ ...describeTransaction(payment), status: queryStatus(payment), error: '' })),
  }
}

function tellSession({ records }: Simulator, sessionKey: string) {
  const payment = records.find('payment', sessionKey)
  if (payment === null || !isKnown(payment))
    return { APIConnect: 'DONE', status: 'INVALID_TRANSACTION', sessionkey: '' }
  return {
    APIConnect: 'DONE',
    status: queryStatus(payment),
    sessionkey: payment.id,
    ...describeTransaction(payment),
  }
}

function queryStatus(payment: Payment): string {
  if (payment.state === 'paid') return payment.details.validated_on ? 'VALIDATED' : 'VALID'
  if (payment.state === 'failed' || payment.state === 'cancelled') return payment.state.toUpperCase()
  return 'PENDING'
}

function refund(simulator: Simulator, query: Query, reply: FastifyReply) {
  const payment = simulator.records
    .list('payment')
    .findLast((one) => isKnown(one) && one.state === 'paid' && one.transactionId === query.bank_tran_id)
  const refuse = (errorReason: string, status = 'failed') => ({
    APIConnect: 'DONE',
    bank_tran_id: query.bank_tran_id,
    trans_id: payment?.reference ?? '',
    refund_ref_id: '',
    status,
    errorReason,
  })
  if (payment === undefined) return refuse('Transaction is not found')
  if (!/^[\w-]{1,30}$/.test(query.refund_trans_id ?? '')) return refuse('refund_trans_id is missing or too long')
  if (!query.refund_remarks || query.refund_remarks.length > 255) return refuse('refund_remarks is missing or too long')
  const amountPaisa = readTaka(query.refund_amount)
  if (amountPaisa === null || amountPaisa === 0) return refuse('refund_amount is invalid')
  const before = payment.refunds.find(({ reference }) => reference === query.refund_trans_id)
  // The same request again is the first one told again, so that a time-out can be repeated.
  if (before?.amountPaisa === amountPaisa) return tellTaken(payment, before)
  if (before !== undefined) return refuse('refund_trans_id is already used')
  if (amountPaisa > payment.paidPaisa - refundedPaisa(payment)) return refuse('Refund amount exceeds the transaction')
  if (payment.faults.includes('refund_refused')) return refuse('Refund is not allowed for this transaction')
  const now = simulator.clock.now()
  const takesMs = payment.faults.includes('refund_slow') ? slowRefundTakesMs : refundTakesMs
  const made: Refund = {
    id: randomCode(16),
    reference: query.refund_trans_id ?? '',
    amountPaisa,
    state: 'processing',
    reason: query.refund_remarks,
    createdAt: now,
    doneAt: now + takesMs,
  }
  payment.refunds.push(made)
  const isUnanswered = isLeftUnanswered(payment, 'refund')
  simulator.records.put('payment', payment)
  if (isUnanswered) return leaveUnanswered(simulator, reply)
  return tellTaken(payment, made)
}

function tellTaken(payment: Payment, { id }: Refund) {
  return {
    APIConnect: 'DONE',
    bank_tran_id: payment.transactionId,
    trans_id: payment.reference,
    refund_ref_id: id,
    status: 'success',
    errorReason: '',
  }
}

function tellRefund({ records, clock }: Simulator, refundId: string) {
  for (const payment of records.list('payment')) {
    const found = payment.refunds.find(({ id }) => id === refundId)
    if (found === undefined || !isKnown(payment)) continue
    const isDone = found.state === 'processing' && clock.now() >= found.doneAt
    if (isDone) {
      found.state = 'refunded'
      records.put('payment', payment)
    }
    return {
      APIConnect: 'DONE',
      bank_tran_id: payment.transactionId,
      tran_id: payment.reference,
      refund_ref_id: found.id,
      initiated_on: dhakaTime(found.createdAt),
      refunded_on: found.state === 'refunded' ? dhakaTime(found.doneAt) : '',
      status: found.state,
      errorReason: found.state === 'cancelled' ? found.reason : '',
    }
  }
  return { APIConnect: 'DONE', status: 'failed', errorReason: 'Refund is not found' }
}
