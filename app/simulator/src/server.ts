import { orExit, runProcess } from '@dhakacart/service-kit/lifecycle.ts'
import { listen } from '@dhakacart/service-kit/listen.ts'
import { createLog } from '@dhakacart/service-kit/log.ts'
import { createMetrics } from '@dhakacart/service-kit/metrics.ts'
import type { FastifyInstance } from 'fastify'
import { createSimulator } from './app.ts'
import { readSimulatorConfig } from './config.ts'
import { type MailServer, startMailServer } from './mail/mail-server.ts'
import { providerKeys } from './provider-keys.ts'

const config = orExit(() => readSimulatorConfig())
const log = createLog({ process: 'simulator', release: config.release, level: config.logLevel })
const metrics = createMetrics({ process: 'simulator', release: config.release })
let app: FastifyInstance | undefined
let mail: MailServer | undefined

await runProcess({
  log,
  metrics,
  release: config.release,
  healthHost: config.healthHost,
  healthPort: config.healthPort,
  findProblem: async () => null,
  async start(lifecycle) {
    const made = await createSimulator({
      keys: providerKeys(config),
      log,
      metrics,
      lifecycle,
      release: config.release,
      origin: config.origin?.origin ?? `http://${config.host}:${config.port}`,
      webhookOrigin: config.publicOrigin.origin,
      shopAddress: config.shopAddress === undefined ? null : new URL(config.shopAddress).origin,
      recordFile: config.recordFile ?? null,
    })
    app = made.app
    mail = await startMailServer(made.simulator, config.host, config.smtpPort)
    await listen(app, config)
  },
  async stop() {
    await mail?.stop()
    await app?.close()
  },
})
