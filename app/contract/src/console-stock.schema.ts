import Type, { type Static } from 'typebox'
import { ConsoleVariant, pageLimit, Sku } from './console-catalogue.schema.ts'
import { defineStaffRoute } from './route.ts'
import {
  Cursor,
  errorResponses,
  Id,
  IdempotencyKeyHeader,
  Instant,
  nullable,
  Paisa,
  PictureId,
  strict,
} from './shapes.ts'

/** Stock as staff see and change it. Every change is a document with its movements in the ledger. */

/** Most units of one variant that one document moves; a container of phone cases holds fewer. */
export const maxUnitsAtOnce = 100_000
/** Most variants in one document: a delivery note of ten pages. */
export const maxDocumentLines = 200

export const receiptReasons = ['purchase', 'customer_return', 'found'] as const
export const adjustmentReasons = ['damaged', 'lost', 'found', 'internal_use', 'correction'] as const
export const documentKinds = ['receipt', 'adjustment', 'count'] as const
export const documentReasons = [...new Set([...receiptReasons, ...adjustmentReasons, 'count'] as const)]
const Note = Type.String({ maxLength: 300, description: 'supplier, invoice number, what happened; may be empty' })

const Units = Type.Integer({ minimum: 1, maximum: maxUnitsAtOnce })
const lines = <T extends Parameters<typeof Type.Array>[0]>(line: T) =>
  Type.Array(line, { minItems: 1, maxItems: maxDocumentLines })

const Name = Type.Object({ en: Type.String(), bn: Type.String() })
export const StockItem = Type.Object({
  variantId: Id,
  sku: Type.String(),
  productId: Id,
  name: Name,
  options: ConsoleVariant.properties.options,
  pictureId: nullable(PictureId),
  pricePaisa: Paisa,
  isPublished: Type.Boolean(),
  onHand: Type.Integer(),
  held: Type.Integer(),
  available: Type.Integer(),
})
export type StockItem = Static<typeof StockItem>

export const StockDocument = Type.Object({
  id: Id,
  kind: Type.Enum([...documentKinds]),
  reason: Type.Enum([...documentReasons]),
  note: Type.String(),
  staffName: Type.String(),
  createdAt: Instant,
  /** What it changed; a count that found what was expected changes nothing. */
  lines: Type.Array(
    Type.Object({ variantId: Id, sku: Type.String(), onHandChange: Type.Integer(), onHand: Type.Integer() }),
  ),
})
export type StockDocument = Static<typeof StockDocument>

const tags = ['console: stock']

export const listStock = defineStaffRoute({
  permission: 'stock.read',
  method: 'GET',
  url: '/api/console/stock',
  schema: {
    summary: 'Stock by variant, in the order of the SKU; or the scarce ones, the scarcest first',
    tags,
    querystring: strict({
      /** Letters anywhere in a SKU or name. */
      query: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
      /** Only published variants with at most so many units to sell, the fewest first. */
      availableMax: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000 })),
      after: Type.Optional(Cursor),
      limit: pageLimit,
    }),
    response: {
      200: Type.Object({ items: Type.Array(StockItem), nextCursor: nullable(Cursor) }),
      ...errorResponses,
    },
  },
})

export const findStockBySku = defineStaffRoute({
  permission: 'stock.read',
  method: 'GET',
  url: '/api/console/stock/by-sku',
  schema: {
    summary: 'The variant of one SKU, as a scanner reads it',
    tags,
    querystring: strict({ sku: Sku }),
    response: { 200: StockItem, ...errorResponses },
  },
})

export const Movement = Type.Object({
  id: Id,
  kind: Type.String(),
  onHandChange: Type.Integer(),
  heldChange: Type.Integer(),
  /** After this movement. */
  onHand: Type.Integer(),
  held: Type.Integer(),
  orderNumber: nullable(Type.String()),
  document: nullable(
    Type.Object({
      id: Id,
      kind: Type.Enum([...documentKinds]),
      reason: Type.Enum([...documentReasons]),
      note: Type.String(),
      staffName: Type.String(),
    }),
  ),
  cause: Type.String(),
  movedAt: Instant,
})
export type Movement = Static<typeof Movement>

export const listMovements = defineStaffRoute({
  permission: 'stock.read',
  method: 'GET',
  url: '/api/console/stock/:variantId/movements',
  schema: {
    summary: 'The ledger of a variant with its running balance, newest first',
    tags,
    params: Type.Object({ variantId: Id }),
    querystring: strict({ after: Type.Optional(Cursor), limit: pageLimit }),
    response: {
      200: Type.Object({ item: StockItem, movements: Type.Array(Movement), nextCursor: nullable(Cursor) }),
      ...errorResponses,
    },
  },
})

export const receiveStock = defineStaffRoute({
  permission: 'stock.write',
  method: 'POST',
  url: '/api/console/stock/receipts',
  schema: {
    summary: 'Units came in',
    tags,
    headers: IdempotencyKeyHeader,
    body: strict({
      reason: Type.Enum([...receiptReasons]),
      note: Note,
      lines: lines(strict({ variantId: Id, quantity: Units })),
    }),
    response: { 200: StockDocument, ...errorResponses },
  },
})

export const adjustStock = defineStaffRoute({
  permission: 'stock.write',
  method: 'POST',
  url: '/api/console/stock/adjustments',
  schema: {
    summary: 'Corrects what is on hand, up or down; units held for orders cannot be taken away',
    tags,
    headers: IdempotencyKeyHeader,
    body: strict({
      reason: Type.Enum([...adjustmentReasons]),
      note: Note,
      lines: lines(
        strict({ variantId: Id, onHandChange: Type.Integer({ minimum: -maxUnitsAtOnce, maximum: maxUnitsAtOnce }) }),
      ),
    }),
    response: { 200: StockDocument, ...errorResponses },
  },
})

export const countStock = defineStaffRoute({
  permission: 'stock.write',
  method: 'POST',
  url: '/api/console/stock/counts',
  schema: {
    summary: 'Takes what was counted as what is on hand',
    tags,
    headers: IdempotencyKeyHeader,
    body: strict({
      note: Note,
      lines: lines(
        strict({
          variantId: Id,
          /** What the books said when the counting began: when orders moved them since, the difference still counts from here. */
          expected: Type.Integer({ minimum: 0, maximum: 10_000_000 }),
          counted: Type.Integer({ minimum: 0, maximum: 10_000_000 }),
        }),
      ),
    }),
    response: { 200: StockDocument, ...errorResponses },
  },
})

export const listStockDocuments = defineStaffRoute({
  permission: 'stock.read',
  method: 'GET',
  url: '/api/console/stock/documents',
  schema: {
    summary: 'Receipts, adjustments and counts, newest first',
    tags,
    querystring: strict({
      kind: Type.Optional(Type.Enum([...documentKinds])),
      after: Type.Optional(Cursor),
      limit: pageLimit,
    }),
    response: {
      200: Type.Object({ documents: Type.Array(StockDocument), nextCursor: nullable(Cursor) }),
      ...errorResponses,
    },
  },
})
