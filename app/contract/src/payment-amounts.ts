/** The least and the most that a provider takes in one payment. */
export type TakenAmounts = { minPaisa: number; maxPaisa: number }

/**
 * The part of an order that is paid online first, where it can be: `share`, or as little more as some way to pay takes. null: the
 * whole order is less than any takes. 'too_much': no way to pay takes so much in one payment. `ways`: what each way to pay takes.
 */
export function payableAdvance(
  sharePaisa: number,
  totalPaisa: number,
  ways: readonly (TakenAmounts | null)[],
): number | null | 'too_much' {
  if (ways.some((taken) => isAmountTaken(taken, sharePaisa))) return sharePaisa
  const above = ways.flatMap((taken) => (taken !== null && taken.minPaisa > sharePaisa ? [taken.minPaisa] : []))
  if (above.length === 0) return 'too_much'
  const leastPaisa = Math.min(...above)
  return leastPaisa <= totalPaisa ? leastPaisa : null
}

/** Absent: no amounts are documented, so any is taken. */
export function isAmountTaken(taken: TakenAmounts | null | undefined, amountPaisa: number): boolean {
  return taken == null || (amountPaisa >= taken.minPaisa && amountPaisa <= taken.maxPaisa)
}
