import type { FastifyInstance } from 'fastify'
import { dhakaTime } from '../clock.ts'
import { findParcel, openConsignment, statusToTell, tellStatus, updatedAt } from '../consignment.ts'
import { areLeftUnanswered, isLeftUnanswered, leaveUnanswered, letCallsFail } from '../misbehaviour.ts'
import { readTaka } from '../money.ts'
import type { Consignment } from '../records.ts'
import { randomCode, type Simulator } from '../simulator.ts'
import { findOrderErrors, type PathaoOrder } from './order-request.ts'
import { registerPathaoToken, requirePathaoToken, tooMany } from './pathao-token.ts'
import { areasOf, cities, cityOfAddress, zonesOf } from './places.ts'
import { findPriceErrors, priceOf } from './price-request.ts'

const maintenance = { status: 503, body: { message: 'Service Unavailable', type: 'error', code: 503 } }
/** About sixty requests a minute, without a Retry-After. */
const requestsPerMinute = 60
const bulkMax = 500

/** Statuses as the courier writes them; their webhook names are the same in small letters with hyphens. */
export const pathaoStatuses = [
  'Pending',
  'Pickup_Requested',
  'Assigned_for_Pickup',
  'Picked',
  'Pickup_Failed',
  'Pickup_Cancelled',
  'At_the_Sorting_HUB',
  'In_Transit',
  'Received_at_Last_Mile_HUB',
  'Assigned_for_Delivery',
  'Delivered',
  'Partial_Delivery',
  'Return',
  'Delivery_Failed',
  'On_Hold',
]

const done = (message: string, data: unknown, code = 200) => ({ message, type: 'success', code, data })
const failed = (message: string, code: number, errors: unknown = undefined) => ({
  message,
  type: 'error',
  code,
  errors,
})

/** Pathao's merchant API: token, places, stores, price, orders one by one and in bulk, and an order's state. */
export async function registerPathao(app: FastifyInstance, simulator: Simulator): Promise<void> {
  letCallsFail(app, simulator, 'pathao', maintenance)
  limitRequests(app, simulator)
  registerPathaoToken(app, simulator)
  await app.register(async (inner) => {
    requirePathaoToken(inner, simulator)
    registerPlaces(inner, simulator)
    registerOrders(inner, simulator)
  })
}

function limitRequests(app: FastifyInstance, { clock }: Simulator): void {
  let recent: number[] = []
  app.addHook('preHandler', async (_, reply) => {
    const now = clock.now()
    recent = recent.filter((at) => at > now - 60_000)
    if (recent.length >= requestsPerMinute) return reply.code(429).send(tooMany)
    recent.push(now)
  })
}

function registerPlaces(app: FastifyInstance, { keys }: Simulator): void {
  app.get('/city-list', async ({ isListEmpty }) => {
    const data = cities.map(({ zones: _, ...city }) => city)
    return done('City successfully fetched.', { data: isListEmpty ? [] : data })
  })
  app.get<{ Params: { id: string } }>('/cities/:id/zone-list', async ({ params, isListEmpty }, reply) => {
    const data = zonesOf(Number(params.id))
    if (data === null) return reply.code(404).send(failed('City not found', 404))
    return done('Zone list fetched.', { data: isListEmpty ? [] : data })
  })
  app.get<{ Params: { id: string } }>('/zones/:id/area-list', async ({ params, isListEmpty }, reply) => {
    const data = areasOf(Number(params.id))
    if (data === null) return reply.code(404).send(failed('Zone not found', 404))
    return done('Area list fetched.', { data: isListEmpty ? [] : data })
  })
  app.get('/stores', async () => {
    const store = { store_id: Number(keys.pathao.storeId), store_name: 'Laptop store', is_active: 1, city_id: 1 }
    return done('Store list fetched.', { data: [store], total: 1, current_page: 1, last_page: 1 })
  })
  app.post<{ Body: Record<string, unknown> | null }>('/merchant/price-plan', async ({ body }, reply) => {
    const errors = findPriceErrors(body ?? {}, keys.pathao.storeId)
    if (errors !== null) return reply.code(422).send(failed('Please fix the given errors', 422, errors))
    const price = priceOf(Number(body?.recipient_city), Number(body?.item_weight))
    const plan = { price, discount: 0, promo_discount: 0, plan_id: 69, cod_enabled: 1, cod_percentage: 0.01 }
    return done('price', { ...plan, additional_charge: 0, final_price: price })
  })
}

