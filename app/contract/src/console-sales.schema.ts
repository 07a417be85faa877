import Type, { type Static } from 'typebox'
import { defineStaffRoute } from './route.ts'
import {
  Cursor,
  errorResponses,
  Id,
  IdempotencyKeyHeader,
  Instant,
  Localised,
  nullable,
  Paisa,
  PictureId,
  strict,
} from './shapes.ts'

/** Sales as staff prepare them: a window, variants with price and allotment, a limit per customer, a waiting room. */

/** Most variants in one sale. */
export const maxSaleLines = 200
/** A sale that lasts longer is a price. */
export const maxSaleDays = 31

export const saleStates = ['draft', 'scheduled', 'cancelled'] as const
export type SaleState = (typeof saleStates)[number]
/** What a sale is by the shop's clock. */
export const salePhases = ['draft', 'upcoming', 'running', 'over', 'cancelled'] as const
export type SalePhase = (typeof salePhases)[number]

const Version = Type.Integer({ minimum: 1, maximum: 2_147_483_647 })
const Name = Type.String({ minLength: 3, maxLength: 80 })
const UtcInstant = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?Z$',
  description: 'UTC, ISO 8601',
})

export const SaleLineContent = strict({
  variantId: Id,
  pricePaisa: Type.Integer({ minimum: 1, maximum: 100_000_000_000 }),
  allotment: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
})
export type SaleLineContent = Static<typeof SaleLineContent>

const saleFields = {
  name: strict({ en: Name, bn: Name }),
  startsAt: UtcInstant,
  endsAt: UtcInstant,
  prewarmMinutes: Type.Integer({ minimum: 0, maximum: 240 }),
  limitPerCustomer: nullable(Type.Integer({ minimum: 1, maximum: 99 })),
  hasWaitingRoom: Type.Boolean(),
}
export const SaleContent = strict({ ...saleFields, lines: Type.Array(SaleLineContent, { maxItems: maxSaleLines }) })
export type SaleContent = Static<typeof SaleContent>

const SaleLine = Type.Object({
  ...SaleLineContent.properties,
  sku: Type.String(),
  name: Localised,
  pictureId: nullable(PictureId),
  /** What the variant costs outside of the sale, now. */
  usualPricePaisa: Paisa,
  /** Units that could be sold now. */
  available: Type.Integer(),
})
export type SaleLine = Static<typeof SaleLine>

export const Sale = Type.Object({
  id: Id,
  version: Version,
  state: Type.Enum([...saleStates]),
  phase: Type.Enum([...salePhases]),
  ...saleFields,
  lines: Type.Array(SaleLine),
})
export type Sale = Static<typeof Sale>

const SaleSummary = Type.Object({
  id: Id,
  phase: Type.Enum([...salePhases]),
  name: Localised,
  startsAt: Instant,
  endsAt: Instant,
  hasWaitingRoom: Type.Boolean(),
  lineCount: Type.Integer(),
  allotment: Type.Integer(),
})
export type SaleSummary = Static<typeof SaleSummary>

/** `details` of SALE_INVALID: each line that cannot be sold so, and why. */
export const saleProblems = ['variant_unknown', 'price_not_lower', 'variant_twice', 'in_another_sale'] as const
export const SaleProblem = Type.Object({
  variantId: Id,
  code: Type.Enum([...saleProblems]),
  /** The other sale, for in_another_sale. */
  sale: Type.Optional(Type.Object({ id: Id, name: Localised })),
})
export type SaleProblem = Static<typeof SaleProblem>

const tags = ['console: sales']
const params = Type.Object({ saleId: Id })
const answers = { response: { 200: Sale, ...errorResponses } }

export const listSales = defineStaffRoute({
  permission: 'catalogue.read',
  method: 'GET',
  url: '/api/console/sales',
  schema: {
    summary: 'Sales, the latest start first',
    tags,
    querystring: strict({
      after: Type.Optional(Cursor),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
    }),
    response: {
      200: Type.Object({ sales: Type.Array(SaleSummary), nextCursor: nullable(Cursor) }),
      ...errorResponses,
    },
  },
})

export const getSale = defineStaffRoute({
  permission: 'catalogue.read',
  method: 'GET',
  url: '/api/console/sales/:saleId',
  schema: { summary: 'One sale with its lines', tags, params, ...answers },
})

/** What became of the units of a line; amounts are what was sold for, without delivery and before coupons. */
export const SaleLineFigures = Type.Object({
  variantId: Id,
  allotment: Type.Integer(),
  /** In orders that wait for a payment or a code. */
  held: Type.Integer(),
  sold: Type.Integer(),
  left: Type.Integer(),
  soldPaisa: Paisa,
})
export const SaleFigures = Type.Object({
  lines: Type.Array(SaleLineFigures),
  /** Orders that are not over and have something of it. */
  orders: Type.Integer(),
})
export type SaleFigures = Static<typeof SaleFigures>

export const getSaleFigures = defineStaffRoute({
  permission: 'overview.read',
  method: 'GET',
  url: '/api/console/sales/:saleId/figures',
  schema: {
    summary: 'What of a sale is held, sold and left, now',
    tags,
    params,
    response: { 200: SaleFigures, ...errorResponses },
  },
})

export const createSale = defineStaffRoute({
  permission: 'sales.write',
  method: 'POST',
  url: '/api/console/sales',
  schema: {
    summary: 'Makes a draft that nobody sees yet; the same key makes one',
    tags,
    headers: IdempotencyKeyHeader,
    body: SaleContent,
    ...answers,
  },
})

export const saveSale = defineStaffRoute({
  permission: 'sales.write',
  method: 'PUT',
  url: '/api/console/sales/:saleId',
  schema: {
    summary: 'Changes a sale; one that has begun keeps its start and prices, and no allotment shrinks',
    tags,
    params,
    body: strict({ version: Version, ...SaleContent.properties }),
    ...answers,
  },
})

export const setSaleState = defineStaffRoute({
  permission: 'sales.write',
  method: 'PUT',
  url: '/api/console/sales/:saleId/state',
  schema: {
    summary: 'Schedules a draft, takes a sale that has not begun back to draft, or cancels one for good',
    tags,
    params,
    body: strict({ version: Version, state: Type.Enum([...saleStates]) }),
    ...answers,
  },
})
