import { constants, generateKeyPairSync, privateDecrypt, publicEncrypt, sign, verify } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { FakePayment, Fault } from './fake-gateways.ts'

export const storePassword = 'store-password-secret'
export const [nagad, merchant] = [0, 1].map(() =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }),
) as [{ publicKey: string; privateKey: string }, { publicKey: string; privateKey: string }]
const padding = constants.RSA_PKCS1_PADDING
type Fields = Record<string, unknown>
export type Refusal = { status: number; body: Fields }
type Reply = Fields | Refusal

export function withStatus(reply: Reply): Refusal {
  const isRefusal = typeof reply['status'] === 'number'
  return isRefusal ? (reply as Refusal) : { status: 200, body: reply }
}
export type Ask = {
  path: string
  query: URLSearchParams
  body: Record<string, unknown>
  headers: IncomingMessage['headers']
}

type Books = {
  add: (reference: string, taka: string, returnUrl: string, begunWith?: Fields) => FakePayment
  bySession: (session: unknown) => FakePayment | undefined
  payments: Map<string, FakePayment>
}

export function answerTo(ask: Ask, operation: string, fault: Fault | undefined, books: Books): Reply {
  if (ask.path.startsWith('/bkash')) return answerAsBkash(ask, operation, fault, books)
  return ask.path.startsWith('/nagad')
    ? answerAsNagad(ask, fault, books)
    : answerAsSslcommerz(ask, operation, fault, books)
}

export function nameOf({ path, query }: Ask): string {
  if (path.endsWith('merchantTransIDvalidationAPI.php')) {
    return query.has('refund_ref_id') ? 'refund-status' : query.has('refund_amount') ? 'refund' : 'query'
  }
  if (path.endsWith('/refund/payment/transaction')) return 'refund'
  if (path.endsWith('/refund/payment/status')) return 'refund-status'
  if (path.endsWith('validationserverAPI.php')) return 'validate'
  if (path.endsWith('api.php')) return 'start'
  return (
    path
      .split('/')
      .find((part) => ['grant', 'create', 'execute', 'status', 'initialize', 'complete', 'verify'].includes(part)) ??
    path
  )
}

function answerAsBkash(
  { body, headers }: Ask,
  operation: string,
  fault: Fault | undefined,
  { add, bySession }: Books,
): Reply {
  if (operation === 'grant') return { statusCode: '0000', id_token: `token-secret-${Date.now()}`, expires_in: 3600 }
  if (!headers.authorization?.startsWith('token-secret')) return { status: 401, body: { message: 'Unauthorized' } }
  const payment = bySession(body['paymentID'] ?? body['paymentId'])
  if (operation === 'create') {
    if (fault === 'maintenance') return { statusCode: '503', statusMessage: 'System is undergoing maintenance' }
    if (fault === 'refuses') return { statusCode: '2014', statusMessage: 'Invalid Amount' }
    const made = add(String(body['merchantInvoiceNumber']), String(body['amount']), String(body['callbackURL']), body)
    return { statusCode: '0000', paymentID: made.session, bkashURL: `http://127.0.0.1/pay/${made.session}` }
  }
  if (payment === undefined) return { statusCode: '2002', statusMessage: 'Invalid Payment ID' }
  if (operation === 'refund') {
    if (fault === 'refuses')
      return { status: 400, body: { externalCode: '2071', errorMessageEn: 'Refund is not allowed' } }
    const refund = {
      id: `REF${payment.refunds.length + 1}-${payment.trx}`,
      reference: String(body['sku']),
      taka: String(body['refundAmount']),
      state: 'Completed',
    }
    payment.refunds.push(refund)
    return {
      originalTrxId: payment.trx,
      refundTrxId: refund.id,
      refundTransactionStatus: refund.state,
      refundAmount: refund.taka,
    }
  }
  if (operation === 'refund-status') {
    const refundTransactions = payment.refunds.map(({ id, taka, state }) => ({
      refundTrxId: id,
      refundAmount: taka,
      refundTransactionStatus: state,
    }))
    return { originalTrxId: payment.trx, refundTransactions }
  }
  if (operation === 'execute') {
    if (payment.state === 'open') return { statusCode: '2056', statusMessage: 'Invalid Payment State' }
    if (fault === '2062' || fault === '2117') payment.state = 'paid'
    if (fault === '2117') return { statusCode: '2117', statusMessage: 'Payment execution already been called before' }
    if (payment.state === 'paid') return { statusCode: '2062', statusMessage: 'The payment has already been completed' }
    payment.state = 'paid'
  }
  const { session, reference, taka, trx, lies } = payment
  const paid = { trxID: trx, transactionStatus: 'Completed', ...lies }
  const known = { statusCode: '0000', paymentID: session, amount: taka, currency: 'BDT', merchantInvoice: reference }
  return { ...known, ...(payment.state === 'paid' ? paid : { transactionStatus: 'Initiated' }) }
}

