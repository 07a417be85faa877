import Type, { type Static } from 'typebox'
import { CancellationRequest } from './cancellations.schema.ts'
import { OrderLine, orderStates } from './orders.schema.ts'
import { paymentMethods } from './payment-methods.ts'
import { OrderReturn } from './returns.schema.ts'
import { defineStaffRoute } from './route.ts'
import {
  Cursor,
  errorResponses,
  Id,
  IdempotencyKeyHeader,
  Instant,
  Localised,
  nullable,
  Paisa,
  Slug,
  strict,
} from './shapes.ts'
import { unitIdentities } from './unit-identity.ts'

export const couriers = ['pathao', 'steadfast', 'redx', 'own', 'other'] as const
export type Courier = (typeof couriers)[number]

/** Why somebody has to look at an order. */
export const orderProblems = [
  'late_to_ship',
  'late_to_deliver',
  'delivery_failed',
  'return_open',
  'cancel_asked',
  'called_back',
  'refund_due',
  'payment_review',
  'parcel_called_off',
] as const
export type OrderProblem = (typeof orderProblems)[number]

export const cancelReasons = [
  'customer_request',
  'unreachable',
  'fake_order',
  'wrong_address',
  'out_of_stock',
  'duplicate',
  'other',
] as const
export type CancelReason = (typeof cancelReasons)[number]

/** Most rows of one CSV file: about 2 MB. */
export const maxExportedOrders = 10_000

const State = Type.Enum([...orderStates])
const Method = Type.Enum([...paymentMethods])
export const CourierName = Type.Enum([...couriers])
/** A day in Asia/Dhaka. */
const Day = Type.String({ pattern: '^20\\d\\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$' })
export const Version = Type.Integer({ minimum: 1, maximum: 2_147_483_647 })
const StaffText = Type.String({
  minLength: 1,
  maxLength: 500,
  pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$',
})

const filters = {
  /** Number, phone, name, serial number or IMEI, SKU. */
  q: Type.Optional(Type.String({ minLength: 2, maxLength: 60 })),
  state: Type.Optional(Type.Array(State, { maxItems: orderStates.length })),
  method: Type.Optional(Method),
  district: Type.Optional(Slug),
  courier: Type.Optional(CourierName),
  problem: Type.Optional(Type.Enum([...orderProblems])),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  minPaisa: Type.Optional(Paisa),
  maxPaisa: Type.Optional(Paisa),
}
export const ConsoleOrderFilters = Type.Object(filters, { additionalProperties: false })
export type ConsoleOrderFilters = Static<typeof ConsoleOrderFilters>

export const ConsoleOrderRow = Type.Object({
  id: Id,
  number: Type.String(),
  version: Version,
  state: State,
  paymentMethod: Method,
  customerName: Type.String(),
  /** Masked unless the staff member may see personal data. */
  customerPhone: Type.String(),
  district: Localised,
  itemCount: Type.Integer(),
  totalPaisa: Paisa,
  advancePaisa: Paisa,
  courier: nullable(CourierName),
  trackingNumber: nullable(Type.String()),
  placedAt: Instant,
  problems: Type.Array(Type.Enum([...orderProblems])),
})
export type ConsoleOrderRow = Static<typeof ConsoleOrderRow>

export const ConsoleOrderLine = Type.Object({
  ...OrderLine.properties,
  variantId: Id,
  vatPaisa: Paisa,
  /** The line's share of the order's discount. */
  discountPaisa: Paisa,
  unitIdentity: Type.Enum([...unitIdentities]),
  /** What was recorded when it was packed, and not returned since. */
  units: Type.Array(Type.String()),
})

/** One thing that happened to an order; `by` is null when it was the shopper or the shop itself. */
export const TimelineEntry = Type.Object({
  kind: Type.Enum(['step', 'note', 'shipment', 'return', 'cancellation']),
  at: Instant,
  by: nullable(Type.String()),
  /** The state it led to, the text of a note, the courier and number of a parcel, what became of a return or of a request to cancel. */
  text: Type.String(),
  /** Of a step: its cause. */
  detail: nullable(Type.String()),
})

