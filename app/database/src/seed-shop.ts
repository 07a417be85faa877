import { sql } from 'kysely'
import { seedBrandsAndCategories, seedProducts } from '../seed/seed-catalogue.ts'
import { noPictures, type SeedInput } from '../seed/seed-input.ts'
import { seedPictures } from '../seed/seed-pictures.ts'
import { seedPlaces } from '../seed/seed-places.ts'
import type { Db, Tx } from './connect.ts'
import type { DB } from './schema.types.ts'
import { inTransaction } from './transaction.ts'

export type SeedSummary = { products: number; variants: number; pictures: number; upazilas: number }

/** A seed takes seconds; a second one started meanwhile waits for it below the 7 s after which its statement ends. */
const lockTimeout = '6s'
const seededTables: (keyof DB)[] = [
  'brands',
  'categories',
  'products',
  'variants',
  'stockLevels',
  'stockMovements',
  'pictures',
  'pictureRenditions',
  'pictureBytes',
  'deliveryZones',
  'divisions',
  'districts',
  'upazilas',
]

/**
 * Fills an empty shop in one transaction. Returns null and changes nothing when there are products already; safe to repeat and
 * to run twice at once.
 */
export async function seedShop(db: Db, input: SeedInput, log: (line: string) => void): Promise<SeedSummary | null> {
  const summary = await inTransaction(db, (tx) => fillIfEmpty(tx, input, log))
  // Without statistics the first searches would be planned for an empty shop.
  if (summary) for (const table of seededTables) await sql`analyze ${sql.table(table)}`.execute(db)
  return summary
}

async function fillIfEmpty(tx: Tx, input: SeedInput, log: (line: string) => void): Promise<SeedSummary | null> {
  const { catalogue, places, pictures = noPictures } = input
  await sql`set local lock_timeout = ${sql.lit(lockTimeout)}`.execute(tx)
  // Against a second seed at the same time; readers are not held up.
  await sql`lock table products in share row exclusive mode`.execute(tx)
  const product = await tx.selectFrom('products').select('id').limit(1).executeTakeFirst()
  if (product) return null
  const upazilas = await seedPlaces(tx, places)
  log(`seed: ${upazilas} upazilas and thanas`)
  await seedPictures(tx, pictures.all, (done) => log(`seed: pictures ${done}/${pictures.all.length}`))
  const ids = await seedBrandsAndCategories(tx, catalogue, pictures)
  log(`seed: ${catalogue.brands.length} brands, ${catalogue.categories.length} categories`)
  const variants = await seedProducts(tx, catalogue.products, { ...ids, pictures }, (done) =>
    log(`seed: products ${done}/${catalogue.products.length}`),
  )
  return { products: catalogue.products.length, variants, pictures: pictures.all.length, upazilas }
}
