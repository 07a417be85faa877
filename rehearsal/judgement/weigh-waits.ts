import type { Wait } from '../visitors/journal.ts'

/** By which part of the true wait people in the waiting room may be told another: design, "an honest waiting time". */
export const waitErrorLimit = 0.2
/** Below it the page says "under a minute", which is true of all that is shorter, and told of more is told of this. */
const shortestToldMs = 60_000

/** One thing that somebody was told, and what it came to. */
type Promised = { toldMs: number; trueMs: number; error: number }

/** What the room told people against what was. Shares of 1. */
export type WeighedWaits = {
  promises: readonly Promised[]
  /** Of what was told, the share that was off by no more than the limit; by how much half of it was off, and nine tenths. */
  within: number
  median: number
  nineTenths: number
  /** People who were told times and never let in. */
  unadmitted: number
}

/**
 * Each time told is held against the moment at which the checkout was open to that person, not against what the room says of
 * itself. Whoever was never let in has waited at least until the end: what was told them is weighed once that is longer than it.
 * null: nobody was told a time long enough to be weighed.
 */
export function weighWaits(waits: readonly Wait[]): WeighedWaits | null {
  const promises = waits.flatMap(({ looks, endedMs, isAdmitted }) =>
    looks
      .map(({ atMs, toldMs }) => ({ toldMs: Math.max(shortestToldMs, toldMs), trueMs: endedMs - atMs }))
      .filter(({ toldMs, trueMs }) => Math.max(toldMs, trueMs) > shortestToldMs)
      .filter(({ toldMs, trueMs }) => isAdmitted || trueMs > toldMs)
      .map(({ toldMs, trueMs }) => ({ toldMs, trueMs, error: Math.abs(toldMs - trueMs) / trueMs })),
  )
  if (promises.length === 0) return null
  const errors = promises.map(({ error }) => error).toSorted((one, other) => one - other)
  const quantile = (share: number) => errors[Math.ceil(errors.length * share) - 1] ?? 0
  return {
    promises,
    within: errors.filter((error) => error <= waitErrorLimit).length / errors.length,
    median: quantile(0.5),
    nineTenths: quantile(0.9),
    unadmitted: waits.filter(({ isAdmitted }) => !isAdmitted).length,
  }
}
