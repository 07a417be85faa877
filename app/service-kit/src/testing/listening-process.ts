import process from 'node:process'
import { trustedPeers } from '../forwarded.ts'
import { createHttpServer } from '../http-server.ts'
import { type Lifecycle, runProcess } from '../lifecycle.ts'
import { listen, listenDescriptorsKey } from '../listen.ts'
import { createLog } from '../log.ts'
import { createMetrics } from '../metrics.ts'

/** A process that accepts on inherited descriptors, for listen.test.ts: its arguments are they and the port of its health. */
const [descriptors = '', healthPort = ''] = process.argv.slice(2)
const log = createLog({ process: 'test', release: 'test', level: 'silent' })
const metrics = createMetrics({ process: 'test', release: 'test' })
let close: () => Promise<unknown> = async () => undefined
let acceptedThisTurn = 0
let acceptedMost = 0

await runProcess({
  log,
  metrics,
  release: 'test',
  healthHost: '127.0.0.1',
  healthPort: Number(healthPort),
  findProblem: async () => null,
  async start(lifecycle: Lifecycle) {
    const clientAddress = trustedPeers(['loopback'])
    const shared = { log, metrics, lifecycle, release: 'test', clientAddress }
    const app = createHttpServer({ ...shared, bodyLimitBytes: 1_000, keepsRequestId: false })
    app.server.on('connection', () => {
      if (acceptedThisTurn++ === 0) setImmediate(() => (acceptedThisTurn = 0))
      acceptedMost = Math.max(acceptedMost, acceptedThisTurn)
    })
    const waiting: (() => void)[] = []
    process.on('message', () => waiting.shift()?.())
    app.get('/most', async () => acceptedMost)
    app.get('/slow', async () => {
      process.send?.('asked')
      await new Promise<void>((resolve) => waiting.push(resolve))
      return 'slow'
    })
    await listen(app, { host: '127.0.0.1', port: 0, listenDescriptors: listenDescriptorsKey.parse(descriptors) })
    close = () => app.close()
    process.send?.('listening')
  },
  async stop() {
    await close()
  },
})
