import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { listSitemap } from '@dhakacart/contract/catalogue.schema.ts'
import type { Call } from '@dhakacart/contract/client.ts'
import { languages } from '@dhakacart/contract/language.ts'
import type { AnswerOf, QueryOf } from '@dhakacart/contract/route.ts'
import type { Log } from '@dhakacart/service-kit/log.ts'
import { links } from '../links.ts'
import type { PublicRequest } from '../page.ts'
import type { KeptPage } from './kept-page.ts'
import type { PageAddress, ReadAddress } from './page-address.ts'
import { type PageCache, settleMs } from './page-cache.ts'
import type { PageChange } from './page-reads.ts'

export type KeeperSettings = {
  cache: PageCache
  call: Call
  categories: PublicRequest['categories']
  readAddress: ReadAddress
  /** Pages without a parameter: home and everything that never changes. */
  fixedPaths: readonly string[]
  log: Log
  /** Every page that can be wanted is there and true: a good moment for a snapshot. false: not now, ask again. */
  onComplete: () => Promise<boolean>
}

/** Between two pages, at the least: visitors and the api come first. */
const pauseMs = 5
const busyPauseMs = 50
const idlePauseMs = 250
const listAgainMs = 2_000
/** While a sale changes pages all the time, what is kept is worth a snapshot all the same. */
const offerMs = 60_000
const productsPerQuestion = 5_000
/** 250,000 products; whoever has more does not keep a page of each in memory. */
const questionsMax = 50
const busyUtilization = 0.7
/** Rests so many times as long as a timer came late: then others wait for a core too, whether this process is busy or not. */
const lateRests = 10
/** Timers of an idle machine are late by no more. */
const timerErrorMs = 3
const lateRestMaxMs = 2_000
/** Rests as long as the work, after a changed page: a product that sells out changes some four hundred in the middle of a rush. */
const upkeepRests = 4

/**
 * Keeps every home, first category page and product page in memory, asked for or not, at low priority: one page at a time, with
 * as long a pause behind it as it took (four times as long for one that is there and was changed: who asks for it has it made at
 * once), and longer ones while visitors keep the process busy. First what visitors ask for.
 */
export class PageKeeper {
  readonly #settings: KeeperSettings
  readonly #stopping = new AbortController()
  #wanted: PageAddress[] = []
  /** When the list of what is wanted is due. */
  #listAtMs = 0
  #offeredAtMs = 0
  #completeVersion = -1
  #utilization = performance.eventLoopUtilization()

  constructor(settings: KeeperSettings) {
    this.#settings = settings
  }

  stop(): void {
    this.#stopping.abort()
  }

  /** A product may have come or have another address. */
  hear(change: PageChange): void {
    if (change.isEverything || change.products.some(({ isEdited }) => isEdited)) this.#listAtMs = 0
  }

  /** Goes on until it is stopped. */
  async keep(): Promise<void> {
    const { signal } = this.#stopping
    let lateMs = 0
    while (!signal.aborted) {
      const restMs = await this.#step()
      const leastMs = Math.max(this.#isBusy() ? busyPauseMs : pauseMs, Math.min(lateRestMaxMs, lateMs * lateRests))
      const pause = restMs === null ? idlePauseMs : Math.max(leastMs, restMs)
      const beganAt = performance.now()
      await sleep(pause, undefined, { signal, ref: false }).catch(() => undefined)
      lateMs = performance.now() - beganAt - pause - timerErrorMs
    }
  }

  /** Makes one page and says how long it should rest, ms; null: there was nothing to do, or it is not the time. */
  async #step(): Promise<number | null> {
    const { cache } = this.#settings
    const beganAt = performance.now()
    cache.passBoundaries(beganAt)
    if (!cache.hasNews(beganAt) || cache.waiting > 0) return null
    try {
      if (beganAt >= this.#listAtMs) await this.#list()
      if (beganAt - this.#offeredAtMs > offerMs) await this.#complete()
      const doubted = this.#findDoubted(beganAt)
      const address = doubted?.address ?? this.#nextMissing()
      if (address === null) {
        await this.#complete()
        return null
      }
      await cache.refresh(address, doubted === null ? 'warmth' : 'upkeep')
      return (performance.now() - beganAt) * (doubted === null ? 1 : upkeepRests)
    } catch (error) {
      // What was not made is found when the list is made again.
      this.#listAtMs = Math.min(this.#listAtMs, beganAt + listAgainMs)
      this.#settings.log.debug({ err: error }, 'a page could not be kept warm')
      return null
    }
  }

  /** Of those whose change has settled, one that visitors ask for before one that they do not. */
  #findDoubted(nowMs: number): KeptPage | null {
    const { shelves } = this.#settings.cache
    let found: KeptPage | null = null
    for (const name of ['front', 'products'] as const) {
      for (const page of shelves.on(name)) {
        if (page.doubtedAt === null || nowMs - page.doubtedAt < settleMs || nowMs - page.triedAt < settleMs) continue
        if (page.wasAsked) return page
        found ??= page
      }
    }
    return found
  }

  #nextMissing(): PageAddress | null {
    const { shelves } = this.#settings.cache
    for (;;) {
      const address = this.#wanted.pop()
      if (address === undefined) return null
      if (shelves.get(address.key) === undefined) return address
    }
  }

  async #list(): Promise<void> {
    const { categories, readAddress, fixedPaths } = this.#settings
    // First, so that what changes meanwhile makes another list.
    this.#listAtMs = Number.POSITIVE_INFINITY
    const products = await this.#listProducts()
    const all = await categories()
    const inLanguages = languages.map((language) => [
      ...fixedPaths.map((path) => `/${language}${path}`),
      ...all.map(({ slug }) => links.category(language, slug)),
      ...products.map((slug) => links.product(language, slug)),
    ])
    // Taken from the end: home first, and each page in both languages before the next.
    const [first = [], second = []] = inLanguages
    const inOrder = first.flatMap((path, index) => [path, second[index] ?? path])
    this.#wanted = inOrder
      .map(readAddress)
      .filter((address) => address !== null)
      .toReversed()
  }

  async #listProducts(): Promise<string[]> {
    const slugs: string[] = []
    let after: string | null = null
    for (let asked = 0; asked < questionsMax; asked += 1) {
      const query: QueryOf<typeof listSitemap> = { limit: productsPerQuestion, ...(after !== null && { after }) }
      const answer: AnswerOf<typeof listSitemap> = (await this.#settings.call(listSitemap, { query })).body
      slugs.push(...answer.products.map(({ slug }) => slug))
      after = answer.nextCursor
      if (after === null) break
    }
    return slugs
  }

  async #complete(): Promise<void> {
    const { cache, onComplete } = this.#settings
    this.#offeredAtMs = performance.now()
    const { version } = cache
    if (version !== this.#completeVersion && (await onComplete())) this.#completeVersion = version
  }

  #isBusy(): boolean {
    const current = performance.eventLoopUtilization()
    const { utilization } = performance.eventLoopUtilization(current, this.#utilization)
    this.#utilization = current
    return utilization > busyUtilization
  }
}
