export type SimulatedClock = {
  /** Milliseconds since 1970, as far ahead of this machine's clock as it was advanced. */
  now(): number
  advance(milliseconds: number): void
}

/** A clock that runs with the machine's and can be moved forward: hours pass for tokens, payments and callbacks at once. */
export function createClock(): SimulatedClock {
  let aheadMs = 0
  return {
    now: () => Date.now() + aheadMs,
    advance: (milliseconds) => {
      aheadMs += milliseconds
    },
  }
}

const dhakaAheadMs = 6 * 3_600_000

/** Time in Dhaka, which has no summer time, as providers write it: `2026-03-01 14:05:09`. */
export function dhakaTime(atMs: number): string {
  return new Date(atMs + dhakaAheadMs).toISOString().slice(0, 19).replace('T', ' ')
}

/** The same as one number, as in Nagad's `20260301140509`. */
export function dhakaDigits(atMs: number): string {
  return dhakaTime(atMs).replace(/\D/g, '')
}
