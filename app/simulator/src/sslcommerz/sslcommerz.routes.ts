import type { FastifyInstance } from 'fastify'
import { isLeftUnanswered, leaveUnanswered, letCallsFail } from '../misbehaviour.ts'
import { readTaka } from '../money.ts'
import { findByReference, openPayment } from '../payment.ts'
import { randomCode, type Simulator } from '../simulator.ts'
import { findSessionFault } from './session-request.ts'
import { registerTransactionQueries } from './transaction-queries.ts'
import { registerValidation } from './validation.ts'

/** Most of what a merchant sends that is worth keeping; names and addresses are not. */
const keptFields = ['success_url', 'fail_url', 'cancel_url', 'ipn_url', 'value_a', 'value_b', 'value_c', 'value_d']
const emiFields = ['emi_option', 'emi_max_inst_option', 'emi_selected_inst', 'product_name']
const maintenance = { status: 503, body: 'Service Temporarily Unavailable' }

/** SSLCOMMERZ v4: sessions, validation, transaction queries and refunds. */
export async function registerSslcommerz(app: FastifyInstance, simulator: Simulator): Promise<void> {
  letCallsFail(app, simulator, 'sslcommerz', maintenance)
  app.post<{ Body: Record<string, string> }>('/gwprocess/v4/api.php', async (request, reply) => {
    if (!/^application\/x-www-form-urlencoded/.test(request.headers['content-type'] ?? '')) {
      return refusal('Invalid Information! The request must be form-encoded.')
    }
    const form = request.body ?? {}
    const { storeId, storePassword } = simulator.keys.sslcommerz
    if (form.store_id !== storeId || form.store_passwd !== storePassword) {
      return refusal('Store Credential Error Or Store is De-active')
    }
    const fault = findSessionFault(form)
    if (fault !== null) return refusal(fault)
    const before = findByReference(simulator, 'sslcommerz', form.tran_id ?? '')
    if (before !== null && before.state === 'paid') return refusal('Invalid Information! tran_id is already used.')
    const kept = [...keptFields, ...emiFields].map((name) => [name, form[name] ?? ''] as const)
    const payment = openPayment(simulator, {
      id: randomCode(32),
      provider: 'sslcommerz',
      reference: form.tran_id ?? '',
      askedPaisa: readTaka(form.total_amount) ?? 0,
      details: Object.fromEntries(kept),
    })
    const isUnanswered = isLeftUnanswered(payment, 'session')
    simulator.records.put('payment', payment)
    if (isUnanswered) return leaveUnanswered(simulator, reply)
    const page = `${simulator.origin}/sslcommerz/pay/${payment.id}`
    return {
      status: 'SUCCESS',
      failedreason: '',
      sessionkey: payment.id,
      GatewayPageURL: page,
      redirectGatewayURL: page,
      storeBanner: '',
      storeLogo: '',
      is_direct_pay_enable: '0',
    }
  })
  registerValidation(app, simulator)
  registerTransactionQueries(app, simulator)
}

function refusal(reason: string) {
  return { status: 'FAILED', failedreason: reason, sessionkey: '', GatewayPageURL: '' }
}
