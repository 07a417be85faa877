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

/** Writes one line per order as soon as it was answered, so that nothing acknowledged is forgotten, whoever dies. */
export class Journal {
  readonly #file: number

  constructor(path: string) {
    this.#file = openSync(path, 'a')
  }

  write(entry: JournalEntry): void {
    writeSync(this.#file, `${JSON.stringify(entry)}\n`)
  }

  close(): void {
    closeSync(this.#file)
  }
}
