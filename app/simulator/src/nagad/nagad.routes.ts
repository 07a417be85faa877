import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { dhakaDigits, dhakaTime } from '../clock.ts'
import { isLeftUnanswered, leaveUnanswered, letCallsFail } from '../misbehaviour.ts'
import { readTaka, writeTaka } from '../money.ts'
import type { Checkout } from '../pages/pay.routes.ts'
import { openPayment, toldReference } from '../payment.ts'
import type { Payment } from '../records.ts'
import { randomCode, type Simulator } from '../simulator.ts'
import { refuse } from './refusal.ts'
import { open, readNagadKeys, seal } from './sealed-messages.ts'

type Body = Record<string, unknown> | null

const maintenance = { status: 503, body: { reason: '5001_0001_000', message: 'Service is unavailable' } }
/** How far a merchant's time stamp may be from the time in Dhaka. */
const clockDifferenceMs = 10 * 60_000

/** Nagad's checkout: initialize, complete, the payer's page, verify. How it gives money back is documented nowhere: people do that in its portal. */
export async function registerNagad(app: FastifyInstance, simulator: Simulator): Promise<void> {
  letCallsFail(app, simulator, 'nagad', maintenance)
  const { merchantId, gatewayPrivateKey, merchantPublicKey } = simulator.keys.nagad
  const keys = readNagadKeys(gatewayPrivateKey, merchantPublicKey)
  const { records } = simulator

  app.addHook('preHandler', async (request, reply) => {
    const { 'x-km-api-version': version, 'x-km-ip-v4': address, 'x-km-client-type': client } = request.headers
    if (version !== 'v-0.2.0') return refuse(reply, '1025_5001_000', 'X-KM-Api-Version is missing or not supported')
    if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(String(address))) return refuse(reply, '1025_5002_000', 'X-KM-IP-V4 is invalid')
    if (!['PC_WEB', 'MOBILE_WEB', 'MOBILE_APP'].includes(String(client))) {
      return refuse(reply, '1025_5003_000', 'X-KM-Client-Type is invalid')
    }
  })

  app.post<{ Params: { merchant: string; order: string }; Body: Body }>(
    '/check-out/initialize/:merchant/:order',
    async ({ params, body }, reply) => {
      if (params.merchant !== merchantId) return refuse(reply, '3_4001_000', 'Merchant is not found')
      if (!/^[A-Za-z0-9]{5,20}$/.test(params.order)) return refuse(reply, '3_4002_000', 'orderId is invalid')
      const content = open(keys, body?.sensitiveData, body?.signature)
      if (content === null) return refuse(reply, '4_4003_000', 'Signature or sensitive data is invalid')
      const isMeant = content.merchantId === merchantId && content.orderId === params.order
      if (!isMeant || !content.challenge) return refuse(reply, '4_4004_000', 'Sensitive data does not match')
      if (content.datetime !== body?.dateTime || !isDhakaNow(content.datetime)) {
        return refuse(reply, '4_4005_000', 'datetime is not the time in Dhaka')
      }
      const isUsed = records.list('payment').some((one) => one.provider === 'nagad' && one.reference === params.order)
      if (isUsed) return refuse(reply, '3_4006_000', 'Order is already initialized')
      const challenge = randomBytes(20).toString('hex')
      const payment = openPayment(simulator, {
        id: `${dhakaDigits(simulator.clock.now())}${randomCode(10)}`,
        provider: 'nagad',
        reference: params.order,
        askedPaisa: 0,
        details: { challenge },
      })
      const isUnanswered = isLeftUnanswered(payment, 'initialize')
      records.put('payment', payment)
      if (isUnanswered) return leaveUnanswered(simulator, reply)
      const told = { paymentReferenceId: payment.id, acceptDateTime: dhakaDigits(simulator.clock.now()), challenge }
      return seal(keys, told, payment.faults.includes('wrong_signature'))
    },
  )

  app.post<{ Params: { id: string }; Body: Body }>('/check-out/complete/:id', async ({ params, body }, reply) => {
    const payment = records.find('payment', params.id)
    if (payment?.provider !== 'nagad') return refuse(reply, '3_4007_000', 'Payment reference is not found')
    if (payment.state !== 'waiting') return refuse(reply, '3_4008_000', 'Payment is in a wrong state')
    const fault = findCompleteFault(payment, open(keys, body?.sensitiveData, body?.signature), merchantId)
    if (fault !== null) return refuse(reply, '4_4009_000', fault)
    const callback = body?.merchantCallbackURL
    if (typeof callback !== 'string' || !/^https?:\/\//.test(callback) || !URL.canParse(callback)) {
      return refuse(reply, '4_4010_000', 'merchantCallbackURL is invalid')
    }
    const content = open(keys, body?.sensitiveData, body?.signature)
    payment.askedPaisa = readTaka(content?.amount) ?? 0
    payment.paidPaisa = payment.askedPaisa
    payment.details.callback = callback
    const isUnanswered = isLeftUnanswered(payment, 'complete')
    records.put('payment', payment)
    if (isUnanswered) return leaveUnanswered(simulator, reply)
    return { callBackUrl: `${simulator.origin}/nagad/pay/${payment.id}`, status: 'Success' }
  })

  app.get<{ Params: { id: string } }>('/verify/payment/:id', async ({ params }, reply) => {
    const payment = records.find('payment', params.id)
    if (payment?.provider !== 'nagad' || payment.faults.includes('query_forgets')) {
      return refuse(reply, '3_4007_000', 'Payment reference is not found', 404)
    }
    return describe(payment, merchantId)
  })
}

