import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openApiConnections } from '@dhakacart/service-kit/api-connections.ts'
import { orExit, runProcess } from '@dhakacart/service-kit/lifecycle.ts'
import { listenBacklog } from '@dhakacart/service-kit/listen-backlog.ts'
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
let storefront: Storefront | undefined

await runProcess({
  log,
  metrics,
  release,
  healthHost: config.healthHost,
  healthPort: config.healthPort,
  // Pages say for themselves that the api is away; a storefront taken out of service could not even say that.
  findProblem: async () => null,
  async start(lifecycle) {
    storefront = await createStorefront({ config, log, metrics, lifecycle, call, connections, dist })
    await storefront.pages.start()
    await storefront.app.listen({ host: config.host, port: config.port, backlog: listenBacklog })
  },
  async stop() {
    await storefront?.app.close()
    await storefront?.pages.stop()
    await connections.close()
  },
})
