import type { PriceBoundary } from '@dhakacart/contract/changes.schema.ts'
import { publicCacheControl, publicCacheControlFor } from '../security-headers.ts'
import type { PageChange } from './page-reads.ts'

type Boundary = { at: string; atMs: number; change: PageChange }

/** Beyond this no page of ours lives in any cache: `stale-if-error` and what comes before it. */
const longestLifeMs = 86_500_000

/** More than the two clocks are ever apart within one poll. */
const clockErrorMs = 1_000

/** The instants at which prices switch by themselves, on the clock of performance.now(). */
export class PriceBoundaries {
  #boundaries: Boundary[] = []
  /** The next one; a page asked for later is looked at again. */
  nextAtMs = Number.POSITIVE_INFINITY

  /** `offsetMs`: what the shop's clock, in ms since 1970, is ahead of performance.now(). */
  set(told: readonly PriceBoundary[], offsetMs: number, nowMs: number): void {
    const coming = told.map(({ at, products }) => ({
      at,
      atMs: Date.parse(at) - offsetMs,
      change: { isEverything: products === null, products: products ?? [] },
    }))
    // One that the shop's clock has just passed is told of no more, and ours may be a little behind.
    const passing = this.#boundaries.filter(
      ({ at, atMs }) => atMs <= nowMs + clockErrorMs && !coming.some((other) => other.at === at),
    )
    this.#boundaries = [...passing, ...coming]
    this.#findNext()
  }

  /** Those that have passed, once each. */
  takePassed(nowMs: number): Boundary[] {
    const passed = this.#boundaries.filter(({ atMs }) => atMs <= nowMs)
    this.#boundaries = this.#boundaries.filter(({ atMs }) => atMs > nowMs)
    this.#findNext()
    return passed
  }

  /** Those to come, in ms since 1970 by the shop's clock. */
  instants(offsetMs: number): number[] {
    return this.#boundaries.map(({ atMs }) => atMs + offsetMs)
  }

  /** Caches before us may keep a page as long as usual, but not across a boundary. */
  cacheControl(nowMs: number): string {
    const leftMs = this.nextAtMs - nowMs
    return leftMs > longestLifeMs ? publicCacheControl : publicCacheControlFor(Math.max(0, Math.floor(leftMs / 1_000)))
  }

  #findNext(): void {
    this.nextAtMs = Math.min(...this.#boundaries.map(({ atMs }) => atMs))
  }
}
