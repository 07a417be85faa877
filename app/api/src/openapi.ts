import { ErrorAnswer } from '@dhakacart/contract/shapes.ts'
import type { PublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'

/** Describes every route registered after this call, and serves the description at /api/openapi.json. */
export async function registerOpenApi(
  app: FastifyInstance,
  settings: { publicOrigin: PublicOrigin; release: string },
): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'DhakaCart',
        version: settings.release,
        description: 'The shop’s own api. Money is integer paisa, times are UTC, texts come in English and Bangla.',
      },
      servers: [{ url: settings.publicOrigin.origin }],
      components: { schemas: { Error: ErrorAnswer as never } },
    },
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => referToError(app.swagger()))
}

/** Every route can fail in the same form: said once, instead of a hundred times. The title is the schema's id. */
function referToError(document: object): unknown {
  return JSON.parse(JSON.stringify(document), (_, value) =>
    value?.title === 'Error' ? { $ref: '#/components/schemas/Error' } : value,
  )
}
