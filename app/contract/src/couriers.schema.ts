import Type from 'typebox'
import { defineRoute } from './route.ts'
import { errorResponses } from './shapes.ts'

const ShortText = Type.String({ maxLength: 100 })
const Taken = Type.Object({ isTaken: Type.Boolean() })
const tags = ['couriers']

/** Bodies carry more than we read, which is not refused: couriers add fields. */
export const pathaoWebhook = defineRoute({
  method: 'POST',
  url: '/api/couriers/pathao/webhook',
  schema: {
    summary: 'A hint from Pathao that something happened to a parcel',
    tags,
    body: Type.Object({
      event: Type.Optional(ShortText),
      consignment_id: Type.Optional(ShortText),
      merchant_order_id: Type.Optional(ShortText),
    }),
    response: { 202: Taken, ...errorResponses },
  },
})

export const steadfastWebhook = defineRoute({
  method: 'POST',
  url: '/api/couriers/steadfast/webhook',
  schema: {
    summary: 'A hint from Steadfast that something happened to a parcel',
    tags,
    body: Type.Object({
      notification_type: Type.Optional(ShortText),
      consignment_id: Type.Optional(
        Type.Union([Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }), ShortText]),
      ),
      invoice: Type.Optional(ShortText),
    }),
    response: { 200: Taken, ...errorResponses },
  },
})
