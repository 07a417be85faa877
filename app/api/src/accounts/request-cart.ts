import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CartCookie } from '../carts/cart-cookie.ts'
import type { ServiceContext } from '../service-context.ts'
import { shareCart } from './accounts.service.ts'
import type { CustomerDoor } from './customer-door.ts'

/**
 * Which cart a request is about: the account's for whoever is signed in, so that phone and laptop show the same; otherwise that of
 * the cookie. A guest costs no read.
 */
export function createRequestCart(context: ServiceContext, cookie: CartCookie, door: CustomerDoor) {
  return {
    /** null when there is none. */
    async token(request: FastifyRequest): Promise<string | null> {
      const customer = await door.currentCustomer(request)
      return customer?.cartToken ?? cookie.read(request)
    },
    /** Remembers the cart that was just used, in the browser and in the account; returns the token it goes by from now on. */
    async keep(request: FastifyRequest, reply: FastifyReply, token: string): Promise<string> {
      const customer = await door.currentCustomer(request)
      const isNew = customer !== null && customer.cartToken !== token
      const kept = isNew ? await shareCart(context, customer, token) : token
      cookie.write(reply, kept)
      return kept
    },
  }
}
export type RequestCart = ReturnType<typeof createRequestCart>
