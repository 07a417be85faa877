import { readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { type FaultName, faultNames, isFaultName } from '../../rehearsal/plan/fault-schedule.ts'
import { PlainFailure } from '../command.ts'
import { readCommandLine, readNumber } from '../command-line.ts'

export type RehearsalOptions = {
  visitors: number
  minutes: number
  seed: number
  /** Seconds between two actions of a visitor. */
  thinkSeconds: number
  /** Seconds from preparing the sale to the first visitor. */
  settleSeconds: number
  /** null: those that are usual for the place. */
  faults: readonly FaultName[] | null
  /** null: the shop that npm start runs here. */
  against: string | null
  /** PEM; null: the authorities the system trusts. */
  ca: string | null
  /** Credential for the order export of a shop elsewhere. */
  credential: string | null
  /** Of the cluster that shop runs on, whose pods are broken; null: nothing of it can be. */
  kubeconfig: string | null
  /** Origin of its simulated gateways; null: everybody pays cash there. */
  simulator: string | null
  hasWaitingRoom: boolean
  dataFolder: string
  /** Where page and JSON go. */
  output: string
}

/** Seconds: what reading the orders of before and starting the visitors takes, so the sale cannot be nearer. */
export const settleSecondsLeast = 7

export const USAGE = `npm run rehearse [-- OPTIONS]
  --visitors NUMBER        people in the shop at the peak (default 2000; 100000 is real on two cores)
  --minutes NUMBER         how long (default 2.5)
  --seed NUMBER            the same seed sends the same visitors (default: a new one, printed)
  --think SECONDS          mean time between two actions of a visitor (default 10)
  --settle SECONDS         from preparing the sale to the first visitor (default ${settleSecondsLeast}): a shop whose pages name the sale
                           makes them anew meanwhile, some minutes on one machine
  --faults LIST|all|none   what is broken meanwhile, in this order:
                           ${faultNames.join(', ')}
  --waiting-room           the sale stands behind the waiting room
  --against ORIGIN         a shop elsewhere, such as https://shop.localhost:8443
  --ca FILE                certificate of the authority behind it
  --credential FILE        with the token that reads its orders (or REHEARSAL_CREDENTIAL)
  --kubeconfig FILE        of the cluster it runs on: faults are played there, by kubectl
  --simulator ORIGIN       of its simulated gateways, such as https://providers.localhost:8443
  --data-folder FOLDER     of the shop that npm start runs (default .dhakacart)
  --output FOLDER          for page and JSON (default .dhakacart/rehearsals)
  --help`

const root = path.resolve(import.meta.dirname, '..', '..')
const numbers = {
  visitors: { byDefault: 2_000, least: 1, most: 500_000, isWhole: true },
  minutes: { byDefault: 2.5, least: 0.5, most: 240, isWhole: false },
  seed: { byDefault: null, least: 0, most: 2 ** 31 - 1, isWhole: true },
  think: { byDefault: 10, least: 0.5, most: 600, isWhole: false },
  settle: { byDefault: settleSecondsLeast, least: settleSecondsLeast, most: 3_600, isWhole: true },
} as const

/** null when the person asked for help. Throws PlainFailure with what to give instead. */
export function readRehearsalOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = process.env,
): RehearsalOptions | null {
  const flags = readFlags(args)
  if (flags.help === true) return null
  const dataFolder = path.resolve(root, String(flags['data-folder'] ?? '.dhakacart'))
  const against = flags.against === undefined ? null : readOrigin(String(flags.against))
  const faults = readFaults(flags.faults)
  if (against === null && (flags.kubeconfig !== undefined || flags.simulator !== undefined)) {
    throw new PlainFailure('--kubeconfig and --simulator are for a shop elsewhere: give --against too.')
  }
  if (against !== null && flags.kubeconfig === undefined && faults !== null && faults.length > 0) {
    throw new PlainFailure(
      '--faults breaks processes of the shop on this machine and cannot reach a shop elsewhere: leave it out, or give --kubeconfig of the cluster it runs on.',
    )
  }
  if (against !== null && flags['waiting-room'] === true) {
    throw new PlainFailure(
      '--waiting-room prepares a sale on this machine: prepare it in the console of the other shop.',
    )
  }
  return {
    visitors: readNumber(flags.visitors, '--visitors', numbers.visitors) ?? numbers.visitors.byDefault,
    minutes: readNumber(flags.minutes, '--minutes', numbers.minutes) ?? numbers.minutes.byDefault,
    seed: readNumber(flags.seed, '--seed', numbers.seed) ?? Math.floor(Math.random() * 1_000_000),
    thinkSeconds: readNumber(flags.think, '--think', numbers.think) ?? numbers.think.byDefault,
    settleSeconds: readNumber(flags.settle, '--settle', numbers.settle) ?? numbers.settle.byDefault,
    faults,
    against,
    ca: flags.ca === undefined ? null : readText(String(flags.ca), '--ca'),
    credential:
      flags.credential === undefined
        ? (environment.REHEARSAL_CREDENTIAL ?? null)
        : readText(String(flags.credential), '--credential').trim(),
    kubeconfig: flags.kubeconfig === undefined ? null : readableFile(String(flags.kubeconfig), '--kubeconfig'),
    simulator: flags.simulator === undefined ? null : readOrigin(String(flags.simulator), '--simulator'),
    hasWaitingRoom: flags['waiting-room'] === true,
    dataFolder,
    output: path.resolve(root, String(flags.output ?? path.join(dataFolder, 'rehearsals'))),
  }
}

function readFlags(args: readonly string[]) {
  const text = { type: 'string' } as const
  const options = {
    visitors: text,
    minutes: text,
    seed: text,
    think: text,
    settle: text,
    faults: text,
    against: text,
    ca: text,
    credential: text,
    kubeconfig: text,
    simulator: text,
    'data-folder': text,
    output: text,
    'waiting-room': { type: 'boolean' },
    help: { type: 'boolean' },
  } as const
  return readCommandLine({ args: [...args], options, allowPositionals: false }, USAGE).values
}

function readFaults(text: string | undefined): FaultName[] | null {
  if (text === undefined || text === 'all') return null
  if (text === 'none') return []
  return text.split(',').map((name) => {
    if (isFaultName(name)) return name
    throw new PlainFailure(`There is no fault called "${name}". Give some of: ${faultNames.join(', ')}.`)
  })
}

function readOrigin(text: string, flag = '--against'): string {
  try {
    const { origin, protocol } = new URL(text)
    if (protocol === 'https:' || protocol === 'http:') return origin
  } catch {
    // Told below.
  }
  throw new PlainFailure(`${flag} must be an address such as https://shop.localhost:8443, not "${text}".`)
}

function readText(file: string, flag: string): string {
  try {
    return readFileSync(path.resolve(file), 'utf8')
  } catch (error) {
    throw new PlainFailure(`${flag}: ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`)
  }
}

/** Its path, once it is known that it can be read. */
function readableFile(file: string, flag: string): string {
  readText(file, flag)
  return path.resolve(file)
}
