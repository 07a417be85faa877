import type { PaymentContext } from '../payments/payment-context.ts'
import type { Loop } from '../worker-loops.ts'
import { reconcile } from './reconciliation.service.ts'

/** One loop per provider; between nights it finds nothing to do. */
export function reconciliationLoops(context: PaymentContext): Loop[] {
  return [...context.providers.keys()].map((method) => ({
    name: `reconciliation with ${method}`,
    idleMs: 60_000,
    round: () => reconcile(context, method),
  }))
}
