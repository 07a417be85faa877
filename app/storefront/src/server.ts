import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openApiConnections } from '@dhakacart/service-kit/api-connections.ts'
import { readCacheSettings } from '@dhakacart/service-kit/cache/cache.settings.ts'
import { Cache } from '@dhakacart/service-kit/cache/cache.ts'
import { orExit, runProcess } from '@dhakacart/service-kit/lifecycle.ts'
import { listen } from '@dhakacart/service-kit/listen.ts'
import { createLog } from '@dhakacart/service-kit/log.ts'
import { createMetrics } from '@dhakacart/service-kit/metrics.ts'
import { createApiClient } from './api-client.ts'
import { createStorefront, type Storefront } from './app.ts'
import { readStorefrontConfig } from './config.ts'

const config = orExit(() => readStorefrontConfig())
const { release } = config
const log = createLog({ process: 'storefront', release, level: config.logLevel })
const metrics = createMetrics({ process: 'storefront', release })
const connections = openApiConnections()
const call = createApiClient(config.apiOrigin, connections)
const dist = join(dirname(fileURLToPath(import.meta.url)), '../dist')
const cacheSettings = readCacheSettings(config)
const sharedCache = cacheSettings === null ? undefined : new Cache({ settings: cacheSettings, log, metrics })
/** A little patience at the start saves making pages that others have; without a cache that answers it starts all the same. */
const cachePatienceMs = 500
let storefront: Storefront | undefined

await runProcess({
  log,
  metrics,
  release,
  healthHost: config.healthHost,
  healthPort: config.healthPort,
  farewellMs: config.farewellMs,
  // Pages say for themselves that the api is away; a storefront taken out of service could not even say that.
  findProblem: async () => null,
  async start(lifecycle) {
    await sharedCache?.open(cachePatienceMs)
    storefront = await createStorefront({ config, log, metrics, lifecycle, call, connections, dist, sharedCache })
    await storefront.pages.start()
    await listen(storefront.app, config)
  },
  async stop() {
    await storefront?.app.close()
    await storefront?.pages.stop()
    await sharedCache?.close()
    await connections.close()
  },
})
