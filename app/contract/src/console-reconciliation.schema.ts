import Type, { type Static } from 'typebox'
import { OnlineMethod } from './payments.schema.ts'
import { defineStaffRoute } from './route.ts'
import { Cursor, errorResponses, Id, Instant, nullable, strict } from './shapes.ts'

export const differenceKinds = [
  'missing_here',
  'missing_there',
  'amount_differs',
  'state_differs',
  'refund_missing_there',
  'refund_differs',
  'unanswered',
] as const
export type DifferenceKind = (typeof differenceKinds)[number]

const ReconciliationRun = Type.Object({
  id: Id,
  /** The day in Asia/Dhaka, YYYY-MM-DD. */
  day: Type.String(),
  method: OnlineMethod,
  state: Type.Enum(['running', 'done']),
  comparedCount: Type.Integer(),
  unansweredCount: Type.Integer(),
  /** Differences it found, resolved ones included. */
  differenceCount: Type.Integer(),
  startedAt: Instant,
  finishedAt: nullable(Instant),
})
export type ReconciliationRun = Static<typeof ReconciliationRun>

const Difference = Type.Object({
  id: Id,
  kind: Type.Enum([...differenceKinds]),
  method: OnlineMethod,
  orderId: Id,
  orderNumber: Type.String(),
  /** What our books say, and what the provider says. */
  ours: Type.Record(Type.String(), Type.Unknown()),
  theirs: Type.Record(Type.String(), Type.Unknown()),
  foundAt: Instant,
  resolvedAt: nullable(Instant),
  note: nullable(Type.String()),
  version: Type.Integer(),
})
export type Difference = Static<typeof Difference>

const tags = ['console-reconciliation']
const page = { after: Type.Optional(Cursor), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })) }

export const listReconciliationRuns = defineStaffRoute({
  permission: 'reconciliation.read',
  method: 'GET',
  url: '/api/console/reconciliation/runs',
  schema: {
    summary: 'The nightly comparisons with the payment providers, newest first',
    tags,
    querystring: strict(page),
    response: {
      200: Type.Object({ runs: Type.Array(ReconciliationRun), nextCursor: nullable(Cursor) }),
      ...errorResponses,
    },
  },
})

export const listDifferences = defineStaffRoute({
  permission: 'reconciliation.read',
  method: 'GET',
  url: '/api/console/reconciliation/differences',
  schema: {
    summary: 'What our books and the providers’ do not agree on, newest first',
    tags,
    querystring: strict({ isOpen: Type.Optional(Type.Boolean()), runId: Type.Optional(Id), ...page }),
    response: {
      200: Type.Object({ differences: Type.Array(Difference), nextCursor: nullable(Cursor) }),
      ...errorResponses,
    },
  },
})

export const resolveDifference = defineStaffRoute({
  permission: 'settlements.write',
  method: 'POST',
  url: '/api/console/reconciliation/differences/:id/resolve',
  schema: {
    summary: 'Says how a difference was settled; again with the same note is fine',
    tags,
    params: Type.Object({ id: Id }),
    body: strict({
      note: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
      version: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
    }),
    response: { 200: Difference, ...errorResponses },
  },
})
