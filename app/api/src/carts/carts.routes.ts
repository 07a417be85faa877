import type { Cart, CartQuote } from '@dhakacart/contract/carts.schema.ts'
import {
  addCartLine,
  getCart,
  getCartSummary,
  quoteCart,
  removeCartCoupon,
  removeCartLine,
  setCartCoupon,
  setCartLine,
} from '@dhakacart/contract/carts.schema.ts'
import type { FastifyInstance } from 'fastify'
import { type CustomerDoor, shownName } from '../accounts/customer-door.ts'
import type { RequestCart } from '../accounts/request-cart.ts'
import { createBatcher } from '../batches/batcher.ts'
import type { CatalogueService } from '../catalogue/catalogue.service.ts'
import { CartEmpty } from '../errors.ts'
import { register } from '../register.ts'
import type { ServiceContext } from '../service-context.ts'
import * as carts from './carts.service.ts'

export type CartRoutesSettings = {
  context: ServiceContext
  cart: RequestCart
  door: CustomerDoor
  catalogue: Pick<CatalogueService, 'nowMs'>
}

export function registerCarts(api: FastifyInstance, { context, cart, door, catalogue }: CartRoutesSettings): void {
  const { adding, reading, quoting } = createCartBatchers(context)
  // A context of its own, so that nothing about a cart is ever kept by a cache.
  api.register(async (app) => {
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })

    register(app, getCartSummary, async (request) => {
      const itemCount = await carts.countItems(context.db, await cart.token(request))
      const name = shownName(await door.currentCustomer(request))
      const nowMs = catalogue.nowMs()
      return { itemCount, name, now: nowMs === null ? null : new Date(nowMs).toISOString() }
    })

    register(app, getCart, async (request) => {
      const token = await cart.token(request)
      return token === null ? carts.getCart(context.db, token) : reading.submit(token)
    })

    register(app, addCartLine, async (request, reply) => {
      const key = request.headers['idempotency-key']
      const added = await adding.submit({ token: await cart.token(request), key, ...request.body })
      const kept = await cart.keep(request, reply, added.token)
      return kept === added.token ? added.cart : carts.getCart(context.db, kept)
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

    register(app, setCartCoupon, async (request) => {
      const token = await cart.token(request)
      await carts.enterCoupon(context, token, request.body.code)
      return carts.getCart(context.db, token)
    })

    register(app, removeCartCoupon, async (request) => {
      const token = await cart.token(request)
      await carts.removeCoupon(context, token)
      return carts.getCart(context.db, token)
    })

    register(app, quoteCart, async (request) => {
      const token = await cart.token(request)
      if (token === null) throw new CartEmpty()
      return quoting.submit({ token, upazilaId: request.query.upazilaId })
    })
  })
}

/** Requests in one batch: a statement over more takes longer than the next shopper should wait. */
const cartsAtOnce = 64
/** Requests that may wait for their batch: about a second's worth. */
const maxCartsWaiting = 2_000

/** Additions one batch after the other, reads two at once: they wait for no lock. */
function createCartBatchers(context: ServiceContext) {
  const limits = { maxSize: cartsAtOnce, maxWaiting: maxCartsWaiting }
  let newCarts = 0
  return {
    adding: createBatcher<carts.Addition, carts.Added>({
      ...limits,
      run: (additions) => carts.addLines(context, additions),
      keyOf: ({ token }) => token ?? `new ${newCarts++}`,
      maxInFlight: 1,
    }),
    reading: createBatcher<string, Cart>({
      ...limits,
      run: (tokens) => carts.getCarts(context.db, tokens),
      maxInFlight: 2,
    }),
    quoting: createBatcher<carts.QuoteRequest, CartQuote>({
      ...limits,
      run: (requests) => carts.quoteCarts(context.db, requests),
      maxInFlight: 2,
    }),
  }
}
