import { setTimeout as sleep } from 'node:timers/promises'
import { getPageChanges, type PageChanges } from '@dhakacart/contract/changes.schema.ts'
import type { Call } from '@dhakacart/contract/client.ts'
import type { Log } from '@dhakacart/service-kit/log.ts'
import type { PageChange } from './page-reads.ts'
import type { PriceBoundaries } from './price-boundaries.ts'

/** With the api's own half second and the page cache's grace it makes the two seconds in which an edit is seen. */
const pollMs = 400
/** An answer of one small document takes milliseconds; who takes longer is as good as away. */
const timeoutMs = 1_000

export type FollowerSettings = {
  call: Call
  log: Log
  boundaries: PriceBoundaries
  /** All that was committed before `askedAtMs` (performance.now()) is told by then. */
  onNews: (change: PageChange, askedAtMs: number) => void
}

/** Asks the api what changed, again and again, from the position where it left off. */
export class ChangeFollower {
  /** Where the next question begins; null: nothing is known yet. */
  position: string | null = null
  /** What the shop's clock, in ms since 1970, is ahead of performance.now(). */
  offsetMs = performance.timeOrigin
  /** The shop's clock was read somewhere between question and answer: by how much the offset may be wrong. */
  offsetErrorMs = Number.POSITIVE_INFINITY
  readonly #settings: FollowerSettings
  readonly #stopping = new AbortController()
  #lastMark: string | null = null
  #isFailing = false

  constructor(settings: FollowerSettings) {
    this.#settings = settings
  }

  /** The shop's clock was read at least once. */
  get hasHeard(): boolean {
    return Number.isFinite(this.offsetErrorMs)
  }

  /** Goes on until it is stopped. */
  async follow(): Promise<void> {
    const { signal } = this.#stopping
    while (!signal.aborted) {
      await this.ask()
      await sleep(pollMs, undefined, { signal, ref: false }).catch(() => undefined)
    }
  }

  stop(): void {
    this.#stopping.abort()
  }

  /** One question; a failure is logged once and asked again by whoever follows. */
  async ask(): Promise<void> {
    const { call, log, boundaries, onNews } = this.#settings
    const askedAtMs = performance.now()
    const since = this.position
    try {
      const { body } = await call(getPageChanges, { query: since === null ? {} : { since }, timeoutMs })
      const heardAtMs = performance.now()
      this.offsetMs = Date.parse(body.now) - (askedAtMs + heardAtMs) / 2
      this.offsetErrorMs = (heardAtMs - askedAtMs) / 2
      boundaries.set(body.boundaries, this.offsetMs, heardAtMs)
      this.position = body.position
      onNews(this.#newOf(body), askedAtMs)
      if (this.#isFailing) log.info('changes are heard of again')
      this.#isFailing = false
    } catch (error) {
      if (!this.#isFailing)
        log.warn({ err: error }, 'the api does not say what changed: pages are shown as they are kept')
      this.#isFailing = true
    }
  }

  /** A transaction that stays open makes the api tell of the same change again and again; once is enough. */
  #newOf({ isEverything, everythingMark, products }: PageChanges): PageChange {
    const isToldAgain = everythingMark !== null && everythingMark === this.#lastMark
    this.#lastMark = everythingMark
    return { isEverything: isEverything && !isToldAgain, products }
  }
}
