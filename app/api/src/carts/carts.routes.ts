import {
  addCartLine,
  getCart,
  getCartSummary,
  quoteCart,
  removeCartLine,
  setCartLine,
} from '@dhakacart/contract/carts.schema.ts'
import type { FastifyInstance } from 'fastify'
import { type CustomerDoor, shownName } from '../accounts/customer-door.ts'
import type { RequestCart } from '../accounts/request-cart.ts'
import { register } from '../register.ts'
import type { ServiceContext } from '../service-context.ts'
import * as carts from './carts.service.ts'

export type CartRoutesSettings = { context: ServiceContext; cart: RequestCart; door: CustomerDoor }

export function registerCarts(api: FastifyInstance, { context, cart, door }: CartRoutesSettings): void {
  // A context of its own, so that nothing about a cart is ever kept by a cache.
  api.register(async (app) => {
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })

    register(app, getCartSummary, async (request) => {
      const itemCount = await carts.countItems(context.db, await cart.token(request))
      return { itemCount, name: shownName(await door.currentCustomer(request)) }
    })

    register(app, getCart, async (request) => carts.getCart(context.db, await cart.token(request)))

    register(app, addCartLine, async (request, reply) => {
      const key = request.headers['idempotency-key']
      const token = await carts.addLine(context, await cart.token(request), key, request.body)
      return carts.getCart(context.db, await cart.keep(request, reply, token))
    })

    register(app, setCartLine, async (request) => {
      const token = await cart.token(request)
      await carts.setLine(context, token, request.params.variantId, request.body.quantity)
      return carts.getCart(context.db, token)
    })

    register(app, removeCartLine, async (request) => {
      const token = await cart.token(request)
      await carts.removeLine(context, token, request.params.variantId)
      return carts.getCart(context.db, token)
    })

    register(app, quoteCart, async (request) =>
      carts.quoteCart(context.db, await cart.token(request), request.query.upazilaId),
    )
  })
}
