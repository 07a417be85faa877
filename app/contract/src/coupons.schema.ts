import Type, { type Static } from 'typebox'
import { defineStaffRoute } from './route.ts'
import { Cursor, errorResponses, Id, Instant, nullable, Paisa, strict } from './shapes.ts'

/** As it is kept: capital letters, digits, dashes. */
const Code = Type.String({ pattern: '^[A-Z0-9][A-Z0-9-]{2,19}$' })
const Limit = nullable(Type.Integer({ minimum: 1, maximum: 1_000_000 }))
const Positive = Type.Integer({ minimum: 1, maximum: 100_000_000_000 })
const IsoInstant = Type.String({ pattern: '^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,3})?)?Z$' })

/** What staff decide about a coupon: either a percentage or an amount. */
export const CouponFields = strict({
  code: Code,
  percent: nullable(Type.Integer({ minimum: 1, maximum: 100 })),
  amountPaisa: nullable(Positive),
  /** The most that a percentage takes off. */
  mostPaisa: nullable(Positive),
  /** What the products must come to. */
  minimumPaisa: Paisa,
  startsAt: IsoInstant,
  endsAt: IsoInstant,
  totalLimit: Limit,
  phoneLimit: Limit,
  isActive: Type.Boolean(),
})
export type CouponFields = Static<typeof CouponFields>

export const ConsoleCoupon = Type.Object({
  ...CouponFields.properties,
  startsAt: Instant,
  endsAt: Instant,
  id: Id,
  version: Type.Integer(),
  usedCount: Type.Integer(),
  /** What orders that still count were given. */
  givenPaisa: Paisa,
})
export type ConsoleCoupon = Static<typeof ConsoleCoupon>

const tags = ['console-coupons']
const params = Type.Object({ id: Id })
const answer = { 200: ConsoleCoupon, ...errorResponses }

export const listCoupons = defineStaffRoute({
  permission: 'coupons.write',
  method: 'GET',
  url: '/api/console/coupons',
  schema: {
    summary: 'Coupons, newest first',
    tags,
    querystring: Type.Object(
      {
        /** The beginning of a code. */
        code: Type.Optional(Type.String({ minLength: 1, maxLength: 20, pattern: '^[A-Za-z0-9-]+$' })),
        after: Type.Optional(Cursor),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
      },
      { additionalProperties: false },
    ),
    response: {
      200: Type.Object({ coupons: Type.Array(ConsoleCoupon), nextCursor: nullable(Cursor) }),
      ...errorResponses,
    },
  },
})

export const getCoupon = defineStaffRoute({
  permission: 'coupons.write',
  method: 'GET',
  url: '/api/console/coupons/:id',
  schema: { summary: 'One coupon', tags, params, response: answer },
})

export const createCoupon = defineStaffRoute({
  permission: 'coupons.write',
  method: 'POST',
  url: '/api/console/coupons',
  schema: { summary: 'Makes a coupon; the same again returns it', tags, body: CouponFields, response: answer },
})

export const updateCoupon = defineStaffRoute({
  permission: 'coupons.write',
  method: 'PUT',
  url: '/api/console/coupons/:id',
  schema: {
    summary: 'Changes a coupon; its code stays',
    tags,
    params,
    body: strict({ version: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }), fields: CouponFields }),
    response: answer,
  },
})
