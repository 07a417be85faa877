import type { Metrics } from '@dhakacart/service-kit/metrics.ts'
import type { PaymentContext } from '../payments/payment-context.ts'
import type { Loop } from '../worker-loops.ts'
import { runDueRefund } from './refund-sending.ts'
import { measureDue } from './refunds.repository.ts'

/** One loop per provider, one refund at a time: refunds are few, and none is urgent enough to be sent side by side. */
export function refundLoops(context: PaymentContext, metrics: Metrics): Loop[] {
  let due = { count: 0, oldestSeconds: 0 }
  metrics.gauge('refunds_due', 'Refunds that are promised and not made, as last counted', () => due.count)
  metrics.gauge(
    'refunds_oldest_due_seconds',
    'How long the oldest refund that is not made is owed, by people or the worker, as last counted; 0: none is',
    () => due.oldestSeconds,
  )
  const count = async () => {
    due = await measureDue(context.db)
    return 0
  }
  const sending = [...context.providers.keys()].map((method) => ({
    name: `refunds of ${method}`,
    idleMs: 5_000,
    round: () => runDueRefund(context, method),
  }))
  return [...sending, { name: 'refund counts', idleMs: 10_000, round: count }]
}
