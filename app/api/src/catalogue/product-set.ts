/** A set of products of one catalogue, one bit each, by their position in it. All sets of a catalogue have the same size. */
export type ProductSet = Uint32Array

export function emptySet(productCount: number): ProductSet {
  return new Uint32Array(Math.ceil(productCount / 32))
}

/** The products for which `isMember` holds. */
export function setOf<T>(products: readonly T[], isMember: (product: T) => boolean): ProductSet {
  const set = emptySet(products.length)
  products.forEach((product, index) => {
    if (isMember(product)) addTo(set, index)
  })
  return set
}

export function addTo(set: ProductSet, index: number): void {
  set[index >>> 5] = (set[index >>> 5] as number) | (1 << (index & 31))
}

export function isIn(set: ProductSet, index: number): boolean {
  return ((set[index >>> 5] as number) & (1 << (index & 31))) !== 0
}

/** What is in every set; the first must exist. */
export function intersection(first: ProductSet, ...others: readonly ProductSet[]): ProductSet {
  const result = first.slice()
  for (const other of others) {
    for (let word = 0; word < result.length; word += 1)
      result[word] = (result[word] as number) & (other[word] as number)
  }
  return result
}

/** What is in any of the sets. */
export function union(productCount: number, sets: readonly ProductSet[]): ProductSet {
  const result = emptySet(productCount)
  for (const set of sets) {
    for (let word = 0; word < result.length; word += 1) result[word] = (result[word] as number) | (set[word] as number)
  }
  return result
}

export function countOf(set: ProductSet): number {
  let count = 0
  for (const word of set) count += countBits(word)
  return count
}

export function countCommon(a: ProductSet, b: ProductSet): number {
  let count = 0
  for (let word = 0; word < a.length; word += 1) count += countBits((a[word] as number) & (b[word] as number))
  return count
}

/** Number of ones in 32 bits, counted in pairs, then nibbles, then bytes at once. */
export function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
