import { cancelOrder, getOrder, type PaymentMethod, placeOrder, trackOrder } from '@dhakacart/contract/orders.schema.ts'
import type { Metrics } from '@dhakacart/service-kit/metrics.ts'
import type { FastifyInstance } from 'fastify'
import type { RequestCart } from '../accounts/request-cart.ts'
import { CartNotFound, PaymentMethodUnavailable } from '../errors.ts'
import { register } from '../register.ts'
import type { ServiceContext } from '../service-context.ts'
import { readOrderRequest } from './order-request.ts'
import type { Patience } from './orders.patience.ts'
import * as placement from './orders.placement.ts'
import * as orders from './orders.service.ts'

/** Ways to pay that shoppers can choose now; the online gateways join when their adapters do. */
const offeredMethods: ReadonlySet<PaymentMethod> = new Set(['cash_on_delivery'])

export type OrderRoutesSettings = { context: ServiceContext; cart: RequestCart; patience: Patience; metrics: Metrics }

export function registerOrders(api: FastifyInstance, { context, cart, patience, metrics }: OrderRoutesSettings): void {
  const placed = metrics.counter('orders_placed_total', 'Orders placed, repeats not counted', ['payment_method'])
  metrics.gauge('orders_waiting', 'Orders that wait for the database to come back', patience.waitingCount)

  api.register(async (app) => {
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })

    register(app, placeOrder, async (request) => {
      const cartToken = await cart.token(request)
      if (cartToken === null) throw new CartNotFound()
      const order = readOrderRequest(request.body)
      if (!offeredMethods.has(order.paymentMethod)) throw new PaymentMethodUnavailable()
      const key = request.headers['idempotency-key']
      return patience.keepTrying(async () => {
        const { token, isRepeat } = await placement.placeOrder(context, cartToken, key, order)
        if (!isRepeat) placed.inc({ payment_method: order.paymentMethod })
        return orders.getOrder(context.db, token)
      })
    })

    register(app, getOrder, async (request) => orders.getOrder(context.db, request.params.token))

    register(app, cancelOrder, async (request) => orders.cancelOrder(context, request.params.token))

    register(app, trackOrder, async (request) => orders.trackOrder(context.db, request.body.number, request.body.phone))
  })
}
