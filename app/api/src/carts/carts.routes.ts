import {
  addCartLine,
  getCart,
  getCartSummary,
  quoteCart,
  removeCartLine,
  setCartLine,
} from '@dhakacart/contract/carts.schema.ts'
import type { FastifyInstance } from 'fastify'
import { register } from '../register.ts'
import type { ServiceContext } from '../service-context.ts'
import type { CartCookie } from './cart-cookie.ts'
import * as carts from './carts.service.ts'

export function registerCarts(api: FastifyInstance, context: ServiceContext, cookie: CartCookie): void {
  // A context of its own, so that nothing about a cart is ever kept by a cache.
  api.register(async (app) => {
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })

    register(app, getCartSummary, async (request) => ({
      itemCount: await carts.countItems(context.db, cookie.read(request)),
      // Nobody signs in yet.
      name: null,
    }))

    register(app, getCart, async (request) => carts.getCart(context.db, cookie.read(request)))

    register(app, addCartLine, async (request, reply) => {
      const key = request.headers['idempotency-key']
      const token = await carts.addLine(context, cookie.read(request), key, request.body)
      cookie.write(reply, token)
      return carts.getCart(context.db, token)
    })

    register(app, setCartLine, async (request) => {
      const token = cookie.read(request)
      await carts.setLine(context, token, request.params.variantId, request.body.quantity)
      return carts.getCart(context.db, token)
    })

    register(app, removeCartLine, async (request) => {
      const token = cookie.read(request)
      await carts.removeLine(context, token, request.params.variantId)
      return carts.getCart(context.db, token)
    })

    register(app, quoteCart, async (request) =>
      carts.quoteCart(context.db, cookie.read(request), request.query.upazilaId),
    )
  })
}
