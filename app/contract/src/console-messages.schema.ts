import Type, { type Static } from 'typebox'
import { messageStates } from './mailbox.schema.ts'
import { defineStaffRoute } from './route.ts'
import { Cursor, errorResponses, Id, Instant, nullable, strict } from './shapes.ts'

/** A message as staff see it: to whom is masked, and the text left out, for those who may not see personal data. */
export const ConsoleMessage = Type.Object({
  id: Id,
  orderId: nullable(Id),
  orderNumber: nullable(Type.String()),
  template: Type.String(),
  channel: Type.Enum(['sms', 'email']),
  language: Type.Enum(['en', 'bn']),
  recipient: Type.String(),
  subject: nullable(Type.String()),
  body: nullable(Type.String()),
  state: Type.Enum([...messageStates]),
  /** Why it failed, or why nobody knows; a code. */
  failure: nullable(Type.String()),
  provider: nullable(Type.String()),
  attempts: Type.Integer(),
  createdAt: Instant,
  sentAt: nullable(Instant),
  /** The member of staff who had it sent again. */
  requestedBy: nullable(Type.String()),
  canSendAgain: Type.Boolean(),
})
export type ConsoleMessage = Static<typeof ConsoleMessage>

const tags = ['console-messages']

export const listConsoleMessages = defineStaffRoute({
  permission: 'orders.read',
  method: 'GET',
  url: '/api/console/messages',
  schema: {
    summary: 'What customers were told, newest first; of one order, or in one state',
    tags,
    querystring: strict({
      orderId: Type.Optional(Id),
      state: Type.Optional(Type.Enum([...messageStates])),
      after: Type.Optional(Cursor),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
    }),
    response: {
      200: Type.Object({ messages: Type.Array(ConsoleMessage), nextCursor: nullable(Cursor) }),
      ...errorResponses,
    },
  },
})

export const sendMessageAgain = defineStaffRoute({
  permission: 'orders.note',
  method: 'POST',
  url: '/api/console/messages/:id/send-again',
  schema: {
    summary: 'Sends a message about an order once more, as it was; again is fine and sends nothing further',
    tags,
    params: Type.Object({ id: Id }),
    response: { 200: ConsoleMessage, ...errorResponses },
  },
})
