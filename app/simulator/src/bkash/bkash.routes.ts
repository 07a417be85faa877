import type { FastifyInstance } from 'fastify'
import { letCallsFail } from '../misbehaviour.ts'
import type { Checkout } from '../pages/pay.routes.ts'
import type { Simulator } from '../simulator.ts'
import { answer } from './bkash-answers.ts'
import { registerBkashTokens, requireBkashToken } from './bkash-token.ts'
import { bkashValidMs, registerBkashPayments } from './payments.routes.ts'
import { registerBkashRefunds } from './refunds.routes.ts'

const maintenance = { status: 503, body: answer('503') }

/** bKash tokenized checkout: v1.2.0-beta for tokens and payments, v2 for refunds. */
export async function registerBkash(app: FastifyInstance, simulator: Simulator): Promise<void> {
  letCallsFail(app, simulator, 'bkash', maintenance)
  await app.register(async (first) => registerBkashTokens(first, simulator), { prefix: '/v1.2.0-beta' })
  await app.register(
    async (first) => {
      requireBkashToken(first, simulator)
      registerBkashPayments(first, simulator)
    },
    { prefix: '/v1.2.0-beta' },
  )
  await app.register(
    async (second) => {
      requireBkashToken(second, simulator)
      registerBkashRefunds(second, simulator)
    },
    { prefix: '/v2' },
  )
}

/** The payer only agrees here; money moves when the merchant executes the payment. */
export function createBkashCheckout(): Checkout {
  const statusOf = { agreed: 'success', paid: 'success', failed: 'failure', cancelled: 'cancel', waiting: 'cancel' }
  return {
    provider: 'bkash',
    validMs: bkashValidMs,
    async decide(payment, { choice }) {
      payment.state = choice === 'pay' ? 'agreed' : choice === 'fail' ? 'failed' : 'cancelled'
    },
    comeBack(payment) {
      const url = new URL(payment.details.callbackURL ?? '')
      url.searchParams.set('paymentID', payment.id)
      url.searchParams.set('status', payment.faults.includes('forged_return') ? 'success' : statusOf[payment.state])
      return { method: 'get', url: url.href }
    },
  }
}
