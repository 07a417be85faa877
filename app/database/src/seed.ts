import { ConfigError } from '@dhakacart/service-kit/config.ts'
import { loadSeedInput } from '../seed/load-input.ts'
import { databaseTls, readDatabaseConfig } from './config.ts'
import { connectDatabase } from './connect.ts'
import { seedShop } from './seed-shop.ts'
import { isDatabaseAway } from './transaction.ts'

/** Fills an empty shop and says how it goes, line by line. A shop with products is left alone. */
async function runSeed(log: (line: string) => void): Promise<void> {
  const config = readDatabaseConfig()
  const settings = { url: config.databaseUrl, poolSize: 1, tls: databaseTls(config), applicationName: 'dhakacart-seed' }
  const { db } = connectDatabase(settings, () => undefined)
  try {
    const existing = await db.selectFrom('products').select('id').limit(1).executeTakeFirst()
    const startedAt = performance.now()
    const summary = existing ? null : await seedShop(db, await loadSeedInput(log), log)
    if (summary === null) {
      log('seed: the shop has products already, nothing to do')
      return
    }
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    const { products, variants, pictures, upazilas } = summary
    log(`seed: ${products} products, ${variants} variants, ${pictures} pictures, ${upazilas} upazilas in ${seconds} s`)
  } finally {
    await db.destroy()
  }
}

if (import.meta.main) {
  try {
    await runSeed((line) => console.log(line))
  } catch (error) {
    if (error instanceof ConfigError) console.error(`seed: ${error.message}`)
    else if (isDatabaseAway(error))
      console.error(`seed: The database is away (${(error as Error).message}); nothing was written, run seed again.`)
    else console.error(error)
    process.exitCode = 1
  }
}
