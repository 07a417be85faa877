import Type from 'typebox'
import { defineRoute } from './route.ts'
import { errorResponses } from './shapes.ts'

/** As many as one storefront gives away in some seconds of a sale. */
export const newClientsMax = 1_000

/**
 * Signed names by which the limits tell one browser from another, for storefronts to give to browsers that have none. Answered to
 * processes of ours alone: whoever asks for a visitor is told that there is no such address.
 */
export const listNewClients = defineRoute({
  method: 'GET',
  url: '/api/clients',
  schema: {
    summary: 'New names for browsers, for storefronts of the shop alone',
    tags: ['clients'],
    querystring: Type.Object(
      { count: Type.Integer({ minimum: 1, maximum: newClientsMax }) },
      { additionalProperties: false },
    ),
    response: { 200: Type.Object({ clients: Type.Array(Type.String()) }), ...errorResponses },
  },
})
