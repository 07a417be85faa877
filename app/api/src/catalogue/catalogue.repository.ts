import type { Localised } from '@dhakacart/contract/shapes.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import { type SqlBool, sql } from 'kysely'

/** One specification a category's products state. */
export type SpecificationDefinition = {
  key: string
  name: Localised
  kind: 'number' | 'choice' | 'boolean' | 'text'
  unit: Localised | null
  isFacet: boolean
  values?: Record<string, Localised>
}
export type SpecificationValue = string | number | boolean

export type BrandRow = { id: number; slug: string; name: string }
export type CategoryRow = {
  id: number
  slug: string
  parentId: number | null
  nameEn: string
  nameBn: string
  descriptionEn: string
  descriptionBn: string
  specifications: SpecificationDefinition[]
  pictureId: string | null
  /** Slugs that lead to it. */
  formerSlugs: string[]
}
/** A sale that is not over, for one variant; instants by the database's clock. */
type VariantSale = {
  saleId: number
  name: Localised
  startsAtMs: number
  endsAtMs: number
  pricePaisa: number
  allotment: number
  unitsLeft: number
  limitPerCustomer: number | null
  hasWaitingRoom: boolean
}
export type VariantRow = {
  id: number
  sku: string
  options: Record<string, string>
  pricePaisa: number
  compareAtPaisa: number | null
  pictureId: string | null
  /** What can be sold now, counted up to `unitsCountedMax`. */
  availableUnits: number
  /** Scheduled and not over, the first to start first; they never overlap. */
  sales: VariantSale[]
}
export type ProductRow = {
  id: number
  slug: string
  categoryId: number
  brandId: number
  modelNumber: string
  nameEn: string
  nameBn: string
  descriptionEn: string
  descriptionBn: string
  highlights: Localised[]
  specifications: Record<string, SpecificationValue>
  warrantyMonths: number
  isOfficial: boolean
  weightGrams: number
  popularity: number
  createdAt: Date
  updatedAt: Date
  /** Besides those of its variants, in order. */
  pictureIds: string[]
  /** Slugs that lead to it. */
  formerSlugs: string[]
  /** Published ones, in order; never empty. */
  variants: VariantRow[]
}

/** Stock is told exactly up to five units; the trigger stock_levels_mark_changed counts as far as this. */
export const unitsCountedMax = 6

export type CatalogueChanges = {
  /** Give it back to hear of what changed from now on. */
  position: string
  /** The database's clock. */
  nowMs: number
  /** Products to read again; also those no longer published. */
  productIds: number[]
  /** A brand or category changed, or the database went back in time: everything must be read again. */
  isEverything: boolean
}

/**
 * What was committed since `position`. A transaction that was still open then is told of again, so nothing is ever missed;
 * the upper bound ignores ids that a dump brought along from another server.
 */
export async function findCatalogueChanges(db: Db, position: string): Promise<CatalogueChanges> {
  const isNew = (table: string) => sql<SqlBool>`
    ${sql.ref(`${table}.changed_in`)} >= ${position}::xid8
    and ${sql.ref(`${table}.changed_in`)} < pg_snapshot_xmax(pg_current_snapshot())`
  const { rows } = await sql<CatalogueChanges>`
    select
      pg_snapshot_xmin(pg_current_snapshot())::text as position, ${nowMs} as now_ms,
      to_json(array(
        select id from products where ${isNew('products')}
        union select product_id from variants where ${isNew('variants')}
        union select v.product_id from stock_levels s join variants v on v.id = s.variant_id where ${isNew('s')}
        union select v.product_id from sale_lines l join variants v on v.id = l.variant_id where ${isNew('l')}
      )) as "product_ids",
      exists (select from brands where ${isNew('brands')})
        or exists (select from categories where ${isNew('categories')})
        or pg_snapshot_xmin(pg_current_snapshot()) < ${position}::xid8 as "is_everything"
  `.execute(db)
  const [changes] = rows
  if (changes === undefined) throw new Error('PostgreSQL answered a select without from with no row')
  return changes
}

