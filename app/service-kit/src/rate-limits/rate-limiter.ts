import type { Cache } from '../cache/cache.ts'
import { spendScript } from './spend-script.ts'

/** So many a second in the long run, and so many at once. */
export type RateLimit = { perSecond: number; burst: number }

export type RateLimiterSettings = {
  /** Tells other processes what was taken here, and this one what was taken there; absent: each process counts by itself. */
  cache?: Cache | undefined
  keysMax?: number
}

/** As late as another process may hear what was taken here. */
const shareEveryMs = 100
/** Keys in one question: a script of so many takes Valkey a third of a millisecond. */
const sharedAtOnce = 200
/** Clients that are remembered, at some 200 bytes each; of more the oldest begins anew. */
const keysMaxByDefault = 100_000
const forgetEveryMs = 10_000

type Bucket = { fullAgainAtMs: number; msEach: number; mostMs: number }

/**
 * Counts what clients take, in the way of GCRA: each bucket is one moment, at which it will be full again. It decides at once and
 * by itself; what was taken is added to what the others took ten times a second, so nobody ever waits for the cache, and without
 * it each process holds the limits alone.
 */
export class RateLimiter {
  readonly #cache: Cache | undefined
  readonly #keysMax: number
  readonly #buckets = new Map<string, Bucket>()
  /** Milliseconds of each bucket that were taken and not told yet. */
  #untold = new Map<string, number>()
  #sharing: NodeJS.Timeout | undefined
  #isTelling = false
  #forgotAtMs = 0

  constructor({ cache, keysMax = keysMaxByDefault }: RateLimiterSettings = {}) {
    this.#cache = cache
    this.#keysMax = keysMax
  }

  /** From now on until `stop` other processes hear what is taken. */
  start(): void {
    if (this.#cache !== undefined) this.#sharing ??= setInterval(() => void this.share(), shareEveryMs).unref()
  }

  stop(): void {
    clearInterval(this.#sharing)
    this.#sharing = undefined
  }

  /** 0: taken. Else the milliseconds after which there is one again; nothing was taken. */
  take(key: string, { perSecond, burst }: RateLimit, nowMs = performance.now()): number {
    const msEach = 1_000 / perSecond
    const mostMs = burst * msEach
    const bucket = this.#buckets.get(key)
    const fullAgainAtMs = Math.max(bucket?.fullAgainAtMs ?? 0, nowMs) + msEach
    const missingMs = fullAgainAtMs - nowMs - mostMs
    if (missingMs > 0) return missingMs
    if (bucket !== undefined) bucket.fullAgainAtMs = fullAgainAtMs
    else this.#add(key, { fullAgainAtMs, msEach, mostMs }, nowMs)
    if (this.#cache !== undefined) this.#untold.set(key, (this.#untold.get(key) ?? 0) + msEach)
    return 0
  }

  /** Clients that are remembered now. */
  get count(): number {
    return this.#buckets.size
  }

  /** One round: tells what was taken here and hears what all took together. Never throws. */
  async share(): Promise<void> {
    const cache = this.#cache
    if (cache === undefined || this.#isTelling || this.#untold.size === 0) return
    const told = [...this.#untold]
    this.#untold = new Map()
    this.#isTelling = true
    for (let at = 0; at < told.length && !cache.isAway; at += sharedAtOnce) {
      await this.#tell(cache, told.slice(at, at + sharedAtOnce))
    }
    this.#isTelling = false
  }

  async #tell(cache: Cache, told: readonly (readonly [string, number])[]): Promise<void> {
    // What several processes let pass before they heard of each other is owed, but not for longer than two whole buckets.
    const values = told.flatMap(([key, ms]) => [String(ms), String(2 * (this.#buckets.get(key)?.mostMs ?? ms))])
    const keys = told.map(([key]) => `limit:${key}`)
    const debts = await cache.run(spendScript, keys, values)
    if (debts === null) return
    const nowMs = performance.now()
    for (const [index, [key]] of told.entries()) {
      const bucket = this.#buckets.get(key)
      const debtMs = debts[index]
      if (bucket === undefined || debtMs === undefined || !Number.isFinite(debtMs)) continue
      // What was taken since the question is not in the answer.
      bucket.fullAgainAtMs = Math.max(bucket.fullAgainAtMs, nowMs + debtMs + (this.#untold.get(key) ?? 0))
    }
  }

  #add(key: string, bucket: Bucket, nowMs: number): void {
    if (nowMs - this.#forgotAtMs > forgetEveryMs || this.#buckets.size >= this.#keysMax) this.#forget(nowMs)
    this.#buckets.set(key, bucket)
  }

  /** A full bucket is as good as none. */
  #forget(nowMs: number): void {
    if (nowMs - this.#forgotAtMs > forgetEveryMs) {
      this.#forgotAtMs = nowMs
      for (const [key, { fullAgainAtMs }] of this.#buckets) if (fullAgainAtMs <= nowMs) this.#buckets.delete(key)
    }
    const [oldest] = this.#buckets.keys()
    if (this.#buckets.size >= this.#keysMax && oldest !== undefined) this.#buckets.delete(oldest)
  }
}
