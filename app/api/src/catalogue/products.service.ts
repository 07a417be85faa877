import { isDeepStrictEqual } from 'node:util'
import type { CatalogueProblem } from '@dhakacart/contract/catalogue-problems.ts'
import type { ConsoleProduct, ProductContent } from '@dhakacart/contract/console-catalogue.schema.ts'
import type { Db, DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { inTransaction, sqlState, violatedConstraint } from '@dhakacart/database/transaction.ts'
import * as audit from '../audit/audit.service.ts'
import { CatalogueInvalid, ProductNotFound, VersionConflict } from '../errors.ts'
import type { StaffIdentity } from '../staff/staff-identity.ts'
import * as creations from './creations.ts'
import { findBrand, findCategory } from './editing-lookups.repository.ts'
import { findProductProblems } from './product-problems.ts'
import * as products from './products.repository.ts'
import { findSlugOwner, redirectSlug } from './slug-redirects.repository.ts'

/** Who edits: a member of staff; audit entries and price changes carry the id. */
export type Editor = Pick<StaffIdentity, 'id' | 'name' | 'role'>

export const listProducts = products.listProducts
export const listPriceChanges = products.listPriceChanges
export const readProducts = products.readProducts

/** Products with an id above `afterId`, in its order. */
export async function listProductPage(db: DbOrTx, afterId: number, limit: number): Promise<ConsoleProduct[]> {
  return products.readProducts(db, { ids: await products.listProductIds(db, afterId, limit) })
}

/** The product of a slug, locked until the transaction ends; null when there is none. */
export async function lockProductBySlug(tx: Tx, slug: string): Promise<ConsoleProduct | null> {
  const [found] = await products.readProducts(tx, { slugs: [slug] })
  if (found === undefined) return null
  await products.lockProduct(tx, found.id)
  const [locked] = await products.readProducts(tx, { ids: [found.id] })
  return locked?.slug === slug ? locked : null
}

/** Throws PRODUCT_NOT_FOUND. */
export async function getProduct(db: DbOrTx, id: number): Promise<ConsoleProduct> {
  const [product] = await products.readProducts(db, { ids: [id] })
  if (product === undefined) throw new ProductNotFound()
  return product
}

/** Adds a product. The same key returns the product that the first request made. Throws CATALOGUE_INVALID. */
export async function createProduct(
  db: Db,
  staff: Editor,
  key: string,
  content: ProductContent,
): Promise<ConsoleProduct> {
  const id = await catchTaken(() =>
    inTransaction(db, (tx) =>
      creations.once(tx, key, content, async () => (await writeProduct(tx, staff, null, content)).id),
    ),
  )
  return getProduct(db, id)
}

/**
 * Makes a product what `content` says. Safe to retry: what is so already changes nothing. Throws PRODUCT_NOT_FOUND,
 * CATALOGUE_INVALID, and VERSION_CONFLICT with the product as it is now when somebody changed it since `version`.
 */
export async function saveProduct(
  db: Db,
  staff: Editor,
  id: number,
  version: number,
  content: ProductContent,
): Promise<ConsoleProduct> {
  return catchTaken(() =>
    inTransaction(db, async (tx) => {
      const current = await lockAndRead(tx, id)
      if (isDeepStrictEqual(contentOf(current), comparable(content))) return current
      if (current.version !== version) throw new VersionConflict({ details: current })
      return writeProduct(tx, staff, current, content)
    }),
  )
}

/** Shows or hides a product; a retry changes nothing. Throws PRODUCT_NOT_FOUND, CATALOGUE_INVALID without a published variant. */
export async function publishProduct(db: Db, staff: Editor, id: number, isPublished: boolean): Promise<ConsoleProduct> {
  return inTransaction(db, async (tx) => {
    const current = await lockAndRead(tx, id)
    if (current.isPublished === isPublished) return current
    return writeProduct(tx, staff, current, { ...contentOf(current), isPublished })
  })
}

async function lockAndRead(tx: Tx, id: number): Promise<ConsoleProduct> {
  if (!(await products.lockProduct(tx, id))) throw new ProductNotFound()
  return getProduct(tx, id)
}

/** What keeps `content` from being saved in place of `current`; null for a new product. */
export async function findProblems(
  tx: DbOrTx,
  current: ConsoleProduct | null,
  content: ProductContent,
): Promise<CatalogueProblem[]> {
  const id = current?.id ?? null
  const pictureIds = [...content.pictureIds, ...content.variants.flatMap(({ pictureId }) => pictureId ?? [])]
  const skus = content.variants.map(({ sku }) => sku)
  return findProductProblems(content, {
    current,
    category: await findCategory(tx, content.categoryId),
    hasBrand: await findBrand(tx, content.brandId),
    isSlugTaken: (await findSlugOwner(tx, 'product', content.slug, id)) !== null,
    foreignSkus: await products.findForeignSkus(tx, skus, id),
    knownPictures: await products.findPictures(tx, pictureIds),
  })
}

/** Writes a new product, or what changed of a locked one, with price history, slug redirect and audit entry. Throws CATALOGUE_INVALID. */
export async function writeProduct(
  tx: Tx,
  staff: Editor,
  current: ConsoleProduct | null,
  content: ProductContent,
): Promise<ConsoleProduct> {
  const problems = await findProblems(tx, current, content)
  if (problems.length > 0) throw new CatalogueInvalid({ details: problems })
  const { variants, pictureIds, ...values } = content
  const id = current?.id ?? (await products.insertProduct(tx, values))
  if (current !== null) await products.updateProduct(tx, id, values)
  await redirectSlug(tx, 'product', id, current?.slug ?? null, content.slug)
  if (!isDeepStrictEqual(current?.pictureIds ?? [], pictureIds)) await products.replacePictures(tx, id, pictureIds)
  await writeVariants(tx, staff, id, current, variants)
  await audit.record(tx, staff, {
    action: current === null ? 'catalogue.product_created' : 'catalogue.product_changed',
    subject: `product:${id}`,
    detail: { slug: content.slug, changed: changedFields(current, content) },
  })
  return getProduct(tx, id)
}

async function writeVariants(
  tx: Tx,
  staff: Editor,
  productId: number,
  current: ConsoleProduct | null,
  variants: ProductContent['variants'],
): Promise<void> {
  const before = new Map(current?.variants.map((variant, index) => [variant.id, { ...variant, position: index + 1 }]))
  const priceChanges: products.NewPriceChange[] = []
  for (const [index, { id, ...fields }] of variants.entries()) {
    const values = { ...fields, position: index + 1 }
    const old = id === null ? undefined : before.get(id)
    const variantId = id ?? (await products.insertVariant(tx, productId, values))
    const { onHand: _, held: __, id: ___, ...oldValues } = old ?? { onHand: 0, held: 0, id: 0 }
    if (old !== undefined && !isDeepStrictEqual(oldValues, values)) await products.updateVariant(tx, variantId, values)
    if (old?.pricePaisa === fields.pricePaisa && old.compareAtPaisa === fields.compareAtPaisa) continue
    priceChanges.push({
      variantId,
      oldPricePaisa: old?.pricePaisa ?? null,
      pricePaisa: fields.pricePaisa,
      oldCompareAtPaisa: old?.compareAtPaisa ?? null,
      compareAtPaisa: fields.compareAtPaisa,
      staffId: staff.id,
    })
  }
  await products.recordPriceChanges(tx, priceChanges)
}

/** The part of a product that staff edit. */
export function contentOf(product: ConsoleProduct): ProductContent {
  const { id: _, version: __, formerSlugs: ___, createdAt: ____, updatedAt: _____, variants, ...fields } = product
  return { ...fields, variants: variants.map(({ onHand: ______, held: _______, ...variant }) => variant) }
}

/** A body may hold more than its content, like the version, and its keys come in any order. */
function comparable(content: ProductContent): ProductContent {
  return contentOf({ ...content, variants: content.variants } as unknown as ConsoleProduct)
}

function changedFields(current: ConsoleProduct | null, content: ProductContent): string[] {
  if (current === null) return []
  const old = contentOf(current)
  return (Object.keys(old) as (keyof ProductContent)[]).filter((key) => !isDeepStrictEqual(old[key], content[key]))
}

/** Two requests at once can both find a slug or SKU free; the database lets one of them have it. */
export async function catchTaken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const constraint = sqlState(error) === '23505' ? (violatedConstraint(error) ?? '') : ''
    const problem = takenBy[constraint]
    if (problem === undefined) throw error
    throw new CatalogueInvalid({ cause: error, details: [problem] })
  }
}

const takenBy: Record<string, CatalogueProblem> = {
  products_slug_key: { field: 'slug', code: 'slug_taken' },
  variants_sku_key: { field: 'variants', code: 'sku_taken' },
  categories_slug_key: { field: 'slug', code: 'slug_taken' },
  brands_slug_key: { field: 'slug', code: 'slug_taken' },
}
