import Type, { type Static } from 'typebox'
import { defineStaffRoute } from './route.ts'
import { Cursor, errorResponses, Id, Instant, nullable, strict } from './shapes.ts'

export const AuditEntryShown = Type.Object({
  id: Id,
  doneAt: Instant,
  staffId: nullable(Id),
  staffName: Type.String(),
  staffRole: Type.String(),
  action: Type.String(),
  subject: Type.String(),
  /** What staff call it: the number of an order, the name of a person; null for anything else, and for what is gone. */
  subjectName: nullable(Type.String()),
  detail: Type.Unknown(),
  isSealed: Type.Boolean({ description: 'part of the chain; happens within seconds' }),
})
export type AuditEntryShown = Static<typeof AuditEntryShown>

export const listAudit = defineStaffRoute({
  permission: 'audit.read',
  method: 'GET',
  url: '/api/console/audit',
  schema: {
    summary: 'What was done in the console, newest first',
    tags: ['console-audit'],
    querystring: strict({
      staffId: Type.Optional(Id),
      action: Type.Optional(
        Type.String({ maxLength: 60, pattern: '^[a-z_]+(?:\\.[a-z_]+)?$', description: 'orders, or orders.cancelled' }),
      ),
      subject: Type.Optional(
        Type.String({
          maxLength: 100,
          pattern: '^[a-z_]+(?::[A-Za-z0-9_.-]+)?$',
          description: 'order, order:123, or order: and the number of an order',
        }),
      ),
      from: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'first day, in Dhaka' })),
      to: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'last day, in Dhaka' })),
      after: Type.Optional(Cursor),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
    }),
    response: {
      200: Type.Object({ entries: Type.Array(AuditEntryShown), nextCursor: nullable(Cursor) }),
      ...errorResponses,
    },
  },
})

export const getAuditState = defineStaffRoute({
  permission: 'audit.read',
  method: 'GET',
  url: '/api/console/audit/state',
  schema: {
    summary: 'Whether the chain of the log is whole, as the worker last found it',
    tags: ['console-audit'],
    response: {
      200: Type.Object({
        sealedCount: Type.Integer({ minimum: 0 }),
        lastHash: nullable(
          Type.String({ description: 'hex; note it elsewhere to prove later that nothing was cut off' }),
        ),
        checkedAt: nullable(Instant),
        problem: nullable(Type.String()),
      }),
      ...errorResponses,
    },
  },
})
