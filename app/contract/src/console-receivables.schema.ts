import Type, { type Static } from 'typebox'
import { CourierName } from './console-orders.schema.ts'
import { defineStaffRoute } from './route.ts'
import { Cursor, errorResponses, Id, Instant, nullable, Paisa, strict } from './shapes.ts'

/** What was taken at the door for one order, and is owed to the shop by whoever carried the parcel until it has come. */
export const Receivable = Type.Object({
  orderId: Id,
  orderNumber: Type.String(),
  courier: CourierName,
  /** The courier's name for the parcel, or ours; null where nobody wrote one down. */
  parcel: nullable(Type.String()),
  duePaisa: Paisa,
  deliveredAt: Instant,
  /** null: still owed. */
  settledAt: nullable(Instant),
  /** What was collected, and what of that the courier kept; null while it is owed. */
  collectedPaisa: nullable(Paisa),
  feePaisa: nullable(Paisa),
  /** The courier's file that says so; null: a person wrote it down, or it is owed. */
  settlementId: nullable(Id),
  note: nullable(Type.String()),
})
export type Receivable = Static<typeof Receivable>

/** What one courier owes in all. */
const OwedByCourier = Type.Object({
  courier: CourierName,
  count: Type.Integer(),
  duePaisa: Paisa,
  /** When the oldest of it was taken at the door. */
  oldestAt: Instant,
})

const tags = ['console-couriers']

export const listReceivables = defineStaffRoute({
  permission: 'payments.read',
  method: 'GET',
  url: '/api/console/receivables',
  schema: {
    summary: 'Money taken at the door that has not come yet, the oldest first, and what each courier owes in all',
    tags,
    querystring: strict({
      courier: Type.Optional(CourierName),
      after: Type.Optional(Cursor),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    }),
    response: {
      200: Type.Object({
        receivables: Type.Array(Receivable),
        owed: Type.Array(OwedByCourier),
        nextCursor: nullable(Cursor),
      }),
      ...errorResponses,
    },
  },
})

export const settleReceivable = defineStaffRoute({
  permission: 'settlements.write',
  method: 'POST',
  url: '/api/console/orders/:id/receivable',
  schema: {
    summary: 'Says that the money taken at the door has come, outside a courier’s file; again with the same is fine',
    tags,
    params: Type.Object({ id: Id }),
    body: strict({
      collectedPaisa: Type.Integer({ minimum: 0, maximum: 100_000_000_000 }),
      /** What of it the courier kept; no more than was collected. */
      feePaisa: Type.Integer({ minimum: 0, maximum: 100_000_000_000 }),
      /** Why it is not what was due; needed where it is not. */
      note: nullable(Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' })),
    }),
    response: { 200: Receivable, ...errorResponses },
  },
})
