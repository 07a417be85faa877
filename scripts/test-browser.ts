import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import process from 'node:process'
import { onStopRequest, runCommand } from './command.ts'
import { makeTerminalReport } from './starter/report.ts'
import { Shop } from './starter/shop.ts'
import { demoStaffFile } from './starter/staff-secrets.ts'
import { requireChromium } from './testing/chromium.ts'
import { endLeakedProcesses, RUN_KEY } from './testing/leaked-processes.ts'
import { findTestFiles, runNodeTest } from './testing/node-test.ts'
import { readTestOptions } from './testing/options.ts'
import { openRunFolder } from './testing/run-folder.ts'

// Far beyond what a run takes on two free cores: a busy machine is slow, not wrong.
const LIMIT_MS = 40 * 60_000
const TEST_LIMIT_MS = 3 * 60_000

/** npm run test:browser: a whole shop of its own, driven by real Chromium; arguments as with npm test. */
async function testBrowser(): Promise<number> {
  const { names, options } = readTestOptions(process.argv.slice(2))
  const files = findTestFiles(names, '.browser-test.ts')
  const chromium = requireChromium()
  // Nothing that an earlier run ordered may decide what this one sees.
  const dataFolder = await openRunFolder('memory')
  const report = makeTerminalReport()
  const processes = { api: 1, worker: 1, storefront: 2, simulator: 1 }
  const shop = new Shop({ port: 0, dataFolder, processes, hasCache: false }, report)
  const stopping = new AbortController()
  onStopRequest(() => {
    stopping.abort()
    void shop.stop()
  })
  const run = randomBytes(8).toString('hex')
  try {
    await shop.start()
    const hasPassed = await runNodeTest({
      files,
      // One browser at a time: two would compete for the cores that the shop itself needs.
      options: ['--concurrency=1', `--timeout-ms=${TEST_LIMIT_MS}`, ...options],
      environment: {
        SHOP_ORIGIN: shop.origin,
        SIMULATOR_ORIGIN: shop.simulatorOrigin ?? '',
        CHROMIUM_PATH: chromium,
        DEMO_STAFF_FILE: demoStaffFile(dataFolder),
        [RUN_KEY]: run,
      },
      limitMs: LIMIT_MS,
      signal: stopping.signal,
    })
    const leaked = await endLeakedProcesses(run)
    for (const command of leaked) process.stderr.write(`A test left a process running: ${command}\n`)
    return hasPassed && leaked.length === 0 ? 0 : 1
  } finally {
    await endLeakedProcesses(run)
    await shop.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

await runCommand(testBrowser)
