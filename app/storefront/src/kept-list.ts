import {
  type CategorySummary,
  catalogueAgeHeader,
  listCategories,
  listSales,
  type ShopSale,
} from '@dhakacart/contract/catalogue.schema.ts'
import type { Call } from '@dhakacart/contract/client.ts'
import { type Division, listDistricts } from '@dhakacart/contract/delivery.schema.ts'
import type { Log } from '@dhakacart/service-kit/log.ts'

export type KeptList<Item> = () => Promise<readonly Item[]>

export type KeptLists = {
  /** The categories of the menu, parents before children. */
  categories: KeptList<CategorySummary>
  /** The sales that run and those that are announced, the first to start first. */
  sales: KeptList<ShopSale>
  /** The divisions with their districts. */
  divisions: KeptList<Division>
  /** Something changed that may be in them: they are asked for again before they are used. */
  hear(change: { isEverything: boolean; products: readonly { isEdited: boolean }[] }): void
  /** What a page had of them: categories and sales, and the divisions if it asked for them. */
  stateOf(used: { divisions: boolean }): ListState
}

type ListState = {
  /** Everything heard of before this moment (performance.now()) is in them. */
  trueAt: number
  /** One of them could never be had. */
  isMissing: boolean
}

/** Staff edits must be visible within two seconds. */
const categoriesMaxAgeMs = 1_500
/** The districts of the country change about once in a decade. */
const divisionsMaxAgeMs = 60_000
/** The api's own memory may be half a second behind what we heard of. */
const doubtedMaxAgeMs = 250

/** The lists that pages share. */
export function keepLists(call: Call, log: Pick<Log, 'warn'>): KeptLists {
  const categories = new SharedList(
    async () => {
      const { body, headers } = await call(listCategories)
      return { items: body.categories, ageMs: Number(headers[catalogueAgeHeader] ?? 0) }
    },
    categoriesMaxAgeMs,
    log,
  )
  const sales = new SharedList(
    async () => {
      const { body, headers } = await call(listSales)
      return { items: body.sales, ageMs: Number(headers[catalogueAgeHeader] ?? 0) }
    },
    categoriesMaxAgeMs,
    log,
  )
  const divisions = new SharedList(
    async () => ({ items: (await call(listDistricts)).body.divisions, ageMs: 0 }),
    divisionsMaxAgeMs,
    log,
  )
  return {
    categories: () => categories.current(),
    sales: () => sales.current(),
    divisions: () => divisions.current(),
    hear({ isEverything, products }) {
      if (isEverything) {
        divisions.doubt()
        sales.doubt()
      }
      if (isEverything || products.some(({ isEdited }) => isEdited)) categories.doubt()
    },
    stateOf(used) {
      const lists = used.divisions ? [categories, sales, divisions] : [categories, sales]
      return {
        trueAt: Math.min(...lists.map(({ trueAt }) => trueAt)),
        isMissing: lists.some(({ isMissing }) => isMissing),
      }
    },
  }
}

/**
 * A list that pages share, asked for at most once per `maxAgeMs` however many pages are rendered. While the api is away
 * the last one is used, and an empty one before the first answer: a page without its menu is better than no page.
 */
class SharedList<Item> {
  isMissing = true
  readonly #ask: () => Promise<{ items: readonly Item[]; ageMs: number }>
  readonly #maxAgeMs: number
  readonly #log: Pick<Log, 'warn'>
  #kept: readonly Item[] = []
  #askedAtMs = Number.NEGATIVE_INFINITY
  #readAtMs = Number.NEGATIVE_INFINITY
  #doubtedAtMs = Number.NEGATIVE_INFINITY
  #asking: Promise<void> | null = null

  constructor(ask: () => Promise<{ items: readonly Item[]; ageMs: number }>, maxAgeMs: number, log: Pick<Log, 'warn'>) {
    this.#ask = ask
    this.#maxAgeMs = maxAgeMs
    this.#log = log
  }

  async current(): Promise<readonly Item[]> {
    const ageMs = performance.now() - this.#askedAtMs
    if (ageMs > this.#maxAgeMs || (this.#isDoubted() && ageMs > doubtedMaxAgeMs)) {
      this.#asking ??= this.#refresh()
      await this.#asking
    }
    return this.#kept
  }

  doubt(): void {
    this.#doubtedAtMs = performance.now()
    this.#askedAtMs = Number.NEGATIVE_INFINITY
  }

  /** Only what was heard of counts: a list that is merely old is as true as it was. */
  get trueAt(): number {
    return this.#isDoubted() ? this.#readAtMs : Number.POSITIVE_INFINITY
  }

  #isDoubted(): boolean {
    return this.#readAtMs < this.#doubtedAtMs
  }

  async #refresh(): Promise<void> {
    const beganAtMs = performance.now()
    try {
      const { items, ageMs } = await this.#ask()
      // The same array while nothing changed lets what was rendered from it be used again.
      if (JSON.stringify(items) !== JSON.stringify(this.#kept)) this.#kept = items
      this.#readAtMs = beganAtMs - ageMs
      this.isMissing = false
    } catch (error) {
      this.#log.warn({ err: error }, 'a list that pages share could not be refreshed')
    }
    this.#askedAtMs = performance.now()
    this.#asking = null
  }
}
