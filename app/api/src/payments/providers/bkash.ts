import { type AnswerFields, fieldsOf, pickTexts, takaOf, textOf, toTaka } from './answer-fields.ts'
import type { FetchedToken, TokenStore } from './bkash-token.ts'
import {
  type AskedAttempt,
  type PaymentProvider,
  ProviderProblem,
  type RefundVerdict,
  type Verdict,
} from './provider.ts'
import type { ProviderAnswer, ProviderHttp } from './provider-http.ts'

export type BkashSettings = { baseUrl: string; username: string; password: string; appKey: string; appSecret: string }

const grantTimeoutMs = 10_000
const createTimeoutMs = 15_000
/** bKash asks merchants to wait long for an execute; what takes longer is asked about instead. */
const executeTimeoutMs = 20_000
const queryTimeoutMs = 10_000
const refundTimeoutMs = 20_000
/** Success, and the two codes that say it was a success before. */
const successCode = '0000'
/** Facts: it is being mended, which another try may find over. */
const maintenanceCode = '503'
const alreadyDoneCodes = new Set(['2062', '2117'])
/** Facts: the payer's balance. A payment is single use, and only our execute moves money: this one never will. */
const spentCodes = new Set(['2023'])
/** Facts: an id_token is valid for 3600 s. */
const defaultGrantSeconds = 3_600

/** Asks for a token. Only bkash-token.ts calls this, because bKash blocks whoever asks more than twice an hour. */
export async function grantBkashToken(settings: BkashSettings, http: ProviderHttp): Promise<FetchedToken> {
  const { body } = await http({
    operation: 'grant',
    method: 'POST',
    url: `${checkoutUrl(settings)}/token/grant`,
    headers: { 'content-type': 'application/json', username: settings.username, password: settings.password },
    body: JSON.stringify({ app_key: settings.appKey, app_secret: settings.appSecret }),
    timeoutMs: grantTimeoutMs,
  })
  const fields = fieldsOf(body)
  const token = fields['id_token']
  if (typeof token !== 'string' || token === '') throw problem('refused', `grant: ${describe(fields)}`)
  const lives = Number(textOf(fields, 'expires_in'))
  return { token, livesSeconds: Number.isInteger(lives) && lives > 0 ? lives : defaultGrantSeconds }
}

/**
 * bKash tokenized checkout v1.2.0-beta. The shopper's consent alone moves no money: we take it by execute, and only for an order
 * that still waits. An execute without an answer, and "already completed", are settled by asking.
 */
export function createBkash(settings: BkashSettings, http: ProviderHttp, tokens: TokenStore): PaymentProvider {
  async function post(operation: string, url: string, body: object, timeoutMs: number): Promise<ProviderAnswer> {
    for (let attempt = 1; ; attempt++) {
      const token = await tokens.current()
      const headers = { 'content-type': 'application/json', authorization: token, 'x-app-key': settings.appKey }
      const answer = await http({ operation, method: 'POST', url, headers, body: JSON.stringify(body), timeoutMs })
      if (answer.status !== 401) return answer
      // Somebody else may have made a newer one.
      await tokens.forget(token)
      if (attempt === 2) throw problem('refused', `${operation}: the token is refused`)
    }
  }
  const checkout = async (operation: string, path: string, body: object, timeoutMs: number) =>
    fieldsOf((await post(operation, `${checkoutUrl(settings)}${path}`, body, timeoutMs)).body)
  const query = async (attempt: AskedAttempt): Promise<Verdict> =>
    readPayment(await checkout('query', '/payment/status', { paymentID: attempt.session }, queryTimeoutMs), attempt)

  return {
    method: 'bkash',
    // What an account may pay at once is its own affair; no amounts are documented for merchants.
    amounts: null,

    async start(request) {
      const fields = await checkout(
        'create',
        '/create',
        {
          mode: '0011',
          payerReference: request.reference,
          callbackURL: request.returnUrl,
          amount: toTaka(request.amountPaisa),
          currency: 'BDT',
          intent: 'sale',
          merchantInvoiceNumber: request.reference,
        },
        createTimeoutMs,
      )
      const [session, redirectUrl] = [textOf(fields, 'paymentID'), fields['bkashURL']]
      const code = textOf(fields, 'statusCode')
      if (code !== successCode) {
        throw problem(code === maintenanceCode ? 'unanswered' : 'refused', `create: ${describe(fields)}`)
      }
      if (session === null || typeof redirectUrl !== 'string') throw problem('garbled', 'create: no paymentID or page')
      return { session, redirectUrl }
    },

    async ask(attempt, { mayCapture }) {
      if (attempt.session === null) return { kind: 'unpaid', isFinal: true, reason: 'it was never begun at bKash' }
      const known = await query(attempt)
      if (known.kind === 'paid' || known.isFinal || !mayCapture) return known
      const executed = await execute(attempt)
      return executed ?? query(attempt)
    },

    readNotice: null,
    refunds: createBkashRefunds(settings, post),
  }

  /** null: ask bKash how it ended. */
  async function execute(attempt: AskedAttempt): Promise<Verdict | null> {
    let fields: AnswerFields
    try {
      fields = await checkout('execute', '/execute', { paymentID: attempt.session }, executeTimeoutMs)
    } catch (error) {
      if (error instanceof ProviderProblem && error.kind === 'unanswered') return null
      throw error
    }
    const code = textOf(fields, 'statusCode')
    if (code === successCode) return readPayment(fields, attempt)
    if (code !== null && alreadyDoneCodes.has(code)) return null
    return { kind: 'unpaid', isFinal: code !== null && spentCodes.has(code), reason: describe(fields) }
  }
}

