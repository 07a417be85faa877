import { randomBytes } from 'node:crypto'
import path from 'node:path'
import process from 'node:process'
import { onStopRequest, runCommand } from './command.ts'
import { openLogFile } from './processes/log-file.ts'
import { buildPages } from './starter/preparations.ts'
import { makeTerminalReport } from './starter/report.ts'
import { endLeakedProcesses, RUN_KEY } from './testing/leaked-processes.ts'
import { findTestFiles, runNodeTest } from './testing/node-test.ts'
import { readTestOptions, TEST_USAGE } from './testing/options.ts'
import { openTestServer } from './testing/test-database.ts'

// Far beyond what a run takes on two free cores: a busy machine is slow, not wrong.
const LIMIT_MS = 40 * 60_000
const FILE_LIMIT_MS = 12 * 60_000
// Two cores are what CI has; more files at once would only make time limits in tests lie.
const CONCURRENCY = 2
/**
 * Begins first what takes longest, so that nothing long is left over at the end, and beside it what mostly waits: for processes
 * that start and die, for providers that answer late.
 */
const FIRST = [
  'app/api/simulation/',
  'scripts/starter/',
  'app/storefront/test/',
  'app/api/src/payments/',
  'app/api/src/couriers/',
]

/** npm test: its own PostgreSQL, the pages built, node:test over app and scripts, and nothing left behind. */
async function test(): Promise<number> {
  const { names, options, environment, isHelp } = readTestOptions(process.argv.slice(2))
  const report = makeTerminalReport()
  if (isHelp) {
    report.line(TEST_USAGE)
    return 0
  }
  const files = inOrder(findTestFiles(names, '.test.ts'))
  const stopping = new AbortController()
  onStopRequest(() => stopping.abort())
  const opening = report.step('Test databases ready', () => openTestServer(stopping.signal))
  try {
    await report.step('Pages built', () => buildAll(stopping.signal))
  } catch (error) {
    // A server that nobody stops would keep this command alive for ever.
    await opening.then((opened) => opened.close()).catch(() => undefined)
    throw error
  }
  const server = await opening
  const run = randomBytes(8).toString('hex')
  try {
    const hasPassed = await runNodeTest({
      files,
      options: [`--concurrency=${CONCURRENCY}`, `--timeout-ms=${FILE_LIMIT_MS}`, ...options],
      environment: { ...environment, TEST_DATABASE_URL: server.url, [RUN_KEY]: run },
      limitMs: LIMIT_MS,
      signal: stopping.signal,
    })
    const leaked = await endLeakedProcesses(run)
    const leftovers = await server.findLeftovers()
    const sentences = [...leaked.map((command) => `A test left a process running: ${command}`), ...leftovers]
    for (const sentence of sentences) process.stderr.write(`${sentence}\n`)
    return hasPassed && sentences.length === 0 ? 0 : 1
  } finally {
    await endLeakedProcesses(run)
    await server.close()
  }
}

function inOrder(files: readonly string[]): string[] {
  const rank = (file: string) => {
    const index = FIRST.findIndex((folder) => file.startsWith(folder))
    return index === -1 ? FIRST.length : index
  }
  return files.toSorted((one, other) => rank(one) - rank(other))
}

async function buildAll(signal: AbortSignal): Promise<void> {
  const log = openLogFile(path.join(import.meta.dirname, '..', '.dhakacart', 'logs', 'build.log'))
  await buildPages({ log, signal }).finally(() => log.close())
}

await runCommand(test)
