import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openApiConnections } from '@dhakacart/service-kit/api-connections.ts'
import { orExit, runProcess } from '@dhakacart/service-kit/lifecycle.ts'
import { listen } from '@dhakacart/service-kit/listen.ts'
import { createLog } from '@dhakacart/service-kit/log.ts'
import { createMetrics } from '@dhakacart/service-kit/metrics.ts'
import type { FastifyInstance } from 'fastify'
import { readConsoleConfig } from './config.ts'
import { createConsoleServer } from './console-server.ts'

const config = orExit(() => readConsoleConfig())
const { release } = config
const log = createLog({ process: 'console', release, level: config.logLevel })
const metrics = createMetrics({ process: 'console', release })
const connections = openApiConnections()
const dist = join(dirname(fileURLToPath(import.meta.url)), '../dist')
let app: FastifyInstance | undefined

await runProcess({
  log,
  metrics,
  release,
  healthHost: config.healthHost,
  healthPort: config.healthPort,
  farewellMs: config.farewellMs,
  // The page itself says that the api is away.
  findProblem: async () => null,
  async start(lifecycle) {
    app = await createConsoleServer({ config, log, metrics, lifecycle, connections, dist })
    await listen(app, config)
  },
  async stop() {
    await app?.close()
    await connections.close()
  },
})
