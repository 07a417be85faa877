import Type, { type Static } from 'typebox'
import { catalogueProblems } from './catalogue-problems.ts'
import { pageLimit } from './console-catalogue.schema.ts'
import { defineStaffRoute } from './route.ts'
import { Cursor, errorResponses, Id, IdempotencyKeyHeader, Instant, nullable, Paisa, strict } from './shapes.ts'

export const importKinds = ['products', 'stock', 'customers', 'orders'] as const
export type ImportKind = (typeof importKinds)[number]

/** Data rows of a file, and its bytes once unpacked. */
export const importRowsMax = 20_000
export const importBytesMax = 20 * 1024 * 1024

/** The columns of each kind, in the order of the template. Those not in a file are left as they are. */
export const importColumns = {
  products: [
    'slug',
    'sku',
    'published',
    'category',
    'brand',
    'model_number',
    'name_en',
    'name_bn',
    'description_en',
    'description_bn',
    'highlights_en',
    'highlights_bn',
    'specifications',
    'warranty_months',
    'official',
    'weight_grams',
    'vat_percent',
    'colour',
    'memory',
    'size',
    'price_taka',
    'compare_at_taka',
    'variant_published',
  ],
  stock: ['sku', 'name', 'expected_on_hand', 'on_hand'],
  customers: ['legacy_id', 'phone', 'name', 'language'],
  orders: [
    'order_number',
    'placed_at',
    'state',
    'phone',
    'customer_name',
    'total_taka',
    'sku',
    'product_name',
    'quantity',
    'unit_price_taka',
  ],
} as const satisfies Record<ImportKind, readonly string[]>

/** Why a file cannot be read at all. */
export const fileProblems = [
  'empty',
  'not_utf8',
  'too_large',
  'too_many_rows',
  'too_many_cells',
  'cell_too_long',
  'quote_open',
  'quote_stray',
  'control_character',
  'column_missing',
  'column_unknown',
  'column_repeated',
  'not_gzip',
] as const
export type FileProblemCode = (typeof fileProblems)[number]

/** Why a row cannot be taken over. */
export const rowProblems = [
  ...catalogueProblems,
  'missing',
  'not_a_number',
  'not_yes_no',
  'not_money',
  'not_a_date',
  'not_a_phone',
  'wrong_form',
  'repeated',
  'differs',
  'pair_missing',
  'not_key_value',
  'sku_unknown',
  'moved_since',
  'below_held',
  'state_unknown',
  'language_unknown',
  'taken_meanwhile',
  'too_many_lines',
] as const
export type RowProblemCode = (typeof rowProblems)[number]
export const RowProblem = Type.Object({
  /** null: the row as a whole. */
  column: nullable(Type.String()),
  code: Type.Enum([...rowProblems]),
  value: nullable(Type.String()),
})
export type RowProblem = Static<typeof RowProblem>

const Counts = Type.Object({
  created: Type.Integer(),
  changed: Type.Integer(),
  unchanged: Type.Integer(),
  refused: Type.Integer(),
})
export const importStates = ['receiving', 'checking', 'checked', 'applying', 'done', 'cancelled'] as const
export const Import = Type.Object({
  id: Id,
  kind: Type.Enum([...importKinds]),
  fileName: Type.String(),
  state: Type.Enum([...importStates]),
  totalRows: Type.Integer(),
  /** What the check found applying would do. */
  checked: Counts,
  /** What applying has done so far. */
  applied: Counts,
  staffName: Type.String(),
  createdAt: Instant,
  finishedAt: nullable(Instant),
})
export type Import = Static<typeof Import>

const tags = ['console: imports']
const params = Type.Object({ importId: Id })

export const listImports = defineStaffRoute({
  permission: 'imports.run',
  method: 'GET',
  url: '/api/console/imports',
  schema: {
    summary: 'Imports, newest first',
    tags,
    querystring: strict({ after: Type.Optional(Cursor), limit: pageLimit }),
    response: { 200: Type.Object({ imports: Type.Array(Import), nextCursor: nullable(Cursor) }), ...errorResponses },
  },
})

