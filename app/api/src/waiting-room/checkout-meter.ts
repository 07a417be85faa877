/** What placing orders took in this process in the last seconds. */
export type CheckoutReading = { placed: number; failed: number; p95Ms: number }

export type CheckoutMeter = {
  /** One try to place an order. Failed: the shop could not, whatever the shopper did. */
  observe(ms: number, isFailed: boolean): void
  read(): CheckoutReading
}

/** Long enough to hold a dozen orders at the slowest rate, short enough to show what is so now. */
const windowMs = 10_000
/** Beyond it the newest speak for all: at 500 orders a second the last four seconds. */
const maxKept = 2_000

type Try = { atMs: number; ms: number; isFailed: boolean }

/** Measures by the process's own monotonic clock: it decides how many are let in, never who. */
export function createCheckoutMeter(now: () => number = () => performance.now()): CheckoutMeter {
  let tries: Try[] = []
  return {
    observe(ms, isFailed) {
      tries.push({ atMs: now(), ms, isFailed })
      if (tries.length > 2 * maxKept) tries = tries.slice(-maxKept)
    },
    read() {
      const since = now() - windowMs
      tries = tries.filter(({ atMs }) => atMs > since).slice(-maxKept)
      const times = tries.map(({ ms }) => ms).toSorted((one, other) => one - other)
      const failed = tries.filter(({ isFailed }) => isFailed).length
      const p95Ms = Math.round(times[Math.ceil(times.length * 0.95) - 1] ?? 0)
      return { placed: tries.length - failed, failed, p95Ms }
    },
  }
}
