import { keyOfLine } from './address-of-line.ts'
import type { RateLimit, RateLimiter } from './rate-limiter.ts'

/**
 * Of one address, those who have no client's cookie yet: the first request of each of 5,000 shoppers within the minute after a sale was
 * announced, three times over. Bots without cookies stay here, and take nothing from the shoppers behind the same address who have theirs.
 */
export const strangersLimit: RateLimit = { perSecond: 250, burst: 5_000 }

/** Storefronts, which give most newcomers their cookie, and the api count as one where there is a cache. 0: taken; else as `take` says. */
export function takeAsStranger(limiter: RateLimiter, address: string, limit = strangersLimit): number {
  return limiter.take(keyOfLine('strangers', address), limit)
}