export const startImport = defineStaffRoute({
  permission: 'imports.run',
  method: 'POST',
  url: '/api/console/imports',
  schema: {
    summary: 'Takes a CSV file, plain or gzip, and begins to check it; nothing is changed yet',
    tags,
    consumes: ['text/csv'],
    headers: IdempotencyKeyHeader,
    querystring: strict({
      kind: Type.Enum([...importKinds]),
      fileName: Type.String({ minLength: 1, maxLength: 120 }),
    }),
    body: Type.Unsafe<Uint8Array>({ description: `UTF-8, at most ${importBytesMax} bytes and ${importRowsMax} rows` }),
    response: { 200: Import, ...errorResponses },
  },
})

export const getImport = defineStaffRoute({
  permission: 'imports.run',
  method: 'GET',
  url: '/api/console/imports/:importId',
  schema: { summary: 'How far an import is', tags, params, response: { 200: Import, ...errorResponses } },
})

export const listImportProblems = defineStaffRoute({
  permission: 'imports.run',
  method: 'GET',
  url: '/api/console/imports/:importId/problems',
  schema: {
    summary: 'Rows that cannot be taken over, with what to do, in the order of the file',
    tags,
    params,
    querystring: strict({ after: Type.Optional(Cursor), limit: pageLimit }),
    response: {
      200: Type.Object({
        rows: Type.Array(Type.Object({ line: Type.Integer(), key: Type.String(), problems: Type.Array(RowProblem) })),
        nextCursor: nullable(Cursor),
      }),
      ...errorResponses,
    },
  },
})

export const applyImport = defineStaffRoute({
  permission: 'imports.run',
  method: 'PUT',
  url: '/api/console/imports/:importId/application',
  schema: {
    summary: 'Begins to apply a checked import; rows with problems are left out only when that is asked for',
    tags,
    params,
    body: strict({ skipsProblems: Type.Boolean() }),
    response: { 200: Import, ...errorResponses },
  },
})

export const cancelImport = defineStaffRoute({
  permission: 'imports.run',
  method: 'DELETE',
  url: '/api/console/imports/:importId',
  schema: {
    summary: 'Stops an import; what was applied stays applied',
    tags,
    params,
    response: { 200: Import, ...errorResponses },
  },
})

const csv = Type.Unsafe<string>({
  description: 'UTF-8 with a byte order mark',
  content: { 'text/csv': { schema: {} } },
})

export const getImportTemplate = defineStaffRoute({
  permission: 'imports.run',
  method: 'GET',
  url: '/api/console/import-templates/:kind',
  schema: {
    summary: 'An empty file with the columns of a kind',
    tags,
    params: Type.Object({ kind: Type.Enum([...importKinds]) }),
    response: { 200: csv, ...errorResponses },
  },
})

export const exportCatalogue = defineStaffRoute({
  permission: 'catalogue.read',
  method: 'GET',
  url: '/api/console/exports/:kind',
  schema: {
    summary: 'All products, or the stock of all variants, as a file that can be imported again',
    tags,
    params: Type.Object({ kind: Type.Enum(['products', 'stock']) }),
    response: { 200: csv, ...errorResponses },
  },
})

export const ImportedOrder = Type.Object({
  id: Id,
  legacyNumber: Type.String(),
  state: Type.Enum(['delivered', 'cancelled', 'returned']),
  placedAt: Instant,
  totalPaisa: Paisa,
  lines: Type.Array(
    Type.Object({
      sku: nullable(Type.String()),
      name: Type.String(),
      quantity: Type.Integer(),
      unitPricePaisa: nullable(Paisa),
    }),
  ),
  /** null when the old shop kept no number; name and phone masked for whoever may not see them. */
  customer: nullable(Type.Object({ id: Id, name: nullable(Type.String()), phone: nullable(Type.String()) })),
})
export type ImportedOrder = Static<typeof ImportedOrder>

export const listImportedOrders = defineStaffRoute({
  permission: 'orders.read',
  method: 'GET',
  url: '/api/console/imported-orders',
  schema: {
    summary: 'Orders of the shop we had before, newest first: history, no orders of ours',
    tags,
    querystring: strict({
      /** The old number, or the phone of its customer. */
      query: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
      after: Type.Optional(Cursor),
      limit: pageLimit,
    }),
    response: {
      200: Type.Object({ orders: Type.Array(ImportedOrder), nextCursor: nullable(Cursor) }),
      ...errorResponses,
    },
  },
})
