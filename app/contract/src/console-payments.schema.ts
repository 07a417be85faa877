import Type, { type Static } from 'typebox'
import { Receivable } from './console-receivables.schema.ts'
import { attemptStates, OnlineMethod, refundStates } from './payments.schema.ts'
import { defineStaffRoute } from './route.ts'
import {
  Cursor,
  errorResponses,
  Id,
  IdempotencyKeyHeader,
  Instant,
  nullable,
  Paisa,
  Quantity,
  strict,
} from './shapes.ts'

const paymentStates = ['accepted', 'refund_due'] as const

const ConsolePayment = Type.Object({
  id: Id,
  orderId: Id,
  orderNumber: Type.String(),
  method: OnlineMethod,
  /** refund_due: it could not be used and goes back. */
  state: Type.Enum([...paymentStates]),
  amountPaisa: Paisa,
  refundedPaisa: Paisa,
  /** The provider's own id. */
  providerReference: Type.String(),
  receivedAt: Instant,
  /** Why a person must look before the order is packed; null when nobody must. */
  review: nullable(Type.String()),
})
export type ConsolePayment = Static<typeof ConsolePayment>

const ConsoleAttempt = Type.Object({
  method: OnlineMethod,
  state: Type.Enum([...attemptStates]),
  amountPaisa: Paisa,
  reference: Type.String(),
  startedAt: Instant,
  problem: nullable(Type.String()),
})

export const ConsoleRefund = Type.Object({
  id: Id,
  orderId: Id,
  orderNumber: Type.String(),
  /** null: cash. */
  method: nullable(OnlineMethod),
  state: Type.Enum([...refundStates]),
  amountPaisa: Paisa,
  reason: Type.String(),
  reference: Type.String(),
  providerReference: nullable(Type.String()),
  problem: nullable(Type.String()),
  attempts: Type.Integer(),
  requestedAt: Instant,
  doneAt: nullable(Instant),
})
export type ConsoleRefund = Static<typeof ConsoleRefund>

const LedgerEntry = Type.Object({
  postingId: Id,
  account: Type.String(),
  /** May be below zero. */
  amountPaisa: Type.Integer(),
  cause: Type.String(),
  postedAt: Instant,
})

export const OrderMoney = Type.Object({
  payments: Type.Array(ConsolePayment),
  attempts: Type.Array(ConsoleAttempt),
  refunds: Type.Array(ConsoleRefund),
  /** What was taken at the door; null where nothing was, or it has not arrived. */
  receivable: nullable(Receivable),
  ledger: Type.Array(LedgerEntry),
})
export type OrderMoney = Static<typeof OrderMoney>

const tags = ['console-payments']
const idParams = Type.Object({ id: Id })
const page = { after: Type.Optional(Cursor), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })) }
const words = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })

export const listConsolePayments = defineStaffRoute({
  permission: 'payments.read',
  method: 'GET',
  url: '/api/console/payments',
  schema: {
    summary: 'Payments, newest first, narrowed by what is given',
    tags,
    querystring: strict({
      method: Type.Optional(OnlineMethod),
      state: Type.Optional(Type.Enum([...paymentStates])),
      /** Only those that a person must look at. */
      isUnderReview: Type.Optional(Type.Boolean()),
      /** An order's number or a provider's id, whole. */
      text: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
      ...page,
    }),
    response: {
      200: Type.Object({ payments: Type.Array(ConsolePayment), nextCursor: nullable(Cursor) }),
      ...errorResponses,
    },
  },
})

export const getOrderMoney = defineStaffRoute({
  permission: 'payments.read',
  method: 'GET',
  url: '/api/console/orders/:id/money',
  schema: {
    summary: 'Everything about the money of one order: payments, attempts, refunds and the ledger',
    tags,
    params: idParams,
    response: { 200: OrderMoney, ...errorResponses },
  },
})

export const decidePaymentReview = defineStaffRoute({
  permission: 'orders.refund',
  needsStepUp: true,
  method: 'POST',
  url: '/api/console/orders/:id/payment-review',
  schema: {
    summary: 'Lets a risky payment pass, or cancels its order and gives the money back; again is fine',
    tags,
    params: idParams,
    body: strict({ decision: Type.Enum(['accept', 'return']), note: words(300) }),
    response: { 200: OrderMoney, ...errorResponses },
  },
})

export const requestRefund = defineStaffRoute({
  permission: 'orders.refund',
  needsStepUp: true,
  method: 'POST',
  url: '/api/console/orders/:id/refunds',
  schema: {
    summary:
      'Gives money back for units or as an amount, never more than is left; the same key returns the first refund',
    tags,
    params: idParams,
    headers: IdempotencyKeyHeader,
    body: strict({
      /** null: what the lines cost. */
      amountPaisa: nullable(Type.Integer({ minimum: 1, maximum: 100_000_000_000 })),
      lines: Type.Array(strict({ variantId: Id, quantity: Quantity }), { maxItems: 50 }),
      reason: words(300),
    }),
    response: { 200: OrderMoney, ...errorResponses },
  },
})

export const listConsoleRefunds = defineStaffRoute({
  permission: 'payments.read',
  method: 'GET',
  url: '/api/console/refunds',
  schema: {
    summary: 'Refunds, newest first; without a state all that are not done',
    tags,
    querystring: strict({ state: Type.Optional(Type.Enum([...refundStates])), ...page }),
    response: {
      200: Type.Object({ refunds: Type.Array(ConsoleRefund), nextCursor: nullable(Cursor) }),
      ...errorResponses,
    },
  },
})

export const retryRefund = defineStaffRoute({
  permission: 'orders.refund',
  needsStepUp: true,
  method: 'POST',
  url: '/api/console/refunds/:id/retry',
  schema: {
    summary: 'Sends a refund that the provider refused once more',
    tags,
    params: idParams,
    response: { 200: ConsoleRefund, ...errorResponses },
  },
})

export const finishRefund = defineStaffRoute({
  permission: 'orders.refund',
  needsStepUp: true,
  method: 'POST',
  url: '/api/console/refunds/:id/done',
  schema: {
    summary: 'Says that people gave the money back, and under which reference; again with the same one is fine',
    tags,
    params: idParams,
    body: strict({ providerReference: words(100) }),
    response: { 200: ConsoleRefund, ...errorResponses },
  },
})
