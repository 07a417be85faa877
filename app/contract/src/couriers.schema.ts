import Type from 'typebox'
import { defineRoute } from './route.ts'
import { errorResponses } from './shapes.ts'

const Taken = Type.Object({ isTaken: Type.Boolean() })
const tags = ['couriers']

/** The bodies are the couriers' own and hold what they like; two names in them are read, and nothing is believed. */
export const pathaoWebhook = defineRoute({
  method: 'POST',
  url: '/api/couriers/pathao/webhook',
  schema: {
    summary: 'A hint from Pathao that something happened to a parcel',
    tags,
    response: { 202: Taken, ...errorResponses },
  },
})

export const steadfastWebhook = defineRoute({
  method: 'POST',
  url: '/api/couriers/steadfast/webhook',
  schema: {
    summary: 'A hint from Steadfast that something happened to a parcel',
    tags,
    response: { 200: Taken, ...errorResponses },
  },
})
