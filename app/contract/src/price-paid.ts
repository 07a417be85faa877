/** A line of an order with its share of the order's discount. */
export type PricedLine = { quantity: number; unitPricePaisa: number; discountPaisa: number }

/**
 * What was paid for so many more units of a line, its share of the discount taken off. `before`: units counted earlier, so that the
 * parts of a line add up to what was paid for it.
 */
export function pricePaid(
  { quantity, unitPricePaisa, discountPaisa }: PricedLine,
  before: number,
  units: number,
): number {
  const offPaisa = (count: number) => Math.floor((discountPaisa * count) / quantity)
  return unitPricePaisa * units - (offPaisa(before + units) - offPaisa(before))
}
