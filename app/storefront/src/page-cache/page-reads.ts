import {
  catalogueAgeHeader,
  getProduct,
  listCategories,
  listProducts,
  type Product,
} from '@dhakacart/contract/catalogue.schema.ts'
import type { ChangedProduct } from '@dhakacart/contract/changes.schema.ts'
import { type Answer, ApiAway, ApiError, type Call, type CallOptions } from '@dhakacart/contract/client.ts'
import { estimateDelivery, listDistricts, listZones } from '@dhakacart/contract/delivery.schema.ts'
import { paymentMethodsOffered } from '@dhakacart/contract/payments.schema.ts'
import type { Route } from '@dhakacart/contract/route.ts'

/** What a page was made of, as far as it decides which changes make the page wrong. */
export type PageReads = {
  /** Slugs of products that it shows, or asked for in vain. */
  products: string[]
  /** Categories whose products it chooses from; `*` is the whole shop. */
  categories: string[]
  /** It is a list, or holds one: a product may come into it that is not shown yet. */
  isList: boolean
}

export type PageChange = { isEverything: boolean; products: readonly ChangedProduct[] }

export type RecordedCall = {
  call: Call
  reads(): PageReads
  /** Everything that was committed before this moment (performance.now()) is in what was read. */
  trueAt(): number
  /** Something could not be had, and the page made do without it. */
  isIncomplete(): boolean
}

/** What these tell changes only together with everything. */
const apartFromProducts: ReadonlySet<Route> = new Set<Route>([
  listCategories,
  listDistricts,
  listZones,
  estimateDelivery,
  paymentMethodsOffered,
])

/** Thousands of pages name the same products: each slug is kept once. As many as the catalogue ever had. */
const slugs = new Map<string, string>()
const own = (slug: string): string => {
  const known = slugs.get(slug)
  if (known !== undefined) return known
  slugs.set(slug, slug)
  return slug
}

/** The same client, remembering what a page asks and how old the answers are. */
export function recordCalls(call: Call): RecordedCall {
  const products = new Set<string>()
  const categories = new Set<string>()
  let isList = false
  let isIncomplete = false
  let trueAt = performance.now()

  async function recorded<R extends Route>(route: R, options: CallOptions<R> = {}): Promise<Answer<R>> {
    const askedAt = performance.now()
    const params = (options.params ?? {}) as { slug?: string }
    if (route === (getProduct as Route) && params.slug !== undefined) products.add(own(params.slug))
    try {
      const answer = await call(route, options)
      trueAt = Math.min(trueAt, askedAt - ageMs(answer.headers[catalogueAgeHeader]))
      note(route, options, answer.body)
      return answer
    } catch (error) {
      if (error instanceof ApiAway || (error instanceof ApiError && error.status >= 500)) isIncomplete = true
      throw error
    }
  }

  function note(route: Route, options: { query?: unknown }, body: unknown): void {
    if (apartFromProducts.has(route)) return
    collectProducts(body, products)
    if (route === (getProduct as Route)) {
      for (const { slug } of (body as Product).categoryPath) categories.add(own(slug))
      return
    }
    isList = true
    const category = route === (listProducts as Route) ? (options.query as { category?: string }).category : undefined
    categories.add(category === undefined ? '*' : own(category))
  }

  return {
    call: recorded,
    reads: () => ({ products: [...products], categories: [...categories], isList }),
    trueAt: () => trueAt,
    isIncomplete: () => isIncomplete,
  }
}

function ageMs(header: string | string[] | undefined): number {
  const age = Number(header ?? 0)
  return Number.isFinite(age) && age >= 0 ? age : 0
}

/** Anything with a slug and a price is a product, wherever it stands in an answer. */
function collectProducts(value: unknown, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  const { slug, pricePaisa, variants } = value as Record<string, unknown>
  if (typeof slug === 'string' && (pricePaisa !== undefined || variants !== undefined)) found.add(own(slug))
  for (const part of Object.values(value)) collectProducts(part, found)
}

/** Whether a page made of these may look otherwise after the change. */
export function isAffected(reads: PageReads, change: PageChange): boolean {
  if (change.isEverything) return true
  return change.products.some((product) => isAffectedBy(reads, product))
}

function isAffectedBy(reads: PageReads, { slugs: changed, categorySlugs, isEdited }: ChangedProduct): boolean {
  if (changed.some((slug) => reads.products.includes(slug))) return true
  // An edit may have taken the product out of any list, or put it among what stands beside others of its category.
  if (isEdited && reads.isList) return true
  if (!isEdited && !reads.isList) return false
  return reads.categories.some((category) => category === '*' || categorySlugs.includes(category))
}
