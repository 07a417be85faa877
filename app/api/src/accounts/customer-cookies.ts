import { createHash } from 'node:crypto'
import type { PublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CartCookie } from '../carts/cart-cookie.ts'
import { sessionDaysMax } from './sessions.limits.ts'

/** A token is 32 random bytes as base64url; anything else was never ours. */
const tokenPattern = /^[A-Za-z0-9_-]{43}$/
/** Browsers keep no cookie longer than 400 days. */
const deviceDays = 400
const daySeconds = 24 * 60 * 60

/**
 * The two cookies of a customer: the session, and the mark of a browser that has signed in before. HttpOnly, not sent when
 * another site posts a form, `__Host-` and Secure where the shop is on https. The database knows both by their hash.
 */
export function createCustomerCookies({ cookiePrefix, isSecure }: PublicOrigin) {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure } as const
  const cookie = (name: string, days: number) => ({
    /** null when there is none. */
    readHash(request: FastifyRequest): Buffer | null {
      const token = request.cookies[name]
      return token !== undefined && tokenPattern.test(token) ? hashToken(token) : null
    },
    write(reply: FastifyReply, token: string): void {
      reply.setCookie(name, token, { ...options, maxAge: days * daySeconds })
    },
    clear(reply: FastifyReply): void {
      reply.clearCookie(name, options)
    },
  })
  return {
    session: cookie(`${cookiePrefix}session`, sessionDaysMax),
    device: cookie(`${cookiePrefix}device`, deviceDays),
  }
}
export type CustomerCookies = ReturnType<typeof createCustomerCookies>

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** Whoever sits down at this browser next sees neither the account nor its cart. That it once signed in stays known. */
export function forgetCustomer(reply: FastifyReply, cookies: CustomerCookies, cartCookie: CartCookie): void {
  cookies.session.clear(reply)
  cartCookie.clear(reply)
}
