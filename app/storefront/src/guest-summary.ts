import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { getCartSummary } from '@dhakacart/contract/carts.schema.ts'
import type { AnswerOf } from '@dhakacart/contract/route.ts'
import type { PublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import { attributesOfClientCookie, nameOfClientCookie } from '@dhakacart/service-kit/rate-limits/client-cookie.ts'
import { fastifyCookie } from '@fastify/cookie'
import type { SendFront } from './front-answers.ts'

export type GuestSummarySettings = {
  publicOrigin: PublicOrigin
  securityHeaders: Readonly<Record<string, string>>
  /** The shop's clock, ms since 1970; null: not heard of yet. */
  shopNowMs: () => number | null
  send: SendFront
  /** A signed name for a browser that has none; null: there is none at hand. */
  takeClient: (request: IncomingMessage) => string | null
}

/**
 * Answers the personal request of whoever has neither a cart nor a session, which is nearly everybody on a sale's day: what the
 * api would say of them is known. Who has no cookie of a client yet is given one. false: somebody else must answer.
 */
export function createGuestSummary(settings: GuestSummarySettings) {
  const { publicOrigin, shopNowMs, send, takeClient } = settings
  const { method, url } = getCartSummary
  const nameIn = (name: string) => `${publicOrigin.cookiePrefix}${name}=`
  const [client, cart, session] = [`${nameOfClientCookie(publicOrigin)}=`, nameIn('cart'), nameIn('session')]
  const attributes = attributesOfClientCookie(publicOrigin)
  // In doubt somebody has a cart: a name that merely ends like one of these is passed on too.
  const hasNothing = (cookie: string) => !cookie.includes(cart) && !cookie.includes(session)
  const head = [
    ...Object.entries(settings.securityHeaders).flat(),
    'content-type',
    'application/json; charset=utf-8',
    'cache-control',
    'no-store',
  ]

  return function answerGuest(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.url !== url || request.method !== method) return false
    const { cookie = '' } = request.headers
    if (!hasNothing(cookie)) return false
    const beganAt = performance.now()
    const given = cookie.includes(client) ? undefined : takeClient(request)
    if (given === null) return false
    const nowMs = shopNowMs()
    const now = nowMs === null ? null : new Date(nowMs).toISOString()
    const body = JSON.stringify({ itemCount: 0, name: null, now } satisfies AnswerOf<typeof getCartSummary>)
    const own = [...head, 'content-length', String(body.length), 'x-request-id', randomUUID()]
    if (given !== undefined)
      own.push('set-cookie', fastifyCookie.serialize(nameOfClientCookie(publicOrigin), given, attributes))
    send(request, response, { status: 200, head: own, body, route: url, beganAt })
    return true
  }
}