function registerOrders(app: FastifyInstance, simulator: Simulator): void {
  const { keys } = simulator
  app.post<{ Body: PathaoOrder | null }>('/orders', async ({ body }, reply) => {
    const errors = findOrderErrors(body ?? {}, keys.pathao.storeId)
    if (errors !== null) return reply.code(422).send(failed('Please fix the given errors', 422, errors))
    const parcel = book(simulator, body ?? {})
    const isUnanswered = isLeftUnanswered(parcel, 'create')
    simulator.records.put('consignment', parcel)
    if (isUnanswered) return leaveUnanswered(simulator, reply)
    return done('Order Created Successfully', {
      consignment_id: parcel.id,
      merchant_order_id: parcel.reference,
      order_status: parcel.status,
      delivery_fee: parcel.feePaisa / 100,
    })
  })
  app.post<{ Body: { orders?: unknown } | null }>('/orders/bulk', async ({ body }, reply) => {
    const orders = Array.isArray(body?.orders) ? (body.orders as PathaoOrder[]) : []
    if (orders.length === 0 || orders.length > bulkMax) return reply.code(422).send(failed('orders is invalid', 422))
    const fitting = orders.filter((order) => findOrderErrors(order, keys.pathao.storeId) === null)
    const parcels = fitting.map((order) => book(simulator, order))
    if (areLeftUnanswered(simulator, parcels)) return leaveUnanswered(simulator, reply)
    return reply.code(202).send(done('Your bulk order creation request is accepted, please wait.', true, 202))
  })
  app.get<{ Params: { id: string } }>('/orders/:id/info', async ({ params }, reply) => {
    const parcel = findParcel(simulator, 'pathao', ({ id }) => id === params.id)
    if (parcel === null) return reply.code(404).send(failed('Order not found', 404))
    const status = statusToTell(simulator, parcel)
    return done('Order info', {
      consignment_id: parcel.id,
      merchant_order_id: parcel.reference,
      order_status: status.replaceAll('_', ' '),
      order_status_slug: status,
      updated_at: updatedAt(parcel),
      invoice_id: null,
    })
  })
}

function book(simulator: Simulator, order: PathaoOrder): Consignment {
  const cityId = Number(order.recipient_city ?? cityOfAddress(String(order.recipient_address)))
  const parcel = openConsignment(simulator, {
    id: `DL${dhakaTime(simulator.clock.now()).slice(2, 10).replace(/\D/g, '')}${randomCode(6)}`,
    provider: 'pathao',
    reference: String(order.merchant_order_id ?? ''),
    recipientPhone: String(order.recipient_phone),
    collectPaisa: readTaka(order.amount_to_collect) ?? 0,
    feePaisa: priceOf(cityId, Number(order.item_weight)) * 100,
    status: 'Pending',
    // What the merchant said of the place; empty where it was left to the courier.
    details: { recipientCity: String(order.recipient_city ?? ''), recipientZone: String(order.recipient_zone ?? '') },
  })
  notifyPathao(simulator, parcel, 'order.created')
  if (parcel.faults.includes('status_forged')) notifyPathao(simulator, parcel, 'order.delivered')
  return parcel
}

/** Tells the merchant of an event of a parcel, as the courier's webhook does; its secret is the same for all merchants. */
export function notifyPathao(simulator: Simulator, parcel: Consignment, event?: string): void {
  const body = {
    consignment_id: parcel.id,
    merchant_order_id: parcel.reference,
    updated_at: updatedAt(parcel),
    timestamp: new Date(parcel.updatedAt).toISOString(),
    store_id: Number(simulator.keys.pathao.storeId),
    event: event ?? `order.${parcel.status.toLowerCase().replaceAll('_', '-')}`,
    delivery_fee: parcel.feePaisa / 100,
  }
  tellStatus(simulator, parcel, body, { 'x-pathao-signature': 'the-same-for-every-merchant' })
}
