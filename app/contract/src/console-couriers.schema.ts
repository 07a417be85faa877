import Type, { type Static } from 'typebox'
import { defineStaffRoute } from './route.ts'
import { Cursor, errorResponses, Id, Instant, nullable, Paisa, strict, Version } from './shapes.ts'

/** Couriers that can be booked from the console; `couriers` of console-orders has those that staff write down by hand too. */
export const bookingCouriers = ['pathao', 'steadfast'] as const
export type BookingCourier = (typeof bookingCouriers)[number]

/**
 * `sending`: asked, not answered yet. `unknown`: asked, and nobody knows whether the courier took it. `ended`: nothing more to come.
 * `surplus`: the courier had it after all, though staff had found otherwise and another parcel of the order went out.
 */
export const bookingStates = ['queued', 'sending', 'booked', 'unknown', 'refused', 'ended', 'surplus'] as const
export type BookingState = (typeof bookingStates)[number]

/** Our words for what couriers say of a parcel. */
export const parcelStates = [
  'waiting',
  'moving',
  'delivered',
  'partly_delivered',
  'failed',
  'returning',
  'cancelled',
] as const
export type ParcelState = (typeof parcelStates)[number]

/** Most orders that are booked with one press. */
export const maxBookedAtOnce = 100

const CourierField = Type.Enum([...bookingCouriers])
/** Couriers take half a kilogram to ten. */
const WeightGrams = Type.Integer({ minimum: 500, maximum: 10_000 })

export const CourierBooking = Type.Object({
  id: Id,
  version: Version,
  orderId: Id,
  orderNumber: Type.String(),
  courier: CourierField,
  reference: Type.String(),
  state: Type.Enum([...bookingStates]),
  consignmentId: nullable(Type.String()),
  trackingCode: nullable(Type.String()),
  collectPaisa: Paisa,
  feePaisa: nullable(Paisa),
  weightGrams: WeightGrams,
  courierStatus: nullable(Type.String()),
  parcelState: nullable(Type.Enum([...parcelStates])),
  /** Why it was refused or is unknown, as a code or the names of fields. */
  reason: nullable(Type.String()),
  /** Since when its order does not want it, while the courier may have it: somebody calls the courier. */
  calledOffAt: nullable(Instant),
  /** Of an unknown one: until then the courier may still be booking it, and nobody may say that it was not booked; null: said it may be. */
  notBookedFrom: nullable(Instant),
  createdAt: Instant,
  lookedAt: nullable(Instant),
})
export type CourierBooking = Static<typeof CourierBooking>

/** An order that waits to be booked: packed, or undelivered and to be tried again. */
export const BookableOrder = Type.Object({
  id: Id,
  number: Type.String(),
  district: Type.Object({ en: Type.String(), bn: Type.String() }),
  upazila: Type.Object({ en: Type.String(), bn: Type.String() }),
  itemCount: Type.Integer(),
  collectPaisa: Paisa,
  state: Type.Enum(['packed', 'delivery_failed']),
  waitsSince: Instant,
})
export type BookableOrder = Static<typeof BookableOrder>

export const ParcelLabel = Type.Object({
  bookingId: Id,
  courier: CourierField,
  orderNumber: Type.String(),
  /** What the courier scans: its consignment, or our reference while it has told none. */
  code: Type.String(),
  recipientName: Type.String(),
  recipientPhone: Type.String(),
  address: Type.String(),
  collectPaisa: Paisa,
  itemCount: Type.Integer(),
  weightGrams: WeightGrams,
  note: nullable(Type.String()),
})
export type ParcelLabel = Static<typeof ParcelLabel>

/** Why there is no price; booking goes on all the same. */
export const priceGaps = ['by_contract', 'place_unknown', 'no_answer', 'not_asked', 'order_unknown'] as const
export type PriceGap = (typeof priceGaps)[number]

export const ParcelPriceRow = Type.Object({
  orderId: Id,
  /** null when `why` says why. */
  deliveryPaisa: nullable(Paisa),
  /** What the courier keeps of the money it collects. */
  collectionPaisa: nullable(Paisa),
  why: nullable(Type.Enum([...priceGaps])),
})
export type ParcelPriceRow = Static<typeof ParcelPriceRow>

