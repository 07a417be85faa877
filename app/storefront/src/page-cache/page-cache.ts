import type { Metrics } from '@dhakacart/service-kit/metrics.ts'
import { ChangeHistory } from './change-history.ts'
import { bodyOf, type Encoding, type KeptPage, keepPage, type RenderedPage } from './kept-page.ts'
import type { PageAddress } from './page-address.ts'
import { isAffected, type PageChange } from './page-reads.ts'
import { PageShelves } from './page-shelves.ts'
import type { PriceBoundaries } from './price-boundaries.ts'
import type { SecondLevel } from './second-level.ts'

/** A page was changed longer ago than this: who asks for it waits for the new one. With the poll it makes two seconds. */
const graceMs = 900
/** The api keeps its catalogue for half a second: a page made sooner after a change would be made twice. */
export const settleMs = 520
/** What no change ever told of (a provider's keys, say) is seen after this. */
const ageMaxMs = 600_000
/** Without news for this long we do not know what changed. */
const silenceMaxMs = 1_500
/** How long somebody waits for the new page while there is an old one. */
const patienceMs = 1_000
/** A page in doubt is made anew in the background no more often than this. */
const retryMs = 400
const retryWithoutNewsMs = 1_000
const backgroundRendersMax = 4
/** When a sale opens every page is asked for at once, and what its header says may wait: ten a second are a thirtieth of a core. */
const agedEveryMs = 100
/** The clocks of database and storefront agree to this: a page made just after a boundary is made once more. */
const clockErrorMs = 250
/** The list of sales that a header is made of may be this old (kept-list.ts), and a little more for the clocks. */
const salesAgeMs = 2_000
/** Longer than any page takes to be made. */
const rememberedMs = 60_000

/** A visitor waits for it; one was shown the page as it was before a change; nobody asked: it was missing, or changed. */
export type RenderReason = 'visitor' | 'change' | 'warmth' | 'upkeep'
export type RenderPage = (address: PageAddress, reason: RenderReason, requestId?: string) => Promise<RenderedPage>

export type PageCacheSettings = {
  render: RenderPage
  boundaries: PriceBoundaries
  bytesMax: number
  metrics: Metrics
  /** Pages that other storefronts made; absent: none are looked for. */
  secondLevel?: SecondLevel | undefined
}

type Heard = { atMs: number; change: PageChange; isBoundary: boolean }
type State = 'fresh' | 'passable' | 'late'

/** Public pages in memory: rendered once per change, whoever and however many ask. */
export class PageCache {
  readonly shelves: PageShelves
  readonly history = new ChangeHistory()
  readonly #settings: PageCacheSettings
  readonly #underWay = new Map<string, Promise<KeptPage>>()
  readonly #figures
  #heard: Heard[] = []
  #isFollowing = false
  #heardAtMs = Number.NEGATIVE_INFINITY
  #backgroundRenders = 0
  #agedAtMs = Number.NEGATIVE_INFINITY
  /** Visitors who wait for a page now. */
  waiting = 0
  /** Counts what was kept anew, so that a snapshot knows whether it is still whole. */
  version = 0

  constructor(settings: PageCacheSettings) {
    this.#settings = settings
    this.shelves = new PageShelves(settings.bytesMax)
    this.#figures = createFigures(settings.metrics, this.shelves)
  }

  /** From now on somebody tells of changes. Before that nothing kept is shown while it can be made anew. */
  beginFollowing(): void {
    this.#isFollowing = true
  }

  /** false: nobody told us anything for a while. */
  hasNews(nowMs: number): boolean {
    return nowMs - this.#heardAtMs < silenceMaxMs
  }

  /** All that was committed before `askedAtMs` has been told. */
  tell(change: PageChange, askedAtMs: number): void {
    this.#heardAtMs = askedAtMs
    if (change.isEverything || change.products.length > 0)
      this.#apply({ atMs: performance.now(), change, isBoundary: false })
  }