export const ConsoleOrder = Type.Object({
  ...ConsoleOrderRow.properties,
  language: Type.Enum(['en', 'bn']),
  customerEmail: nullable(Type.String()),
  address: Type.Object({ division: Localised, district: Localised, upazila: Localised, street: Type.String() }),
  deliveryNote: nullable(Type.String()),
  subtotalPaisa: Paisa,
  couponCode: nullable(Type.String()),
  discountPaisa: Paisa,
  deliveryFeePaisa: Paisa,
  vatPaisa: Paisa,
  holdExpiresAt: nullable(Instant),
  expectedTo: Type.String(),
  lines: Type.Array(ConsoleOrderLine),
  timeline: Type.Array(TimelineEntry),
  returns: Type.Array(OrderReturn),
  cancellations: Type.Array(CancellationRequest),
  /** Earlier orders of this phone: how many in all, and how many parcels were refused. */
  phoneOrders: Type.Integer(),
  phoneRefused: Type.Integer(),
  /** Where it can go from here. */
  nextStates: Type.Array(State),
})
export type ConsoleOrder = Static<typeof ConsoleOrder>

const tags = ['console-orders']
const params = Type.Object({ id: Id })
const answer = { 200: ConsoleOrder, ...errorResponses }

export const listConsoleOrders = defineStaffRoute({
  permission: 'orders.read',
  method: 'GET',
  url: '/api/console/orders',
  schema: {
    summary: 'Orders, newest first, narrowed by what is given',
    tags,
    querystring: Type.Object(
      { ...filters, after: Type.Optional(Cursor), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })) },
      { additionalProperties: false },
    ),
    response: {
      200: Type.Object({ orders: Type.Array(ConsoleOrderRow), nextCursor: nullable(Cursor) }),
      ...errorResponses,
    },
  },
})

export const exportConsoleOrders = defineStaffRoute({
  permission: 'orders.read',
  method: 'GET',
  url: '/api/console/orders.csv',
  schema: {
    summary: `The same as a CSV file that spreadsheets open as it is, ${maxExportedOrders} rows at most`,
    tags,
    querystring: ConsoleOrderFilters,
    response: { 200: Type.String(), ...errorResponses },
  },
})

export const getConsoleOrder = defineStaffRoute({
  permission: 'orders.read',
  method: 'GET',
  url: '/api/console/orders/:id',
  schema: { summary: 'One order with everything that happened to it', tags, params, response: answer },
})

export const PackedUnits = Type.Array(
  strict({ variantId: Id, identities: Type.Array(Type.String({ minLength: 4, maxLength: 60 }), { maxItems: 99 }) }),
  { maxItems: 50 },
)
export type PackedUnits = Static<typeof PackedUnits>

export const packOrder = defineStaffRoute({
  permission: 'orders.fulfil',
  method: 'POST',
  url: '/api/console/orders/:id/pack',
  schema: {
    summary: 'Packs a confirmed order, recording the serial number or IMEI of each unit whose category has one',
    tags,
    params,
    body: strict({ version: Version, units: PackedUnits }),
    response: answer,
  },
})

export const shipOrder = defineStaffRoute({
  permission: 'orders.fulfil',
  method: 'POST',
  url: '/api/console/orders/:id/ship',
  schema: {
    summary: 'Hands a packed order, or one that came back, to a courier',
    tags,
    params,
    body: strict({
      version: Version,
      courier: CourierName,
      trackingNumber: nullable(Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9-]{2,39}$' })),
    }),
    response: answer,
  },
})

export const recordDelivery = defineStaffRoute({
  permission: 'orders.fulfil',
  method: 'POST',
  url: '/api/console/orders/:id/delivery',
  schema: {
    summary: 'What became of a shipped parcel: delivered, not delivered, or back in the shop',
    tags,
    params,
    body: strict({ version: Version, outcome: Type.Enum(['delivered', 'delivery_failed', 'returned']) }),
    response: answer,
  },
})

export const cancelConsoleOrder = defineStaffRoute({
  permission: 'orders.cancel',
  method: 'POST',
  url: '/api/console/orders/:id/cancel',
  schema: {
    summary: 'Cancels an order that has not been shipped',
    tags,
    params,
    body: strict({ version: Version, reason: Type.Enum([...cancelReasons]), note: nullable(StaffText) }),
    response: answer,
  },
})

export const confirmConsoleOrder = defineStaffRoute({
  permission: 'orders.fulfil',
  method: 'POST',
  url: '/api/console/orders/:id/confirm',
  schema: {
    summary: 'Confirms an order that waits for its code, after a call to the customer',
    tags,
    params,
    body: strict({ version: Version }),
    response: answer,
  },
})

export const addOrderNote = defineStaffRoute({
  permission: 'orders.note',
  method: 'POST',
  url: '/api/console/orders/:id/notes',
  schema: {
    summary: 'Adds a note that only staff see; the same key adds once',
    tags,
    params,
    headers: IdempotencyKeyHeader,
    body: strict({ text: StaffText }),
    response: answer,
  },
})
