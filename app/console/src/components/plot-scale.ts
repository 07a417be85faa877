/** A round number at or above the largest value: 1, 2 or 5 times a power of ten, at least 1. */
export function roundTop(largest: number): number {
  if (largest <= 1) return 1
  const power = 10 ** Math.floor(Math.log10(largest))
  const factor = [1, 2, 5, 10].find((one) => one * power >= largest) ?? 10
  return factor * power
}