  /** The page, if it can be shown without waiting. */
  peek(key: string, nowMs: number): KeptPage | null {
    if (nowMs >= this.#settings.boundaries.nextAtMs) this.passBoundaries(nowMs)
    const page = this.shelves.get(key)
    if (page === undefined) return null
    const state = this.#stateOf(page, nowMs)
    if (state === 'late') return null
    page.wasAsked = true
    if (state === 'fresh') this.#figures.hits.inc()
    else {
      this.#figures.stale.inc()
      this.#refreshInBackground(page, nowMs)
    }
    return page
  }

  /**
   * The page, made now if there is none to show. An older one is given when making it anew fails or takes too long; without one
   * the error of making it is thrown.
   */
  async get(address: PageAddress, requestId: string): Promise<KeptPage> {
    const ready = this.peek(address.key, performance.now())
    if (ready !== null) return ready
    const old = this.shelves.get(address.key)
    this.waiting += 1
    try {
      const made = this.refresh(address, 'visitor', requestId)
      return old === undefined ? await made : await this.#inTime(made, old)
    } catch (error) {
      if (old === undefined) throw error
      this.#figures.stale.inc()
      return old
    } finally {
      this.waiting -= 1
    }
  }

  /** Makes a page anew, once however many ask. What is incomplete is given to those who asked, and not kept. */
  refresh(address: PageAddress, reason: RenderReason, requestId?: string): Promise<KeptPage> {
    const underWay = this.#underWay.get(address.key)
    if (underWay !== undefined) return underWay
    const made = this.#make(address, reason, requestId).finally(() => this.#underWay.delete(address.key))
    this.#underWay.set(address.key, made)
    return made
  }

  body(page: KeptPage, encoding: Encoding): Promise<Buffer> {
    return bodyOf(page, encoding, (grown, bytes) => this.shelves.grow(grown, bytes))
  }

  cacheControl(nowMs: number): string {
    return this.#settings.boundaries.cacheControl(nowMs)
  }

  passBoundaries(nowMs: number): void {
    for (const { atMs, change } of this.#settings.boundaries.takePassed(nowMs)) {
      this.#apply({ atMs, change, isBoundary: true })
    }
  }

  /** Puts a page of earlier, which is as true as what was told until then. */
  restore(page: KeptPage): void {
    if (this.shelves.get(page.address.key) === undefined) this.shelves.put(page)
  }

  async #make(address: PageAddress, reason: RenderReason, requestId?: string): Promise<KeptPage> {
    const old = this.shelves.get(address.key)
    if (old !== undefined) old.triedAt = performance.now()
    // Without news nobody can say whether a page of somebody else is still right.
    const others = this.hasNews(performance.now()) ? this.#settings.secondLevel : undefined
    const found = others === undefined ? null : await this.#findElsewhere(others, address, reason)
    if (found !== null) return this.#put(found, old)
    let kept: Promise<void> | undefined
    try {
      const page = await this.#render(address, reason, requestId)
      if (page.isIncomplete) {
        if (old !== undefined) throw new Error('a page could not be made whole')
        return page
      }
      this.#put(page, old)
      kept = others?.keep(page, this.#settings.boundaries.nextAtMs)
      return page
    } catch (error) {
      const last = old === undefined ? await this.#findLast(address) : null
      if (last === null) throw error
      return this.#put(last, old)
    } finally {
      if (reason !== 'visitor') void Promise.resolve(kept).then(() => others?.endClaim(address))
    }
  }

  async #render(address: PageAddress, reason: RenderReason, requestId?: string): Promise<KeptPage> {
    this.#figures.renders.inc({ reason })
    return keepPage(address, await this.#settings.render(address, reason, requestId))
  }

  #put(page: KeptPage, old: KeptPage | undefined): KeptPage {
    // Changes that were told of while it was made, and those that the api's memory may not have had.
    for (const heard of this.#heard) mark(page, heard)
    page.wasAsked = old?.wasAsked ?? false
    this.version += 1
    this.shelves.put(page)
    return page
  }

  /** Nobody who looks at a page waits for somebody else to make it; what is made beforehand is made by one storefront. */
  #findElsewhere(others: SecondLevel, address: PageAddress, reason: RenderReason): Promise<KeptPage | null> {
    const isRight = (page: KeptPage) => performance.now() - page.trueAt < ageMaxMs && !this.history.mayHaveChanged(page)
    return reason === 'visitor' ? others.find(address, isRight) : others.findOrClaim(address, isRight)
  }

