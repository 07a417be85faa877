/** Numbers in [0, 1), the same ones for the same seed. */
export type Random = () => number

/** A stream of its own for every visitor, so that what one does never moves another: splitmix32 over seed and id. */
export function randomOf(seed: number, id: number): Random {
  let state = (Math.imul(seed | 0, 0x9e3779b1) ^ Math.imul((id + 1) | 0, 0x85ebca6b)) | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    mixed ^= mixed >>> 15
    return (mixed >>> 0) / 2 ** 32
  }
}

/** Whole numbers from 0 to `below` − 1. */
export function pickIndex(random: Random, below: number): number {
  return Math.floor(random() * below)
}

/** One of a list that is not empty. */
export function pick<T>(random: Random, list: readonly T[]): T {
  const chosen = list[pickIndex(random, list.length)]
  if (chosen === undefined) throw new Error('nothing to choose from')
  return chosen
}

/** Waiting times of people who act independently of each other: exponential, held to five times the mean. */
export function drawPause(random: Random, meanMs: number): number {
  return Math.min(-Math.log(1 - random()) * meanMs, meanMs * 5)
}
