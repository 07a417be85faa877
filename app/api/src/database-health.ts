import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '@dhakacart/database/connect.ts'
import { checkSchema } from '@dhakacart/database/schema-version.ts'
import { isDatabaseAway } from '@dhakacart/database/transaction.ts'
import type { Lifecycle } from '@dhakacart/service-kit/lifecycle.ts'
import type { Log } from '@dhakacart/service-kit/log.ts'
import type { Metrics } from '@dhakacart/service-kit/metrics.ts'
import { sql } from 'kysely'

/** Who asks /readyz gives up soon after this; a healthy database answers in a millisecond. */
const probeTimeoutMs = 1_000

/** null when the database answers within a second, else one sentence. */
export async function findDatabaseProblem(db: Db): Promise<string | null> {
  const timer = new AbortController()
  const tooLate = sleep(probeTimeoutMs, 'the database did not answer within a second', { signal: timer.signal })
  const probe = sql`select 1`.execute(db).then(
    () => null,
    (error: unknown) => `the database cannot be asked: ${error instanceof Error ? error.message : String(error)}`,
  )
  const problem = await Promise.race([probe, tooLate])
  timer.abort()
  tooLate.catch(() => undefined)
  return problem
}

type PoolCounts = { totalCount: number; idleCount: number; waitingCount: number }

/** Publishes how many connections are open, idle and waited for. */
export function measurePool(metrics: Metrics, pool: PoolCounts): void {
  metrics.gauge('database_connections_open', 'Database connections this process holds', () => pool.totalCount)
  metrics.gauge('database_connections_idle', 'Of those, the ones nobody uses now', () => pool.idleCount)
  metrics.gauge('database_connections_waited_for', 'Callers waiting for a connection', () => pool.waitingCount)
}

const schemaPauseMs = 500

/**
 * Waits until the database is there with a schema this code can work with, so that processes may start in any order. Under a
 * newer, breaking schema it waits for good: not ready, and saying why.
 */
export async function waitForSchema(db: Db, log: Log, lifecycle: Lifecycle): Promise<void> {
  let saidProblem: string | null = null
  while (!lifecycle.isDraining) {
    const problem = await checkSchema(db).catch((error: unknown) => {
      if (!isDatabaseAway(error)) throw error
      return 'The database cannot be reached.'
    })
    if (problem === null) return
    if (problem !== saidProblem) log.warn({ problem }, 'waiting for the database')
    saidProblem = problem
    await sleep(schemaPauseMs)
  }
}
