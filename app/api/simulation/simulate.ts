import { parseArgs } from 'node:util'
import { readTestDatabaseUrl } from '@dhakacart/database/testing/config.ts'
import { describeHistory, runSeeds } from './run-seeds.ts'

const usage = `node app/api/simulation/simulate.ts [OPTIONS]
  --server URL        a PostgreSQL on which databases may be made; else TEST_DATABASE_URL
  --seeds NUMBER      how many seeds (2000)
  --from NUMBER       the first of them (1)
  --seed NUMBER       this one alone
  --at-once NUMBER    how many play side by side (3)
  --max-failures N    stops after so many failures (1)
  --verbose           prints every history; failures always print theirs`

const { values } = parseArgs({
  options: {
    server: { type: 'string' },
    seeds: { type: 'string', default: '2000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    'at-once': { type: 'string', default: '3' },
    'max-failures': { type: 'string', default: '1' },
    verbose: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) console.log(usage)
else await simulate()

async function simulate(): Promise<void> {
  const interrupted = new AbortController()
  // Lines of seeds end after the one at hand, and drop their databases.
  process.once('SIGINT', () => interrupted.abort())
  const startedAt = performance.now()
  const report = await runSeeds(
    values.server ?? readTestDatabaseUrl(),
    {
      from: readNumber('from', values.seed ?? values.from),
      count: values.seed === undefined ? readNumber('seeds', values.seeds) : 1,
      atOnce: readNumber('at-once', values['at-once']),
      maxFailures: readNumber('max-failures', values['max-failures']),
      signal: interrupted.signal,
    },
    (result) => {
      if (values.verbose || result.failure !== null) console.log(describeHistory(result))
    },
  )
  const { seedsRun, steps, crashes, cancellations, failures } = report
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1)
  const verdict = failures.length === 0 ? 'every rule held' : `${failures.length} failed`
  console.log(
    `${seedsRun} seeds, ${steps} steps, ${crashes} crashes, ${cancellations} cancelled waits, ${seconds} s: ${verdict}`,
  )
  if (failures.length > 0) process.exitCode = 1
}

function readNumber(option: string, text: string): number {
  if (/^[1-9]\d{0,11}$/.test(text)) return Number(text)
  throw new Error(`--${option} is ${JSON.stringify(text)}; give a whole number above zero.`)
}
