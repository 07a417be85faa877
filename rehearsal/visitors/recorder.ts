import { type ActionKind, type Outcome, Second } from '../measures/measures.ts'

/** Counts what the visitors of one process meet, by the second in which they meant to act. */
export class Recorder {
  readonly #startedAt: number
  #open = new Map<number, Second>()
  readonly #examples = new Map<string, number>()

  /** @param startedAt On the clock of performance.now(). */
  constructor(startedAt: number) {
    this.#startedAt = startedAt
  }

  /** Milliseconds since the start of the rehearsal. */
  now(): number {
    return performance.now() - this.#startedAt
  }

  /** @param meantAt When the visitor meant to act, ms since the start: latency counts from then, not from the sending. */
  count(kind: ActionKind, outcome: Outcome, meantAt: number): void {
    const measured = this.#second(meantAt).of(kind)
    measured[outcome] += 1
    measured.latency.add(this.now() - meantAt)
  }

  countRepeat(kind: ActionKind, meantAt: number): void {
    this.#second(meantAt).of(kind).repeated += 1
  }

  countArrival(meantAt: number): void {
    this.#second(meantAt).arrived += 1
  }

  countOrder(): void {
    this.#second(this.now()).ordered += 1
  }

  /** Somebody took a ticket of the waiting room. */
  countJoined(): void {
    this.#second(this.now()).joined += 1
  }

  /** Somebody was called, or has left the waiting room. */
  countCalled(): void {
    this.#second(this.now()).called += 1
  }

  /** Keeps what went wrong, in words, and how often: the first twenty kinds of it. */
  explain(sentence: string): void {
    if (this.#examples.size < 20 || this.#examples.has(sentence)) {
      this.#examples.set(sentence, (this.#examples.get(sentence) ?? 0) + 1)
    }
  }

  /** Hands over what was counted since the last call. A second may be handed over in several parts, which add up. */
  take(): Second[] {
    const taken = [...this.#open.values()]
    this.#open = new Map()
    return taken
  }

  problems(): [string, number][] {
    return [...this.#examples]
  }

  #second(at: number): Second {
    const whole = Math.max(0, Math.floor(at / 1_000))
    let second = this.#open.get(whole)
    if (second === undefined) {
      second = new Second(whole)
      this.#open.set(whole, second)
    }
    return second
  }
}
