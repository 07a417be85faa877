import { rmSync } from 'node:fs'
import path from 'node:path'
import { onServer } from '@dhakacart/database/testing/test-database.ts'
import { type PostgresServer, startPostgres } from '../postgres/server.ts'
import { openLogFile } from '../processes/log-file.ts'
import { runTask } from '../starter/tasks.ts'
import { openRunFolder } from './run-folder.ts'

const TASK_LIMIT_MS = 120_000
const MAX_CONNECTIONS = 200

/** The databases that tests copy theirs from. */
const TEMPLATES = { migrated: 'dhakacart_template', seeded: 'dhakacart_seeded_template' }

export type TestServer = {
  /** The maintenance database, from which tests make and drop their own. */
  readonly url: string
  /** What the tests left on the server, one sentence each. */
  findLeftovers(): Promise<string[]>
  /** Stops the server and deletes everything it kept. */
  close(): Promise<void>
}

/** A PostgreSQL of this run alone, with the template databases made by the migrate and seed commands. */
export async function openTestServer(signal: AbortSignal): Promise<TestServer> {
  const folder = await openRunFolder('memory')
  const log = openLogFile(path.join(folder, 'logs', 'postgres.log'))
  let server: PostgresServer | null = null
  const close = async () => {
    await server?.stop()
    log.close()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    server = await startPostgres({
      folder: path.join(folder, 'postgres'),
      log,
      databases: [TEMPLATES.migrated],
      // Every database of a test run is thrown away; a crashed PostgreSQL process loses nothing by this, a power cut would.
      isDurable: false,
      maxConnections: MAX_CONNECTIONS,
    })
    const tasks = openLogFile(path.join(folder, 'logs', 'tasks.log'))
    const run = (purpose: string, entry: string, database: string) => {
      const environment = { DATABASE_URL: (server as PostgresServer).urlOf(database) }
      return runTask({ purpose, entry, environment, limitMs: TASK_LIMIT_MS, log: tasks, signal })
    }
    await run('migrate the template database', 'app/database/src/migrate.ts', TEMPLATES.migrated)
    const copy = `create database ${TEMPLATES.seeded} template ${TEMPLATES.migrated}`
    await onServer(server.urlOf('postgres'), (client) => client.query(copy))
    await run('seed the template database', 'app/database/src/seed.ts', TEMPLATES.seeded)
    tasks.close()
  } catch (error) {
    await close()
    throw error
  }
  const url = server.urlOf('postgres')
  return { url, findLeftovers: () => findLeftovers(url), close }
}

async function findLeftovers(url: string): Promise<string[]> {
  return onServer(url, async (client) => {
    const databases = await client.query<{ name: string }>(
      `select datname as name from pg_database where not datistemplate and datname <> 'postgres' and datname <> all ($1)`,
      [Object.values(TEMPLATES)],
    )
    const connections = await client.query<{ name: string; database: string }>(
      `select application_name as name, datname as database from pg_stat_activity
       where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    )
    return [
      ...databases.rows.map(({ name }) => `The database ${name} was left behind: its test did not drop it.`),
      ...connections.rows.map(
        ({ name, database }) => `A connection to ${database} was left open by ${name || 'a test'}.`,
      ),
    ]
  })
}
