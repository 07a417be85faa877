import {
  cancelOrder,
  confirmOrder,
  getCartOrder,
  getOrder,
  placeOrder,
  sendConfirmationCode,
  trackOrder,
} from '@dhakacart/contract/orders.schema.ts'
import { type PaymentMethod, paymentMethods } from '@dhakacart/contract/payment-methods.ts'
import type { Metrics } from '@dhakacart/service-kit/metrics.ts'
import type { FastifyInstance } from 'fastify'
import type { CustomerDoor } from '../accounts/customer-door.ts'
import type { RequestCart } from '../accounts/request-cart.ts'
import { createBatcher } from '../batches/batcher.ts'
import { createTurns } from '../batches/turns.ts'
import { CartNotFound } from '../errors.ts'
import { PaymentMethodUnavailable } from '../payments/payment-errors.ts'
import { register } from '../register.ts'
import type { ServiceContext } from '../service-context.ts'
import type { CheckoutMeter } from '../waiting-room/checkout-meter.ts'
import type { RoomCookies } from '../waiting-room/room-cookies.ts'
import type { Rooms } from '../waiting-room/rooms.ts'
import { readOrderRequest } from './order-request.ts'
import * as confirmation from './orders.confirmation.ts'
import type { AmountsTaken } from './orders.decision.ts'
import type { Patience } from './orders.patience.ts'
import * as placement from './orders.placement.ts'
import * as orders from './orders.service.ts'

export type OrderRoutesSettings = {
  context: ServiceContext
  cart: RequestCart
  door: CustomerDoor
  patience: Patience
  metrics: Metrics
  /** Whether shoppers can choose this way to pay now. */
  isOffered: (method: PaymentMethod) => boolean
  /** What those ways to pay that do not take every amount take at once. */
  amountsTaken: AmountsTaken
  rooms: Rooms
  roomCookies: RoomCookies
  /** Hears what each try took: waiting rooms let in as many as it bears. */
  meter: CheckoutMeter
}

/** Orders in one transaction: at 0.3 ms each, what a shopper may wait behind others stays below a tenth of a second. */
const ordersAtOnce = 128
/** From so many on the next batch reads while the one before writes. */
const ordersBeside = 16
/** Orders that may wait for their batch: two seconds' worth at the slowest rate measured, beyond which an answer at once is fairer. */
const maxOrdersWaiting = 2_000

export function registerOrders(
  api: FastifyInstance,
  { context, cart, door, patience, metrics, isOffered, amountsTaken, rooms, roomCookies, meter }: OrderRoutesSettings,
): void {
  const placed = metrics.counter('orders_placed_total', 'Orders placed, repeats not counted', ['payment_method'])
  const batchSize = metrics.histogram(
    'orders_batch_size',
    'Orders committed in one transaction',
    [1, 2, 4, 8, 16, 32, 64, 128],
  )
  metrics.gauge('orders_waiting', 'Orders that wait for the database to come back', patience.waitingCount)

  const onlineAmounts = () =>
    paymentMethods
      .filter((method) => method !== 'cash_on_delivery' && isOffered(method))
      .map((method) => amountsTaken.get(method) ?? null)
  const takeTurn = createTurns()
  const placing = createBatcher<placement.Placement, placement.Placed>({
    run: (placements) =>
      placement.placeOrders(context, placements, { onlineAmounts: onlineAmounts(), amountsTaken, rooms, takeTurn }),
    keyOf: ({ cartToken }) => cartToken,
    maxSize: ordersAtOnce,
    maxWaiting: maxOrdersWaiting,
    maxInFlight: 2,
    besideFrom: ordersBeside,
    onBatch: (size) => batchSize.observe(size),
  })

  api.register(async (app) => {
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })

    register(app, placeOrder, async (request, reply) => {
      reply.raw.once('close', () => meter.observe(reply.elapsedTime, reply.statusCode >= 500))
      const order = readOrderRequest(request.body)
      if (!isOffered(order.paymentMethod)) throw new PaymentMethodUnavailable()
      const key = request.headers['idempotency-key']
      const passes = roomCookies.readPasses(request)
      const answer = await patience.keepTrying(async () => {
        const cartToken = await cart.token(request)
        if (cartToken === null) throw new CartNotFound()
        const customer = await door.currentCustomer(request)
        const { clientAddress } = request
        const customerId = customer?.id ?? null
        return placing.submit({ cartToken, key, request: order, customerId, clientAddress, passes })
      })
      if (!answer.isRepeat) placed.inc({ payment_method: order.paymentMethod })
      return answer.order
    })

    register(app, getOrder, async (request) => orders.getOrder(context.db, request.params.token))

    register(app, getCartOrder, async (request) => ({
      order: await orders.getCartOrder(context.db, await cart.token(request)),
    }))

    register(app, sendConfirmationCode, async ({ params, clientAddress }) =>
      confirmation.sendConfirmationCode(context, params.token, clientAddress),
    )

    register(app, confirmOrder, async ({ params, body }) =>
      confirmation.confirmByCode(context, params.token, body.code),
    )

    register(app, cancelOrder, async (request) => orders.cancelOrder(context, request.params.token))

    register(app, trackOrder, async (request) => orders.trackOrder(context.db, request.body.number, request.body.phone))
  })
}