function answerAsSslcommerz(
  { body, query }: Ask,
  operation: string,
  fault: Fault | undefined,
  { add, payments }: Books,
): Reply {
  const password = operation === 'start' ? body['store_passwd'] : query.get('store_passwd')
  if (password !== storePassword)
    return { status: 'FAILED', failedreason: 'Store Credential Error', APIConnect: 'INVALID_REQUEST' }
  if (operation === 'start') {
    const taka = Number(body['total_amount'])
    if (fault === 'refuses') return { status: 'FAILED', failedreason: 'This store is not allowed to take this payment' }
    if (!(taka >= 10 && taka <= 500_000))
      return {
        status: 'FAILED',
        failedreason: "Invalid Information! 'total_amount' must be from 10.00 to 500000.00 BDT.",
      }
    if (String(body['cus_email']).length > 50)
      return { status: 'FAILED', failedreason: "Invalid Information! 'cus_email' must be within 50 characters." }
    const made = add(String(body['tran_id']), String(body['total_amount']), String(body['success_url']), body)
    return { status: 'SUCCESS', sessionkey: made.session, GatewayPageURL: `http://127.0.0.1/pay/${made.session}` }
  }
  const all = [...payments.values()]
  if (operation === 'refund') {
    const payment = all.find(({ trx }) => trx === query.get('bank_tran_id'))
    if (payment === undefined || fault === 'refuses')
      return { APIConnect: 'DONE', status: 'failed', errorReason: 'Refund is not allowed' }
    const reference = String(query.get('refund_trans_id'))
    const known = payment.refunds.find((each) => each.reference === reference)
    const refund = known ?? {
      id: `REF-${reference}`,
      reference,
      taka: String(query.get('refund_amount')),
      state: 'processing',
    }
    if (known === undefined) payment.refunds.push(refund)
    return { APIConnect: 'DONE', status: 'success', refund_ref_id: refund.id, errorReason: '' }
  }
  if (operation === 'refund-status') {
    const refund = all.flatMap(({ refunds }) => refunds).find(({ id }) => id === query.get('refund_ref_id'))
    return {
      APIConnect: 'DONE',
      status: refund?.state ?? 'cancelled',
      refund_ref_id: query.get('refund_ref_id'),
      errorReason: '',
    }
  }
  const payment =
    payments.get(query.get('tran_id') ?? '') ?? all.find(({ trx }) => `VAL-${trx}` === query.get('val_id'))
  if (payment === undefined || payment.state !== 'paid') {
    return operation === 'query'
      ? { APIConnect: 'DONE', no_of_trans_found: 0, element: [] }
      : { status: 'INVALID_TRANSACTION' }
  }
  const { reference, taka, trx, lies } = payment
  const told = {
    status: 'VALID',
    tran_id: reference,
    val_id: `VAL-${trx}`,
    amount: taka,
    currency: 'BDT',
    bank_tran_id: trx,
    risk_level: '0',
    ...lies,
  }
  return operation === 'query' ? { APIConnect: 'DONE', no_of_trans_found: 1, element: [told] } : told
}

function answerAsNagad({ path, body }: Ask, fault: Fault | undefined, { add, bySession, payments }: Books): Reply {
  const parts = path.split('/')
  const last = parts.at(-1) ?? ''
  if (path.includes('/verify/')) {
    const payment = bySession(last)
    if (payment === undefined) return { reason: '1000', message: 'unknown' }
    const { reference, taka, trx, session, lies } = payment
    const paid = { status: 'Success', issuerPaymentRefNo: trx, amount: taka, ...lies }
    return {
      merchantId: '683002007104225',
      orderId: reference,
      paymentRefId: session,
      ...(payment.state === 'paid' ? paid : { status: 'Pending' }),
    }
  }
  const content = Buffer.from(String(body['sensitiveData']), 'base64')
  const text = privateDecrypt({ key: nagad.privateKey, padding }, content)
  const isSigned = verify('sha256', text, merchant.publicKey, Buffer.from(String(body['signature']), 'base64'))
  if (!isSigned) return { reason: '3030', message: 'Invalid signature' }
  const opened = JSON.parse(text.toString('utf8')) as Record<string, string>
  if (path.includes('/initialize/')) {
    const made = add(last, '', '')
    const answer = Buffer.from(
      JSON.stringify({ paymentReferenceId: made.session, challenge: `${opened['challenge']}x`, acceptDateTime: '' }),
    )
    return {
      sensitiveData: publicEncrypt({ key: merchant.publicKey, padding }, answer).toString('base64'),
      signature: sign('sha256', answer, nagad.privateKey).toString('base64'),
    }
  }
  if (fault === 'refuses') return { reason: '3009', message: 'Merchant not allowed' }
  const payment = payments.get(opened['orderId'] ?? '')
  if (payment === undefined || !opened['challenge']?.endsWith('x'))
    return { reason: '3031', message: 'Invalid challenge' }
  Object.assign(payment, { taka: opened['amount'], returnUrl: String(body['merchantCallbackURL']) })
  return { status: 'Success', callBackUrl: `http://127.0.0.1/pay/${payment.session}` }
}
