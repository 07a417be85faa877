import Type, { type Static, type TSchema } from 'typebox'

/** Shapes that several features share. */

export const Localised = Type.Object(
  { en: Type.String(), bn: Type.String() },
  { description: 'English and Bangla text' },
)
export type Localised = Static<typeof Localised>

/** Integer paisa, 100 to the taka. The upper limit is a thousand million taka, far below 2^53. */
export const Paisa = Type.Integer({
  minimum: 0,
  maximum: 100_000_000_000,
  description: 'Bangladeshi paisa (1/100 taka)',
})
export const Id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })
/** Longest slug that our own catalogue makes is under 100 characters. */
export const Slug = Type.String({ minLength: 1, maxLength: 120, pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$' })
export const PictureId = Type.String({ pattern: '^[0-9a-f]{32,64}$', description: 'content hash of a picture' })
export const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' })
export const Instant = Type.String({ description: 'UTC, ISO 8601', maxLength: 30 })
/** Most distinct products in one cart, and so in one order. */
export const maxCartLines = 50
/** Most units of one variant in one cart. */
export const maxLineQuantity = 99
export const Quantity = Type.Integer({ minimum: 1, maximum: maxLineQuantity })
export const Cursor = Type.String({
  minLength: 1,
  maxLength: 200,
  pattern: '^[A-Za-z0-9_-]+$',
  description: 'opaque; from a previous answer',
})

/** Counts the changes of a row that staff edit: an edit says which version it was made from. */
export const Version = Type.Integer({ minimum: 1, maximum: 2_147_483_647 })

export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** An object that refuses properties it does not know. */
export const strict = <T extends Record<string, TSchema>>(properties: T) =>
  Type.Object(properties, { additionalProperties: false })

/** Header of every write that a person or a program may repeat: the same key returns the first result. */
export const IdempotencyKeyHeader = Type.Object({ 'idempotency-key': Uuid })

export const ErrorAnswer = Type.Object(
  {
    code: Type.String({ description: 'one of errorCodes' }),
    message: Type.String({
      description: 'what happened and what to do next, for developers; shoppers get it in their language by code',
    }),
    requestId: Type.String(),
    details: Type.Optional(Type.Unknown({ description: 'what a program needs to act on the error' })),
  },
  { $id: 'Error' },
)
export type ErrorAnswer = Static<typeof ErrorAnswer>

/** The error answers that every route can give. */
export const errorResponses = {
  400: ErrorAnswer,
  404: ErrorAnswer,
  409: ErrorAnswer,
  422: ErrorAnswer,
  429: ErrorAnswer,
  503: ErrorAnswer,
} as const
