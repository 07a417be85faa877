import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { PlainFailure } from '../command.ts'
import { explainFileError } from '../processes/data-folder.ts'
import type { PostgresAccount } from './account.ts'
import { POSTGRES_MAJOR, type PostgresBinaries } from './binaries.ts'
import { explainPostgresOutput } from './explanations.ts'

// An empty cluster is 40 MB, the seeded shop and its write-ahead log (max_wal_size) stay under 700 MB.
const FIRST_START_FREE_MB = 800
const LATER_START_FREE_MB = 100
const BYTES_PER_MB = 1024 * 1024

/** The role that owns the shop's databases; it may create databases but is no superuser. */
export const SHOP_ROLE = 'dhakacart'
const SUPERUSER = 'postgres'

/** What a PostgreSQL folder holds; passwords are made at the first start and never leave the folder. */
export type PostgresFolder = { readonly data: string; readonly password: string; readonly superuserPassword: string }

export type PostgresFolderOptions = {
  readonly folder: string
  readonly binaries: PostgresBinaries
  readonly account: PostgresAccount
  /** Databases that exist, empty, after the first start. */
  readonly databases: readonly string[]
  /** Off only for databases that are thrown away after a test run. */
  readonly isDurable: boolean
}

/** Checks the folder, and at the first start fills it with an empty cluster, all or nothing. */
export async function openPostgresFolder(options: PostgresFolderOptions): Promise<PostgresFolder> {
  const { folder } = options
  const data = path.join(folder, 'data')
  try {
    const isFirstStart = !existsSync(data)
    refuseFullDisk(folder, isFirstStart ? FIRST_START_FREE_MB : LATER_START_FREE_MB)
    if (isFirstStart) await createCluster(options, data)
    refuseBrokenCluster(data)
    return { data, ...readPasswords(folder) }
  } catch (error) {
    throw explainFileError(error, folder)
  }
}

function refuseFullDisk(folder: string, neededMb: number): void {
  const { bavail, bsize } = statfsSync(folder)
  const freeMb = Math.floor((bavail * bsize) / BYTES_PER_MB)
  if (freeMb >= neededMb) return
  throw new PlainFailure(
    `The disk is full: ${folder} has ${freeMb} MB left and the database needs ${neededMb} MB; free some space.`,
  )
}

function refuseBrokenCluster(data: string): void {
  const remedy = `restore it, or delete ${data} to begin again with an empty shop (its orders are lost).`
  let major: string
  try {
    major = readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim()
    for (const part of ['global/pg_control', 'base', 'pg_wal']) {
      if (!existsSync(path.join(data, part))) throw Object.assign(new Error(), { code: 'ENOENT', part })
    }
  } catch (error) {
    const { code, part } = error as NodeJS.ErrnoException & { part?: string }
    if (code === 'EACCES')
      throw new PlainFailure(`The data folder ${data} belongs to another user: start as that user.`)
    throw new PlainFailure(`The data folder is broken, ${part ?? 'PG_VERSION'} is missing: ${remedy}`)
  }
  if (major === POSTGRES_MAJOR) return
  throw new PlainFailure(`The data folder was made by PostgreSQL ${major} and this is ${POSTGRES_MAJOR}: ${remedy}`)
}

function readPasswords(folder: string): { password: string; superuserPassword: string } {
  try {
    return JSON.parse(readFileSync(path.join(folder, 'passwords.json'), 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') throw error
    throw new PlainFailure(
      `The data folder is broken, ${folder}/passwords.json cannot be read: restore it, or delete ${folder} to begin again with an empty shop (its orders are lost).`,
    )
  }
}

async function createCluster(options: PostgresFolderOptions, data: string): Promise<void> {
  const { folder, account } = options
  // A start that was killed half-way left its unfinished cluster under another name.
  for (const name of readdirSync(folder)) {
    if (name.startsWith('unfinished-')) rmSync(path.join(folder, name), { recursive: true, force: true })
  }
  const unfinished = path.join(folder, `unfinished-${randomBytes(4).toString('hex')}`)
  mkdirSync(unfinished, { mode: 0o700 })
  const passwords = { password: newPassword(), superuserPassword: newPassword() }
  const passwordFile = path.join(unfinished, 'superuser-password')
  const cluster = path.join(unfinished, 'data')
  writeFileSync(passwordFile, passwords.superuserPassword, { mode: 0o600 })
  account.own(unfinished)
  try {
    await runInitdb(options, cluster, passwordFile)
    await createDatabases(options, cluster, passwords.password)
    const passwordsFile = path.join(folder, 'passwords.json')
    writeFileSync(passwordsFile, `${JSON.stringify(passwords)}\n`, { mode: 0o600 })
    chmodSync(passwordsFile, 0o600)
    renameSync(cluster, data)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

/** URL-safe, so that it can stand in a connection string as it is. */
function newPassword(): string {
  return randomBytes(24).toString('base64url')
}

async function runInitdb(options: PostgresFolderOptions, cluster: string, passwordFile: string): Promise<void> {
  const args = ['-D', cluster, '-U', SUPERUSER, '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  // The same order of strings on every operating system; page rules for Bangla live in the application.
  args.push('--locale-provider=builtin', '--locale=C.UTF-8', '-E', 'UTF8', '--lc-messages=C')
  if (!options.isDurable) args.push('--no-sync')
  await runProgram(options.account, options.binaries.initdb, args, '')
}

/** Single-user mode speaks SQL before the server has a port, so no half-made database is ever reachable. */
async function createDatabases(options: PostgresFolderOptions, cluster: string, password: string): Promise<void> {
  const statements = [
    `CREATE ROLE ${SHOP_ROLE} LOGIN CREATEDB PASSWORD '${password}'`,
    ...options.databases.map((name) => `CREATE DATABASE ${name} OWNER ${SHOP_ROLE}`),
  ]
  const args = ['--single', '-D', cluster, '-c', 'exit_on_error=true', SUPERUSER]
  await runProgram(options.account, options.binaries.postgres, args, statements.map((line) => `${line}\n`).join(''))
}

function runProgram(account: PostgresAccount, program: string, args: string[], input: string): Promise<void> {
  const { file, args: allArgs, ...as } = account.commandFor(program, args)
  return new Promise((resolve, reject) => {
    const child = spawn(file, allArgs, { ...as, detached: true, stdio: ['pipe', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else
        reject(new PlainFailure(explainPostgresOutput('The database could not be created', output.split('\n'), null)))
    })
    child.stdin.end(input)
  })
}
