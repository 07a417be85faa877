import type { KeptPage } from './kept-page.ts'
import type { PageChange } from './page-reads.ts'

/** How long a change is remembered: as long as a page of somebody else may be old. */
export const historyMs = 600_000
const forgetEveryMs = 60_000

/**
 * When what was last heard to have changed, for the question whether a page made elsewhere at some moment is still right. All
 * moments are of performance.now(). It answers like `isAffected` for every change heard since.
 */
export class ChangeHistory {
  /** Every change after this moment was heard of. */
  #knownSince = Number.POSITIVE_INFINITY
  #everythingAt = Number.NEGATIVE_INFINITY
  #anyAt = Number.NEGATIVE_INFINITY
  #editAt = Number.NEGATIVE_INFINITY
  readonly #bySlug = new Map<string, number>()
  /** Of edits, which concern whoever chooses from the category. */
  readonly #editByCategory = new Map<string, number>()
  /** Of stock too, which concerns lists alone. */
  readonly #byCategory = new Map<string, number>()
  #forgotAt = Number.NEGATIVE_INFINITY

  /** Everything that was committed after this moment has been told, or will be. */
  begin(sinceMs: number): void {
    this.#knownSince = Math.min(this.#knownSince, sinceMs)
  }

  hear({ isEverything, products }: PageChange, atMs: number): void {
    if (isEverything) this.#everythingAt = Math.max(this.#everythingAt, atMs)
    for (const { slugs, categorySlugs, isEdited } of products) {
      this.#anyAt = Math.max(this.#anyAt, atMs)
      if (isEdited) this.#editAt = Math.max(this.#editAt, atMs)
      for (const slug of slugs) note(this.#bySlug, slug, atMs)
      for (const slug of categorySlugs) {
        note(this.#byCategory, slug, atMs)
        if (isEdited) note(this.#editByCategory, slug, atMs)
      }
    }
    if (atMs - this.#forgotAt > forgetEveryMs) this.#forget(atMs)
  }

  /** false: nothing that was heard of since the page was true concerns it, and nothing was missed. */
  mayHaveChanged({ status, reads, trueAt }: Pick<KeptPage, 'status' | 'reads' | 'trueAt'>): boolean {
    if (trueAt < this.#knownSince || this.#everythingAt >= trueAt) return true
    const { products, categories, isList } = reads
    // An edit may have put something where nothing was, or into any list.
    if (this.#editAt >= trueAt && (isList || status !== 200)) return true
    if (products.some((slug) => isSince(this.#bySlug, slug, trueAt))) return true
    const whole = isList ? this.#anyAt : this.#editAt
    const parts = isList ? this.#byCategory : this.#editByCategory
    return categories.some((slug) => (slug === '*' ? whole >= trueAt : isSince(parts, slug, trueAt)))
  }

  #forget(nowMs: number): void {
    this.#forgotAt = nowMs
    this.#knownSince = Math.max(this.#knownSince, nowMs - historyMs)
    for (const times of [this.#bySlug, this.#byCategory, this.#editByCategory]) {
      for (const [slug, atMs] of times) if (atMs < this.#knownSince) times.delete(slug)
    }
  }
}

function note(times: Map<string, number>, slug: string, atMs: number): void {
  times.set(slug, Math.max(atMs, times.get(slug) ?? Number.NEGATIVE_INFINITY))
}

function isSince(times: ReadonlyMap<string, number>, slug: string, momentMs: number): boolean {
  return (times.get(slug) ?? Number.NEGATIVE_INFINITY) >= momentMs
}
