import type { Db } from '@dhakacart/database/connect.ts'
import type { Metrics } from '@dhakacart/service-kit/metrics.ts'
import type { Loop } from '../worker-loops.ts'
import * as rows from './receivables.repository.ts'
import * as receivables from './receivables.service.ts'

/** Counts once a minute what is owed from the door: days matter here, not seconds. Once an hour it looks for what nobody booked. */
export function receivableLoops(db: Db, metrics: Metrics): Loop[] {
  let owed = { count: 0, duePaisa: 0, oldestSeconds: 0 }
  metrics.gauge('receivables_owed', 'Orders whose money from the door is owed, as last counted', () => owed.count)
  metrics.gauge(
    'receivables_oldest_seconds',
    'How long the oldest money from the door is owed, as last counted; 0: none is',
    () => owed.oldestSeconds,
  )
  const count = async () => {
    owed = await rows.measureOwed(db)
    return 0
  }
  return [
    { name: 'receivable counts', idleMs: 60_000, round: count },
    { name: 'unbooked receivables', idleMs: 3_600_000, round: () => receivables.openUnbooked(db) },
  ]
}
