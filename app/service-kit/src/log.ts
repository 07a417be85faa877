import { type DestinationStream, type Logger, pino } from 'pino'

export type Log = Logger

/** Personal data and secrets that could be logged by mistake, wherever they stand up to two levels deep. */
const secretFields = [
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'token',
  'phone',
  'email',
  'name',
  'address',
  'customerName',
  'customerPhone',
  'customerEmail',
  'streetAddress',
]

/** What PostgreSQL adds to an error about the row, the query and its values: a name and a number may stand in it. */
const rowFields = ['detail', 'where', 'internalQuery', 'query', 'parameters', 'hint']

function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const described = pino.stdSerializers.err(error)
  return Object.fromEntries(Object.entries(described).filter(([field]) => !rowFields.includes(field)))
}

/** JSON lines on stdout, one per event, with the time in ISO 8601 UTC. */
export function createLog(settings: {
  process: string
  release: string
  level: string
  /** Where tests hear what is written. */
  destination?: DestinationStream
}): Log {
  const options = {
    level: settings.level,
    base: { process: settings.process, release: settings.release, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: describeError },
    redact: {
      paths: secretFields.flatMap((field) => [`["${field}"]`, `*["${field}"]`, `*.*["${field}"]`]),
      censor: '[hidden]',
    },
  }
  return settings.destination === undefined ? pino(options) : pino(options, settings.destination)
}
