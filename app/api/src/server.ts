import { databaseTls } from '@dhakacart/database/config.ts'
import { connectDatabase } from '@dhakacart/database/connect.ts'
import { readCacheSettings } from '@dhakacart/service-kit/cache/cache.settings.ts'
import { Cache } from '@dhakacart/service-kit/cache/cache.ts'
import { orExit, runProcess } from '@dhakacart/service-kit/lifecycle.ts'
import { listen } from '@dhakacart/service-kit/listen.ts'
import { createLog } from '@dhakacart/service-kit/log.ts'
import { createMetrics } from '@dhakacart/service-kit/metrics.ts'
import type { FastifyInstance } from 'fastify'
import { createApi } from './app.ts'
import { readApiConfig, readStaffSecrets, readTicketSigner } from './config.ts'
import { createConfiguredCouriers } from './couriers/configured-couriers.ts'
import { measurePool, waitForSchema } from './database-health.ts'
import { countProviderRequests } from './payments/payment-metrics.ts'
import { readPaymentSettings } from './payments/payments.config.ts'
import { createPaymentProviders } from './payments/providers/configured-providers.ts'
import { createConfiguredPictureStore } from './pictures/configured-picture-store.ts'
import { createClientCookie } from './rate-limits/client-cookie.ts'

const config = orExit(() => readApiConfig())
const log = createLog({ process: 'api', release: config.release, level: config.logLevel })
const metrics = createMetrics({ process: 'api', release: config.release })
const { db, pool } = connectDatabase(
  {
    url: config.databaseUrl,
    poolSize: config.databasePoolSize,
    tls: databaseTls(config),
    applicationName: 'dhakacart-api',
  },
  (error) => log.warn({ err: error }, 'a database connection was lost while idle'),
)
measurePool(metrics, pool)
const cacheSettings = readCacheSettings(config)
const cache = cacheSettings === null ? undefined : new Cache({ settings: cacheSettings, log, metrics })
const couriers = orExit(() => createConfiguredCouriers(config))
const paymentProviders = createPaymentProviders(
  orExit(() => readPaymentSettings(config)),
  db,
  countProviderRequests(metrics),
)
/** Everybody who waits hears within a second or two what was decided. */
const roomsEveryMs = 1_000
let app: FastifyInstance | undefined

await runProcess({
  log,
  metrics,
  release: config.release,
  healthHost: config.healthHost,
  healthPort: config.healthPort,
  farewellMs: config.farewellMs,
  // While the database is away an api shows the catalogue it knows and holds orders for 20 s. Taken out of service it could do
  // neither, and all would be out at once; before its first look at the schema it is not ready anyway.
  findProblem: async () => null,
  async start(lifecycle) {
    await cache?.open()
    await waitForSchema(db, log, lifecycle)
    app = await createApi({
      db,
      publicOrigin: config.publicOrigin,
      ...(config.consoleOrigin && { consoleOrigin: config.consoleOrigin }),
      clientAddress: config.trustedPeers,
      release: config.release,
      log,
      metrics,
      lifecycle,
      staffSecrets: readStaffSecrets(config),
      tickets: readTicketSigner(config),
      roomsEveryMs,
      paymentProviders,
      couriers,
      pictureStore: createConfiguredPictureStore(config, db),
      readsCatalogueFirst: true,
      poolSize: config.databasePoolSize,
      overload: {},
      rateLimits: { cookie: createClientCookie(config.publicOrigin, config.waitingRoomKey), cache },
    })
    await listen(app, config)
  },
  async stop() {
    await app?.close()
    await cache?.close()
    await pool.end()
  },
})
