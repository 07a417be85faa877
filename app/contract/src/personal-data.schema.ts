import Type, { type Static } from 'typebox'
import { Account, accountResponses, CodeSent, CodeText, Session } from './accounts.schema.ts'
import { Address } from './addresses.schema.ts'
import { CancellationRequest } from './cancellations.schema.ts'
import { defineCustomerRoute } from './customer-route.ts'
import { Order, orderStates } from './orders.schema.ts'
import { paymentMethods } from './payment-methods.ts'
import { Cursor, Id, Instant, Localised, nullable, Paisa, PictureId, strict } from './shapes.ts'

/** Newest orders and messages that an export holds; nobody has more, and the answer stays under a few megabytes. */
export const maxExported = 500

export const OrderSummary = Type.Object({
  from: Type.Literal('here'),
  number: Type.String(),
  token: Type.String(),
  state: Type.Enum([...orderStates]),
  placedAt: Instant,
  totalPaisa: Paisa,
  paymentMethod: Type.Enum([...paymentMethods]),
  /** Units in all lines. */
  itemCount: Type.Integer(),
  lineCount: Type.Integer(),
  /** Of its first line. */
  firstName: Localised,
  firstPictureId: nullable(PictureId),
})
export type OrderSummary = Static<typeof OrderSummary>

export const importedOrderStates = ['delivered', 'cancelled', 'returned'] as const

/** An order of the shop we had before, as its file told it: to be looked up, and no more. */
const importedOrder = {
  /** The old shop's own number. */
  number: Type.String(),
  state: Type.Enum([...importedOrderStates]),
  placedAt: Instant,
  totalPaisa: Paisa,
}

export const ImportedOrderSummary = Type.Object({
  from: Type.Literal('old_shop'),
  id: Id,
  ...importedOrder,
  itemCount: Type.Integer(),
  lineCount: Type.Integer(),
  /** As the old shop called it; null: the file names no products. */
  firstName: nullable(Type.String()),
})
export type ImportedOrderSummary = Static<typeof ImportedOrderSummary>

export const ImportedOrderOfAccount = Type.Object({
  ...importedOrder,
  lines: Type.Array(
    Type.Object({
      sku: nullable(Type.String()),
      name: Type.String(),
      quantity: Type.Integer(),
      /** null: the file does not say. */
      unitPricePaisa: nullable(Paisa),
    }),
  ),
})
export type ImportedOrderOfAccount = Static<typeof ImportedOrderOfAccount>

export const OrderOfHistory = Type.Union([OrderSummary, ImportedOrderSummary])
export type OrderOfHistory = Static<typeof OrderOfHistory>

const MoneyOfPerson = Type.Object({
  orderNumber: Type.String(),
  /** Paid online or at the door, or given back. */
  kind: Type.Enum(['paid_online', 'paid_at_door', 'given_back']),
  /** How; money at the door, and what comes back of it, is cash. */
  method: Type.Enum(['bkash', 'nagad', 'sslcommerz', 'cash']),
  amountPaisa: Paisa,
  at: Instant,
})

export const PersonalData = Type.Object({
  exportedAt: Instant,
  /** false: there is more than fits; the shop sends the rest on request. */
  isComplete: Type.Boolean(),
  account: Account,
  addresses: Type.Array(Address),
  sessions: Type.Array(Session),
  orders: Type.Array(Order),
  cancellationRequests: Type.Array(Type.Object({ orderNumber: Type.String(), ...CancellationRequest.properties })),
  /** Money of these orders, the newest first. */
  money: Type.Array(MoneyOfPerson),
  /** Those of the shop we had before. */
  importedOrders: Type.Array(ImportedOrderOfAccount),
  messages: Type.Array(
    Type.Object({
      channel: Type.String(),
      recipient: Type.String(),
      subject: nullable(Type.String()),
      body: Type.String(),
      sentAt: Instant,
    }),
  ),
})
export type PersonalData = Static<typeof PersonalData>

const tags = ['accounts']

export const listAccountOrders = defineCustomerRoute({
  method: 'GET',
  url: '/api/account/orders',
  schema: {
    summary: 'Orders of the account, those of the shop we had before among them, newest first',
    tags,
    querystring: strict({
      after: Type.Optional(Cursor),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20 })),
    }),
    response: {
      200: Type.Object({ orders: Type.Array(OrderOfHistory), nextCursor: nullable(Cursor) }),
      ...accountResponses,
    },
  },
})

export const getImportedOrder = defineCustomerRoute({
  method: 'GET',
  url: '/api/account/imported-orders/:id',
  schema: {
    summary: 'One order of the account from the shop we had before',
    tags,
    params: Type.Object({ id: Id }),
    response: { 200: ImportedOrderOfAccount, ...accountResponses },
  },
})

export const claimOrders = defineCustomerRoute({
  method: 'POST',
  url: '/api/account/orders/claim',
  schema: {
    summary: 'Takes the guest orders of the last year with the confirmed number into the account; again is fine',
    tags,
    body: strict({}),
    response: { 200: Type.Object({ claimedOrders: Type.Integer() }), ...accountResponses },
  },
})

export const exportPersonalData = defineCustomerRoute({
  method: 'GET',
  url: '/api/account/personal-data',
  schema: {
    summary: 'Everything the shop knows about the person, as a file',
    tags,
    response: { 200: PersonalData, ...accountResponses },
  },
})

export const sendErasureCode = defineCustomerRoute({
  method: 'POST',
  url: '/api/account/erasure/codes',
  schema: {
    summary: 'Sends the code with which the account can be erased to its own number',
    tags,
    body: strict({}),
    response: { 200: CodeSent, ...accountResponses },
  },
})

export const eraseAccount = defineCustomerRoute({
  method: 'POST',
  url: '/api/account/erasure',
  schema: {
    summary:
      'Erases the person for good: account, addresses, sessions, messages; orders stay without name, phone and address',
    tags,
    body: strict({ code: CodeText }),
    response: { 200: strict({}), ...accountResponses },
  },
})
