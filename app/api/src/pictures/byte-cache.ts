/** Keeps what was used last, up to a number of bytes in all. */
export function createByteCache<T extends { bytes: Buffer }>(maxBytes: number) {
  // A Map keeps the order of insertion: the first entry is the one unused for longest.
  const entries = new Map<string, T>()
  let heldBytes = 0

  function drop(key: string): void {
    const entry = entries.get(key)
    if (entry === undefined) return
    entries.delete(key)
    heldBytes -= entry.bytes.length
  }

  return {
    get(key: string): T | undefined {
      const entry = entries.get(key)
      if (entry === undefined) return undefined
      entries.delete(key)
      entries.set(key, entry)
      return entry
    },
    set(key: string, entry: T): void {
      drop(key)
      if (entry.bytes.length > maxBytes) return
      entries.set(key, entry)
      heldBytes += entry.bytes.length
      for (const oldest of entries.keys()) {
        if (heldBytes <= maxBytes) break
        drop(oldest)
      }
    },
    get heldBytes(): number {
      return heldBytes
    },
  }
}
