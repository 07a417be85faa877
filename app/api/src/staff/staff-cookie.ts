import { createHash } from 'node:crypto'
import type { PublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** A token is 32 random bytes as base64url; anything else was never ours. */
const tokenPattern = /^[A-Za-z0-9_-]{43}$/

/**
 * The cookie of the console: gone with the browser, HttpOnly, never sent with a request that another site caused, `__Host-`
 * and Secure where the shop is on https.
 */
export function createStaffCookie(publicOrigin: PublicOrigin) {
  const name = `${publicOrigin.cookiePrefix}staff`
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: publicOrigin.isSecure } as const
  return {
    /** What the database knows the cookie's token by; null when there is none. */
    readHash(request: FastifyRequest): Buffer | null {
      const token = request.cookies[name]
      return token !== undefined && tokenPattern.test(token) ? hashToken(token) : null
    },
    write(reply: FastifyReply, token: string): void {
      reply.setCookie(name, token, options)
    },
    clear(reply: FastifyReply): void {
      reply.clearCookie(name, options)
    },
  }
}
export type StaffCookie = ReturnType<typeof createStaffCookie>

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
