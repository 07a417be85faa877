import type { Metrics } from '@dhakacart/service-kit/metrics.ts'
import type { Loop } from '../worker-loops.ts'
import type { Channel } from './messages.repository.ts'
import { countMessages, deleteOldMessages, fetchReports, type Outbox, sendDue, sweepOutbox } from './outbox.service.ts'
import type { MessageProviders } from './providers/provider.ts'

/** What was said to nobody's order (codes) is of no use after a month. */
const keptDays = 30
const deletedAtOnce = 500

/**
 * The worker's rounds that send messages. Codes have their own round, so that they never wait behind a day's confirmations, and
 * each channel its own, so that a slow provider holds up nobody else.
 */
export function messageLoops(
  base: Pick<Outbox, 'db' | 'log' | 'keepsCodes'>,
  providers: MessageProviders,
  metrics: Metrics,
): Loop[] {
  const { db } = base
  const settled = metrics.counter('messages_settled_total', 'Messages tried at a provider, by outcome', [
    'channel',
    'outcome',
  ])
  let counts = { waiting: 0, unknown: 0 }
  metrics.gauge('messages_waiting', 'Messages that wait to be sent, as last counted', () => counts.waiting)
  metrics.gauge(
    'messages_unknown',
    'Messages of the last day of which nobody knows whether they were sent, as last counted',
    () => counts.unknown,
  )
  const count = async () => {
    counts = await countMessages(db)
    return 0
  }
  const perChannel = (Object.keys(providers) as Channel[]).flatMap((channel): Loop[] => {
    const provider = providers[channel]
    if (provider === undefined) return []
    const onSettled: Outbox['onSettled'] = (outcome) => settled.inc({ channel, outcome })
    const outbox: Outbox = { ...base, channel, provider, onSettled }
    return [
      { name: `${channel} codes`, idleMs: 500, round: () => sendDue(outbox, true) },
      { name: channel, idleMs: 500, round: () => sendDue(outbox, false) },
      { name: `${channel} reports`, idleMs: 5_000, round: () => fetchReports(outbox) },
    ]
  })
  return [
    ...perChannel,
    { name: 'messages', idleMs: 10_000, round: () => sweepOutbox(base) },
    { name: 'message counts', idleMs: 10_000, round: count },
    { name: 'old messages', idleMs: 600_000, round: () => deleteOldMessages(db, keptDays, deletedAtOnce) },
  ]
}
