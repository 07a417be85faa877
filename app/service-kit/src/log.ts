import { type DestinationStream, type Logger, pino } from 'pino'
import { createLogDestination } from './log-destination.ts'
import { isPlainObject } from './plain-object.ts'

export type Log = Logger

/** Personal data and secrets that could be logged by mistake, wherever they stand up to three levels deep. */
const secretFields = new Set([
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
])

const secretLevels = 3

/**
 * A copy without what secretFields names. pino's own `redact` reads its paths anew for every line: 64 µs of processor time
 * against 4, a twentieth of what the api did at full load.
 */
function hideSecrets(fields: object, levels = secretLevels): Record<string, unknown> {
  const copy: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(fields)) {
    if (secretFields.has(field)) copy[field] = '[hidden]'
    // What has a class describes itself: errors by their serializer, dates as JSON does.
    else if (levels > 1 && isPlainObject(value)) copy[field] = hideSecrets(value, levels - 1)
    else copy[field] = value
  }
  return copy
}

/** What PostgreSQL adds to an error about the row, the query and its values: a name and a number may stand in it. */
const rowFields = ['detail', 'where', 'internalQuery', 'query', 'parameters', 'hint']

function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const described = pino.stdSerializers.err(error)
  return hideSecrets(Object.fromEntries(Object.entries(described).filter(([field]) => !rowFields.includes(field))))
}

/**
 * JSON lines on stdout, one per event, with the time in ISO 8601 UTC. What is bound to a child is not looked at: a request's id
 * is all that ever is.
 */
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
    formatters: {
      level: (label: string) => ({ level: label }),
      log: (fields: Record<string, unknown>) => hideSecrets(fields),
    },
    serializers: { err: describeError },
  }
  return pino(options, settings.destination ?? createLogDestination())
}
