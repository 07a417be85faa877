/** A number in [0, 1) that depends on the text alone (FNV-1a), so a seeded catalogue never changes between runs. */
export function chance(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) {
    hash ^= text.charCodeAt(i)
    hash = Math.imul(hash, 0x01000193)
  }
  // FNV's low bits mix well but its high bits do not for short texts: fold them before dividing.
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  hash ^= hash >>> 12
  return (hash >>> 0) / 0x100000000
}

/** One of the items, decided by the text alone. */
export function pick<T>(items: readonly T[], text: string): T {
  const item = items[Math.floor(chance(text) * items.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}
