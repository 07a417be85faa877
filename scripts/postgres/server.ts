import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PlainFailure } from '../command.ts'
import { makeFolder } from '../processes/data-folder.ts'
import { identify } from '../processes/identity.ts'
import type { LogFile } from '../processes/log-file.ts'
import { findFreePort, isPortFree, LOOPBACK } from '../processes/ports.ts'
import { choosePostgresAccount, type PostgresAccount } from './account.ts'
import { findPostgresBinaries, type PostgresBinaries } from './binaries.ts'
import { openPostgresFolder, type PostgresFolder, SHOP_ROLE } from './data-folder.ts'
import { explainPostgresOutput, isStillEnding } from './explanations.ts'
import { isServerReady, stopLeftoverServer, stopServer } from './leftover.ts'

// Crash recovery replays at most max_wal_size of log.
const READY_LIMIT_MS = 60_000
const STILL_ENDING_TRIES = 40
const STILL_ENDING_WAIT_MS = 250

export type PostgresOptions = {
  /** Holds the cluster, its passwords and its port. */
  readonly folder: string
  readonly log: LogFile
  /** Databases that exist, empty, after the first start. */
  readonly databases: readonly string[]
  /** fsync and synchronous commit; off only for databases that are thrown away after a test run. */
  readonly isDurable: boolean
  readonly maxConnections?: number
}

/** One running server. It may end at any time; `exited` tells, and a new one is started by `startPostgres` again. */
export type PostgresServer = {
  readonly pid: number
  readonly port: number
  readonly version: string
  readonly exited: Promise<string>
  /** A connection string for the shop's role, which owns its databases. */
  urlOf(database: string): string
  /** Fast shutdown: open transactions are rolled back, nothing committed is lost. */
  stop(): Promise<void>
}

/** Starts PostgreSQL on its folder, making the cluster at the first start; ready for connections when it resolves. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const binaries = findPostgresBinaries()
  // The account is chosen by what it may enter, so the folder has to exist first.
  makeFolder(options.folder)
  const account = choosePostgresAccount(binaries.postgres, options.folder)
  const folder = await openPostgresFolder({ ...options, binaries, account })
  await stopLeftoverServer(folder.data)
  const port = await choosePort(options.folder)
  for (let attempt = 1; ; attempt += 1) {
    const logStart = options.log.size()
    const started = await spawnServer(options, binaries, account, folder, port)
    if (typeof started !== 'string') return describeServer(started, binaries, folder, port)
    const lastWords = options.log.tail(20, logStart)
    if (!isStillEnding(lastWords) || attempt === STILL_ENDING_TRIES) {
      throw new PlainFailure(explainPostgresOutput('PostgreSQL does not start', lastWords, folder.data))
    }
    await sleep(STILL_ENDING_WAIT_MS)
  }
}

function describeServer(
  child: ChildProcess & { pid: number },
  binaries: PostgresBinaries,
  folder: PostgresFolder,
  port: number,
): PostgresServer {
  const exited = new Promise<string>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`)),
  )
  return {
    pid: child.pid,
    port,
    version: binaries.version,
    exited,
    urlOf: (database) => `postgres://${SHOP_ROLE}:${folder.password}@${LOOPBACK}:${port}/${database}`,
    stop: async () => {
      const identity = identify(child.pid)
      if (identity !== null) await stopServer(identity)
      await exited
    },
  }
}

/** The server once it accepts connections, or how it ended before. */
async function spawnServer(
  options: PostgresOptions,
  binaries: PostgresBinaries,
  account: PostgresAccount,
  folder: PostgresFolder,
  port: number,
): Promise<(ChildProcess & { pid: number }) | string> {
  const settings = settingsFor(options, port).flatMap((setting) => ['-c', setting])
  const { file, args, ...as } = account.commandFor(binaries.postgres, ['-D', folder.data, ...settings])
  // Detached: Ctrl-C in a terminal must not stop the database before the processes that use it.
  const child = spawn(file, args, {
    ...as,
    detached: true,
    stdio: ['ignore', options.log.descriptor, options.log.descriptor],
  })
  let ended: string | null = null
  child.once('error', (error) => {
    ended = error.message
  })
  child.once('exit', (code, signal) => {
    ended = signal ?? `code ${code}`
  })
  const deadline = performance.now() + READY_LIMIT_MS
  while (ended === null && performance.now() < deadline) {
    if (child.pid !== undefined && isServerReady(folder.data, child.pid)) return child as ChildProcess & { pid: number }
    await sleep(20)
  }
  if (ended !== null) return ended
  child.kill('SIGQUIT')
  throw new PlainFailure(`PostgreSQL did not become ready within ${READY_LIMIT_MS / 1000} s; see ${options.log.file}.`)
}

/** For databases that live for seconds: whoever cleans them works as the superuser, and keeps their owner from dropping them. */
const throwawaySettings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off']

function settingsFor(options: PostgresOptions, port: number): string[] {
  const upkeep = options.isDurable ? ['fsync=on', 'synchronous_commit=on'] : throwawaySettings
  return [
    `port=${port}`,
    `listen_addresses=${LOOPBACK}`,
    'unix_socket_directories=',
    `max_connections=${options.maxConnections ?? 100}`,
    'shared_buffers=256MB',
    'max_wal_size=512MB',
    'timezone=UTC',
    'log_timezone=UTC',
    // Short queries only: compiling them costs more than it saves.
    'jit=off',
    ...upkeep,
  ]
}

/** The port of the last start when it is still free: connection strings that a person noted stay true. */
async function choosePort(folder: string): Promise<number> {
  const file = path.join(folder, 'port')
  const kept = existsSync(file) ? Number(readFileSync(file, 'utf8')) : Number.NaN
  if (Number.isInteger(kept) && kept > 0 && kept < 65_536 && (await isPortFree(kept))) return kept
  const port = await findFreePort()
  writeFileSync(file, `${port}\n`)
  return port
}
