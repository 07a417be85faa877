import type { IncomingMessage } from 'node:http'
import type { Call } from '@dhakacart/contract/client.ts'
import { listNewClients, newClientsMax } from '@dhakacart/contract/clients.schema.ts'
import type { Cache } from '@dhakacart/service-kit/cache/cache.ts'
import { addressOf, type ClientAddress } from '@dhakacart/service-kit/forwarded.ts'
import type { Log } from '@dhakacart/service-kit/log.ts'
import { type RateLimit, RateLimiter } from '@dhakacart/service-kit/rate-limits/rate-limiter.ts'
import { takeAsStranger } from '@dhakacart/service-kit/rate-limits/strangers.ts'

/** Asked for anew when so many are left: what newcomers take in a second or two of the largest sale. */
const lowCount = 500
/** Between two questions to an api that does not answer. */
const askAgainMs = 1_000
/** Names signed with a key that was replaced meanwhile would be good for nothing. */
const goodForMs = 10 * 60_000

export type ClientStockSettings = {
  call: Call
  clientAddress: ClientAddress
  cache: Cache | undefined
  log: Log
  /** Tests choose a smaller one. */
  limit?: RateLimit
}

export type ClientStock = {
  /** A signed name for the browser that asks; null: there is none, or too many strangers came from its address. */
  take(request: IncomingMessage): string | null
  start(): void
  stop(): void
}

/**
 * Signed names for browsers that come for the first time, asked of the api before they are needed, so that newcomers cost it nothing
 * and find the shop while it is away. The key that signs them stays with the api.
 */
export function createClientStock({ call, clientAddress, cache, log, limit }: ClientStockSettings): ClientStock {
  const limiter = new RateLimiter({ cache })
  let names: string[] = []
  let madeAtMs = 0
  let askedAtMs = Number.NEGATIVE_INFINITY
  let isAsking = false

  async function refill(nowMs: number): Promise<void> {
    if (isAsking || nowMs - askedAtMs < askAgainMs) return
    isAsking = true
    askedAtMs = nowMs
    try {
      const { body } = await call(listNewClients, { query: { count: newClientsMax } })
      names = body.clients
      madeAtMs = nowMs
    } catch (error) {
      log.debug({ err: error }, 'no names for browsers could be had')
    } finally {
      isAsking = false
    }
  }

  return {
    take(request) {
      const nowMs = performance.now()
      const isOld = nowMs - madeAtMs > goodForMs
      if (isOld || names.length < lowCount) void refill(nowMs)
      if (isOld || names.length === 0) return null
      return takeAsStranger(limiter, addressOf(request, clientAddress), limit) === 0 ? (names.pop() ?? null) : null
    },
    start: () => limiter.start(),
    stop: () => limiter.stop(),
  }
}
