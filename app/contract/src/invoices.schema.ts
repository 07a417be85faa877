import Type, { type Static } from 'typebox'
import { Option } from './catalogue.schema.ts'
import { orderStates } from './orders.schema.ts'
import { paymentMethods } from './payment-methods.ts'
import { defineRoute, defineStaffRoute } from './route.ts'
import { errorResponses, Id, Instant, Localised, Paisa, strict } from './shapes.ts'

export const InvoiceLine = Type.Object({
  sku: Type.String(),
  name: Localised,
  options: Type.Array(Option),
  quantity: Type.Integer(),
  unitPricePaisa: Paisa,
  linePaisa: Paisa,
  /** VAT contained in the line. */
  vatPaisa: Paisa,
  warrantyMonths: Type.Integer(),
  /** Serial numbers or IMEIs of the units that went out, where they were recorded. */
  units: Type.Array(Type.String()),
})
export type InvoiceLine = Static<typeof InvoiceLine>

/** What the printed invoice says; prices include VAT, and everything is as it was when the order was placed. */
export const Invoice = Type.Object({
  number: Type.String(),
  /** When the order was confirmed. */
  issuedAt: Instant,
  customer: Type.Object({ name: Type.String(), phone: Type.String(), address: Localised }),
  lines: Type.Array(InvoiceLine),
  subtotalPaisa: Paisa,
  deliveryFeePaisa: Paisa,
  /** What a coupon took off. */
  discountPaisa: Paisa,
  totalPaisa: Paisa,
  vatPaisa: Paisa,
  /** Paid online before the rest in cash. */
  advancePaisa: Paisa,
  paymentMethod: Type.Enum([...paymentMethods]),
  state: Type.Enum([...orderStates]),
})
export type Invoice = Static<typeof Invoice>

const tags = ['invoices']
const tokenParams = Type.Object({ token: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }) })
const languageQuery = strict({ language: Type.Enum(['en', 'bn']) })
const Pdf = Type.Unsafe<Uint8Array>({ description: 'The invoice', content: { 'application/pdf': { schema: {} } } })

export const getInvoice = defineRoute({
  method: 'GET',
  url: '/api/orders/:token/invoice',
  schema: {
    summary: 'The invoice of a confirmed order, for whoever holds its token',
    tags,
    params: tokenParams,
    response: { 200: Invoice, ...errorResponses },
  },
})

export const getInvoicePdf = defineRoute({
  method: 'GET',
  url: '/api/orders/:token/invoice.pdf',
  schema: {
    summary: 'The same as a PDF; the same order gives the same bytes',
    tags,
    params: tokenParams,
    querystring: languageQuery,
    response: { 200: Pdf, ...errorResponses },
  },
})

export const getConsoleInvoicePdf = defineStaffRoute({
  // Held by those who pack, deliver and answer the telephone: the invoice names the customer.
  permission: 'orders.note',
  method: 'POST',
  url: '/api/console/orders/:id/invoice.pdf',
  schema: {
    summary:
      'The invoice of an order, to be put into the parcel; who printed it is written down, which is why it is a POST',
    tags: ['console-invoices'],
    params: Type.Object({ id: Id }),
    querystring: languageQuery,
    response: { 200: Pdf, ...errorResponses },
  },
})
