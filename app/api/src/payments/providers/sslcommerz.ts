import { type AnswerFields, fieldsOf, pickTexts, takaOf, textOf, toTaka } from './answer-fields.ts'
import {
  type AskedAttempt,
  type AskOptions,
  type PaymentProvider,
  type ProvenPayment,
  ProviderProblem,
  type RefundRequest,
  type RefundVerdict,
  type StartRequest,
  type Verdict,
} from './provider.ts'
import type { ProviderHttp } from './provider-http.ts'
import { isSigned } from './sslcommerz-signature.ts'

export type SslcommerzSettings = { baseUrl: string; storeId: string; storePassword: string }

const startTimeoutMs = 15_000
const queryTimeoutMs = 10_000
/** 10.00 to 500000.00 BDT: `total_amount` in https://developer.sslcommerz.com/doc/v4/ */
const amounts = { minPaisa: 10_00, maxPaisa: 500_000_00 }

/**
 * SSLCOMMERZ v4: cards, instalments, and whatever else its page offers. A payment counts when its validator says VALID or
 * VALIDATED for our tran_id in BDT. The store's password travels in query strings: addresses of requests are never written anywhere.
 */
export function createSslcommerz(settings: SslcommerzSettings, http: ProviderHttp): PaymentProvider {
  const keys = { store_id: settings.storeId, store_passwd: settings.storePassword }

  const query = async (operation: string, path: string, parameters: Record<string, string>): Promise<AnswerFields> => {
    const search = new URLSearchParams({ ...parameters, ...keys, v: '1', format: 'json' })
    const url = `${settings.baseUrl}/validator/api/${path}?${search}`
    const { body } = await http({ operation, method: 'GET', url, timeoutMs: queryTimeoutMs })
    return fieldsOf(body)
  }
  const merchantQuery = async (operation: string, parameters: Record<string, string>): Promise<AnswerFields> => {
    const fields = await query(operation, 'merchantTransIDvalidationAPI.php', parameters)
    const connection = textOf(fields, 'APIConnect')
    if (connection !== 'DONE') throw problem('refused', `${operation}: APIConnect ${connection}`)
    return fields
  }
  const validate = async (valId: string, attempt: AskedAttempt): Promise<Verdict | null> =>
    readValidation(await query('validate', 'validationserverAPI.php', { val_id: valId }), attempt)

  return {
    method: 'sslcommerz',
    amounts,

    async start(request) {
      const { body } = await http({
        operation: 'start',
        method: 'POST',
        url: `${settings.baseUrl}/gwprocess/v4/api.php`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ ...keys, ...startFields(request) }).toString(),
        timeoutMs: startTimeoutMs,
      })
      const fields = fieldsOf(body)
      const [session, redirectUrl] = [textOf(fields, 'sessionkey'), fields['GatewayPageURL']]
      if (textOf(fields, 'status') !== 'SUCCESS') {
        throw problem('refused', `start: ${textOf(fields, 'failedreason') ?? 'no reason given'}`)
      }
      if (session === null || typeof redirectUrl !== 'string') throw problem('garbled', 'start: no session or page')
      return { session, redirectUrl }
    },

    async ask(attempt: AskedAttempt, { hint }: AskOptions) {
      // The notice names the payment, which saves a question; if it names another's, the list of our own tran_id decides.
      const hinted = hint === null ? null : await validate(hint, attempt)
      if (hinted?.kind === 'paid') return hinted
      const found = await merchantQuery('query', { tran_id: attempt.reference })
      const transactions = Array.isArray(found['element']) ? found['element'].map(fieldsOf) : []
      for (const transaction of transactions) {
        const valId = textOf(transaction, 'val_id')
        const isPaid = ['VALID', 'VALIDATED'].includes(textOf(transaction, 'status') ?? '')
        const verdict = valId !== null && isPaid ? await validate(valId, attempt) : null
        if (verdict !== null) return verdict
      }
      // A failed card may be followed by one that works, on the same page: nothing is final here but time.
      const last = transactions.at(-1)
      const reason = (last && (textOf(last, 'error') ?? textOf(last, 'status'))) ?? 'no transaction yet'
      return { kind: 'unpaid', isFinal: false, reason }
    },

    readNotice(form) {
      const reference = form.get('tran_id')
      if (reference === null || !isSigned(form, settings.storePassword)) return null
      return { reference, payment: form.get('val_id') || null }
    },

    refunds: {
      async send(request: RefundRequest) {
        const fields = await merchantQuery('refund', {
          bank_tran_id: request.payment.providerReference,
          refund_trans_id: request.reference,
          refund_amount: toTaka(request.amountPaisa),
          refund_remarks: request.reason.slice(0, 255),
          refe_id: request.orderNumber,
        })
        return readRefund(fields)
      },
      async ask(request) {
        // Without an answer to the first request there is no id to ask by; the same refund_trans_id may be sent again.
        if (request.refundReference === null) return { kind: 'unknown' }
        return readRefund(await merchantQuery('refund status', { refund_ref_id: request.refundReference }))
      },
    },
  }
}

