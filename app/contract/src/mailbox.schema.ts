import Type, { type Static } from 'typebox'
import { defineRoute } from './route.ts'
import { Cursor, errorResponses, Id, Instant, nullable } from './shapes.ts'

/** How far a message got. `unknown`: it may or may not have been sent, and is not sent again by itself. */
export const messageStates = ['queued', 'sending', 'sent', 'delivered', 'failed', 'unknown'] as const
export type MessageState = (typeof messageStates)[number]

export const MailboxMessage = Type.Object({
  id: Id,
  channel: Type.Enum(['sms', 'email']),
  recipient: Type.String(),
  language: Type.Enum(['en', 'bn']),
  subject: nullable(Type.String()),
  body: Type.String(),
  state: Type.Enum([...messageStates]),
  sentAt: Instant,
})
export type MailboxMessage = Static<typeof MailboxMessage>

export const listMailbox = defineRoute({
  method: 'GET',
  url: '/api/mailbox',
  schema: {
    summary: 'What the laptop shop sent, newest first. Exists only where the public origin is loopback',
    tags: ['mailbox'],
    querystring: Type.Object(
      { after: Type.Optional(Cursor), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 30 })) },
      { additionalProperties: false },
    ),
    response: {
      200: Type.Object({ messages: Type.Array(MailboxMessage), nextCursor: nullable(Cursor) }),
      ...errorResponses,
    },
  },
})
