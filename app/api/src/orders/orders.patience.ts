import { setTimeout as sleep } from 'node:timers/promises'
import { isDatabaseAway } from '@dhakacart/database/transaction.ts'
import { DatabaseAway, TooBusy } from '../errors.ts'

/** Design: while the database is away an order keeps trying for up to 20 s. */
const patienceMs = 20_000
/** A waiting order is a closure and a timer, about 2 kB; beyond a thousand the database would not catch up in time anyway. */
const maxWaiting = 1_000
const firstPauseMs = 100
const maxPauseMs = 1_000

/** The time that passes while an order waits; tests bring one that nobody has to wait for. */
type Clock = { nowMs(): number; sleep(ms: number): Promise<unknown> }
const realClock: Clock = { nowMs: () => performance.now(), sleep }

/**
 * Makes a way to keep trying idempotent work while the database is away, holding no connection between tries. At most
 * `maxWaiting` wait at once; one more gets TOO_BUSY at once. After 20 s the answer is DATABASE_AWAY: pressing again is safe.
 */
export function createPatience(limits = { patienceMs, maxWaiting }, clock: Clock = realClock) {
  let waiting = 0
  async function keepTrying<T>(work: () => Promise<T>): Promise<T> {
    const deadline = clock.nowMs() + limits.patienceMs
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(maxPauseMs, pauseMs * 2)) {
      try {
        return await work()
      } catch (error) {
        if (!isDatabaseAway(error)) throw error
        // Half to all of the pause, so that those who wait do not come back all at once.
        const nextPauseMs = pauseMs * (0.5 + Math.random() / 2)
        if (clock.nowMs() + nextPauseMs > deadline) throw new DatabaseAway({ cause: error })
        await pause(nextPauseMs)
      }
    }
  }
  async function pause(pauseMs: number): Promise<void> {
    if (waiting >= limits.maxWaiting) throw new TooBusy()
    waiting++
    try {
      await clock.sleep(pauseMs)
    } finally {
      waiting--
    }
  }
  return { keepTrying, waitingCount: () => waiting }
}
export type Patience = ReturnType<typeof createPatience>
