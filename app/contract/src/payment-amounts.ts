/** The least and the most that a provider takes in one payment. */
export type TakenAmounts = { minPaisa: number; maxPaisa: number }

/** Absent: no amounts are documented, so any is taken. */
export function isAmountTaken(taken: TakenAmounts | null | undefined, amountPaisa: number): boolean {
  return taken == null || (amountPaisa >= taken.minPaisa && amountPaisa <= taken.maxPaisa)
}
