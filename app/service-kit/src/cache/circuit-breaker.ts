/** So many answers in a row that did not come, or half of the last few, and nobody waits for another. */
const patience = 5
/** An answer that came makes up for this part of one that did not: above a third of failures the breaker opens. */
const relief = 0.5
const firstPauseMs = 250
/** Valkey that is back is used again within this, and one that stays away costs a connection attempt this often. */
const longestPauseMs = 10_000

/** Decides when to stop asking something that does not answer, and when to try again. Keeps no time of its own. */
export class CircuitBreaker {
  #failures = 0
  #pauses = 0

  /** true: stop asking now. */
  failed(): boolean {
    this.#failures += 1
    return this.#failures >= patience
  }

  succeeded(): void {
    this.#failures = Math.max(0, this.#failures - relief)
  }

  /** Milliseconds until the next attempt, twice as long each time, spread so that processes do not come together. */
  nextPauseMs(random: () => number = Math.random): number {
    const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** this.#pauses)
    this.#pauses = Math.min(this.#pauses + 1, 10)
    this.#failures = 0
    return pauseMs * (0.5 + random() / 2)
  }

  /** It answered an attempt: the next loss begins with a short pause again. */
  recovered(): void {
    this.#failures = 0
    this.#pauses = 0
  }
}
