import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { CommandError, reason, reportFailure } from './command-failure.ts'
import { databaseTls, readDatabaseConfig } from './config.ts'
import { setDatabaseSettings } from './database-settings.ts'
import { label, type Migration, migrationsFolder, readMigrations } from './migrations.ts'
import { type DatabaseTls, serverAddress } from './server-address.ts'
import { isDatabaseAway, sqlState } from './transaction.ts'

type Log = (line: string) => void
type AppliedMigration = Pick<Migration, 'number' | 'name' | 'sha256' | 'isBreaking'>
type MigrateOptions = {
  folder?: string
  tls?: DatabaseTls | undefined
  /** How often a migration is tried that cannot get its locks. */
  maxLockAttempts?: number
}

/** Any number of our own; PostgreSQL keeps advisory locks per database, so shops on one server do not meet. */
const migrateLockKey = 4_607_182_931
const lockPollMs = 200
/** Longer than every migration together may take: whoever waits this long should look at the one that runs. */
const maxLockWaitMs = 300_000
/** A migration waiting for a table lock blocks every query behind it, so it waits this long, steps back and tries again. */
const lockTimeout = '1s'
const lockRetryMs = 500
const defaultMaxLockAttempts = 30
/** A statement that rewrites a big table; longer ones must be split into steps. */
const statementTimeout = '5min'
const connectTimeoutMs = 5_000

/**
 * Brings the database at `url` to the newest migration, one transaction each, and sets its timeouts. Safe to run twice at once
 * and to repeat. Returns the labels applied. Throws CommandError; what was applied before the failing one stays.
 */
export async function migrate(url: string, log: Log, options: MigrateOptions = {}): Promise<string[]> {
  const migrations = readMigrations(options.folder ?? migrationsFolder)
  const client = await connect(url, options.tls)
  try {
    await waitForLock(client, log)
    const applied = await readApplied(client)
    refuseDifferences(migrations, applied)
    const pending = migrations.filter((migration) => migration.number > applied.length)
    for (const migration of pending) await applyWithRetries(client, migration, log, options)
    if (pending.length === 0) log(`migrate: nothing to do, ${describePosition(migrations, applied)}`)
    const database = await client.query<{ name: string }>('select current_database() as name')
    for (const { name } of database.rows) await setDatabaseSettings(client, name)
    return pending.map(label)
  } finally {
    // Ends the session, and with it the advisory lock.
    await client.end().catch(() => undefined)
  }
}

async function connect(url: string, tls: MigrateOptions['tls']): Promise<pg.Client> {
  const client = new pg.Client({
    ...serverAddress(url, tls),
    application_name: 'dhakacart-migrate',
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
  })
  // A connection lost between two statements fails the next statement, which says it; unheard, the event would end the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    throw new CommandError(`Cannot connect to the database: ${reason(error)}.`, { cause: error })
  }
  return client
}

/** Polls instead of waiting inside PostgreSQL: a waiting statement holds a snapshot, which others' migrations may wait for. */
async function waitForLock(client: pg.Client, log: Log): Promise<void> {
  const giveUpAt = performance.now() + maxLockWaitMs
  for (let attempt = 1; ; attempt++) {
    const { rows } = await client.query<{ isMine: boolean }>('select pg_try_advisory_lock($1) as "isMine"', [
      migrateLockKey,
    ])
    if (rows[0]?.isMine) return
    if (attempt === 1) log('migrate: another migration is running, waiting for it')
    if (performance.now() > giveUpAt) {
      throw new CommandError(
        `Another migration has been running for ${maxLockWaitMs / 1000} s; look at it in pg_stat_activity, then run migrate again.`,
      )
    }
    await sleep(lockPollMs)
  }
}

async function readApplied(client: pg.Client): Promise<AppliedMigration[]> {
  await client.query(`
    create table if not exists schema_migrations (
      number integer primary key,
      name text not null,
      sha256 text not null,
      is_breaking boolean not null,
      applied_at timestamptz not null default clock_timestamp()
    )`)
  const { rows } = await client.query<AppliedMigration>(
    'select number, name, sha256, is_breaking as "isBreaking" from schema_migrations order by number',
  )
  return rows
}

/** Throws when the database was made from other files than these. Migrations newer than ours are somebody else's business. */
function refuseDifferences(migrations: Migration[], applied: AppliedMigration[]): void {
  for (const [index, row] of applied.entries()) {
    if (row.number !== index + 1) {
      throw new CommandError(
        `The database says that ${label(row)} was applied but not number ${index + 1}; somebody changed schema_migrations by hand.`,
      )
    }
    const migration = migrations[index]
    if (migration === undefined) continue
    if (migration.name !== row.name || migration.sha256 !== row.sha256) {
      throw new CommandError(
        `Migration ${label(migration)} is not what was applied to this database as ${label(row)}; restore that file and write a new migration for the change.`,
      )
    }
  }
}

async function applyWithRetries(
  client: pg.Client,
  migration: Migration,
  log: Log,
  options: MigrateOptions,
): Promise<void> {
  const maxAttempts = options.maxLockAttempts ?? defaultMaxLockAttempts
  for (let attempt = 1; ; attempt++) {
    const startedAt = performance.now()
    try {
      await apply(client, migration)
      log(`migrate: ${label(migration)} applied in ${Math.round(performance.now() - startedAt)} ms`)
      return
    } catch (error) {
      // Rolling back can only fail with the connection, whose end rolls back as well.
      await client.query('rollback').catch(() => undefined)
      const isLocked = ['55P03', '40P01'].includes(sqlState(error) ?? '')
      if (isDatabaseAway(error)) {
        throw new CommandError(
          `The database went away during migration ${label(migration)}; run migrate again, it goes on from what was committed.`,
          { cause: error },
        )
      }
      if (!isLocked) {
        throw new CommandError(`Migration ${label(migration)} failed and left nothing behind: ${reason(error)}.`, {
          cause: error,
        })
      }
      if (attempt === maxAttempts) {
        throw new CommandError(
          `Migration ${label(migration)} could not get its locks in ${attempt} attempts of ${lockTimeout}; run it when the shop is quieter.`,
          { cause: error },
        )
      }
      log(`migrate: ${label(migration)} waits for a lock, attempt ${attempt} of ${maxAttempts}`)
      await sleep(lockRetryMs)
    }
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const { number, name, sha256, isBreaking, sql } = migration
  await client.query(
    `begin; set local lock_timeout = '${lockTimeout}'; set local statement_timeout = '${statementTimeout}'`,
  )
  await client.query(sql)
  await client.query('insert into schema_migrations (number, name, sha256, is_breaking) values ($1, $2, $3, $4)', [
    number,
    name,
    sha256,
    isBreaking,
  ])
  await client.query('commit')
}

function describePosition(migrations: Migration[], applied: AppliedMigration[]): string {
  const last = applied.at(-1)
  if (last === undefined) return 'there are no migrations'
  const isNewer = applied.length > migrations.length
  return `the schema is at ${label(last)}${isNewer ? ', which is newer than this code' : ''}`
}

if (import.meta.main) {
  try {
    const config = readDatabaseConfig()
    const tls = databaseTls(config)
    await migrate(config.databaseUrl, (line) => console.log(line), { tls })
  } catch (error) {
    reportFailure('migrate', error)
  }
}