function isDhakaNow(digits: string | undefined): boolean {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(digits ?? '')
  if (parts === null) return false
  const [, year, month, day, hour, minute, second] = parts
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}+06:00`)
  // The machine's clock, not the simulated one, which merchants cannot know.
  return Math.abs(Date.now() - at) < clockDifferenceMs
}

function findCompleteFault(payment: Payment, content: Record<string, string> | null, merchantId: string) {
  if (content === null) return 'Signature or sensitive data is invalid'
  if (content.merchantId !== merchantId || content.orderId !== payment.reference) return 'Order does not match'
  if (content.challenge !== payment.details.challenge) return 'Challenge does not match'
  if (content.currencyCode !== '050') return 'currencyCode must be 050'
  const paisa = readTaka(content.amount)
  return paisa === null || paisa < 100 ? 'amount is invalid' : null
}

const statusOf = {
  paid: ['Success', '000'],
  failed: ['Failed', '001'],
  cancelled: ['Aborted', '002'],
  waiting: ['InProgress', '003'],
  agreed: ['InProgress', '003'],
} as const

function describe(payment: Payment, merchantId: string) {
  const [status, statusCode] = statusOf[payment.state]
  const isPaid = payment.state === 'paid'
  return {
    merchantId,
    orderId: toldReference(payment),
    paymentRefId: payment.id,
    amount: writeTaka(isPaid ? payment.paidPaisa : payment.askedPaisa),
    clientMobileNo: payment.payer === '' ? null : `${payment.payer.slice(0, 3)}****${payment.payer.slice(-4)}`,
    merchantMobileNo: '01300000000',
    orderDateTime: dhakaTime(payment.createdAt),
    issuerPaymentDateTime: isPaid ? dhakaTime(payment.endedAt ?? payment.createdAt) : null,
    issuerPaymentRefNo: payment.transactionId,
    additionalMerchantInfo: null,
    status,
    statusCode,
    cancelIssuerDateTime: null,
    cancelIssuerRefNo: null,
  }
}

/** The payer pays here at once; the merchant learns it by verifying. */
export function createNagadCheckout(simulator: Simulator): Checkout {
  return {
    provider: 'nagad',
    validMs: 24 * 3_600_000,
    async decide(payment, { choice }) {
      payment.state = choice === 'pay' ? 'paid' : choice === 'fail' ? 'failed' : 'cancelled'
      if (payment.state === 'paid') payment.transactionId = randomCode(8)
    },
    comeBack(payment) {
      const state = payment.faults.includes('forged_return') ? 'paid' : payment.state
      const url = new URL(payment.details.callback ?? '')
      const fields = {
        merchant: simulator.keys.nagad.merchantId,
        order_id: payment.reference,
        payment_ref_id: payment.id,
        status: statusOf[state][0],
        status_code: statusOf[state][1] === '000' ? '00_0000_000' : '11_1111_111',
        payment_dt: dhakaDigits(payment.endedAt ?? payment.createdAt),
        issuer_payment_ref: payment.transactionId ?? '',
      }
      for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value)
      return { method: 'get', url: url.href }
    },
  }
}
