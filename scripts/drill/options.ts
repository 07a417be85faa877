import path from 'node:path'
import type { Drill } from '../../rehearsal/drills/drill.ts'
import { drills } from '../../rehearsal/drills/drills.ts'
import { PlainFailure } from '../command.ts'
import { readCommandLine, readNumber } from '../command-line.ts'

export type DrillOptions = {
  readonly drills: readonly Drill[]
  /** How often each is played. */
  readonly times: number
  readonly visitors: number
  readonly seed: number
  /** Where pages and JSON go. */
  readonly output: string
}

export const USAGE = `npm run drill NAME|all [-- OPTIONS]
${drills.map(({ name, sentence }) => `  ${name.padEnd(23)}  ${sentence}`).join('\n')}
  all                      one after the other
  --times NUMBER           how often each is played; more than one gives percentiles (default 1)
  --visitors NUMBER        people who come meanwhile (default 280)
  --seed NUMBER            the same seed sends the same visitors (default: a new one, printed)
  --output FOLDER          for pages and JSON (default .dhakacart/drills)
  --help`

const root = path.resolve(import.meta.dirname, '..', '..')
const numbers = {
  times: { byDefault: 1, least: 1, most: 100, isWhole: true },
  visitors: { byDefault: 280, least: 10, most: 20_000, isWhole: true },
  seed: { byDefault: null, least: 0, most: 2 ** 31 - 1, isWhole: true },
} as const

/** null when the person asked for help. Throws PlainFailure with what to give instead. */
export function readDrillOptions(args: readonly string[]): DrillOptions | null {
  const { values, positionals } = readFlags(args)
  if (values.help === true) return null
  const [name] = positionals
  const chosen = name === 'all' ? drills : drills.filter((one) => one.name === name)
  if (positionals.length !== 1 || chosen.length === 0) throw new PlainFailure(USAGE)
  return {
    drills: chosen,
    times: readNumber(values.times, '--times', numbers.times) ?? numbers.times.byDefault,
    visitors: readNumber(values.visitors, '--visitors', numbers.visitors) ?? numbers.visitors.byDefault,
    seed: readNumber(values.seed, '--seed', numbers.seed) ?? Math.floor(Math.random() * 1_000_000),
    output: path.resolve(root, values.output ?? path.join('.dhakacart', 'drills')),
  }
}

function readFlags(args: readonly string[]) {
  const text = { type: 'string' } as const
  const options = { times: text, visitors: text, seed: text, output: text, help: { type: 'boolean' } } as const
  return readCommandLine({ args: [...args], options, allowPositionals: true }, USAGE)
}
