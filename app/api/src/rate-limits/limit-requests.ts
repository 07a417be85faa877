import type { Cache } from '@dhakacart/service-kit/cache/cache.ts'
import type { Metrics } from '@dhakacart/service-kit/metrics.ts'
import { keyOfLine } from '@dhakacart/service-kit/rate-limits/address-of-line.ts'
import { type RateLimit, RateLimiter } from '@dhakacart/service-kit/rate-limits/rate-limiter.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { TooManyRequests } from '../errors.ts'
import type { ClientCookie } from './client-cookie.ts'
import { type AddressClass, addressLimits, classOf, clientLimits } from './rate-limits.ts'

export type RateLimitSettings = {
  cookie: ClientCookie
  /** Makes the limits one for all processes; absent: each has its own. */
  cache?: Cache | undefined
  /** Tests choose smaller ones. */
  ofAddress?: Readonly<Record<AddressClass, RateLimit>>
}

export type RequestLimits = {
  /** Counts a new ticket of a waiting room. Throws TOO_MANY_REQUESTS. */
  takeNewTicket(request: FastifyRequest): void
  /** A signed name for a browser that has none, as the text of its cookie. */
  makeClient(): string
  /** From now on this browser is the account's. */
  recogniseAccount(reply: FastifyReply, customerId: number): void
}

/** For whoever has none. */
export const noLimits: RequestLimits = {
  takeNewTicket: () => undefined,
  makeClient: () => '',
  recogniseAccount: () => undefined,
}

/**
 * Refuses with 429 and Retry-After what nobody who shops would ask, before anything is read. To be called before the cookie plugin is
 * registered, which writes what is given. Our own
 * processes are not counted: whoever asks for a visitor says so in X-Forwarded-For, as the gateway and the storefront do.
 */
export function limitRequests(
  app: FastifyInstance,
  metrics: Metrics,
  { cookie, cache, ofAddress = addressLimits }: RateLimitSettings,
): RequestLimits {
  const limiter = new RateLimiter({ cache })
  const limited = metrics.counter('requests_limited_total', 'Requests answered 429 because somebody asked too fast', [
    'class',
  ])
  metrics.gauge('rate_limited_clients', 'Clients and addresses whose requests are counted now', () => limiter.count)
  const take = (name: string, key: string, limit: RateLimit): number => {
    const waitMs = limiter.take(key, limit)
    if (waitMs > 0) limited.inc({ class: name })
    return waitMs
  }
  const takeOfAddress = (request: FastifyRequest, name: AddressClass) =>
    take(name, keyOfLine(name, request.clientAddress), ofAddress[name])

  const newcomers = new WeakSet<FastifyRequest>()

  app.addHook('onReady', async () => limiter.start())
  app.addHook('onClose', async () => limiter.stop())
  app.addHook('onRequest', (request, reply, done) => {
    const { url: route, config } = request.routeOptions
    const name = route === undefined ? 'read' : classOf(request.method, route, request.url)
    if (name === null || isOurs(request) || config.acceptsForeignWrites === true) return done()
    const client = cookie.read(request.headers.cookie)
    const ofClientMs = client === null || name === 'address' ? 0 : take(name, `${name}:${client}`, clientLimits[name])
    const waitMs = ofClientMs || takeOfAddress(request, client === null ? 'strangers' : 'known')
    if (waitMs > 0) return refuse(request, reply, waitMs)
    if (client === null && route !== undefined && isPersonal(route)) newcomers.add(request)
    done()
  })
  // After the cookies of the answer itself, which are what somebody who reads only the first one looks for.
  app.addHook('onSend', (request, reply, payload, done) => {
    if (newcomers.delete(request)) cookie.giveNew(reply)
    done(null, payload)
  })
  return {
    takeNewTicket(request) {
      const waitMs = isOurs(request) ? 0 : takeOfAddress(request, 'newTickets')
      if (waitMs > 0) throw new TooManyRequests({ retryAfterSeconds: secondsOf(waitMs) })
    },
    makeClient: cookie.makeNew,
    recogniseAccount: cookie.giveAccount,
  }
}

/** Asked by a process of ours for itself: whoever asks for a visitor says so in X-Forwarded-For, as the gateway and the storefront do. */
export function isOurs(request: FastifyRequest): boolean {
  return request.headers['x-forwarded-for'] === undefined
}

/** The small request that every page makes, and every write to a cart: never kept by a cache. */
function isPersonal(route: string): boolean {
  return route === '/api/cart/summary' || route === '/api/cart/lines'
}

function secondsOf(waitMs: number): number {
  return Math.max(1, Math.ceil(waitMs / 1_000))
}

const { code, message } = new TooManyRequests()

/** In the form of every other error, without a line in the log: a flood would write as many. */
function refuse(request: FastifyRequest, reply: FastifyReply, waitMs: number): void {
  const retryAfterSeconds = secondsOf(waitMs)
  reply
    .code(429)
    .header('retry-after', String(retryAfterSeconds))
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .serializer(String)
    .send(JSON.stringify({ code, message, requestId: request.id, details: { retryAfterSeconds } }))
}
