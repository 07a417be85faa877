import { createHash } from 'node:crypto'
import type { PublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** A token is 32 random bytes as base64url; anything else was never ours. */
const tokenPattern = /^[A-Za-z0-9_-]{43}$/
/** A browser that is not used for so long is strange again, which costs its owner nothing but the tries of strangers. */
const deviceDays = 180

/**
 * The cookies of the console: HttpOnly, never sent with a request that another site caused, `__Host-` and Secure where it is on
 * https. One holds the session and goes with the browser; the other remembers that somebody signed in here and opens nothing.
 */
export function createStaffCookies(publicOrigin: PublicOrigin) {
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: publicOrigin.isSecure } as const
  const device = { ...options, maxAge: deviceDays * 24 * 60 * 60 }
  return {
    session: createCookie(`${publicOrigin.cookiePrefix}staff`, options),
    device: createCookie(`${publicOrigin.cookiePrefix}staff-device`, device),
  }
}
export type StaffCookies = ReturnType<typeof createStaffCookies>

function createCookie(name: string, options: { path: string; secure: boolean; sameSite: 'strict' }) {
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

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
