import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { connectDatabase, type Db } from '../connect.ts'
import { setDatabaseSettings } from '../database-settings.ts'
import { isDatabaseAway, sqlState } from '../transaction.ts'
import { readTestDatabaseUrl } from './config.ts'
import { findSessionState } from './session-state.ts'

export type TestDatabase = {
  url: string
  db: Db
  pool: pg.Pool
  /**
   * Closes the pool and drops the database. Throws when the test left a connection checked out, or anything in a session that a
   * pooler in transaction mode would hand on to somebody else. Safe to repeat.
   */
  drop(): Promise<void>
}

type TestDatabaseOptions = {
  /** true: the whole seeded shop; false: the schema alone. */
  seeded?: boolean
  poolSize?: number
  /** Hears of connections that died while idle. Without it such an error ends the test run: nobody kills connections unasked. */
  onIdleError?: (error: Error) => void
}

/**
 * Made once by npm test with the migrate and seed commands. Copying files beats writing every block to the log only when a
 * database is as large as the seeded one; for the small one the checkpoints it needs cost more (measured: 0.18 against 0.28 s).
 */
const templates = {
  migrated: { name: 'dhakacart_template', strategy: 'wal_log' },
  seeded: { name: 'dhakacart_seeded_template', strategy: 'file_copy' },
}
const defaultPoolSize = 10
/** Copying is refused while anyone, for instance a stray psql, is connected to the template. */
const maxCopyAttempts = 20
const copyRetryMs = 250
/** A pool waits for its checked-out connections; longer than this, the test forgot one. */
const maxCloseMs = 2_000
const goodbyePollMs = 5

/** A fresh copy of a template database, for one test file alone. */
export async function createTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const serverUrl = readTestDatabaseUrl()
  const name = `test_${randomBytes(8).toString('hex')}`
  await copyTemplate(serverUrl, options.seeded ? templates.seeded : templates.migrated, name)
  const url = withDatabase(serverUrl, name)
  const settings = { url, poolSize: options.poolSize ?? defaultPoolSize, applicationName: name }
  const { db, pool } = connectDatabase(settings, options.onIdleError ?? failOnIdleError)
  return { url, db, pool, drop: () => drop(serverUrl, name, pool) }
}

/** The same server, another database. */
export function withDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

/** Runs `work` on one connection to the server's maintenance database, which is closed in any case. */
export async function onServer<T>(serverUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl, application_name: 'dhakacart-test-kit' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function copyTemplate(
  serverUrl: string,
  template: { name: string; strategy: string },
  name: string,
): Promise<void> {
  await onServer(serverUrl, async (client) => {
    for (let attempt = 1; ; attempt++) {
      try {
        await client.query(`create database ${name} template ${template.name} strategy ${template.strategy}`)
        break
      } catch (error) {
        const isTemplateInUse = sqlState(error) === '55006'
        if (!isTemplateInUse || attempt === maxCopyAttempts) throw error
        await sleep(copyRetryMs)
      }
    }
    // A copy does not take over what was set on its template.
    await setDatabaseSettings(client, name)
  })
}

async function drop(serverUrl: string, name: string, pool: pg.Pool): Promise<void> {
  const sessionState = pool.ended ? [] : await findLeftSessionState(pool)
  const isClosed = pool.ended || (await closesInTime(pool))
  await onServer(serverUrl, async (client) => {
    // A pool has ended when it has said goodbye; a drop before the server heard it would end those sessions with an error.
    if (isClosed) await waitUntilLeft(client, name)
    await client.query(`drop database if exists ${name} with (force)`)
  })
  if (!isClosed) throw new Error('The test left a database connection checked out, so its pool did not close.')
  if (sessionState.length > 0) {
    throw new Error(`Behind a pooler the next user of a connection would find ${sessionState.join(', ')}.`)
  }
}

/** Waits until nobody is connected to the database any more, and no longer than a forgotten connection deserves. */
async function waitUntilLeft(client: pg.Client, name: string): Promise<void> {
  const giveUpAt = performance.now() + maxCloseMs
  const isAnyone = 'select from pg_stat_activity where datname = $1'
  while ((await client.query(isAnyone, [name])).rowCount !== 0 && performance.now() < giveUpAt)
    await sleep(goodbyePollMs)
}

/** Looks into every idle connection of the pool. */
async function findLeftSessionState(pool: pg.Pool): Promise<string[]> {
  const clients = await Promise.all(Array.from({ length: pool.idleCount }, () => pool.connect()))
  const found: string[] = []
  for (const client of clients) {
    try {
      found.push(...(await findSessionState(client)))
    } catch (error) {
      // A connection that the test had killed keeps nothing.
      if (!isDatabaseAway(error)) throw error
    } finally {
      client.release(true)
    }
  }
  return found
}

async function closesInTime(pool: pg.Pool): Promise<boolean> {
  const timer = new AbortController()
  const tooLong = sleep(maxCloseMs, false, { signal: timer.signal }).catch(() => false)
  const isClosed = await Promise.race([pool.end().then(() => true), tooLong])
  timer.abort()
  return isClosed
}

function failOnIdleError(error: Error): never {
  throw error
}
