/** Everything a simulation leaves to chance, drawn from one seed. */
export type Random = {
  /** An integer in [0, 2³²). */
  next(): number
  /** An integer in [0, limit). */
  below(limit: number): number
  /** true with the given probability. */
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** The items in another order. */
  shuffle<T>(items: readonly T[]): T[]
  bytes(size: number): Buffer
}

/** Two generators with different names have nothing to do with each other, so one more draw here changes nothing there. */
export function createRandom(seed: number, name: string): Random {
  const next = sfc32(seed, hash(name))
  function below(limit: number): number {
    return Math.floor((next() / 2 ** 32) * limit)
  }
  function pick<T>(items: readonly T[]): T {
    const item = items[below(items.length)]
    if (item === undefined) throw new RangeError('there is nothing to pick from')
    return item
  }
  function shuffle<T>(items: readonly T[]): T[] {
    const rest = [...items]
    return items.flatMap(() => rest.splice(below(rest.length), 1))
  }
  return {
    next,
    below,
    chance: (probability) => next() < probability * 2 ** 32,
    pick,
    shuffle,
    bytes: (size) => Buffer.from(Array.from({ length: size }, () => next() & 0xff)),
  }
}

/** Chris Doty-Humphrey's small fast counting generator: 128 bits of state, passes PractRand. */
function sfc32(seed: number, stream: number): () => number {
  let a = seed | 0
  let b = stream | 0
  let c = Math.floor(seed / 2 ** 32) | 0
  let counter = 1
  function next(): number {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  // Seeds that differ in one bit give similar first numbers; its author discards twelve.
  for (let i = 0; i < 12; i++) next()
  return next
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const byte of Buffer.from(text)) value = Math.imul(value ^ byte, 0x01000193)
  return value
}
