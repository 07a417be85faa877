import { type Logger, pino } from 'pino'

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

/** JSON lines on stdout, one per event, with the time in ISO 8601 UTC. */
export function createLog(settings: { process: string; release: string; level: string }): Log {
  return pino({
    level: settings.level,
    base: { process: settings.process, release: settings.release, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: {
      paths: secretFields.flatMap((field) => [`["${field}"]`, `*["${field}"]`, `*.*["${field}"]`]),
      censor: '[hidden]',
    },
  })
}
