import type { LogFile } from '../processes/log-file.ts'
import { demoStaffFile, makeStaffSecretsFile } from './staff-secrets.ts'
import { runTask } from './tasks.ts'

const BUILD_LIMIT_MS = 120_000
const MIGRATE_LIMIT_MS = 600_000
const SEED_LIMIT_MS = 300_000

/** Everything a preparation needs: where it writes what it says, and what ends it early. */
type Surroundings = { readonly log: LogFile; readonly signal: AbortSignal }

/** Builds what browsers load, for shoppers and for staff, and packs packages; quick when nothing changed. */
export function buildPages({ log, signal }: Surroundings): Promise<void> {
  const purpose = 'build the pages'
  return runTask({ purpose, entry: 'scripts/starter/build-pages.ts', limitMs: BUILD_LIMIT_MS, log, signal })
}

/** Brings the database to the newest migration. */
export function migrateDatabase(databaseUrl: string, { log, signal }: Surroundings): Promise<void> {
  const purpose = 'bring the database to the newest migration'
  const environment = { DATABASE_URL: databaseUrl }
  return runTask({ purpose, entry: 'app/database/src/migrate.ts', environment, limitMs: MIGRATE_LIMIT_MS, log, signal })
}

/**
 * Brings the database to the newest migration, fills an empty shop, and sees to it that somebody can sign in to the console
 * of this laptop, one account per role; leaves alone what is so already. `progress` hears how far it is.
 */
export function fillDatabase(
  place: { databaseUrl: string; origin: string; dataFolder: string },
  { log, signal }: Surroundings,
  progress: (text: string) => void,
): Promise<void> {
  const environment = {
    DATABASE_URL: place.databaseUrl,
    PUBLIC_ORIGIN: place.origin,
    STAFF_SECRETS_KEY: '',
    STAFF_SECRETS_KEY_FILE: makeStaffSecretsFile(place.dataFolder),
    DEMO_STAFF_FILE: demoStaffFile(place.dataFolder),
  }
  const limitMs = MIGRATE_LIMIT_MS + SEED_LIMIT_MS
  const task = {
    purpose: 'prepare the database',
    entry: 'scripts/starter/fill-database.ts',
    environment,
    limitMs,
    log,
    signal,
  }
  return runTask(task, (line) => progress(line.replace(/^\w+: /, '')))
}
