import type { PaymentContext } from '../payments/payment-context.ts'
import type { Loop } from '../worker-loops.ts'
import { runDueRefund } from './refund-sending.ts'

/** One loop per provider, one refund at a time: refunds are few, and none is urgent enough to be sent side by side. */
export function refundLoops(context: PaymentContext): Loop[] {
  return [...context.providers.keys()].map((method) => ({
    name: `refunds of ${method}`,
    idleMs: 5_000,
    round: () => runDueRefund(context, method),
  }))
}