type Post = (operation: string, url: string, body: object, timeoutMs: number) => Promise<ProviderAnswer>

function createBkashRefunds(settings: BkashSettings, post: Post): NonNullable<PaymentProvider['refunds']> {
  const url = `${hostUrl(settings)}/v2/tokenized-checkout/refund/payment`
  return {
    async send({ payment, amountPaisa, reference, reason }) {
      const answer = await post(
        'refund',
        `${url}/transaction`,
        {
          paymentId: payment.session,
          trxId: payment.providerReference,
          refundAmount: toTaka(amountPaisa),
          sku: reference,
          reason: reason.slice(0, 255),
        },
        refundTimeoutMs,
      )
      const fields = fieldsOf(answer.body)
      return textOf(fields, 'refundTrxId') === null ? { kind: 'refused', reason: describe(fields) } : readRefund(fields)
    },

    async ask({ payment, reference, amountPaisa, refundReference, knownReferences }) {
      const body = { paymentId: payment.session, trxId: payment.providerReference }
      const fields = fieldsOf((await post('refund status', `${url}/status`, body, queryTimeoutMs)).body)
      const told = Array.isArray(fields['refundTransactions']) ? fields['refundTransactions'].map(fieldsOf) : []
      // One refund of a payment is on its way at a time, so one of this amount that we were never told of is this one.
      const found = told.find((each) => {
        const id = textOf(each, 'refundTrxId')
        if (id === null) return false
        if (refundReference !== null) return id === refundReference
        const isOurs = textOf(each, 'sku') === reference
        return isOurs || (!knownReferences.includes(id) && takaOf(each, 'refundAmount') === amountPaisa)
      })
      return found === undefined ? { kind: 'unknown' } : readRefund(found)
    },
  }
}

function readRefund(fields: AnswerFields): RefundVerdict {
  const [providerReference, status] = [textOf(fields, 'refundTrxId'), textOf(fields, 'refundTransactionStatus')]
  if (providerReference === null) throw problem('garbled', 'refund: no refundTrxId')
  if (status === 'Completed') return { kind: 'done', providerReference }
  if (status === 'Failed' || status === 'Cancelled') return { kind: 'refused', reason: `refund ${status}` }
  return { kind: 'processing', providerReference }
}

function readPayment(fields: AnswerFields, attempt: AskedAttempt): Verdict {
  const code = textOf(fields, 'statusCode')
  const status = textOf(fields, 'transactionStatus')
  if (code !== successCode) throw problem('refused', `query: ${describe(fields)}`)
  if (textOf(fields, 'paymentID') !== attempt.session)
    throw problem('garbled', 'query: it answered for another payment')
  if (status !== 'Completed') {
    const isFinal = status === 'Expired' || status === 'Cancelled' || status === 'Failed' || status === 'Declined'
    return { kind: 'unpaid', isFinal, reason: `bKash says ${status}` }
  }
  const invoice = textOf(fields, 'merchantInvoiceNumber') ?? textOf(fields, 'merchantInvoice')
  const [providerReference, amountPaisa] = [textOf(fields, 'trxID'), takaOf(fields, 'amount')]
  if (invoice !== null && invoice !== attempt.reference) throw problem('garbled', 'query: the invoice is another one')
  if (providerReference === null || amountPaisa === null || amountPaisa === 0) {
    throw problem('garbled', 'query: no trxID or amount')
  }
  const currency = textOf(fields, 'currency')
  if (currency !== 'BDT') throw problem('garbled', `query: paid in ${currency}`)
  return {
    kind: 'paid',
    payment: {
      providerReference,
      amountPaisa,
      review: null,
      detail: pickTexts(fields, ['transactionStatus', 'intent']),
    },
  }
}

function describe(fields: AnswerFields): string {
  const code = textOf(fields, 'statusCode') ?? textOf(fields, 'externalCode') ?? textOf(fields, 'internalCode')
  const text = textOf(fields, 'statusMessage') ?? textOf(fields, 'errorMessageEn') ?? 'no reason given'
  return code === null ? text : `${code} ${text}`
}

/** Vendors write the version into the base address or not; both are understood. */
function hostUrl({ baseUrl }: BkashSettings): string {
  return baseUrl.replace(/\/v1\.2\.0-beta$/, '')
}

function checkoutUrl(settings: BkashSettings): string {
  return `${hostUrl(settings)}/v1.2.0-beta/tokenized/checkout`
}

function problem(kind: ProviderProblem['kind'], message: string): ProviderProblem {
  return new ProviderProblem('bkash', kind, message)
}
