import process from 'node:process'
import { trustedPeers } from '../forwarded.ts'
import { createHttpServer } from '../http-server.ts'
import { type Lifecycle, runProcess } from '../lifecycle.ts'
import { createLog } from '../log.ts'
import { createMetrics } from '../metrics.ts'

/** A process that answers and bids farewell, for lifecycle.test.ts: its arguments are port, second port and milliseconds. */
const [port = 0, healthPort = 0, farewellMs = 0] = process.argv.slice(2).map(Number)
const log = createLog({ process: 'test', release: 'test', level: 'silent' })
const metrics = createMetrics({ process: 'test', release: 'test' })
let close: () => Promise<unknown> = async () => undefined

await runProcess({
  log,
  metrics,
  release: 'test',
  healthHost: '127.0.0.1',
  healthPort,
  farewellMs,
  findProblem: async () => null,
  async start(lifecycle: Lifecycle) {
    const clientAddress = trustedPeers(['loopback'])
    const shared = { log, metrics, lifecycle, release: 'test', clientAddress }
    const app = createHttpServer({ ...shared, bodyLimitBytes: 1_000, keepsRequestId: false })
    app.get('/', async () => 'here')
    await app.listen({ host: '127.0.0.1', port })
    close = () => app.close()
  },
  async stop() {
    process.send?.('stopping')
    await close()
  },
})