/** The position from which findCatalogueChanges tells what a reader that starts now does not see. */
export async function findCataloguePosition(db: Db): Promise<Pick<CatalogueChanges, 'position' | 'nowMs'>> {
  const { rows } = await sql<Pick<CatalogueChanges, 'position' | 'nowMs'>>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as position, ${nowMs} as now_ms`.execute(db)
  const [found] = rows
  if (found === undefined) throw new Error('PostgreSQL answered a select without from with no row')
  return found
}

const nowMs = sql`(extract(epoch from shop_now()) * 1000)::double precision`

export async function listBrands(db: Db): Promise<BrandRow[]> {
  return db.selectFrom('brands').select(['id', 'slug', 'name']).orderBy('name').orderBy('id').execute()
}

/** Parents before children, both in menu order. */
export async function listCategories(db: Db): Promise<CategoryRow[]> {
  const rows = await db
    .selectFrom('categories')
    .select(['id', 'slug', 'parentId', 'nameEn', 'nameBn', 'descriptionEn', 'descriptionBn', 'specifications'])
    .select(['pictureId', formerSlugsOf('category').as('formerSlugs')])
    .orderBy(sql`parent_id is not null`)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows as unknown as CategoryRow[]
}

/** Published products that have a published variant: those of `ids`, or all. Ordered by id. */
export async function listProductRows(db: Db, ids: number[] | 'all'): Promise<ProductRow[]> {
  const rows = await db
    .selectFrom('products as p')
    .innerJoin(
      (from) =>
        from
          .selectFrom('variants as v')
          .leftJoin('stockLevels as s', 's.variantId', 'v.id')
          .select(['v.productId', variantsOfProduct.as('variants')])
          .where('v.isPublished', '=', true)
          .$if(ids !== 'all', (query) => query.where(sql<SqlBool>`v.product_id = any(${ids}::bigint[])`))
          .groupBy('v.productId')
          .as('sold'),
      (join) => join.onRef('sold.productId', '=', 'p.id'),
    )
    .select(['p.id', 'p.slug', 'p.categoryId', 'p.brandId', 'p.modelNumber', 'p.nameEn', 'p.nameBn'])
    .select(['p.descriptionEn', 'p.descriptionBn', 'p.highlights', 'p.specifications', 'p.warrantyMonths'])
    .select(['p.isOfficial', 'p.weightGrams', 'p.popularity', 'p.createdAt', 'p.updatedAt', 'sold.variants'])
    .select([picturesOfProduct.as('pictureIds'), formerSlugsOf('product').as('formerSlugs')])
    .where('p.isPublished', '=', true)
    .orderBy('p.id')
    .execute()
  return rows as unknown as ProductRow[]
}

const picturesOfProduct = sql<string[]>`
  to_json(array(select picture_id from product_pictures where product_id = p.id order by position))`

function formerSlugsOf(kind: 'product' | 'category') {
  const isOwn = kind === 'product' ? sql`r.product_id = p.id` : sql`r.category_id = categories.id`
  return sql<string[]>`to_json(array(select r.slug from slug_redirects r where ${isOwn}))`
}

const salesOfVariant = sql`(
  select coalesce(json_agg(json_build_object(
    'saleId', e.id, 'name', json_build_object('en', e.name_en, 'bn', e.name_bn),
    'startsAtMs', extract(epoch from lower(l.during)) * 1000, 'endsAtMs', extract(epoch from upper(l.during)) * 1000,
    'pricePaisa', l.price_paisa, 'allotment', l.allotment, 'unitsLeft', l.allotment - l.taken_units,
    'limitPerCustomer', e.limit_per_customer, 'hasWaitingRoom', e.has_waiting_room
  ) order by lower(l.during)), '[]')
  from sale_lines l join sales e on e.id = l.sale_id
  where l.variant_id = v.id and l.is_scheduled and upper(l.during) > shop_now())`

const variantsOfProduct = sql<VariantRow[]>`
  json_agg(
    json_build_object(
      'id', v.id, 'sku', v.sku, 'options', v.options, 'pricePaisa', v.price_paisa, 'compareAtPaisa', v.compare_at_paisa,
      'pictureId', v.picture_id, 'availableUnits', least(coalesce(s.on_hand - s.held, 0), ${sql.lit(unitsCountedMax)}),
      'sales', ${salesOfVariant}
    ) order by v.position, v.id
  )`
