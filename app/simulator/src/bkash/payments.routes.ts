import type { FastifyInstance } from 'fastify'
import { dhakaTime } from '../clock.ts'
import { isLeftUnanswered, leaveUnanswered } from '../misbehaviour.ts'
import { readTaka, writeTaka } from '../money.ts'
import { findByReference, openPayment, toldReference } from '../payment.ts'
import type { Payment } from '../records.ts'
import { randomCode, type Simulator } from '../simulator.ts'
import { answer, writeBkashTime } from './bkash-answers.ts'

type Body = Record<string, unknown> | null

/** A payment can be executed for a day after it was created. */
export const bkashValidMs = 24 * 3_600_000

/** Creating, executing, querying and finding payments. */
export function registerBkashPayments(app: FastifyInstance, simulator: Simulator): void {
  const { records, clock } = simulator
  app.post<{ Body: Body }>('/tokenized/checkout/create', async ({ body }, reply) => {
    const fault = findCreateFault(simulator, body)
    if (fault !== null) return fault
    const { amount, callbackURL, payerReference, merchantInvoiceNumber } = body as Record<string, string>
    const payment = openPayment(simulator, {
      id: `TR0011${randomCode(16)}`,
      provider: 'bkash',
      reference: merchantInvoiceNumber ?? '',
      askedPaisa: readTaka(amount) ?? 0,
      details: { callbackURL: callbackURL ?? '', payerReference: payerReference ?? '' },
    })
    const isUnanswered = isLeftUnanswered(payment, 'create')
    records.put('payment', payment)
    if (isUnanswered) return leaveUnanswered(simulator, reply)
    const callback = (status: string) => `${callbackURL}?paymentID=${payment.id}&status=${status}`
    return {
      ...answer('0000'),
      paymentID: payment.id,
      bkashURL: `${simulator.origin}/bkash/pay/${payment.id}`,
      callbackURL,
      successCallbackURL: callback('success'),
      failureCallbackURL: callback('failure'),
      cancelledCallbackURL: callback('cancel'),
      amount,
      intent: 'sale',
      currency: 'BDT',
      paymentCreateTime: writeBkashTime(dhakaTime(payment.createdAt)),
      transactionStatus: 'Initiated',
      merchantInvoiceNumber,
    }
  })

  app.post<{ Body: Body }>('/tokenized/checkout/execute', async ({ body }, reply) => {
    const payment = findPayment(simulator, body)
    if (payment === null) return answer('2002')
    if (payment.state === 'paid') return answer(payment.unanswered.includes('execute') ? '2117' : '2062')
    const isExpired = clock.now() - payment.createdAt > bkashValidMs
    if (payment.state !== 'agreed' || isExpired) return answer('2056')
    if (payment.faults.includes('insufficient_balance')) {
      payment.state = 'failed'
      records.put('payment', payment)
      return answer('2023')
    }
    payment.state = 'paid'
    payment.endedAt = clock.now()
    payment.transactionId = randomCode(10)
    const isUnanswered = isLeftUnanswered(payment, 'execute')
    records.put('payment', payment)
    if (isUnanswered) return leaveUnanswered(simulator, reply)
    return {
      ...answer('0000'),
      ...describe(payment),
      paymentExecuteTime: writeBkashTime(dhakaTime(payment.endedAt)),
      merchantInvoiceNumber: toldReference(payment),
    }
  })
  registerBkashQueries(app, simulator)
}

function findPayment({ records }: Simulator, body: Body): Payment | null {
  const payment = records.find('payment', String(body?.paymentID ?? ''))
  return payment?.provider === 'bkash' ? payment : null
}

function registerBkashQueries(app: FastifyInstance, simulator: Simulator): void {
  app.post<{ Body: Body }>('/tokenized/checkout/payment/status', async ({ body }) => {
    const payment = findPayment(simulator, body)
    if (payment === null || payment.faults.includes('query_forgets')) return answer('2002')
    return {
      ...answer('0000'),
      ...describe(payment),
      mode: '0011',
      paymentCreateTime: writeBkashTime(dhakaTime(payment.createdAt)),
      ...(payment.state === 'paid' && {
        paymentExecuteTime: writeBkashTime(dhakaTime(payment.endedAt ?? payment.createdAt)),
      }),
      verificationStatus: payment.state === 'waiting' ? 'Incomplete' : 'Complete',
      merchantInvoice: toldReference(payment),
    }
  })

  app.post<{ Body: Body }>('/tokenized/checkout/general/searchTransaction', async ({ body }) => {
    const payment = simulator.records
      .list('payment')
      .find((one) => one.provider === 'bkash' && one.transactionId !== null && one.transactionId === body?.trxID)
    if (payment === undefined || payment.faults.includes('query_forgets')) return answer('2065', 'trxID is not found')
    const time = writeBkashTime(dhakaTime(payment.endedAt ?? payment.createdAt))
    return {
      ...answer('0000'),
      ...describe(payment),
      transactionType: 'bKash Tokenized Checkout via API',
      initiationTime: writeBkashTime(dhakaTime(payment.createdAt)),
      completedTime: time,
      organizationShortCode: '50000',
    }
  })
}

function describe(payment: Payment) {
  return {
    paymentID: payment.id,
    payerReference: payment.details.payerReference ?? '',
    customerMsisdn: payment.payer,
    payerAccount: payment.payer,
    ...(payment.transactionId !== null && { trxID: payment.transactionId }),
    amount: writeTaka(payment.state === 'paid' ? payment.paidPaisa : payment.askedPaisa),
    transactionStatus: payment.state === 'paid' ? 'Completed' : 'Initiated',
    currency: 'BDT',
    intent: 'sale',
  }
}

function findCreateFault(simulator: Simulator, body: Body) {
  const fields = body ?? {}
  const needed = ['mode', 'payerReference', 'callbackURL', 'amount', 'currency', 'intent', 'merchantInvoiceNumber']
  const missing = needed.find((name) => typeof fields[name] !== 'string' || fields[name] === '')
  if (missing !== undefined) return answer('2065', missing)
  const { mode, amount, currency, intent, merchantInvoiceNumber, payerReference, callbackURL } = fields as Record<
    string,
    string
  >
  if (mode !== '0011') return answer('2065', 'mode')
  if (currency !== 'BDT') return answer('2007')
  if (intent !== 'sale') return answer('2008')
  const paisa = readTaka(amount)
  if (paisa === null || paisa < 100) return answer('2006')
  const texts = [merchantInvoiceNumber ?? '', payerReference ?? '']
  if (texts.some((text) => text.length > 255 || /[<>&]/.test(text))) return answer('2065', 'not allowed characters')
  if (!/^https?:\/\//.test(callbackURL ?? '') || !URL.canParse(callbackURL ?? '')) return answer('2065', 'callbackURL')
  const before = findByReference(simulator, 'bkash', merchantInvoiceNumber ?? '')
  return before?.state === 'paid' ? answer('2029') : null
}
