import Type, { type Static } from 'typebox'
import { bookingCouriers } from './console-couriers.schema.ts'
import { defineStaffRoute } from './route.ts'
import { Cursor, errorResponses, Id, Instant, nullable, Paisa, strict } from './shapes.ts'

/** `short` and `over`: not what was to be collected. `double`: paid in an earlier row. `not_delivered`: money for a parcel that was not. */
export const settlementVerdicts = ['right', 'short', 'over', 'unknown_parcel', 'double', 'not_delivered'] as const
/** Of these nothing is booked: an overlapping file is likelier than money that came twice, and the others are not known to be ours. */
export const notBookedVerdicts: readonly SettlementVerdict[] = ['unknown_parcel', 'double']
export type SettlementVerdict = (typeof settlementVerdicts)[number]

/** A courier's file of one day has a few hundred rows; longer ones are split. */
export const maxSettlementRows = 1_000
/** Below the largest body the api takes; a row has about fifty characters. */
const maxSettlementCharacters = 50_000

const CourierField = Type.Enum([...bookingCouriers])
const ColumnName = Type.String({ minLength: 1, maxLength: 100 })

/** Which column of the file holds what. */
export const SettlementColumns = strict({
  /** Consignment or our reference. */
  parcel: ColumnName,
  collected: ColumnName,
  /** Absent: the file names no fees. */
  fee: Type.Optional(ColumnName),
})
export type SettlementColumns = Static<typeof SettlementColumns>

export const SettlementRow = Type.Object({
  line: Type.Integer(),
  parcel: Type.String(),
  orderId: nullable(Id),
  orderNumber: nullable(Type.String()),
  collectedPaisa: Paisa,
  feePaisa: Paisa,
  expectedPaisa: nullable(Paisa),
  verdict: Type.Enum([...settlementVerdicts]),
})
export type SettlementRow = Static<typeof SettlementRow>

export const Settlement = Type.Object({
  /** null for a dry run, which keeps nothing. */
  id: nullable(Id),
  courier: CourierField,
  fileName: Type.String(),
  importedAt: nullable(Instant),
  rowCount: Type.Integer(),
  collectedPaisa: Paisa,
  feePaisa: Paisa,
  /** Of what the courier paid out, what is booked; the rest belongs to rows that a person has to look at. */
  bookedPaisa: Type.Integer(),
  /** How many rows of each kind. */
  counts: Type.Record(Type.Enum([...settlementVerdicts]), Type.Integer()),
})
export type Settlement = Static<typeof Settlement>

/** A row that cannot be read; with one of these nothing is imported. */
export const SettlementRowError = Type.Object({
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
    'repeated',
  ]),
})
export type SettlementRowError = Static<typeof SettlementRowError>

const tags = ['console-couriers']
const page = { after: Type.Optional(Cursor), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })) }

export const importSettlement = defineStaffRoute({
  permission: 'settlements.write',
  method: 'POST',
  url: '/api/console/couriers/settlements',
  schema: {
    summary: 'Compares a courier’s file of collected money with our orders; the same file again is the same settlement',
    tags,
    body: strict({
      courier: CourierField,
      fileName: Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\u0000-\\u001f]+$' }),
      csv: Type.String({ minLength: 1, maxLength: maxSettlementCharacters }),
      columns: SettlementColumns,
      isDryRun: Type.Boolean(),
    }),
    response: {
      200: Type.Object({
        settlement: nullable(Settlement),
        rows: Type.Array(SettlementRow),
        errors: Type.Array(SettlementRowError),
      }),
      ...errorResponses,
    },
  },
})

export const listSettlements = defineStaffRoute({
  permission: 'payments.read',
  method: 'GET',
  url: '/api/console/couriers/settlements',
  schema: {
    summary: 'Imported settlements, newest first',
    tags,
    querystring: strict(page),
    response: {
      200: Type.Object({ settlements: Type.Array(Settlement), nextCursor: nullable(Type.String()) }),
      ...errorResponses,
    },
  },
})

export const readSettlement = defineStaffRoute({
  permission: 'payments.read',
  method: 'GET',
  url: '/api/console/couriers/settlements/:id',
  schema: {
    summary: 'One settlement with its rows',
    tags,
    params: Type.Object({ id: Id }),
    response: { 200: Type.Object({ settlement: Settlement, rows: Type.Array(SettlementRow) }), ...errorResponses },
  },
})
