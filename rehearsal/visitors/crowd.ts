import { setTimeout as sleep } from 'node:timers/promises'
import { Agenda } from './agenda.ts'
import { type Surroundings, Visitor } from './visitor.ts'

const tickMs = 5
/** After the last action an answer may still take as long as a visitor waits for one. */
const lastAnswerMs = 31_000

/** Visitors `first` to `first + count − 1` of a plan, each at its own moments, until the time is over. */
export class Crowd {
  readonly #surroundings: Surroundings
  readonly #agenda = new Agenda<Visitor>()
  readonly #visitors: Visitor[] = []
  readonly #acting = new Set<Promise<void>>()

  constructor(surroundings: Surroundings, first: number, count: number) {
    this.#surroundings = surroundings
    for (let index = 0; index < count; index++) {
      const visitor = new Visitor(first + index, surroundings)
      this.#visitors.push(visitor)
      this.#agenda.add(visitor.arrivesAt, visitor)
    }
  }

  /** Visitors whose connection is open now. */
  get connections(): number {
    return this.#visitors.filter((visitor) => visitor.hasConnection).length
  }

  /** Resolves when the last answer has come. */
  async run(): Promise<void> {
    const { recorder, plan } = this.#surroundings
    while (recorder.now() < plan.durationMs) {
      for (let due = this.#agenda.takeDue(recorder.now()); due !== null; due = this.#agenda.takeDue(recorder.now())) {
        this.#begin(due.item, due.at)
      }
      await sleep(tickMs)
    }
    await Promise.race([Promise.all(this.#acting), sleep(lastAnswerMs, null, { ref: false })])
    for (const visitor of this.#visitors) visitor.leave()
  }

  #begin(visitor: Visitor, meantAt: number): void {
    const acting: Promise<void> = visitor
      .act(meantAt)
      .then((next) => {
        if (next === null) visitor.leave()
        else this.#agenda.add(next, visitor)
      })
      .finally(() => this.#acting.delete(acting))
    this.#acting.add(acting)
  }
}
