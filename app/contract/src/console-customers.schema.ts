import Type, { type Static } from 'typebox'
import { Address } from './addresses.schema.ts'
import { ImportedOrder } from './console-imports.schema.ts'
import { ConsoleOrderRow } from './console-orders.schema.ts'
import { defineStaffRoute } from './route.ts'
import { Cursor, errorResponses, Instant, nullable, Paisa, strict } from './shapes.ts'

/**
 * What staff know a person by: `a12`, the account 12, or `o345`, whoever placed the order 345. Never the phone number, which
 * would stand in logs and in the address of pages, and which not every member of staff may see.
 */
export const CustomerRef = Type.String({ pattern: '^[ao][1-9]\\d{0,14}$' })

export const CustomerRow = Type.Object({
  ref: CustomerRef,
  hasAccount: Type.Boolean(),
  /** null: an account that never gave one. Name, phone and e-mail masked for whoever may not see them. */
  name: nullable(Type.String()),
  phone: Type.String(),
  email: nullable(Type.String()),
  orderCount: Type.Integer(),
  /** Of the orders that arrived. */
  deliveredPaisa: Paisa,
  lastOrderAt: nullable(Instant),
  /** What the rules of cash on delivery look at: orders of this number on their way that are to be paid at the door. */
  codOpenOrders: Type.Integer(),
  /** And parcels that came back because nobody took them. */
  refusedParcels: Type.Integer(),
})
export type CustomerRow = Static<typeof CustomerRow>

export const ConsoleCustomer = Type.Object({
  ...CustomerRow.properties,
  language: Type.Enum(['en', 'bn']),
  /** Whether parts of name, phone, e-mail and addresses are hidden from this member of staff. */
  isMasked: Type.Boolean(),
  importedOrderCount: Type.Integer(),
  /** null: a guest. */
  account: nullable(
    Type.Object({
      createdAt: Instant,
      hasPassword: Type.Boolean(),
      /** Devices that are signed in now. */
      sessionCount: Type.Integer(),
      lastSeenAt: nullable(Instant),
      addresses: Type.Array(Type.Omit(Address, ['upazilaId', 'districtSlug'])),
    }),
  ),
})
export type ConsoleCustomer = Static<typeof ConsoleCustomer>

export const CustomerOrder = Type.Object({
  ...Type.Pick(ConsoleOrderRow, ['id', 'number', 'state', 'paymentMethod', 'itemCount', 'totalPaisa', 'placedAt'])
    .properties,
  couponCode: nullable(Type.String()),
  discountPaisa: Paisa,
})
export type CustomerOrder = Static<typeof CustomerOrder>

const tags = ['console-customers']
const params = Type.Object({ ref: CustomerRef })
const page = {
  after: Type.Optional(Cursor),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
}

export const listCustomers = defineStaffRoute({
  permission: 'customers.read',
  method: 'GET',
  url: '/api/console/customers',
  schema: {
    summary: 'People by phone, with an account or only as guests: who ordered last comes first, then who never ordered',
    tags,
    querystring: strict({
      /** Phone, part of a name, whole e-mail address, number of an order. */
      q: Type.Optional(Type.String({ minLength: 2, maxLength: 254 })),
      ...page,
    }),
    response: {
      200: Type.Object({ customers: Type.Array(CustomerRow), nextCursor: nullable(Cursor) }),
      ...errorResponses,
    },
  },
})

export const getConsoleCustomer = defineStaffRoute({
  permission: 'customers.read',
  method: 'GET',
  url: '/api/console/customers/:ref',
  schema: {
    summary: 'One person: account, addresses, and how they stand with cash on delivery',
    tags,
    params,
    response: { 200: ConsoleCustomer, ...errorResponses },
  },
})

export const listCustomerOrders = defineStaffRoute({
  permission: 'customers.read',
  method: 'GET',
  url: '/api/console/customers/:ref/orders',
  schema: {
    summary: 'The orders of one person, newest first',
    tags,
    params,
    querystring: strict(page),
    response: {
      200: Type.Object({ orders: Type.Array(CustomerOrder), nextCursor: nullable(Cursor) }),
      ...errorResponses,
    },
  },
})

export const listCustomerImportedOrders = defineStaffRoute({
  permission: 'customers.read',
  method: 'GET',
  url: '/api/console/customers/:ref/imported-orders',
  schema: {
    summary: 'What one person ordered in the shop we had before, newest first',
    tags,
    params,
    querystring: strict(page),
    response: {
      200: Type.Object({ orders: Type.Array(Type.Omit(ImportedOrder, ['customer'])), nextCursor: nullable(Cursor) }),
      ...errorResponses,
    },
  },
})
