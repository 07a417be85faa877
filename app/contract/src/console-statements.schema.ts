import Type, { type Static } from 'typebox'
import { OnlineMethod } from './payments.schema.ts'
import { defineStaffRoute } from './route.ts'
import { Cursor, errorResponses, Id, Instant, nullable, Paisa, strict } from './shapes.ts'

/**
 * `unknown_payment`: money we know nothing of. `not_booked`: an attempt or refund of ours that our books do not have as done.
 * `reference_differs`: our attempt, booked under another of their references. `double`: stands in the file twice.
 */
export const statementVerdicts = [
  'right',
  'amount_differs',
  'reference_differs',
  'unknown_payment',
  'not_booked',
  'unknown_refund',
  'double',
] as const
export type StatementVerdict = (typeof statementVerdicts)[number]

export const maxStatementRows = 5_000
/** A row of a provider's export has up to about two hundred characters. */
export const maxStatementCharacters = 1_000_000
/** Days that one statement may be of. */
export const maxStatementDays = 62
/** Most that is shown of what a statement lacks; the count says how many there are. */
export const maxMissingShown = 200

const ColumnName = Type.String({ minLength: 1, maxLength: 100 })
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'a day in Asia/Dhaka, YYYY-MM-DD' })

/** Which column of the file holds what: no provider documents the names of its columns, and they change. */
export const StatementColumns = strict({
  /** The provider's own name of the transaction. */
  reference: ColumnName,
  /** What we called it; absent: the file does not say. */
  ourReference: Type.Optional(ColumnName),
  /** What the shopper paid; below zero: what went back. */
  amount: ColumnName,
  /** What went back, where that is a column of its own. */
  returned: Type.Optional(ColumnName),
})
export type StatementColumns = Static<typeof StatementColumns>

/** Below zero: it went back. */
const SignedPaisa = Type.Integer({ minimum: -100_000_000_000, maximum: 100_000_000_000 })

export const StatementRow = Type.Object({
  line: Type.Integer(),
  reference: Type.String(),
  ourReference: nullable(Type.String()),
  amountPaisa: SignedPaisa,
  /** What our books have; null: nothing. */
  bookedPaisa: nullable(SignedPaisa),
  orderId: nullable(Id),
  orderNumber: nullable(Type.String()),
  verdict: Type.Enum([...statementVerdicts]),
})
export type StatementRow = Static<typeof StatementRow>

/** What we booked in the days of a statement and no statement has. */
export const MissingInStatement = Type.Object({
  orderId: Id,
  orderNumber: Type.String(),
  reference: Type.String(),
  /** Below zero: it went back. */
  amountPaisa: SignedPaisa,
  bookedAt: Instant,
})
export type MissingInStatement = Static<typeof MissingInStatement>

export const Statement = Type.Object({
  /** null for a dry run, which keeps nothing. */
  id: nullable(Id),
  method: OnlineMethod,
  fileName: Type.String(),
  fromDay: Day,
  toDay: Day,
  importedAt: nullable(Instant),
  rowCount: Type.Integer(),
  receivedPaisa: Paisa,
  returnedPaisa: Paisa,
  counts: Type.Record(Type.Enum([...statementVerdicts]), Type.Integer()),
  /** Bookings of ours of these days that stand in no statement of the provider, now. */
  missingCount: Type.Integer(),
})
export type Statement = Static<typeof Statement>

export const StatementRowError = Type.Object({
  line: Type.Integer(),
  column: Type.String(),
  problem: Type.Enum([
    'column_missing',
    'unreadable',
    'empty',
    'not_an_amount',
    'too_long',
    'no_rows',
    'too_many_rows',
  ]),
})
export type StatementRowError = Static<typeof StatementRowError>

const tags = ['console-reconciliation']
const whole = {
  statement: Statement,
  rows: Type.Array(StatementRow),
  missing: Type.Array(MissingInStatement),
}

export const importStatement = defineStaffRoute({
  permission: 'settlements.write',
  method: 'POST',
  url: '/api/console/reconciliation/statements',
  // What the text may have, with escapes and letters of three bytes.
  bodyLimitBytes: 3 * maxStatementCharacters,
  schema: {
    summary:
      'Compares a provider’s list of transactions with our books; the same file, columns and days are the same statement',
    tags,
    body: strict({
      method: OnlineMethod,
      fileName: Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\u0000-\\u001f]+$' }),
      csv: Type.String({ minLength: 1, maxLength: maxStatementCharacters }),
      columns: StatementColumns,
      fromDay: Day,
      toDay: Day,
      isDryRun: Type.Boolean(),
    }),
    response: {
      200: Type.Object({ ...whole, statement: nullable(Statement), errors: Type.Array(StatementRowError) }),
      ...errorResponses,
    },
  },
})

export const listStatements = defineStaffRoute({
  permission: 'reconciliation.read',
  method: 'GET',
  url: '/api/console/reconciliation/statements',
  schema: {
    summary: 'Imported statements of payment providers, newest first',
    tags,
    querystring: strict({
      after: Type.Optional(Cursor),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    }),
    response: {
      200: Type.Object({ statements: Type.Array(Statement), nextCursor: nullable(Cursor) }),
      ...errorResponses,
    },
  },
})

export const readStatement = defineStaffRoute({
  permission: 'reconciliation.read',
  method: 'GET',
  url: '/api/console/reconciliation/statements/:id',
  schema: {
    summary: 'One statement with its rows, and what it lacks',
    tags,
    params: Type.Object({ id: Id }),
    response: { 200: Type.Object(whole), ...errorResponses },
  },
})
