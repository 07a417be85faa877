import type { PublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { readToken } from './cart-token.ts'
import { cartDays } from './carts.repository.ts'

/** The cookie that finds a cart: HttpOnly, gone 30 days after it was last set, `__Host-` and Secure where the shop is on https. */
export function createCartCookie(publicOrigin: PublicOrigin) {
  const name = `${publicOrigin.cookiePrefix}cart`
  return {
    read: (request: FastifyRequest): string | null => readToken(request.cookies[name]),
    write(reply: FastifyReply, token: string): void {
      reply.setCookie(name, token, {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: publicOrigin.isSecure,
        maxAge: cartDays * 24 * 60 * 60,
      })
    },
    clear(reply: FastifyReply): void {
      reply.clearCookie(name, { path: '/', httpOnly: true, sameSite: 'lax', secure: publicOrigin.isSecure })
    },
  }
}
export type CartCookie = ReturnType<typeof createCartCookie>
