const FIRST_WAIT_MS = 200
const LONGEST_WAIT_MS = 5_000
const HEALTHY_AFTER_MS = 30_000
const EARLY_DEATH_MS = 10_000
const EARLY_DEATHS_TO_TELL = 5

export type RestartAdvice = {
  /** How long to wait before the next attempt, in milliseconds. */
  waitMs: number
  /** true once, when so many early deaths in a row mean that trying again alone will not help. */
  isHopeless: boolean
}

/** Decides how soon a process that died is started again. A healthy half minute forgets what was before. */
export class RestartPolicy {
  #deaths = 0
  #earlyDeaths = 0

  /** `livedMs` counts from the start of the process, `readyMs` from when it became ready; null when it never did. */
  afterDeath(livedMs: number, readyMs: number | null): RestartAdvice {
    if (readyMs !== null && readyMs >= HEALTHY_AFTER_MS) this.#deaths = 0
    this.#earlyDeaths = livedMs < EARLY_DEATH_MS ? this.#earlyDeaths + 1 : 0
    const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#deaths)
    this.#deaths += 1
    return { waitMs, isHopeless: this.#earlyDeaths === EARLY_DEATHS_TO_TELL }
  }
}
