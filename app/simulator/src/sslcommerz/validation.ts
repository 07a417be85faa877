import type { FastifyInstance } from 'fastify'
import { dhakaTime } from '../clock.ts'
import { isLeftUnanswered, leaveUnanswered } from '../misbehaviour.ts'
import type { Simulator } from '../simulator.ts'
import { describeTransaction } from './notification.ts'
import { isOurStore } from './store-credentials.ts'

/** The order validation API: the only word about a payment a merchant may believe. */
export function registerValidation(app: FastifyInstance, simulator: Simulator): void {
  app.get<{ Querystring: Record<string, string> }>('/validator/api/validationserverAPI.php', async (request, reply) => {
    const { query } = request
    if (!isOurStore(simulator, query)) return { APIConnect: 'INVALID_REQUEST', status: 'INVALID_TRANSACTION' }
    if (query.v !== '1' || query.format !== 'json') return { APIConnect: 'FAILED', status: 'INVALID_TRANSACTION' }
    const payment = simulator.records
      .list('payment')
      .findLast(({ details, state }) => state === 'paid' && details.val_id === query.val_id && query.val_id !== '')
    if (payment === undefined || payment.faults.includes('query_forgets')) {
      return { APIConnect: 'DONE', status: 'INVALID_TRANSACTION', error: 'val_id is not known' }
    }
    const status = payment.details.validated_on ? 'VALIDATED' : 'VALID'
    payment.details.validated_on ||= dhakaTime(simulator.clock.now())
    const isUnanswered = isLeftUnanswered(payment, 'validation')
    simulator.records.put('payment', payment)
    if (isUnanswered) return leaveUnanswered(simulator, reply)
    return {
      status,
      ...describeTransaction(payment),
      APIConnect: 'DONE',
      validated_on: payment.details.validated_on,
      gw_version: '',
    }
  })
}
