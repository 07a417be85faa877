import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { CommandError } from './command-failure.ts'

export type Migration = {
  number: number
  /** As in the file name, `order-status` of `000012-order-status.sql`. */
  name: string
  sha256: string
  /** true: code that does not know this migration cannot work on the schema after it. */
  isBreaking: boolean
  sql: string
}

export const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url))

const fileNamePattern = /^(\d{6})-([a-z0-9]+(?:-[a-z0-9]+)*)\.sql$/
/** Each of these on a line of its own would end the transaction the migrate command opened, and with it all-or-nothing. */
const transactionControl = /^\s*(begin|commit|rollback|abort|start\s+transaction)\s*;/im

/** Reads the migrations in order. Throws CommandError for a bad name, a gap, a double number or transaction control. */
export function readMigrations(folder = migrationsFolder): Migration[] {
  const fileNames = readdirSync(folder)
    .filter((fileName) => fileName.endsWith('.sql'))
    .toSorted()
  const migrations = fileNames.map((fileName) => readMigration(folder, fileName))
  for (const [index, migration] of migrations.entries()) {
    const previous = migrations[index - 1]
    if (previous?.number === migration.number) {
      throw new CommandError(
        `Two migrations have one number: ${label(previous)} and ${label(migration)}; renumber the newer one.`,
      )
    }
    if (migration.number !== index + 1) {
      throw new CommandError(
        `Migration ${formatNumber(index + 1)} is missing before ${label(migration)}; numbers follow each other without a gap.`,
      )
    }
  }
  return migrations
}

function readMigration(folder: string, fileName: string): Migration {
  const [, digits, name] = fileNamePattern.exec(fileName) ?? []
  if (digits === undefined || name === undefined) {
    throw new CommandError(`${fileName} is no migration name; it must look like 000012-order-status.sql.`)
  }
  // A checkout with Windows line ends is the same migration.
  const sql = readFileSync(`${folder}/${fileName}`, 'utf8').replaceAll('\r\n', '\n')
  const control = transactionControl.exec(sql)
  if (control) {
    throw new CommandError(
      `${fileName} contains "${control[0].trim()}"; each migration already runs in one transaction, so remove it.`,
    )
  }
  return {
    number: Number(digits),
    name,
    sha256: createHash('sha256').update(sql).digest('hex'),
    isBreaking: /^--! breaking\s*$/m.exec(sql)?.index === 0,
    sql,
  }
}

/** `000012-order-status`, as people know it. */
export function label(migration: { number: number; name: string }): string {
  return `${formatNumber(migration.number)}-${migration.name}`
}

function formatNumber(number: number): string {
  return String(number).padStart(6, '0')
}
