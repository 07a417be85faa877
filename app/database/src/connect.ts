import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { DatabaseClient } from './database-client.ts'
import type { DB } from './schema.types.ts'
import { type DatabaseTls, serverAddress } from './server-address.ts'

export type Db = Kysely<DB>
/** A repository takes either: inside a transaction it is one. */
export type DbOrTx = Kysely<DB> | Transaction<DB>
export type Tx = Transaction<DB>

export type DatabaseSettings = {
  url: string
  /** Most connections this process opens at once. */
  poolSize: number
  /** undefined: the connection string alone decides. */
  tls?: DatabaseTls | undefined
  /** Shown by PostgreSQL as application_name. */
  applicationName: string
  /** After which an answer is given up; 9 s when absent. */
  queryTimeoutMs?: number
}

/** How long a caller waits for a connection before the database counts as away. A new one on a LAN takes under 50 ms. */
const connectTimeoutMs = 2_000
/** An answer that takes longer is not coming; the longest statement of ours is a catalogue search, < 50 ms at p95. docs/time-outs.md. */
const defaultQueryTimeoutMs = 9_000
const idleTimeoutMs = 30_000

// bigint columns hold ids and paisa, all far below 2^53 (the schema caps prices), so they are plain numbers here.
pg.types.setTypeParser(pg.types.builtins.INT8, parseSafeInteger)

function parseSafeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`a bigint from the database is not a safe integer: ${text}`)
  return value
}

/**
 * Opens a pool that works through a pooler in transaction mode (PgBouncer 1.21 or later): no session settings, and statements
 * prepared only in the protocol, where the pooler keeps count of them.
 * Connections are made when first needed, so this never fails because the database is away.
 */
export function connectDatabase(
  settings: DatabaseSettings,
  onConnectionLost: (error: Error) => void,
): { db: Db; pool: pg.Pool } {
  const pool = new pg.Pool({
    Client: DatabaseClient,
    ...serverAddress(settings.url, settings.tls),
    application_name: settings.applicationName,
    max: settings.poolSize,
    connectionTimeoutMillis: connectTimeoutMs,
    idleTimeoutMillis: idleTimeoutMs,
    query_timeout: settings.queryTimeoutMs ?? defaultQueryTimeoutMs,
    keepAlive: true,
  })
  // A connection that dies, idle or between two statements of a transaction, is replaced by the pool and the next statement
  // fails; unheard, the event would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', onConnectionLost))
  return { db: makeDb(new PostgresDialect({ pool })), pool }
}

/** The typed query builder over any dialect; the simulation gives one whose every statement it schedules itself. */
export function makeDb(dialect: PostgresDialect): Db {
  return new Kysely<DB>({ dialect, plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] })
}