  /** Whatever another storefront last made of it, for who could have nothing else; made anew as soon as that is possible. */
  async #findLast(address: PageAddress): Promise<KeptPage | null> {
    const page = (await this.#settings.secondLevel?.find(address, () => true)) ?? null
    return page === null ? null : { ...page, isOver: true, doubtedAt: performance.now() }
  }

  #stateOf(page: KeptPage, nowMs: number): State {
    if (!this.#isFollowing) return 'late'
    if (!this.hasNews(nowMs) || nowMs < page.slowUntil) return 'passable'
    if (page.isOver) return 'late'
    if (page.doubtedAt !== null) return nowMs - page.doubtedAt < graceMs ? 'passable' : 'late'
    return !page.isAged && nowMs - page.trueAt < ageMaxMs ? 'fresh' : 'passable'
  }

  #refreshInBackground(page: KeptPage, nowMs: number): void {
    const hasNews = this.hasNews(nowMs)
    // Just started: the first news will say whether what was kept from before is still right.
    if (!hasNews && this.#heardAtMs === Number.NEGATIVE_INFINITY && nowMs - page.trueAt < retryWithoutNewsMs) return
    if (nowMs - page.triedAt < (hasNews ? retryMs : retryWithoutNewsMs)) return
    if (hasNews && page.doubtedAt !== null && nowMs - page.doubtedAt < settleMs) return
    if (this.#backgroundRenders >= backgroundRendersMax) return
    if (hasNews && page.isAged && page.doubtedAt === null) {
      if (nowMs - this.#agedAtMs < agedEveryMs) return
      this.#agedAtMs = nowMs
    }
    page.triedAt = nowMs
    this.#backgroundRenders += 1
    void this.refresh(page.address, 'change')
      .catch(() => undefined)
      .finally(() => {
        this.#backgroundRenders -= 1
      })
  }

  async #inTime(made: Promise<KeptPage>, old: KeptPage): Promise<KeptPage> {
    // Whoever has no page to fall back on waits as long as it takes; before any news, so does everybody.
    if (!this.#isFollowing) return made
    const { promise: tooLong, resolve } = Promise.withResolvers<null>()
    const timer = setTimeout(resolve, patienceMs, null)
    const page = await Promise.race([made, tooLong]).finally(() => clearTimeout(timer))
    if (page !== null) return page
    made.catch(() => undefined)
    old.slowUntil = performance.now() + patienceMs
    this.#figures.stale.inc()
    return old
  }

  #apply(heard: Heard): void {
    const nowMs = performance.now()
    this.history.hear(heard.change, heard.isBoundary ? heard.atMs + clockErrorMs : heard.atMs)
    this.#heard = [...this.#heard.filter(({ atMs }) => nowMs - atMs < rememberedMs), heard]
    for (const page of this.shelves.all()) mark(page, heard)
  }
}

/** Notes on a page what it does not know of. */
function mark(page: KeptPage, { atMs, change, isBoundary }: Heard): void {
  if (isBoundary && page.trueAt < atMs + salesAgeMs) page.isAged = true
  const doubtUntil = isBoundary ? atMs + clockErrorMs : atMs
  if (page.trueAt >= doubtUntil) return
  // An address of nothing may have become one of something.
  const isMissing = page.status !== 200 && change.products.some(({ isEdited }) => isEdited)
  if (!isMissing && !isAffected(page.reads, change)) return
  if (isBoundary && page.trueAt < atMs) page.isOver = true
  page.doubtedAt ??= atMs
}

function createFigures(metrics: Metrics, shelves: PageShelves) {
  const answers = metrics.counter('page_cache_answers_total', 'Public pages shown from memory, by how true they were', [
    'how',
  ])
  metrics.gauge('page_cache_bytes', 'Memory that kept pages take, estimated', () => shelves.bytes)
  metrics.gauge('page_cache_pages', 'Pages kept', () => shelves.count)
  return {
    hits: answers.labels('fresh'),
    stale: answers.labels('stale'),
    renders: metrics.counter('page_renders_total', 'Public pages rendered, by what for', ['reason']),
  }
}
