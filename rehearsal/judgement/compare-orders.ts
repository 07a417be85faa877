import type { JournalEntry } from '../visitors/journal.ts'
import type { ExportedOrder } from './order-export.ts'

/** What the visitors were told against what the shop has written down. */
export type Comparison = {
  /** Orders that visitors were told of. */
  acknowledged: number
  /** Orders the shop has from the time of the rehearsal. */
  exported: number
  /** Told of, and not there: must be none. */
  lost: string[]
  /** There with another total than the visitor was told: must be none. */
  different: string[]
  /** Presses, by key, that ended without any answer that says what became of them. */
  unanswered: number
  /**
   * There, and no visitor was told. At most as many as presses without an answer: those may have become an order or not. More
   * means that one press made two.
   */
  untold: string[]
  /** Keys that were told of two different orders: must be none. */
  doubled: string[]
}

export function compareOrders(journal: readonly JournalEntry[], exported: readonly ExportedOrder[]): Comparison {
  const numbersOfKeys = new Map<string, Set<string>>()
  const answeredKeys = new Set<string>()
  const keys = new Set<string>()
  const totals = new Map<string, number | null>()
  for (const { key, number, totalPaisa, status } of journal) {
    keys.add(key)
    // An honest refusal says that nothing was placed.
    if (number === null && status !== null && status >= 400 && status < 500 && status !== 429) answeredKeys.add(key)
    if (number === null) continue
    answeredKeys.add(key)
    totals.set(number, totalPaisa)
    numbersOfKeys.set(key, (numbersOfKeys.get(key) ?? new Set()).add(number))
  }
  const there = new Map(exported.map((order) => [order.number, order]))
  const told = [...totals.keys()]
  return {
    acknowledged: told.length,
    exported: exported.length,
    lost: told.filter((number) => !there.has(number)),
    different: told.filter((number) => there.has(number) && there.get(number)?.totalPaisa !== totals.get(number)),
    unanswered: [...keys].filter((key) => !answeredKeys.has(key)).length,
    untold: exported.map(({ number }) => number).filter((number) => !totals.has(number)),
    doubled: [...numbersOfKeys].filter(([, numbers]) => numbers.size > 1).map(([key]) => key),
  }
}
