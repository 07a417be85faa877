import { ConfigError } from '@dhakacart/service-kit/config.ts'

/** One clear sentence for whoever runs a command. */
export class CommandError extends Error {
  override name = 'CommandError'
}

/** Prints why the command failed and makes the process exit with 1. Only our own mistakes show their stack. */
export function reportFailure(command: string, error: unknown): void {
  const isExpected = error instanceof CommandError || error instanceof ConfigError
  console.error(isExpected ? `${command}: ${error.message}` : error)
  process.exitCode = 1
}

/** The message of an error as part of a sentence. Refused connections come as one error per address tried. */
export function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join('; ')
  return error instanceof Error ? error.message : String(error)
}
