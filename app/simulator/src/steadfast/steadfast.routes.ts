import type { FastifyInstance } from 'fastify'
import { dhakaTime } from '../clock.ts'
import { findParcel, openConsignment, statusToTell, tellStatus, updatedAt } from '../consignment.ts'
import { areLeftUnanswered, isLeftUnanswered, leaveUnanswered, letCallsFail } from '../misbehaviour.ts'
import { readTaka } from '../money.ts'
import type { Consignment } from '../records.ts'
import type { Simulator } from '../simulator.ts'

type Order = Record<string, unknown>

const bulkMax = 500
/** What a parcel costs in this simulation, in paisa. */
const feePaisa = 110_00

/** Statuses the documentation lists; those with _approval_pending are not final. */
export const steadfastStatuses = [
  'in_review',
  'pending',
  'hold',
  'delivered_approval_pending',
  'partial_delivered_approval_pending',
  'cancelled_approval_pending',
  'unknown_approval_pending',
  'delivered',
  'partial_delivered',
  'cancelled',
  'unknown',
]

/** Steadfast's API v1: orders one by one and in bulk, status by three names, balance. */
export async function registerSteadfast(app: FastifyInstance, simulator: Simulator): Promise<void> {
  letCallsFail(app, simulator, 'steadfast', { status: 503, body: { status: 503, message: 'Service Unavailable' } })
  const { apiKey, secretKey } = simulator.keys.steadfast
  app.addHook('preHandler', async ({ headers }, reply) => {
    if (headers['api-key'] === apiKey && headers['secret-key'] === secretKey) return
    return reply.code(401).send({ status: 401, message: 'Unauthorized access' })
  })

  app.post<{ Body: Order | null }>('/create_order', async ({ body }, reply) => {
    const errors = findErrors(simulator, body ?? {})
    if (errors !== null) return reply.code(400).send({ status: 400, errors })
    const parcel = book(simulator, body ?? {})
    if (isLeftUnanswered(parcel, 'create')) {
      simulator.records.put('consignment', parcel)
      return leaveUnanswered(simulator, reply)
    }
    const message = 'Consignment has been created successfully.'
    return { status: 200, message, consignment: describe(parcel, body ?? {}) }
  })

  app.post<{ Body: { data?: unknown } | null }>('/create_order/bulk-order', async ({ body }, reply) => {
    const orders = readBulk(body?.data)
    if (orders === null) return reply.code(400).send({ status: 400, message: `data must be 1 to ${bulkMax} orders` })
    const taken = orders.map((order) => ({
      order,
      parcel: findErrors(simulator, order) === null ? book(simulator, order) : null,
    }))
    const parcels = taken.flatMap(({ parcel }) => parcel ?? [])
    if (areLeftUnanswered(simulator, parcels)) return leaveUnanswered(simulator, reply)
    return taken.map(({ order, parcel }) =>
      parcel === null
        ? { ...order, consignment_id: null, tracking_code: null, status: 'error' }
        : { ...order, consignment_id: Number(parcel.id), tracking_code: parcel.trackingCode, status: 'success' },
    )
  })

  const tell = (parcel: Consignment | null) =>
    parcel === null
      ? { status: 404, message: 'Consignment not found' }
      : { status: 200, delivery_status: statusToTell(simulator, parcel) }
  const find = (isMeant: (one: Consignment) => boolean) => tell(findParcel(simulator, 'steadfast', isMeant))
  app.get<{ Params: { x: string } }>('/status_by_cid/:x', async ({ params }, reply) => {
    const answer = find(({ id }) => id === params.x)
    return reply.code(answer.status).send(answer)
  })
  app.get<{ Params: { x: string } }>('/status_by_invoice/:x', async ({ params }, reply) => {
    const answer = find(({ reference }) => reference === params.x)
    return reply.code(answer.status).send(answer)
  })
  app.get<{ Params: { x: string } }>('/status_by_trackingcode/:x', async ({ params }, reply) => {
    const answer = find(({ trackingCode }) => trackingCode === params.x)
    return reply.code(answer.status).send(answer)
  })
  app.get('/get_balance', async () => ({ status: 200, current_balance: 0 }))
}

function findErrors({ records }: Simulator, order: Order): Record<string, string[]> | null {
  const errors: Record<string, string[]> = {}
  const text = (name: string) => (typeof order[name] === 'string' ? (order[name] as string) : '')
  const invoice = text('invoice')
  if (!/^[\w-]{1,100}$/.test(invoice))
    errors.invoice = ['The invoice must be letters, digits, hyphens and underscores.']
  const isUsed = records.list('consignment').some((one) => one.provider === 'steadfast' && one.reference === invoice)
  if (isUsed) errors.invoice = ['The invoice has already been taken.']
  const nameLength = text('recipient_name').length
  if (nameLength < 1 || nameLength > 100) errors.recipient_name = ['The recipient name must be within 100 characters.']
  if (!/^01\d{9}$/.test(text('recipient_phone'))) errors.recipient_phone = ['The recipient phone must be 11 digits.']
  const addressLength = text('recipient_address').length
  if (addressLength < 1 || addressLength > 250)
    errors.recipient_address = ['The address must be within 250 characters.']
  if (readTaka(order.cod_amount) === null) errors.cod_amount = ['The cod amount must be a number not less than 0.']
  return Object.keys(errors).length === 0 ? null : errors
}

function book(simulator: Simulator, order: Order): Consignment {
  const ids = simulator.records.list('consignment').filter(({ provider }) => provider === 'steadfast')
  const parcel = openConsignment(simulator, {
    id: String(Number(ids.at(-1)?.id ?? 1_424_106) + 1),
    provider: 'steadfast',
    reference: String(order.invoice),
    recipientPhone: String(order.recipient_phone),
    collectPaisa: readTaka(order.cod_amount) ?? 0,
    feePaisa,
    status: 'in_review',
  })
  if (parcel.faults.includes('status_forged')) notifySteadfast(simulator, { ...parcel, status: 'delivered' })
  return parcel
}

function readBulk(data: unknown): Order[] | null {
  try {
    const orders: unknown = typeof data === 'string' ? JSON.parse(data) : data
    return Array.isArray(orders) && orders.length > 0 && orders.length <= bulkMax ? (orders as Order[]) : null
  } catch {
    return null
  }
}

function describe(parcel: Consignment, order: Order) {
  return {
    consignment_id: Number(parcel.id),
    invoice: parcel.reference,
    tracking_code: parcel.trackingCode,
    recipient_name: order.recipient_name,
    recipient_phone: parcel.recipientPhone,
    recipient_address: order.recipient_address,
    cod_amount: parcel.collectPaisa / 100,
    status: parcel.status,
    note: order.note ?? null,
    created_at: dhakaTime(parcel.createdAt),
    updated_at: updatedAt(parcel),
  }
}

/** Tells the merchant of a parcel's status, as the courier's webhook does. */
export function notifySteadfast(simulator: Simulator, parcel: Consignment): void {
  tellStatus(simulator, parcel, {
    notification_type: 'delivery_status',
    consignment_id: Number(parcel.id),
    invoice: parcel.reference,
    cod_amount: parcel.collectPaisa / 100,
    status: parcel.status,
    delivery_charge: parcel.feePaisa / 100,
    tracking_message: 'Simulated.',
    updated_at: updatedAt(parcel),
  })
}
