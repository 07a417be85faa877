import Type, { type Static } from 'typebox'
import { defineRoute, defineStaffRoute } from './route.ts'
import { errorResponses, Id, IdempotencyKeyHeader, Instant, nullable, strict } from './shapes.ts'

export const cancellationReasons = [
  'changed_mind',
  'ordered_by_mistake',
  'takes_too_long',
  'found_elsewhere',
  'other',
] as const
export type CancellationReason = (typeof cancellationReasons)[number]
/** `closed`: the order was delivered, cancelled or returned before anybody decided. */
export const cancellationStates = ['requested', 'accepted', 'refused', 'withdrawn', 'closed'] as const
/** How often it can be asked for one order. */
export const maxCancellationRequests = 3

export const CancellationRequest = Type.Object({
  id: Id,
  version: Type.Integer(),
  state: Type.Enum([...cancellationStates]),
  reason: Type.Enum([...cancellationReasons]),
  note: nullable(Type.String()),
  /** Why it was refused. */
  decisionNote: nullable(Type.String()),
  requestedAt: Instant,
})
export type CancellationRequest = Static<typeof CancellationRequest>

const note = Type.String({ maxLength: 500, pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$' })
const Version = Type.Integer({ minimum: 1, maximum: 2_147_483_647 })

export const RequestCancellation = strict({
  reason: Type.Enum([...cancellationReasons]),
  note: nullable(note),
})
export type RequestCancellation = Static<typeof RequestCancellation>

/** Whether cancelling can be asked for, and what was asked, oldest first. */
export const OrderCancellation = Type.Object({
  canRequest: Type.Boolean(),
  requests: Type.Array(CancellationRequest),
})
export type OrderCancellation = Static<typeof OrderCancellation>

const tags = ['cancellations']
const tokenParams = Type.Object({ token: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }) })
const shopperAnswer = { 200: OrderCancellation, ...errorResponses }

export const getOrderCancellation = defineRoute({
  method: 'GET',
  url: '/api/orders/:token/cancellation-requests',
  schema: {
    summary: 'Whether cancelling the order a token opens can be asked for, and what was asked',
    tags,
    params: tokenParams,
    response: shopperAnswer,
  },
})

export const requestCancellation = defineRoute({
  method: 'POST',
  url: '/api/orders/:token/cancellation-requests',
  schema: {
    summary: 'Asks to cancel an order that is packed or on its way; the same key asks once',
    tags,
    params: tokenParams,
    headers: IdempotencyKeyHeader,
    body: RequestCancellation,
    response: shopperAnswer,
  },
})

export const withdrawCancellation = defineRoute({
  method: 'POST',
  url: '/api/orders/:token/cancellation-requests/:id/withdrawal',
  schema: {
    summary: 'Takes a request back that nobody has decided; again is fine',
    tags,
    params: Type.Object({ ...tokenParams.properties, id: Id }),
    response: shopperAnswer,
  },
})

export const decideCancellation = defineStaffRoute({
  permission: 'orders.cancel',
  method: 'POST',
  url: '/api/console/cancellation-requests/:id/decision',
  schema: {
    summary:
      'Accepts or refuses a request: a packed order is cancelled, the parcel of a shipped one is called back; the customer reads the note of a refusal',
    tags: ['console-cancellations'],
    params: Type.Object({ id: Id }),
    body: strict({ version: Version, isAccepted: Type.Boolean(), note: nullable(note) }),
    response: { 200: CancellationRequest, ...errorResponses },
  },
})
