import type { LogFile } from '../processes/log-file.ts'
import { demoStaffFile, makeStaffSecretsFile } from './staff-secrets.ts'
import { runTask } from './tasks.ts'

const BUILD_LIMIT_MS = 120_000
const MIGRATE_LIMIT_MS = 600_000
const SEED_LIMIT_MS = 300_000
const STAFF_LIMIT_MS = 60_000

/** Everything a preparation needs: where it writes what it says, and what ends it early. */
type Surroundings = { readonly log: LogFile; readonly signal: AbortSignal }

/** Builds what browsers load, for shoppers and for staff at once; quick when nothing changed. */
export async function buildPages({ log, signal }: Surroundings): Promise<void> {
  const build = (part: string) =>
    runTask({ purpose: `build the ${part}`, entry: `app/${part}/build.ts`, limitMs: BUILD_LIMIT_MS, log, signal })
  const results = await Promise.allSettled(['storefront', 'console'].map(build))
  const failed = results.find((result) => result.status === 'rejected')
  if (failed !== undefined) throw failed.reason
}

/** Brings the database to the newest migration. */
export function migrateDatabase(databaseUrl: string, { log, signal }: Surroundings): Promise<void> {
  const purpose = 'bring the database to the newest migration'
  const environment = { DATABASE_URL: databaseUrl }
  return runTask({ purpose, entry: 'app/database/src/migrate.ts', environment, limitMs: MIGRATE_LIMIT_MS, log, signal })
}

/** Fills an empty shop, and leaves one with products alone; `progress` hears how far it is. */
export function seedDatabase(
  databaseUrl: string,
  { log, signal }: Surroundings,
  progress: (text: string) => void,
): Promise<void> {
  const purpose = 'fill the empty shop'
  const environment = { DATABASE_URL: databaseUrl }
  const task = { purpose, entry: 'app/database/src/seed.ts', environment, limitMs: SEED_LIMIT_MS, log, signal }
  return runTask(task, (line) => progress(line.replace(/^seed: /, '')))
}

/** Sees to it that somebody can sign in to the console of this laptop, one account per role. */
export function makeDemoStaff(
  place: { databaseUrl: string; origin: string; dataFolder: string },
  { log, signal }: Surroundings,
): Promise<void> {
  const purpose = 'make the accounts to try the console with'
  const environment = {
    DATABASE_URL: place.databaseUrl,
    PUBLIC_ORIGIN: place.origin,
    STAFF_SECRETS_KEY: '',
    STAFF_SECRETS_KEY_FILE: makeStaffSecretsFile(place.dataFolder),
    DEMO_STAFF_FILE: demoStaffFile(place.dataFolder),
  }
  return runTask({
    purpose,
    entry: 'app/api/src/staff/demo-staff.ts',
    environment,
    limitMs: STAFF_LIMIT_MS,
    log,
    signal,
  })
}
