import Type, { type Static } from 'typebox'
import { orderStates } from './orders.schema.ts'
import { defineRoute } from './route.ts'
import { Cursor, ErrorAnswer, errorResponses, Instant, Paisa } from './shapes.ts'

/** What a program learns of an order: nothing of who placed it. */
export const ExportedOrder = Type.Object({
  number: Type.String(),
  state: Type.Enum([...orderStates]),
  totalPaisa: Paisa,
  placedAt: Instant,
})
export type ExportedOrder = Static<typeof ExportedOrder>

export const exportOrders = defineRoute({
  method: 'GET',
  url: '/api/machine/orders',
  schema: {
    summary:
      'Orders in the order they were placed, for programs with a credential for it. Never skips one: what is still being written comes on a later page',
    tags: ['machines'],
    headers: Type.Object({ authorization: Type.String({ pattern: '^Bearer [A-Za-z0-9_-]{43}$' }) }),
    querystring: Type.Object(
      { after: Type.Optional(Cursor), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 5_000 })) },
      { additionalProperties: false },
    ),
    response: {
      200: Type.Object({
        orders: Type.Array(ExportedOrder),
        /** Continues behind the last order, also when there was none new. */
        nextCursor: Cursor,
        /** Whether there were more at that moment. */
        hasMore: Type.Boolean(),
      }),
      ...errorResponses,
      401: ErrorAnswer,
    },
  },
})
