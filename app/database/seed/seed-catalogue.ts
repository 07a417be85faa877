import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../src/connect.ts'
import { batchesOf } from './batches.ts'
import type { SeedBrand, SeedCategory, SeedProduct, SeedVariant } from './catalogue/catalogue.types.ts'
import { idOf, idsBySlug } from './ids.ts'
import type { SeedPictures } from './seed-input.ts'

/** 200 products have up to 1,200 variants: at most 8,400 values in a statement, which may have 65,535. */
const productsPerBatch = 200
/** The shop looks as if it had added its products over a year and a half, so that "newest first" has an order. */
const addedOverSeconds = 540 * 24 * 3600
const popularityMax = 10_000

type CatalogueIds = { brands: Map<string, number>; categories: Map<string, number> }

/** Writes brands and the category tree, positions as in the data. */
export async function seedBrandsAndCategories(
  tx: Tx,
  data: { brands: readonly SeedBrand[]; categories: readonly SeedCategory[] },
  pictures: SeedPictures,
): Promise<CatalogueIds> {
  const brands = await tx
    .insertInto('brands')
    .values([...data.brands])
    .returning(['id', 'slug'])
    .execute()
  const tops = data.categories.filter((category) => category.parentSlug === null)
  const leaves = data.categories.filter((category) => category.parentSlug !== null)
  const ids = await insertCategories(tx, tops, new Map(), pictures)
  const leafIds = await insertCategories(tx, leaves, ids, pictures)
  return { brands: idsBySlug(brands), categories: new Map([...ids, ...leafIds]) }
}

async function insertCategories(
  tx: Tx,
  categories: readonly SeedCategory[],
  parentIds: Map<string, number>,
  pictures: SeedPictures,
): Promise<Map<string, number>> {
  if (categories.length === 0) return new Map()
  const rows = categories.map((category, index) => ({
    slug: category.slug,
    parentId: category.parentSlug === null ? null : idOf(parentIds, category.parentSlug),
    position: index + 1,
    nameEn: category.name.en,
    nameBn: category.name.bn,
    descriptionEn: category.description.en,
    descriptionBn: category.description.bn,
    specifications: JSON.stringify(category.specifications),
    unitIdentity: category.unitIdentity,
    pictureId: pictures.idOf(category.drawing),
  }))
  return idsBySlug(await tx.insertInto('categories').values(rows).returning(['id', 'slug']).execute())
}

/** Writes products with variants and the stock they start with. Returns how many variants there are. */
export async function seedProducts(
  tx: Tx,
  products: readonly SeedProduct[],
  context: CatalogueIds & { pictures: SeedPictures },
  onProgress: (done: number) => void,
): Promise<number> {
  let done = 0
  let variantCount = 0
  for (const batch of batchesOf(products, productsPerBatch)) {
    const rows = batch.map((product) => productRow(product, context))
    const productIds = idsBySlug(await tx.insertInto('products').values(rows).returning(['id', 'slug']).execute())
    const variants = batch.flatMap((product) =>
      product.variants.map((variant, index) => ({
        ...variant,
        position: index + 1,
        productId: idOf(productIds, product.slug),
      })),
    )
    await seedVariants(tx, variants, context.pictures)
    done += batch.length
    variantCount += variants.length
    onProgress(done)
  }
  return variantCount
}

async function seedVariants(
  tx: Tx,
  variants: readonly (SeedVariant & { position: number; productId: number })[],
  pictures: SeedPictures,
): Promise<void> {
  const rows = variants.map(({ productId, sku, position, options, pricePaisa, compareAtPaisa, drawing }) => ({
    productId,
    sku,
    position,
    options: JSON.stringify(options),
    pricePaisa,
    compareAtPaisa,
    pictureId: pictures.idOf(drawing),
  }))
  const ids = idsBySlug(await tx.insertInto('variants').values(rows).returning(['id', 'sku as slug']).execute())
  const levels = variants.map(({ sku, stock }) => ({ variantId: idOf(ids, sku), onHand: stock, held: 0 }))
  await tx.insertInto('stockLevels').values(levels).execute()
  // What is sold out from the start was never received.
  const movements = levels
    .filter(({ onHand }) => onHand > 0)
    .map(({ variantId, onHand }) => ({
      variantId,
      kind: 'received',
      onHandChange: onHand,
      heldChange: 0,
      cause: 'seed',
    }))
  if (movements.length > 0) await tx.insertInto('stockMovements').values(movements).execute()
}

function productRow(product: SeedProduct, { brands, categories }: CatalogueIds) {
  const addedAt = addedTime(product.slug)
  return {
    slug: product.slug,
    categoryId: idOf(categories, product.categorySlug),
    brandId: idOf(brands, product.brandSlug),
    modelNumber: product.modelNumber,
    nameEn: product.name.en,
    nameBn: product.name.bn,
    descriptionEn: product.description.en,
    descriptionBn: product.description.bn,
    highlights: JSON.stringify(product.highlights),
    specifications: JSON.stringify(product.specifications),
    warrantyMonths: product.warrantyMonths,
    isOfficial: product.isOfficial,
    weightGrams: product.weightGrams,
    popularity: popularityOf(product.slug),
    createdAt: addedAt,
    updatedAt: addedAt,
  }
}

/** Skewed as sales are: few products are popular, most are hardly asked for. The same slug always gives the same number. */
function popularityOf(slug: string): number {
  return Math.floor(popularityMax * chanceOf('popularity', slug) ** 3)
}

function addedTime(slug: string): RawBuilder<Date> {
  const secondsAgo = Math.floor(addedOverSeconds * chanceOf('added', slug))
  return sql<Date>`shop_now() - make_interval(secs => ${secondsAgo})`
}

/** From 0 to below 1, evenly spread, decided by the texts alone. */
function chanceOf(purpose: string, slug: string): number {
  return createHash('sha256').update(`${purpose} ${slug}`).digest().readUInt32BE(0) / 2 ** 32
}
