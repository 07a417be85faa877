import type { Db } from '@dhakacart/database/connect.ts'
import type { ClientAddress } from '@dhakacart/service-kit/forwarded.ts'
import { createHttpServer } from '@dhakacart/service-kit/http-server.ts'
import type { Lifecycle } from '@dhakacart/service-kit/lifecycle.ts'
import type { Log } from '@dhakacart/service-kit/log.ts'
import type { Metrics } from '@dhakacart/service-kit/metrics.ts'
import type { PublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import cookie from '@fastify/cookie'
import type { FastifyInstance } from 'fastify'
import { answerError, answerNotFound } from './errors.ts'
import { refuseForeignWrites } from './foreign-writes.ts'
import { registerOpenApi } from './openapi.ts'
import { validatorCompiler } from './validation.ts'

export type ApiSettings = {
  db: Db
  publicOrigin: PublicOrigin
  clientAddress: ClientAddress
  release: string
  log: Log
  metrics: Metrics
  lifecycle: Lifecycle
}

/** The largest body a shopper's request needs is an order with 50 lines, under 8 kB. */
const bodyLimitBytes = 64 * 1024

/** The whole api over one database, ready to listen or to be injected into. */
export async function createApi(settings: ApiSettings): Promise<FastifyInstance> {
  const app = createHttpServer({
    log: settings.log,
    metrics: settings.metrics,
    lifecycle: settings.lifecycle,
    release: settings.release,
    bodyLimitBytes,
    clientAddress: settings.clientAddress,
    // Behind the storefront and the gateway: the id a request was given on its way in follows it through the logs.
    keepsRequestId: true,
    options: { routerOptions: { maxParamLength: 200 }, frameworkErrors: answerError },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setErrorHandler(answerError)
  app.setNotFoundHandler(answerNotFound)
  await app.register(cookie)
  await registerOpenApi(app, settings)
  refuseForeignWrites(app, settings.publicOrigin)
  await app.ready()
  return app
}
