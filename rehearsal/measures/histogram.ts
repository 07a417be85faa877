/** Sub-buckets of each doubling: a value is known to within 1/16, 6 %, whatever its size. */
const steps = 16
const doublings = 24

/**
 * How long things took, in milliseconds from 0 to 2^19 (almost nine minutes), in buckets of equal relative width: small enough
 * to be sent between processes every second, and two of them add up to one without losing anything.
 */
export class Histogram {
  readonly counts: Uint32Array
  total = 0

  constructor(counts = new Uint32Array(steps * doublings)) {
    this.counts = counts
    for (const count of counts) this.total += count
  }

  add(ms: number): void {
    const index = indexOf(ms)
    this.counts[index] = (this.counts[index] ?? 0) + 1
    this.total += 1
  }

  merge(other: Histogram): void {
    for (let index = 0; index < this.counts.length; index++) {
      this.counts[index] = (this.counts[index] ?? 0) + (other.counts[index] ?? 0)
    }
    this.total += other.total
  }

  /** The smallest bound below which at least this share of the values lies, ms; null when there are none. */
  quantile(share: number): number | null {
    if (this.total === 0) return null
    const wanted = Math.max(1, Math.ceil(this.total * share))
    let seen = 0
    for (let index = 0; index < this.counts.length; index++) {
      seen += this.counts[index] ?? 0
      if (seen >= wanted) return upperBoundOf(index)
    }
    return upperBoundOf(this.counts.length - 1)
  }

  /** Pairs of bucket and count, for messages and files. */
  toPairs(): number[] {
    const pairs: number[] = []
    for (let index = 0; index < this.counts.length; index++) {
      const count = this.counts[index] ?? 0
      if (count > 0) pairs.push(index, count)
    }
    return pairs
  }

  static fromPairs(pairs: readonly number[]): Histogram {
    const counts = new Uint32Array(steps * doublings)
    for (let at = 0; at + 1 < pairs.length; at += 2) counts[pairs[at] ?? 0] = pairs[at + 1] ?? 0
    return new Histogram(counts)
  }
}

/** 1/32 ms is the unit: below it everything is the first bucket. */
const unit = 32

function indexOf(ms: number): number {
  const value = ms * unit
  if (!(value >= 1)) return 0
  const doubling = Math.min(Math.floor(Math.log2(value)), doublings - 1)
  const within = Math.min(Math.floor((value / 2 ** doubling - 1) * steps), steps - 1)
  return doubling * steps + within
}

function upperBoundOf(index: number): number {
  const doubling = Math.floor(index / steps)
  return (2 ** doubling * (1 + ((index % steps) + 1) / steps)) / unit
}
