import Type, { type Static } from 'typebox'
import { defineRoute, defineStaffRoute } from './route.ts'
import {
  Cursor,
  errorResponses,
  Id,
  IdempotencyKeyHeader,
  Instant,
  Localised,
  maxCartLines,
  nullable,
  Paisa,
  Quantity,
  strict,
} from './shapes.ts'

export const returnReasons = ['defective', 'wrong_item', 'not_as_described', 'changed_mind', 'other'] as const
export type ReturnReason = (typeof returnReasons)[number]
export const returnStates = ['requested', 'approved', 'refused', 'received'] as const

export const OrderReturn = Type.Object({
  id: Id,
  version: Type.Integer(),
  state: Type.Enum([...returnStates]),
  requestedBy: Type.Enum(['shopper', 'staff']),
  reason: Type.Enum([...returnReasons]),
  note: nullable(Type.String()),
  decisionNote: nullable(Type.String()),
  refundPaisa: nullable(Paisa),
  requestedAt: Instant,
  lines: Type.Array(
    Type.Object({
      variantId: Id,
      sku: Type.String(),
      name: Localised,
      quantity: Quantity,
      restocked: Type.Integer(),
      writtenOff: Type.Integer(),
    }),
  ),
})
export type OrderReturn = Static<typeof OrderReturn>

const note = Type.String({ maxLength: 500, pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$' })
const Version = Type.Integer({ minimum: 1, maximum: 2_147_483_647 })

export const RequestReturn = strict({
  reason: Type.Enum([...returnReasons]),
  note: nullable(note),
  lines: Type.Array(strict({ variantId: Id, quantity: Quantity }), { minItems: 1, maxItems: maxCartLines }),
})
export type RequestReturn = Static<typeof RequestReturn>

/** What can still be returned of an order, and what was. */
export const OrderReturns = Type.Object({
  canRequest: Type.Boolean(),
  /** Until when; null while nothing was delivered, or where nothing can be returned. */
  until: nullable(Instant),
  lines: Type.Array(
    Type.Object({ variantId: Id, name: Localised, quantity: Type.Integer(), returnable: Type.Integer() }),
  ),
  returns: Type.Array(OrderReturn),
})
export type OrderReturns = Static<typeof OrderReturns>

const tokenParams = Type.Object({ token: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }) })

export const getOrderReturns = defineRoute({
  method: 'GET',
  url: '/api/orders/:token/returns',
  schema: {
    summary: 'What can still be returned of the order a token opens, and what was',
    tags: ['returns'],
    params: tokenParams,
    response: { 200: OrderReturns, ...errorResponses },
  },
})

export const requestReturn = defineRoute({
  method: 'POST',
  url: '/api/orders/:token/returns',
  schema: {
    summary: 'Asks to return units of a delivered order; the same key asks once',
    tags: ['returns'],
    params: tokenParams,
    headers: IdempotencyKeyHeader,
    body: RequestReturn,
    response: { 200: OrderReturns, ...errorResponses },
  },
})

const tags = ['console-returns']
const params = Type.Object({ id: Id })
const answer = { 200: OrderReturn, ...errorResponses }

export const listReturns = defineStaffRoute({
  permission: 'orders.read',
  method: 'GET',
  url: '/api/console/returns',
  schema: {
    summary: 'Returns that wait for a decision or for their units, oldest first',
    tags,
    querystring: Type.Object(
      {
        state: Type.Optional(Type.Enum(['requested', 'approved'])),
        after: Type.Optional(Cursor),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
      },
      { additionalProperties: false },
    ),
    response: {
      200: Type.Object({
        returns: Type.Array(Type.Object({ ...OrderReturn.properties, orderId: Id, orderNumber: Type.String() })),
        nextCursor: nullable(Cursor),
      }),
      ...errorResponses,
    },
  },
})

export const requestConsoleReturn = defineStaffRoute({
  permission: 'orders.refund',
  method: 'POST',
  url: '/api/console/orders/:id/returns',
  schema: {
    summary: 'Records a return for a shopper who called, also after the window; the same key records once',
    tags,
    params,
    headers: IdempotencyKeyHeader,
    body: RequestReturn,
    response: answer,
  },
})

export const decideReturn = defineStaffRoute({
  permission: 'orders.refund',
  method: 'POST',
  url: '/api/console/returns/:id/decision',
  schema: {
    summary: 'Approves or refuses a requested return; the shopper reads the note of a refusal',
    tags,
    params,
    body: strict({ version: Version, isApproved: Type.Boolean(), note: nullable(note) }),
    response: answer,
  },
})

/** How many units of a line arrived, and how many of them can be sold again. */
export const ReceivedLine = strict({
  variantId: Id,
  restocked: Type.Integer({ minimum: 0, maximum: 99 }),
  writtenOff: Type.Integer({ minimum: 0, maximum: 99 }),
  /** Serial numbers or IMEIs of those that arrived, where the order recorded them. */
  identities: Type.Array(Type.String({ minLength: 4, maxLength: 60 }), { maxItems: 99 }),
})
export type ReceivedLine = Static<typeof ReceivedLine>

export const receiveReturn = defineStaffRoute({
  permission: 'stock.write',
  method: 'POST',
  url: '/api/console/returns/:id/receipt',
  schema: {
    summary:
      'Records the units of an approved return that arrived: back for sale, or written off; their price is given back',
    tags,
    params,
    body: strict({ version: Version, lines: Type.Array(ReceivedLine, { minItems: 1, maxItems: maxCartLines }) }),
    response: answer,
  },
})
