import type { CategorySummary, ProductCard, SortOrder } from '@dhakacart/contract/catalogue.schema.ts'
import type { Localised } from '@dhakacart/contract/shapes.ts'
import type { BrandRow, CategoryRow, ProductRow, SpecificationDefinition } from './catalogue.repository.ts'
import { addTo, countOf, emptySet, type ProductSet, setOf } from './product-set.ts'
import { type PricedProduct, type PricedVariant, priceProduct } from './sale-prices.ts'
import { compareValues, describeValue } from './specification-values.ts'

export type CatalogueRows = { brands: BrandRow[]; categories: CategoryRow[]; products: ProductRow[] }

export type ListedProduct = {
  /** Position in `Catalogue.products`, and in every ProductSet. */
  index: number
  /** At the prices of the moment the catalogue was made for. */
  row: PricedProduct
  category: Category
  card: ProductCard
}

export type FacetChoice = { value: string; label: Localised; products: ProductSet }
type FacetGroup = { key: string; name: Localised; choices: FacetChoice[] }

export type Category = {
  row: CategoryRow
  parent: Category | null
  summary: CategorySummary
  /** In it and below it. */
  products: ProductSet
  facets: FacetGroup[]
}

/** Orders that do not depend on a search. */
export type FixedOrder = Exclude<SortOrder, 'relevance'>

/**
 * Everything shoppers can browse, in memory and never changed once built: a new catalogue replaces it when the database
 * tells of a change. About 5 kB per product.
 */
export type Catalogue = {
  /** By id. */
  products: ListedProduct[]
  productsById: ReadonlyMap<number, ListedProduct>
  productsBySlug: ReadonlyMap<string, ListedProduct>
  /** By the slugs they had before. */
  productsByFormerSlug: ReadonlyMap<string, ListedProduct>
  /** Parents before children, in menu order. */
  categories: Category[]
  categoriesBySlug: ReadonlyMap<string, Category>
  categoriesByFormerSlug: ReadonlyMap<string, Category>
  /** Those that have products, most products first. */
  brands: FacetChoice[]
  /** Products by `key:value` of a facet specification, in whatever category. */
  specificationSets: ReadonlyMap<string, ProductSet>
  everything: ProductSet
  inStock: ProductSet
  orders: Record<FixedOrder, ListedProduct[]>
}

/** What a list is ordered by, most significant first, each ascending; the last one is unique. */
export const orderKeys: Record<FixedOrder, (product: ListedProduct) => number[]> = {
  popular: ({ row }) => [-row.popularity, row.id],
  newest: ({ row }) => [-row.createdAt.getTime(), -row.id],
  'price-asc': ({ row, card }) => [card.pricePaisa, row.id],
  'price-desc': ({ row, card }) => [-card.pricePaisa, row.id],
}

/** Builds the catalogue from what the database holds, at the prices of that moment. Takes about 10 ms per 1,000 products. */
export function buildCatalogue(rows: CatalogueRows, nowMs: number): Catalogue {
  const categories = linkCategories(rows.categories)
  const categoriesById = new Map(categories.map((category) => [category.row.id, category]))
  const brandsById = new Map(rows.brands.map((brand) => [brand.id, brand]))
  const products: ListedProduct[] = []
  for (const unpriced of rows.products) {
    const row = priceProduct(unpriced, nowMs)
    const category = categoriesById.get(row.categoryId)
    const brand = brandsById.get(row.brandId)
    // A product in a category or brand added a moment ago appears with the next reading.
    if (category === undefined || brand === undefined) continue
    products.push({
      index: products.length,
      row,
      category,
      card: toCard(row, category, { slug: brand.slug, name: brand.name }),
    })
  }
  const specificationSets = collectSpecifications(products)
  countProducts(products, categories)
  const byCategory = Map.groupBy(products, ({ category }) => category)
  for (const [category, own] of byCategory) addFacets(category, own, specificationSets)
  return {
    products,
    productsById: new Map(products.map((product) => [product.row.id, product])),
    productsBySlug: new Map(products.map((product) => [product.row.slug, product])),
    productsByFormerSlug: byFormerSlug(products),
    categories,
    categoriesBySlug: new Map(categories.map((category) => [category.row.slug, category])),
    categoriesByFormerSlug: byFormerSlug(categories),
    brands: collectBrands(rows.brands, products),
    specificationSets,
    everything: setOf(products, () => true),
    inStock: setOf(products, ({ card }) => card.isInStock),
    orders: {
      popular: inOrder([...products], 'popular'),
      newest: inOrder([...products], 'newest'),
      'price-asc': inOrder([...products], 'price-asc'),
      'price-desc': inOrder([...products], 'price-desc'),
    },
  }
}

export function byFormerSlug<T extends { row: { formerSlugs: string[] } }>(things: readonly T[]): Map<string, T> {
  return new Map(things.flatMap((thing) => thing.row.formerSlugs.map((slug): [string, T] => [slug, thing])))
}

function linkCategories(rows: CategoryRow[]): Category[] {
  const byId = new Map<number, Category>()
  for (const row of rows) {
    const parent = row.parentId === null ? null : (byId.get(row.parentId) ?? null)
    const summary = {
      slug: row.slug,
      parentSlug: parent?.row.slug ?? null,
      name: { en: row.nameEn, bn: row.nameBn },
      description: { en: row.descriptionEn, bn: row.descriptionBn },
      pictureId: row.pictureId,
      productCount: 0,
    }
    byId.set(row.id, { row, parent, summary, products: emptySet(0), facets: [] })
  }
  return [...byId.values()]
}

