import type { OnlineMethod } from '@dhakacart/contract/payments.schema.ts'
import type { Loop } from '../worker-loops.ts'
import type { PaymentContext } from './payment-context.ts'
import { verifyDue } from './verify.ts'

/** As many as one provider is asked at once; the rest follows in the next round. */
const attemptsAtOnce = 8

/** One loop per provider: a slow one keeps nobody else's payments waiting. */
export function paymentLoops(context: PaymentContext): Loop[] {
  return [...context.providers.keys()].map((method: OnlineMethod) => ({
    name: `payments of ${method}`,
    idleMs: 2_000,
    round: () => verifyDue(context, method, attemptsAtOnce),
  }))
}
