import { PlainFailure } from '../command.ts'

export const TEST_USAGE = `npm test [-- FILES OR FOLDERS] [OPTIONS]
  --seeds NUMBER   how many histories the seeded simulation plays
  --seed NUMBER    plays this one history only
  --test-name-pattern=TEXT, --test-skip-pattern=TEXT, --test-only   as node --test has them`

export type TestOptions = {
  /** Files and folders; empty means all. */
  readonly names: readonly string[]
  /** For the runner, as run-files.ts reads them. */
  readonly options: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  readonly isHelp: boolean
}

const OPTION_PATTERN = /^--(?:help|test-only|test-(?:name|skip)-pattern=.+)$/
const SIMULATION_KEYS: Readonly<Record<string, string>> = { '--seeds': 'SIMULATION_SEEDS', '--seed': 'SIMULATION_SEED' }

/** Splits what stands behind npm test into files, options of the runner, and keys for the simulation. */
export function readTestOptions(args: readonly string[]): TestOptions {
  const names: string[] = []
  const options: string[] = []
  const environment: Record<string, string> = {}
  const rest = args.flatMap((arg) => (/^--seeds?=/.test(arg) ? arg.split('=', 2) : [arg]))
  for (let index = 0; index < rest.length; index += 1) {
    const arg = rest[index] as string
    const key = SIMULATION_KEYS[arg]
    if (key !== undefined) {
      index += 1
      environment[key] = readNumber(arg, rest[index])
    } else if (OPTION_PATTERN.test(arg)) options.push(arg)
    else if (arg.startsWith('-')) throw new PlainFailure(`${arg} is not an option.\n${TEST_USAGE}`)
    else names.push(arg)
  }
  return { names, options, environment, isHelp: options.includes('--help') }
}

function readNumber(flag: string, text: string | undefined): string {
  if (text !== undefined && /^\d{1,12}$/.test(text)) return text
  throw new PlainFailure(`${flag} needs a whole number, as in npm test -- ${flag} 5000.`)
}
