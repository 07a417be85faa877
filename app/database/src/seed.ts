import { CommandError, reason, reportFailure } from './command-failure.ts'
import { databaseTls, readDatabaseConfig } from './config.ts'
import { connectDatabase, type Db } from './connect.ts'
import { checkSchema } from './schema-version.ts'
import { type SeedSummary, seedShop } from './seed-shop.ts'
import { isDatabaseAway } from './transaction.ts'

/** Fills an empty shop and says how it goes, line by line. A shop with products is left alone. */
export async function runSeed(log: (line: string) => void): Promise<void> {
  const config = readDatabaseConfig()
  const settings = { url: config.databaseUrl, poolSize: 1, tls: databaseTls(config), applicationName: 'dhakacart-seed' }
  const { db } = connectDatabase(settings, () => undefined)
  try {
    const problem = await checkSchema(db)
    if (problem !== null) throw new CommandError(problem)
    const existing = await db.selectFrom('products').select('id').limit(1).executeTakeFirst()
    const startedAt = performance.now()
    const summary = existing ? null : await fill(db, log)
    if (summary === null) {
      log('seed: the shop has products already, nothing to do')
      return
    }
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    const { products, variants, pictures, upazilas } = summary
    log(`seed: ${products} products, ${variants} variants, ${pictures} pictures, ${upazilas} upazilas in ${seconds} s`)
  } catch (error) {
    if (!isDatabaseAway(error)) throw error
    throw new CommandError(
      `The database is away (${reason(error)}); run seed again, it fills the shop only if it is still empty.`,
    )
  } finally {
    await db.destroy()
  }
}

async function fill(db: Db, log: (line: string) => void): Promise<SeedSummary | null> {
  // Loaded only when needed: catalogue and drawings take half a second that no later start should wait for.
  const { loadSeedInput } = await import('../seed/load-input.ts')
  return seedShop(db, loadSeedInput(), log)
}

if (import.meta.main) {
  try {
    await runSeed((line) => console.log(line))
  } catch (error) {
    reportFailure('seed', error)
  }
}
