import { closeSync, openSync, writeSync } from 'node:fs'

/**
 * One order as its visitor saw it. `number` is null where no answer told of one: the order may exist or not, and both are
 * honest as long as pressing again would have told.
 */
export type JournalEntry = {
  /** The idempotency key it was sent under. */
  key: string
  number: string | null
  totalPaisa: number | null
  variantId: number
  quantity: number
  /** Milliseconds since the start of the rehearsal: pressed, answered. */
  pressedMs: number
  answeredMs: number
  status: number | null
  code: string | null
}

/** One stay in a waiting room: what was told at each look, and what came of it. */
export type Wait = {
  /** Milliseconds since the start of the rehearsal, and how many more the wait was said to last. */
  looks: readonly { atMs: number; toldMs: number }[]
  endedMs: number
  /** The way to the checkout was free at the end; false: not until then, whatever was told. */
  isAdmitted: boolean
}

/** Writes one line per order as soon as it was answered, or per wait when it ended, so that nothing is forgotten, whoever dies. */
export class Journal<Entry> {
  readonly #file: number

  constructor(path: string) {
    this.#file = openSync(path, 'a')
  }

  write(entry: Entry): void {
    writeSync(this.#file, `${JSON.stringify(entry)}\n`)
  }

  close(): void {
    closeSync(this.#file)
  }
}
