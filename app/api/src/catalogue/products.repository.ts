import type {
  ConsoleProduct,
  ConsoleProductSummary,
  stockFilters,
} from '@dhakacart/contract/console-catalogue.schema.ts'
import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** A product as staff edit it, and what its row says besides. */
export type EditedProduct = ConsoleProduct

const variantsJson = sql`
  (select coalesce(json_agg(json_build_object(
     'id', v.id, 'sku', v.sku, 'options', v.options, 'pricePaisa', v.price_paisa, 'compareAtPaisa', v.compare_at_paisa,
     'pictureId', v.picture_id, 'isPublished', v.is_published,
     'onHand', coalesce(s.on_hand, 0), 'held', coalesce(s.held, 0)) order by v.position, v.id), '[]')
   from variants v left join stock_levels s on s.variant_id = v.id where v.product_id = p.id)`

/** Products by id or slug, as staff edit them. */
export async function readProducts(
  db: DbOrTx,
  by: { ids: readonly number[] } | { slugs: readonly string[] },
): Promise<EditedProduct[]> {
  const isWanted = 'ids' in by ? sql`p.id = any(${[...by.ids]}::bigint[])` : sql`p.slug = any(${[...by.slugs]}::text[])`
  const { rows } = await sql<EditedProduct>`
    select p.id, p.version, p.slug, p.category_id, p.brand_id, p.model_number,
      json_build_object('en', p.name_en, 'bn', p.name_bn) as name,
      json_build_object('en', p.description_en, 'bn', p.description_bn) as description,
      p.highlights, p.specifications, p.warranty_months, p.is_official, p.weight_grams, p.vat_basis_points, p.is_published,
      to_json(array(select picture_id from product_pictures where product_id = p.id order by position)) as picture_ids,
      ${variantsJson} as variants,
      to_json(array(select slug from slug_redirects where kind = 'product' and product_id = p.id order by slug)) as former_slugs,
      utc_text(p.created_at) as created_at, utc_text(p.updated_at) as updated_at
    from products p where ${isWanted} order by p.id`.execute(db)
  return rows
}

