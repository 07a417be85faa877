/** RAM and storage of a price cell's first memory size; a lone number there is storage, its RAM known apart. */
export function memoryOf(price = '', unadvertisedRamGb?: number): { ramGb: number; storageGb: number } {
  const first = price.split(':')[0] ?? ''
  const parts = first.split('/').map(gigabytes)
  const [ramGb, storageGb] = parts.length > 1 ? parts : [unadvertisedRamGb, parts[0]]
  if (ramGb === undefined || storageGb === undefined) throw new Error(`no memory in "${price}"`)
  return { ramGb, storageGb }
}

function gigabytes(written: string): number {
  const value = Number.parseInt(written, 10)
  if (Number.isNaN(value)) throw new Error(`no memory size "${written}"`)
  return written.endsWith('TB') ? value * 1024 : value
}