function startFields(request: StartRequest): Record<string, string> {
  const { customer, returnUrl, instalmentMonths } = request
  return {
    total_amount: toTaka(request.amountPaisa),
    currency: 'BDT',
    tran_id: request.reference,
    success_url: returnUrl,
    fail_url: returnUrl,
    cancel_url: returnUrl,
    ipn_url: request.noticeUrl,
    cus_name: customer.name.slice(0, 50),
    // Required by SSLCOMMERZ; most shoppers give none, and it sends its receipt there.
    // Longer ones are refused, and half an address is nobody's or somebody else's.
    cus_email: customer.email === null || customer.email.length > 50 ? 'no-reply@dhakacart.example' : customer.email,
    cus_add1: customer.street.slice(0, 50),
    cus_city: customer.city.slice(0, 50),
    cus_postcode: '1000',
    cus_country: 'Bangladesh',
    cus_phone: customer.phone,
    shipping_method: 'NO',
    num_of_item: String(request.itemCount),
    product_name: `Order ${request.orderNumber}`,
    product_category: 'electronics',
    product_profile: 'physical-goods',
    emi_option: instalmentMonths === null ? '0' : '1',
    ...(instalmentMonths !== null && {
      emi_max_inst_option: String(instalmentMonths),
      emi_selected_inst: String(instalmentMonths),
    }),
  }
}

const detailFields = [
  'card_type',
  'card_brand',
  'card_issuer',
  'card_issuer_country',
  'emi_instalment',
  'emi_amount',
  'risk_level',
  'risk_title',
  'store_amount',
  'val_id',
]

/** null: this answer says nothing about our attempt. */
function readValidation(fields: AnswerFields, attempt: AskedAttempt): Verdict | null {
  if (!['VALID', 'VALIDATED'].includes(textOf(fields, 'status') ?? '')) return null
  if (textOf(fields, 'tran_id') !== attempt.reference) return null
  const [providerReference, amountPaisa] = [textOf(fields, 'bank_tran_id'), takaOf(fields, 'amount')]
  if (providerReference === null || amountPaisa === null || amountPaisa === 0) {
    throw problem('garbled', 'validate: no bank_tran_id or amount')
  }
  const currency = textOf(fields, 'currency')
  if (currency !== 'BDT') throw problem('garbled', `validate: paid in ${currency}`)
  const isRisky = textOf(fields, 'risk_level') === '1'
  const payment: ProvenPayment = {
    providerReference,
    amountPaisa,
    review: isRisky ? `SSLCOMMERZ calls the payment risky: ${textOf(fields, 'risk_title') ?? 'no title'}` : null,
    detail: pickTexts(fields, detailFields),
  }
  return { kind: 'paid', payment }
}

function readRefund(fields: AnswerFields): RefundVerdict {
  const [status, providerReference] = [textOf(fields, 'status'), textOf(fields, 'refund_ref_id')]
  const reason = textOf(fields, 'errorReason') ?? `status ${status}`
  if (status === 'failed' || status === 'cancelled') return { kind: 'refused', reason }
  if (providerReference === null) throw problem('garbled', `refund: ${reason}`)
  if (status === 'refunded') return { kind: 'done', providerReference }
  if (status === 'success' || status === 'processing') return { kind: 'processing', providerReference }
  throw problem('garbled', `refund: ${reason}`)
}

function problem(kind: ProviderProblem['kind'], message: string): ProviderProblem {
  return new ProviderProblem('sslcommerz', kind, message)
}