export async function listProductIds(db: DbOrTx, afterId: number, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('products')
    .select('id')
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Locks the product until the transaction ends; false when there is none. */
export async function lockProduct(tx: Tx, id: number): Promise<boolean> {
  return (
    (await tx.selectFrom('products').select('id').where('id', '=', id).forUpdate().executeTakeFirst()) !== undefined
  )
}

type ProductValues = Omit<
  EditedProduct,
  'id' | 'version' | 'variants' | 'formerSlugs' | 'createdAt' | 'updatedAt' | 'pictureIds'
>

function rowOf(content: ProductValues) {
  const { name, description, highlights, specifications, ...values } = content
  return {
    ...values,
    nameEn: name.en,
    nameBn: name.bn,
    descriptionEn: description.en,
    descriptionBn: description.bn,
    highlights: JSON.stringify(highlights),
    specifications: JSON.stringify(specifications),
  }
}

export async function insertProduct(tx: Tx, content: ProductValues): Promise<number> {
  const { id } = await tx.insertInto('products').values(rowOf(content)).returning('id').executeTakeFirstOrThrow()
  return id
}

/** Writes the product's own columns and counts its version. */
export async function updateProduct(tx: Tx, id: number, content: ProductValues): Promise<void> {
  await tx
    .updateTable('products')
    .set({ ...rowOf(content), version: sql`version + 1`, updatedAt: sql`shop_now()` })
    .where('id', '=', id)
    .execute()
}

export type VariantValues = {
  sku: string
  position: number
  options: Record<string, string>
  pricePaisa: number
  compareAtPaisa: number | null
  pictureId: string | null
  isPublished: boolean
}

/** Adds a variant with an empty shelf; returns its id. */
export async function insertVariant(tx: Tx, productId: number, values: VariantValues): Promise<number> {
  const { id } = await tx
    .insertInto('variants')
    .values({ ...values, productId, options: JSON.stringify(values.options) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx.insertInto('stockLevels').values({ variantId: id, onHand: 0, held: 0 }).execute()
  return id
}

export async function updateVariant(tx: Tx, id: number, values: VariantValues): Promise<void> {
  await tx
    .updateTable('variants')
    .set({ ...values, options: JSON.stringify(values.options) })
    .where('id', '=', id)
    .execute()
}

export type NewPriceChange = {
  variantId: number
  oldPricePaisa: number | null
  pricePaisa: number
  oldCompareAtPaisa: number | null
  compareAtPaisa: number | null
  staffId: number | null
}

export async function recordPriceChanges(tx: Tx, changes: readonly NewPriceChange[]): Promise<void> {
  if (changes.length > 0)
    await tx
      .insertInto('priceChanges')
      .values([...changes])
      .execute()
}

export async function replacePictures(tx: Tx, productId: number, pictureIds: readonly string[]): Promise<void> {
  await tx.deleteFrom('productPictures').where('productId', '=', productId).execute()
  const rows = pictureIds.map((pictureId, index) => ({ productId, pictureId, position: index + 1 }))
  if (rows.length > 0) await tx.insertInto('productPictures').values(rows).execute()
}

/** Those of the ids that are pictures ready to be shown. */
export async function findPictures(db: DbOrTx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('pictures')
    .select('id')
    .where('id', 'in', [...ids])
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Which of the SKUs belong to a variant of another product, by SKU. */
export async function findForeignSkus(
  db: DbOrTx,
  skus: readonly string[],
  productId: number | null,
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('variants')
    .select('sku')
    .where('sku', 'in', [...skus])
    .where((e) => (productId === null ? e.lit(true) : e('productId', '<>', productId)))
    .execute()
  return new Set(rows.map(({ sku }) => sku))
}

export type ProductFilter = {
  query?: string
  categoryId?: number
  brandId?: number
  isPublished?: boolean
  stock?: (typeof stockFilters)[number]
  /** Where the page before ended. */
  after: { updatedAt: string; id: number } | null
  limit: number
}

/** Fewer than so many units of all variants together count as low. */
const lowUnits = 5

/** One page of products, the last changed ones first. */
export async function listProducts(db: DbOrTx, filter: ProductFilter): Promise<ConsoleProductSummary[]> {
  const { rows } = await sql<ConsoleProductSummary>`
    select p.id, p.slug, json_build_object('en', p.name_en, 'bn', p.name_bn) as name, p.model_number,
      b.name as brand_name,
      json_build_object('id', c.id, 'name', json_build_object('en', c.name_en, 'bn', c.name_bn)) as category,
      coalesce(v.picture_id, (select picture_id from product_pictures where product_id = p.id order by position limit 1)) as picture_id,
      p.is_published, v.variant_count, v.min_price_paisa, v.max_price_paisa, v.available, utc_text(p.updated_at) as updated_at
    from products p
    join brands b on b.id = p.brand_id
    join categories c on c.id = p.category_id
    cross join lateral (
      select count(*) as variant_count, coalesce(min(v.price_paisa), 0) as min_price_paisa,
        coalesce(max(v.price_paisa), 0) as max_price_paisa, coalesce(sum(s.on_hand - s.held), 0)::integer as available,
        (array_agg(v.picture_id order by v.position, v.id))[1] as picture_id
      from variants v left join stock_levels s on s.variant_id = v.id where v.product_id = p.id
    ) v
    where ${sql.join(conditionsOf(filter), sql` and `)}
    order by date_trunc('milliseconds', p.updated_at) desc, p.id desc
    limit ${filter.limit}`.execute(db)
  return rows
}

function conditionsOf(filter: ProductFilter): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = [sql`true`]
  if (filter.query !== undefined) conditions.push(hasWords(filter.query))
  if (filter.categoryId !== undefined)
    conditions.push(sql`(c.id = ${filter.categoryId} or c.parent_id = ${filter.categoryId})`)
  if (filter.brandId !== undefined) conditions.push(sql`p.brand_id = ${filter.brandId}`)
  if (filter.isPublished !== undefined) conditions.push(sql`p.is_published = ${filter.isPublished}`)
  if (filter.stock === 'sold_out') conditions.push(sql`v.available <= 0`)
  if (filter.stock === 'low') conditions.push(sql`v.available between 1 and ${lowUnits}`)
  if (filter.stock === 'in_stock') conditions.push(sql`v.available > 0`)
  if (filter.after !== null)
    // Times are compared as they are shown, to the millisecond; the id tells apart what is equal.
    conditions.push(
      sql`(date_trunc('milliseconds', p.updated_at), p.id) < (${filter.after.updatedAt}::timestamptz, ${filter.after.id})`,
    )
  return conditions
}

/** `%` and `_` that somebody types stand for themselves. */
function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`
}

function hasWords(text: string): RawBuilder<SqlBool> {
  const pattern = containing(text)
  return sql`(
    (p.name_en || ' ' || p.name_bn || ' ' || p.model_number || ' ' || p.slug) ilike ${pattern}
    or p.id in (select product_id from variants where sku ilike ${pattern}))`
}

export type PriceChangeRow = {
  id: number
  variantId: number
  sku: string
  oldPricePaisa: number | null
  pricePaisa: number
  oldCompareAtPaisa: number | null
  compareAtPaisa: number | null
  staffName: string | null
  changedAt: string
}

/** Changes of the prices of a product before `afterId`, newest first. */
export async function listPriceChanges(
  db: DbOrTx,
  productId: number,
  afterId: number | null,
  limit: number,
): Promise<PriceChangeRow[]> {
  const { rows } = await sql<PriceChangeRow>`
    select c.id, c.variant_id, v.sku, c.old_price_paisa, c.price_paisa, c.old_compare_at_paisa, c.compare_at_paisa,
      s.name as staff_name, utc_text(c.changed_at) as changed_at
    from price_changes c join variants v on v.id = c.variant_id left join staff s on s.id = c.staff_id
    where v.product_id = ${productId} and (${afterId}::bigint is null or c.id < ${afterId})
    order by c.id desc limit ${limit}`.execute(db)
  return rows
}
