import { randomBytes } from 'node:crypto'
import { type AnswerFields, fieldsOf, pickTexts, takaOf, textOf, toTaka } from './answer-fields.ts'
import { createNagadSeal } from './nagad-seal.ts'
import { type AskedAttempt, type PaymentProvider, ProviderProblem, type Verdict } from './provider.ts'
import type { ProviderHttp } from './provider-http.ts'

export type NagadSettings = {
  baseUrl: string
  merchantId: string
  gatewayPublicKey: string
  merchantPrivateKey: string
}

const startTimeoutMs = 15_000
const queryTimeoutMs = 10_000
/** Taka in ISO 4217, as Nagad wants it. */
const takaCode = '050'
/** What Nagad answers when a payment ended without money. */
const finalStatuses = new Set(['Aborted', 'Cancelled', 'Failed', 'Expired', 'InvalidRequest', 'Fraud'])

/**
 * Nagad's checkout: what is said is encrypted with its key and signed with ours. It has no interface for refunds: those are
 * made by people in its portal. Throws RangeError when a key cannot be read.
 */
export function createNagad(settings: NagadSettings, http: ProviderHttp): PaymentProvider {
  const { merchantId } = settings
  const seal = createNagadSeal(settings)
  const url = apiUrl(settings)

  async function call(operation: string, path: string, body: object | null, clientAddress: string, timeoutMs: number) {
    const answer = await http({
      operation,
      method: body === null ? 'GET' : 'POST',
      url: `${url}/${path}`,
      headers: {
        'content-type': 'application/json',
        'x-km-api-version': 'v-0.2.0',
        'x-km-ip-v4': clientAddress,
        'x-km-client-type': 'MOBILE_WEB',
      },
      ...(body !== null && { body: JSON.stringify(body) }),
      timeoutMs,
    })
    return fieldsOf(answer.body)
  }

  return {
    method: 'nagad',
    // None is documented.
    amounts: null,

    async start({ reference, amountPaisa, returnUrl, clientAddress }) {
      const challenge = randomBytes(20).toString('hex')
      const dateTime = dhakaTimestamp()
      const opening = seal.seal({ merchantId, datetime: dateTime, orderId: reference, challenge })
      const path = `check-out/initialize/${encodeURIComponent(merchantId)}/${reference}`
      const sealed = await call('initialize', path, { dateTime, ...opening }, clientAddress, startTimeoutMs)
      const opened = openAnswer(sealed)
      const [session, answeredChallenge] = [textOf(opened, 'paymentReferenceId'), textOf(opened, 'challenge')]
      if (session === null || answeredChallenge === null) throw problem('garbled', 'initialize: no reference')
      const amount = { merchantId, orderId: reference, currencyCode: takaCode, amount: toTaka(amountPaisa) }
      const completed = await call(
        'complete',
        `check-out/complete/${encodeURIComponent(session)}`,
        {
          ...seal.seal({ ...amount, challenge: answeredChallenge }),
          merchantCallbackURL: returnUrl,
          additionalMerchantInfo: {},
        },
        clientAddress,
        startTimeoutMs,
      )
      const redirectUrl = completed['callBackUrl']
      if (textOf(completed, 'status') !== 'Success') throw problem('refused', `complete: ${describe(completed)}`)
      if (typeof redirectUrl !== 'string') throw problem('garbled', 'complete: no page')
      return { session, redirectUrl }
    },

    async ask(attempt) {
      if (attempt.session === null) return { kind: 'unpaid', isFinal: true, reason: 'it was never begun at Nagad' }
      const path = `verify/payment/${encodeURIComponent(attempt.session)}`
      return readPayment(await call('verify', path, null, ownAddress, queryTimeoutMs), attempt)
    },

    readNotice: null,
    refunds: null,
  }

  function openAnswer(fields: AnswerFields): AnswerFields {
    const [sensitiveData, signature] = [fields['sensitiveData'], fields['signature']]
    if (typeof sensitiveData !== 'string' || typeof signature !== 'string') {
      throw problem('refused', `initialize: ${describe(fields)}`)
    }
    const opened = seal.open({ sensitiveData, signature })
    if (opened === null) throw problem('garbled', 'initialize: not signed by Nagad')
    return fieldsOf(opened)
  }

  function readPayment(fields: AnswerFields, attempt: AskedAttempt): Verdict {
    const status = textOf(fields, 'status')
    if (status === null) throw problem('refused', `verify: ${describe(fields)}`)
    if (status !== 'Success') {
      return { kind: 'unpaid', isFinal: finalStatuses.has(status), reason: `Nagad says ${status}` }
    }
    const isOurs = textOf(fields, 'merchantId') === merchantId && textOf(fields, 'orderId') === attempt.reference
    const isAsked = textOf(fields, 'paymentRefId') === attempt.session
    if (!isOurs || !isAsked) throw problem('garbled', 'verify: it answered for another payment')
    const [providerReference, amountPaisa] = [textOf(fields, 'issuerPaymentRefNo'), takaOf(fields, 'amount')]
    if (providerReference === null || amountPaisa === null || amountPaisa === 0) {
      throw problem('garbled', 'verify: no issuerPaymentRefNo or amount')
    }
    const detail = pickTexts(fields, ['issuerPaymentDateTime', 'statusCode'])
    return { kind: 'paid', payment: { providerReference, amountPaisa, review: null, detail } }
  }
}

/** Questions that no shopper's request causes come from us. */
const ownAddress = '127.0.0.1'

/** Nagad's clock: YYYYMMDDHHmmss in Asia/Dhaka. It only stamps what we send; nothing in the shop is decided by it. */
function dhakaTimestamp(): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Dhaka',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts()
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  return ['year', 'month', 'day', 'hour', 'minute', 'second'].map(part).join('')
}

function apiUrl({ baseUrl }: NagadSettings): string {
  return baseUrl.endsWith('/api/dfs') ? baseUrl : `${baseUrl}/remote-payment-gateway-1.0/api/dfs`
}

function describe(fields: AnswerFields): string {
  const code = textOf(fields, 'reason') ?? textOf(fields, 'statusCode')
  return [code, textOf(fields, 'message') ?? 'no reason given'].filter((part) => part !== null).join(' ')
}

function problem(kind: ProviderProblem['kind'], message: string): ProviderProblem {
  return new ProviderProblem('nagad', kind, message)
}
