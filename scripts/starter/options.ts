import path from 'node:path'
import process from 'node:process'
import { PlainFailure } from '../command.ts'
import { readCommandLine } from '../command-line.ts'

/** What a person may choose about the laptop shop. */
export type ShopOptions = {
  /** The public port; 0 takes any free one. */
  readonly port: number
  readonly processes: {
    readonly api: number
    readonly worker: number
    readonly storefront: number
    /** 1, or 0 for a shop whose providers are those of its own keys. */
    readonly simulator: number
  }
  /** true: Valkey runs beside the shop. */
  readonly hasCache: boolean
  /** Holds everything kept between starts: database, logs, process file. */
  readonly dataFolder: string
}

type Setting = { flag: string; key: string; byDefault: number; least: number; most: number }

const SETTINGS = {
  port: { flag: 'port', key: 'PUBLIC_PORT', byDefault: 3000, least: 0, most: 65_535 },
  storefront: { flag: 'storefront-processes', key: 'STOREFRONT_PROCESSES', byDefault: 2, least: 1, most: 32 },
  api: { flag: 'api-processes', key: 'API_PROCESSES', byDefault: 1, least: 1, most: 32 },
  worker: { flag: 'worker-processes', key: 'WORKER_PROCESSES', byDefault: 1, least: 0, most: 32 },
  simulator: { flag: 'simulator-processes', key: 'SIMULATOR_PROCESSES', byDefault: 1, least: 0, most: 1 },
} satisfies Record<string, Setting>

export const USAGE = `npm start [-- OPTIONS]
  --port NUMBER                   the shop's port (default 3000, 0 takes a free one)
  --storefront-processes NUMBER   or STOREFRONT_PROCESSES (default 2)
  --api-processes NUMBER          or API_PROCESSES (default 1)
  --worker-processes NUMBER       or WORKER_PROCESSES (default 1)
  --simulator-processes NUMBER    or SIMULATOR_PROCESSES (default 1; 0 uses the providers of your own keys)
  --cache                         Valkey beside the shop, where it is installed (needed by none of it)
  --data-folder FOLDER            what is kept between starts (default .dhakacart)
  --help`

const root = path.resolve(import.meta.dirname, '..', '..')

/** Reads flags, then environment keys, then defaults; null when the person asked for help. */
export function readShopOptions(args: readonly string[], environment = process.env): ShopOptions | null {
  const flags = readFlags(args)
  if (flags.help === true) return null
  const read = ({ flag, key, byDefault, least, most }: Setting): number => {
    const text = flags[flag] ?? (environment[key] || undefined)
    if (text === undefined) return byDefault
    const name = flags[flag] === undefined ? key : `--${flag}`
    const value = /^\d{1,6}$/.test(String(text)) ? Number(text) : Number.NaN
    if (value >= least && value <= most) return value
    throw new PlainFailure(`${name} must be a whole number from ${least} to ${most}, not "${text}".`)
  }
  return {
    port: read(SETTINGS.port),
    processes: {
      api: read(SETTINGS.api),
      worker: read(SETTINGS.worker),
      storefront: read(SETTINGS.storefront),
      simulator: read(SETTINGS.simulator),
    },
    hasCache: flags.cache === true,
    dataFolder: path.resolve(root, String(flags['data-folder'] ?? '.dhakacart')),
  }
}

function readFlags(args: readonly string[]): Record<string, string | boolean | undefined> {
  const text = { type: 'string' } as const
  const isGiven = { type: 'boolean' } as const
  const numbers = Object.values(SETTINGS).map(({ flag }) => [flag, text] as const)
  const options = { ...Object.fromEntries(numbers), 'data-folder': text, cache: isGiven, help: isGiven }
  return readCommandLine({ args: [...args], options, allowPositionals: false }, USAGE).values
}
