import type { Db } from './connect.ts'
import { label, readMigrations } from './migrations.ts'
import { sqlState } from './transaction.ts'

type KnownMigration = { number: number; name: string }

const undefinedTable = '42P01'

/** The migrations this code was written with, read from disk once when the process starts. */
const ownMigrations: readonly KnownMigration[] = readMigrations()

/**
 * null when this code can work with the database. Otherwise one sentence: migrations are missing, or a newer one is breaking.
 * Newer ones that are not breaking are fine: that is what lets old and new code run side by side during a release.
 */
export async function checkSchema(db: Db, known: readonly KnownMigration[] = ownMigrations): Promise<string | null> {
  const applied = await readApplied(db)
  const missing = known.find(({ number }) => !applied.some((row) => row.number === number))
  if (missing) return `The database lacks migration ${label(missing)}: run migrate first.`
  const newest = known.at(-1)?.number ?? 0
  const breaking = applied.find(({ number, isBreaking }) => number > newest && isBreaking)
  if (breaking)
    return `The database has migration ${label(breaking)}, which this older code cannot work with: run the newer release.`
  return null
}

async function readApplied(db: Db): Promise<(KnownMigration & { isBreaking: boolean })[]> {
  try {
    return await db.selectFrom('schemaMigrations').select(['number', 'name', 'isBreaking']).orderBy('number').execute()
  } catch (error) {
    if (sqlState(error) === undefinedTable) return []
    throw error
  }
}
