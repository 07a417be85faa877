/** A round number at or above the largest value: 1, 2 or 5 times a power of ten, and at least `least`. */
export function roundTop(largest: number, least: number): number {
  if (largest <= least) return least
  const power = 10 ** Math.floor(Math.log10(largest))
  const factor = [1, 2, 5, 10].find((one) => one * power >= largest) ?? 10
  return factor * power
}
