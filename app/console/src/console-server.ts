import type { ApiConnections } from '@dhakacart/service-kit/api-connections.ts'
import { apiPassage } from '@dhakacart/service-kit/api-passage.ts'
import { pageHeaders, readBuiltApp, serveOnePageApp } from '@dhakacart/service-kit/built-files/one-page-app.ts'
import { createHttpServer } from '@dhakacart/service-kit/http-server.ts'
import type { Lifecycle } from '@dhakacart/service-kit/lifecycle.ts'
import type { Log } from '@dhakacart/service-kit/log.ts'
import type { Metrics } from '@dhakacart/service-kit/metrics.ts'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ConsoleConfig } from './config.ts'

/** Bodies of staff are passed on as they come and limited by the api; anything else that comes here has none. */
const bodyLimitBytes = 64 * 1024

export type ConsoleServerSettings = {
  config: ConsoleConfig
  log: Log
  metrics: Metrics
  lifecycle: Lifecycle
  connections: ApiConnections
  /** Folder with what the build made. */
  dist: string
}

/** The console on a host of its own: its pages, and the way through to its part of the api and to product pictures. Nothing else. */
export async function createConsoleServer(settings: ConsoleServerSettings): Promise<FastifyInstance> {
  const { config, connections, dist } = settings
  // What is not there and what fails is shown by browsers too; an address that is none is answered before any hook.
  const headers = pageHeaders(config.consoleOrigin)
  const app = createHttpServer({
    ...settings,
    options: {
      frameworkErrors: (_error: FastifyError, _request: FastifyRequest, reply: FastifyReply) =>
        void reply.code(400).headers(headers).type('text/plain; charset=utf-8').send('This address cannot be read.'),
    },
    release: config.release,
    clientAddress: config.clientAddress,
    keepsRequestId: false,
    bodyLimitBytes,
  })
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers)
  })
  const built = readBuiltApp(dist)
  const passage = { apiOrigin: config.apiOrigin, connections }
  await app.register(serveOnePageApp, { built, folder: dist, publicOrigin: config.consoleOrigin })
  await app.register(apiPassage, { ...passage, url: '/api/console/*', isStreamed: true })
  await app.register(apiPassage, { ...passage, url: '/api/pictures/*', isStreamed: false })
  app.get('/', (_request, reply) => reply.redirect(built.prefix))
  return app
}
