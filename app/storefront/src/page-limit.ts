import type { Cache } from '@dhakacart/service-kit/cache/cache.ts'
import type { Metrics } from '@dhakacart/service-kit/metrics.ts'
import { keyOfLine } from '@dhakacart/service-kit/rate-limits/address-of-line.ts'
import { type RateLimit, RateLimiter } from '@dhakacart/service-kit/rate-limits/rate-limiter.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/**
 * Pages that have to be made for one address: personal ones, and those that are not in memory. 5,000 shoppers behind one address
 * of a mobile carrier open one each in 25 s, which is slow for all of them together, and every one of them at once at an opening.
 * What each of them may ask the api limits by itself.
 */
export const pageLimit: RateLimit = { perSecond: 200, burst: 5_000 }

export type PageLimitSettings = {
  metrics: Metrics
  cache: Cache | undefined
  /** Answers who is refused; `seconds` until it is worth asking again. */
  refuse: (request: FastifyRequest, reply: FastifyReply, seconds: number) => Promise<FastifyReply>
}

/** Counts what is made for an address, of everything that the front door could not answer. What is passed on to the api is the api's. */
export function limitPages(app: FastifyInstance, { metrics, cache, refuse }: PageLimitSettings): void {
  const limiter = new RateLimiter({ cache })
  const limited = metrics.counter('pages_limited_total', 'Pages answered 429 because an address asked too fast')
  app.addHook('onReady', async () => limiter.start())
  app.addHook('onClose', async () => limiter.stop())
  app.addHook('onRequest', async (request, reply) => {
    const route = request.routeOptions.url
    if (route !== undefined && !isPage(route)) return
    const waitMs = limiter.take(keyOfLine('page', request.clientAddress), pageLimit)
    if (waitMs === 0) return
    limited.inc()
    await refuse(request, reply, Math.max(1, Math.ceil(waitMs / 1_000)))
  })
}

/** Addresses of nothing are pages too. */
function isPage(route: string): boolean {
  return /^\/(?:en|bn)(?:\/|$)/.test(route)
}
