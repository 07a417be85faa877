import { type ParseArgsConfig, parseArgs } from 'node:util'
import { PlainFailure } from './command.ts'

/** What a person wrote behind a command. Throws PlainFailure with what is wrong and the usage. */
export function readCommandLine<const T extends ParseArgsConfig>(config: T, usage: string) {
  try {
    return parseArgs(config)
  } catch (error) {
    throw new PlainFailure(`${(error as Error).message.split('. ')[0]}.\n${usage}`)
  }
}

export type NumberLimits = { readonly least: number; readonly most: number; readonly isWhole: boolean }

/** null when it was not given. Throws PlainFailure with what may be. */
export function readNumber(
  text: string | undefined,
  flag: string,
  { least, most, isWhole }: NumberLimits,
): number | null {
  if (text === undefined) return null
  const pattern = isWhole ? /^\d+$/ : /^\d+(\.\d+)?$/
  const value = pattern.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  throw new PlainFailure(`${flag} must be a ${isWhole ? 'whole ' : ''}number from ${least} to ${most}, not "${text}".`)
}