export function toCard(row: PricedProduct, category: Category, brand: ProductCard['brand']): ProductCard {
  const cheapest = row.variants.reduce((best, variant) => (variant.pricePaisa < best.pricePaisa ? variant : best))
  return {
    slug: row.slug,
    name: { en: row.nameEn, bn: row.nameBn },
    brand,
    categorySlug: category.row.slug,
    pictureId: (row.variants[0] as PricedVariant).pictureId ?? row.pictureIds[0] ?? null,
    pricePaisa: cheapest.pricePaisa,
    compareAtPaisa: cheapest.compareAtPaisa,
    hasSeveralPrices: row.variants.some((variant) => variant.pricePaisa !== cheapest.pricePaisa),
    isInStock: row.variants.some((variant) => variant.availableUnits > 0),
    isOfficial: row.isOfficial,
    warrantyMonths: row.warrantyMonths,
    variantCount: row.variants.length,
    sale: toCardSale(row.variants),
  }
}

/** The sale a product is in, now or first: what its cheapest variant costs in it, and outside of it. */
function toCardSale(variants: readonly PricedVariant[]): ProductCard['sale'] {
  const inSale = variants.flatMap(({ sale }) => (sale === null ? [] : [sale]))
  const [first] = inSale.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
  if (first === undefined) return null
  const { startsAt, endsAt } = first
  const usualOf = ({ sale, pricePaisa }: PricedVariant) => sale?.usualPricePaisa ?? pricePaisa
  const duringOf = (variant: PricedVariant) =>
    variant.sale?.startsAt === startsAt && variant.sale.state !== 'sold_out'
      ? variant.sale.pricePaisa
      : usualOf(variant)
  const cheapest = (priceOf: (variant: PricedVariant) => number) => Math.min(...variants.map(priceOf))
  const states = inSale.filter((sale) => sale.startsAt === startsAt).map(({ state }) => state)
  const state = states.find((each) => each !== 'sold_out') ?? 'sold_out'
  return { startsAt, endsAt, state, pricePaisa: cheapest(duringOf), usualPricePaisa: cheapest(usualOf) }
}

/** From the top-level category down to `category`. */
export function pathOf(category: Category): Category[] {
  return category.parent === null ? [category] : [...pathOf(category.parent), category]
}

/** Not stored with the specifications: whether a product comes with the brand's warranty in Bangladesh. */
const officialFacet: SpecificationDefinition = {
  key: 'official',
  name: { en: 'Sold as', bn: 'বিক্রির ধরন' },
  kind: 'choice',
  unit: null,
  isFacet: true,
  values: { yes: { en: 'Official', bn: 'অফিসিয়াল' }, no: { en: 'Unofficial', bn: 'আনঅফিসিয়াল' } },
}

function facetDefinitions(category: Category): SpecificationDefinition[] {
  return [officialFacet, ...category.row.specifications.filter((definition) => definition.isFacet)]
}

function facetValue({ row }: ListedProduct, key: string) {
  if (key === officialFacet.key) return row.isOfficial ? 'yes' : 'no'
  return row.specifications[key]
}

function collectSpecifications(products: ListedProduct[]): Map<string, ProductSet> {
  const sets = new Map<string, ProductSet>()
  for (const [category, own] of Map.groupBy(products, (product) => product.category)) {
    for (const { key } of facetDefinitions(category)) {
      for (const product of own) {
        const value = facetValue(product, key)
        if (value === undefined) continue
        const token = `${key}:${value}`
        const set = sets.get(token) ?? emptySet(products.length)
        sets.set(token, set)
        addTo(set, product.index)
      }
    }
  }
  return sets
}

function countProducts(products: ListedProduct[], categories: Category[]): void {
  for (const category of categories) category.products = emptySet(products.length)
  for (const { index, category } of products) {
    for (const ancestor of pathOf(category)) addTo(ancestor.products, index)
  }
  for (const category of categories) category.summary.productCount = countOf(category.products)
}

function addFacets(category: Category, own: ListedProduct[], sets: ReadonlyMap<string, ProductSet>): void {
  if (category.row.specifications.length === 0) return
  for (const definition of facetDefinitions(category)) {
    const values = new Set(
      own.map((product) => facetValue(product, definition.key)).filter((value) => value !== undefined),
    )
    const choices = [...values]
      .sort((a, b) => compareValues(definition, a, b))
      .map((value) => ({
        value: String(value),
        label: describeValue(definition, value),
        products: sets.get(`${definition.key}:${value}`) as ProductSet,
      }))
    // One choice for all leaves nothing to choose.
    if (choices.length > 1) category.facets.push({ key: definition.key, name: definition.name, choices })
  }
}

function collectBrands(brands: BrandRow[], products: ListedProduct[]): FacetChoice[] {
  const byBrand = Map.groupBy(products, ({ row }) => row.brandId)
  return brands
    .flatMap(({ id, slug, name }) => {
      const own = byBrand.get(id) ?? []
      if (own.length === 0) return []
      const set = emptySet(products.length)
      for (const { index } of own) addTo(set, index)
      return [{ count: own.length, choice: { value: slug, label: { en: name, bn: name }, products: set } }]
    })
    .sort((a, b) => b.count - a.count)
    .map(({ choice }) => choice)
}

/** Sorts in place; quick when little is out of place. */
export function inOrder(products: ListedProduct[], order: FixedOrder): ListedProduct[] {
  const keysOf = orderKeys[order]
  return products.sort((a, b) => compareKeys(keysOf(a), keysOf(b)))
}

export function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (let position = 0; position < a.length; position += 1) {
    const difference = (a[position] as number) - (b[position] as number)
    if (difference !== 0) return difference
  }
  return 0
}
