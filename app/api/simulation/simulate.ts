import { parseArgs } from 'node:util'
import { readTestDatabaseUrl } from '@dhakacart/database/testing/config.ts'
import { describeHistory, runSeeds } from './run-seeds.ts'

/** As many as this machine has cores for; the server needs some too. */
const defaultAtOnce = '2'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '2000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    'at-once': { type: 'string', default: defaultAtOnce },
    'max-failures': { type: 'string', default: '1' },
    server: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
})

const isReplay = values.seed !== undefined
const startedAt = performance.now()
const report = await runSeeds(
  values.server ?? readTestDatabaseUrl(),
  {
    from: Number(values.seed ?? values.from),
    count: isReplay ? 1 : Number(values.seeds),
    atOnce: Number(values['at-once']),
    maxFailures: Number(values['max-failures']),
  },
  (result) => {
    if (values.verbose || result.failure !== null) console.log(describeHistory(result))
  },
)
const seconds = (performance.now() - startedAt) / 1_000
console.log(
  `${report.seedsRun} seeds, ${report.steps} steps, ${report.crashes} crashes, ${report.cancellations} cancelled waits in ${seconds.toFixed(1)} s: ` +
    (report.failures.length === 0 ? 'every rule held' : `${report.failures.length} failed`),
)
if (report.failures.length > 0) process.exitCode = 1
