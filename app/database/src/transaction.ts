import type { Db, Tx } from './connect.ts'

/** Serialization failure and deadlock: PostgreSQL rolled back and nothing was written, so the same work may be tried again. */
const retryableCodes = new Set(['40001', '40P01'])
/** Deadlocks cannot happen while everyone locks in one order, so a third one means a bug worth seeing. */
const maxAttempts = 3

/**
 * Runs `work` in one transaction (read committed) and commits. Repeats it when PostgreSQL asks for that, so `work` must be
 * free of effects outside the transaction.
 */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (attempt === maxAttempts || !retryableCodes.has(sqlState(error) ?? '')) throw error
    }
  }
}

/** The five-character SQLSTATE of an error from PostgreSQL, or undefined. */
export function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code
  // Every SQLSTATE has a digit, which tells it from EPIPE and the like.
  return typeof code === 'string' && /^(?=.*\d)[0-9A-Z]{5}$/.test(code) ? code : undefined
}

/** Name of the violated constraint, or undefined. */
export function violatedConstraint(error: unknown): string | undefined {
  const constraint = (error as { constraint?: unknown } | null)?.constraint
  return typeof constraint === 'string' ? constraint : undefined
}

const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
])
/** Messages of pg and pg-pool that carry no code. */
const awayMessages =
  /connection terminated|timeout exceeded when trying to connect|query read timeout|client has encountered a connection error|connection ended/i

/**
 * true when the error says that the database is away or going, not that the statement was wrong. What was sent may or may
 * not have been committed: only a lookup tells.
 */
export function isDatabaseAway(error: unknown): boolean {
  const state = sqlState(error)
  // 08 connection, 57P01-03 shutdown and start-up, 53300 too many connections, 25006 a standby after a failover, 58 system error.
  if (state !== undefined) return /^(08|57P0[123]|53|25006|58)/.test(state)
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway)
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  return (
    (typeof code === 'string' && awayCodes.has(code)) || (typeof message === 'string' && awayMessages.test(message))
  )
}
