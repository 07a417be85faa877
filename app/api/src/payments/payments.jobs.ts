import type { OnlineMethod } from '@dhakacart/contract/payments.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { Metrics } from '@dhakacart/service-kit/metrics.ts'
import type { Loop } from '../worker-loops.ts'
import type { PaymentContext } from './payment-context.ts'
import { countGrants, maxGrantsPerHour } from './providers/bkash-token.ts'
import { verifyDue } from './verify.ts'

/** As many as one provider is asked at once; the rest follows in the next round. */
const attemptsAtOnce = 8

/** One loop per provider: a slow one keeps nobody else's payments waiting. And how near bKash is to blocking us for its tokens. */
export function paymentLoops(context: PaymentContext, metrics: Metrics): Loop[] {
  const verifying = [...context.providers.keys()].map((method: OnlineMethod) => ({
    name: `payments of ${method}`,
    idleMs: 2_000,
    round: () => verifyDue(context, method, attemptsAtOnce),
  }))
  return context.providers.has('bkash') ? [...verifying, grantLoop(context.db, metrics)] : verifying
}

function grantLoop(db: Db, metrics: Metrics): Loop {
  let grants = 0
  metrics.gauge(
    'bkash_token_grants_last_hour',
    'Tokens that bKash was asked for within the last hour by every process, as last counted',
    () => grants,
  )
  metrics.gauge(
    'bkash_token_grants_limit',
    'Tokens that bKash may be asked for within an hour: one more blocks the merchant for an hour',
    () => maxGrantsPerHour,
  )
  const count = async () => {
    grants = await countGrants(db)
    return 0
  }
  return { name: 'bkash grants', idleMs: 10_000, round: count }
}