const tags = ['console-couriers']
const params = Type.Object({ id: Id })
const page = { after: Type.Optional(Cursor), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })) }

export const readCouriers = defineStaffRoute({
  permission: 'orders.read',
  method: 'GET',
  url: '/api/console/couriers',
  schema: {
    summary: 'The couriers that can be booked here, and how many parcels need a person',
    tags,
    response: {
      200: Type.Object({
        couriers: Type.Array(CourierField),
        toBook: Type.Integer(),
        unknown: Type.Integer(),
        refused: Type.Integer(),
        calledOff: Type.Integer(),
      }),
      ...errorResponses,
    },
  },
})

export const listBookableOrders = defineStaffRoute({
  permission: 'orders.read',
  method: 'GET',
  url: '/api/console/couriers/orders',
  schema: {
    summary: 'Packed or undelivered orders without a parcel on its way, the longest waiting first',
    tags,
    querystring: strict(page),
    response: {
      200: Type.Object({ orders: Type.Array(BookableOrder), nextCursor: nullable(Type.String()) }),
      ...errorResponses,
    },
  },
})

export const listBookings = defineStaffRoute({
  permission: 'orders.read',
  method: 'GET',
  url: '/api/console/couriers/bookings',
  schema: {
    summary: 'Bookings, newest first',
    tags,
    querystring: strict({
      ...page,
      courier: Type.Optional(CourierField),
      state: Type.Optional(Type.Enum([...bookingStates])),
      order: Type.Optional(Id),
      isCalledOff: Type.Optional(Type.Boolean()),
    }),
    response: {
      200: Type.Object({ bookings: Type.Array(CourierBooking), nextCursor: nullable(Type.String()) }),
      ...errorResponses,
    },
  },
})

export const bookParcels = defineStaffRoute({
  permission: 'couriers.book',
  method: 'POST',
  url: '/api/console/couriers/bookings',
  schema: {
    summary: 'Promises a booking for each order; the worker makes them. An order that has one keeps it.',
    tags,
    body: strict({
      courier: CourierField,
      orders: Type.Array(strict({ id: Id, weightGrams: Type.Optional(WeightGrams) }), {
        minItems: 1,
        maxItems: maxBookedAtOnce,
      }),
    }),
    response: {
      200: Type.Object({
        results: Type.Array(
          Type.Object({
            orderId: Id,
            booking: nullable(CourierBooking),
            /** null when it is promised; else why not. */
            code: nullable(Type.String()),
          }),
        ),
      }),
      ...errorResponses,
    },
  },
})

export const readParcelPrices = defineStaffRoute({
  permission: 'couriers.book',
  method: 'GET',
  url: '/api/console/couriers/prices',
  schema: {
    summary: 'What the courier says each parcel would cost. Answers within ten seconds whatever the courier does',
    tags,
    querystring: strict({
      courier: CourierField,
      weightGrams: WeightGrams,
      id: Type.Array(Id, { minItems: 1, maxItems: maxBookedAtOnce, uniqueItems: true }),
    }),
    response: { 200: Type.Object({ prices: Type.Array(ParcelPriceRow) }), ...errorResponses },
  },
})

export const resolveBooking = defineStaffRoute({
  permission: 'couriers.book',
  method: 'POST',
  url: '/api/console/couriers/bookings/:id/resolve',
  schema: {
    summary: 'A person who asked the courier says what became of a booking nobody answered, or ends a booking',
    tags,
    params,
    body: strict({
      version: Version,
      /** `not_booked` lets the order be booked again, two minutes after the courier was asked at the soonest; `booked` needs the consignment, which the courier is then asked about. */
      outcome: Type.Enum(['not_booked', 'booked', 'ended']),
      consignmentId: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9-]{3,40}$' })),
    }),
    response: { 200: CourierBooking, ...errorResponses },
  },
})

export const readLabels = defineStaffRoute({
  permission: 'couriers.book',
  method: 'GET',
  url: '/api/console/couriers/labels',
  schema: {
    summary: 'What stands on the labels of these bookings, for printing',
    tags,
    querystring: strict({ id: Type.Array(Id, { minItems: 1, maxItems: maxBookedAtOnce }) }),
    response: { 200: Type.Object({ labels: Type.Array(ParcelLabel) }), ...errorResponses },
  },
})
