export type AdaptiveLimitSettings = {
  /** Requests at once that are always let in. */
  least: number
  /** Requests at once beyond which nothing is gained. */
  most: number
  /** Milliseconds by which the event loop may be late before fewer are let in. */
  targetDelayMs: number
}

/** Of the limit, kept when the process is late. */
const decrease = 0.85
/** Of the limit, added when it was reached and the process was not late. */
const increase = 0.1
/** Only a limit that was nearly reached says anything about what more would do. */
const reachedShare = 0.7

/**
 * How many requests may be worked on at once, found by trying: additive increase while the process keeps up, multiplicative
 * decrease when its event loop is late, which is when everybody waits for everybody. Measured in a window of a fraction of a
 * second by whoever calls `adjust`.
 */
export class AdaptiveLimit {
  readonly #settings: AdaptiveLimitSettings
  #limit: number
  #inFlight = 0
  #mostInFlight = 0

  constructor(settings: AdaptiveLimitSettings) {
    this.#settings = settings
    // Begins in the middle (geometrically): too few and too many are equally far away.
    this.#limit = Math.sqrt(settings.least * settings.most)
  }

  get limit(): number {
    return Math.floor(this.#limit)
  }

  get inFlight(): number {
    return this.#inFlight
  }

  /** Takes a place if less than `share` of them are taken; whoever got one calls `leave` once. */
  tryEnter(share: number): boolean {
    if (this.#inFlight >= Math.max(1, this.#limit * share)) {
      // Whoever is sent away shows that the limit was reached as well as who is let in.
      this.#mostInFlight = Math.max(this.#mostInFlight, this.#limit)
      return false
    }
    this.#inFlight += 1
    this.#mostInFlight = Math.max(this.#mostInFlight, this.#inFlight)
    return true
  }

  leave(): void {
    this.#inFlight -= 1
  }

  /** Ends a window in which the event loop was late by `delayMs`. */
  adjust(delayMs: number): void {
    const { least, most, targetDelayMs } = this.#settings
    if (delayMs > targetDelayMs) this.#limit = Math.max(least, this.#limit * decrease)
    else if (this.#mostInFlight >= this.#limit * reachedShare) {
      this.#limit = Math.min(most, this.#limit + Math.max(1, this.#limit * increase))
    }
    this.#mostInFlight = this.#inFlight
  }
}
