import type { ProductList, ProductListQuery, SortOrder } from '@dhakacart/contract/catalogue.schema.ts'
import { badRequest, CategoryNotFound } from '../errors.ts'
import {
  type Catalogue,
  type Category,
  compareKeys,
  type FacetChoice,
  type ListedProduct,
  orderKeys,
} from './catalogue.model.ts'
import { readCursor, writeCursor } from './list-cursor.ts'
import { countCommon, intersection, isIn, type ProductSet, setOf, union } from './product-set.ts'

/** What a search found. */
export type Found = {
  products: ProductSet
  /** By the index of the product; higher fits better. */
  scores: Float64Array
}

const defaultLimit = 24

/** One group of choices: its alternatives together are one condition. `#` keeps our own groups apart from specification keys. */
type Condition = { group: string; products: ProductSet }

/**
 * A page of the products that fit, with what else could be chosen. The counts of a group ignore the choices within it,
 * because those are alternatives. Throws CATEGORY_NOT_FOUND, and BAD_REQUEST for a cursor that is not of this list.
 */
export function listProducts(catalogue: Catalogue, query: ProductListQuery, found: Found | null): ProductList {
  const category = findCategory(catalogue, query.category)
  const scope = intersection(category?.products ?? catalogue.everything, ...(found === null ? [] : [found.products]))
  const conditions = readConditions(catalogue, query)
  const fitting = (exceptGroup: string | null) =>
    intersection(scope, ...conditions.filter(({ group }) => group !== exceptGroup).map(({ products }) => products))
  const listed = fitting(null)
  return {
    ...pageOf(catalogue, query, listed, found),
    category: category?.summary ?? null,
    brands: countChoices(catalogue.brands, fitting('#brand'), new Set(query.brand)),
    facets: (category?.facets ?? []).map(({ key, name, choices }) => ({
      key,
      name,
      values: countChoices(choices, fitting(key), chosenValues(query, key)),
    })),
    priceRange: priceRangeOf(catalogue, fitting('#price')),
    inStockCount: countCommon(fitting('#stock'), catalogue.inStock),
  }
}

function findCategory(catalogue: Catalogue, slug: string | undefined): Category | null {
  if (slug === undefined) return null
  const category = catalogue.categoriesBySlug.get(slug) ?? catalogue.categoriesByFormerSlug.get(slug)
  if (category === undefined) throw new CategoryNotFound()
  return category
}

function readConditions(catalogue: Catalogue, query: ProductListQuery): Condition[] {
  const { products, brands, specificationSets, inStock } = catalogue
  const anyOf = (sets: (ProductSet | undefined)[]) =>
    union(
      products.length,
      sets.filter((set) => set !== undefined),
    )
  const conditions: Condition[] = []
  if (query.brand !== undefined && query.brand.length > 0) {
    const chosen = new Set(query.brand)
    const sets = brands.filter(({ value }) => chosen.has(value)).map((brand) => brand.products)
    conditions.push({ group: '#brand', products: anyOf(sets) })
  }
  for (const key of new Set(query.specification?.map(keyOf))) {
    const tokens = query.specification?.filter((token) => keyOf(token) === key) ?? []
    conditions.push({ group: key, products: anyOf(tokens.map((token) => specificationSets.get(token))) })
  }
  const { minPricePaisa = 0, maxPricePaisa = Number.POSITIVE_INFINITY } = query
  if (query.minPricePaisa !== undefined || query.maxPricePaisa !== undefined) {
    const isAffordable = ({ card }: ListedProduct) =>
      card.pricePaisa >= minPricePaisa && card.pricePaisa <= maxPricePaisa
    conditions.push({ group: '#price', products: setOf(products, isAffordable) })
  }
  if (query.inStock === true) conditions.push({ group: '#stock', products: inStock })
  return conditions
}

function keyOf(token: string): string {
  return token.slice(0, token.indexOf(':'))
}

function chosenValues(query: ProductListQuery, key: string): Set<string> {
  const tokens = query.specification?.filter((token) => keyOf(token) === key) ?? []
  return new Set(tokens.map((token) => token.slice(key.length + 1)))
}

function countChoices(choices: FacetChoice[], within: ProductSet, chosen: ReadonlySet<string>) {
  return choices
    .map(({ value, label, products }) => ({
      value,
      label,
      count: countCommon(products, within),
      isChosen: chosen.has(value),
    }))
    .filter(({ count, isChosen }) => count > 0 || isChosen)
}

function priceRangeOf(catalogue: Catalogue, within: ProductSet): ProductList['priceRange'] {
  const byPrice = catalogue.orders['price-asc']
  const lowest = byPrice.find(({ index }) => isIn(within, index))
  const highest = byPrice.findLast(({ index }) => isIn(within, index))
  return { minPaisa: lowest?.card.pricePaisa ?? 0, maxPaisa: highest?.card.pricePaisa ?? 0 }
}

type Page = Pick<ProductList, 'products' | 'totalCount' | 'firstPosition' | 'nextCursor' | 'previousCursor'>

function pageOf(catalogue: Catalogue, query: ProductListQuery, listed: ProductSet, found: Found | null): Page {
  if (query.after !== undefined && query.before !== undefined) {
    throw badRequest('A page lies after one cursor or before one, not both. Give one of them.')
  }
  const { order, products, keysOf } = sortListed(catalogue, query, listed, found)
  const limit = query.limit ?? defaultLimit
  const keysOfCursor = (cursor: string) => readCursor(cursor, order, order === 'relevance' ? 3 : 2)
  let start = 0
  let end = limit
  if (query.after !== undefined) {
    const keys = keysOfCursor(query.after)
    start = countWhile(products, (product) => compareKeys(keysOf(product), keys) <= 0)
    end = start + limit
  } else if (query.before !== undefined) {
    const keys = keysOfCursor(query.before)
    end = countWhile(products, (product) => compareKeys(keysOf(product), keys) < 0)
    start = Math.max(0, end - limit)
  }
  const page = products.slice(start, end)
  const [first, last] = [page[0], page.at(-1)]
  return {
    products: page.map(({ card }) => card),
    totalCount: products.length,
    firstPosition: first === undefined ? 0 : start + 1,
    nextCursor: last !== undefined && end < products.length ? writeCursor(order, keysOf(last)) : null,
    previousCursor: first !== undefined && start > 0 ? writeCursor(order, keysOf(first)) : null,
  }
}

type Sorted = { order: SortOrder; products: ListedProduct[]; keysOf: (product: ListedProduct) => number[] }

function sortListed(catalogue: Catalogue, query: ProductListQuery, listed: ProductSet, found: Found | null): Sorted {
  const order = query.sort ?? (found === null ? 'popular' : 'relevance')
  if (order !== 'relevance' || found === null) {
    const fixed = order === 'relevance' ? 'popular' : order
    const products = catalogue.orders[fixed].filter(({ index }) => isIn(listed, index))
    return { order: fixed, products, keysOf: orderKeys[fixed] }
  }
  const keysOf = ({ index, row }: ListedProduct) => [-(found.scores[index] as number), -row.popularity, row.id]
  const products = catalogue.products
    .filter(({ index }) => isIn(listed, index))
    .map((product) => ({ product, keys: keysOf(product) }))
    .sort((a, b) => compareKeys(a.keys, b.keys))
    .map(({ product }) => product)
  return { order, products, keysOf }
}

/** How many stand before the first one that does not fit, in a list where those that fit come first. */
function countWhile<T>(sorted: readonly T[], fits: (item: T) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (fits(sorted[middle] as T)) low = middle + 1
    else high = middle
  }
  return low
}
