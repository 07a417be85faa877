import { TooLate, within } from '../deadline.ts'
import type { Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import type { CacheSettings } from './cache.settings.ts'
import { type Link, openLink } from './cache-link.ts'
import { CircuitBreaker } from './circuit-breaker.ts'

export type CacheOptions = { settings: CacheSettings; log: Log; metrics: Metrics }

/** What was asked for, in the figures. */
type Use = 'read' | 'write' | 'claim' | 'release' | 'run'

/** Other programs may use the same server. */
const prefix = 'dhakacart:'
const refusalLogMs = 60_000
/** What nobody waits for may come this much later. */
const unattendedFactor = 5

/**
 * Valkey, which makes things faster and may vanish at any time. Nothing here ever throws or takes longer than the deadline: what
 * cannot be had is null. After a few answers that did not come nobody waits for it any more until it answers again.
 */
export class Cache {
  readonly #settings: CacheSettings
  readonly #log: Log
  readonly #requests
  readonly #breaker = new CircuitBreaker()
  #link: Link | null = null
  #retry: NodeJS.Timeout | undefined
  #connecting: Promise<void> = Promise.resolve()
  #isClosed = false
  #isLost = false
  #refusalLoggedAt = Number.NEGATIVE_INFINITY

  constructor({ settings, log, metrics }: CacheOptions) {
    this.#settings = settings
    this.#log = log
    this.#requests = metrics.counter('cache_requests_total', 'What was asked of the cache, and how that ended', [
      'use',
      'outcome',
    ])
    metrics.gauge('cache_breaker_open', '1 while the cache is not asked because it did not answer', () =>
      this.#link === null ? 1 : 0,
    )
  }

  /** Connects, and waits for that no longer than `patienceMs`; goes on trying by itself. */
  async open(patienceMs = 0): Promise<void> {
    this.#connecting = this.#connect()
    if (patienceMs > 0) await within(patienceMs, this.#connecting).catch(() => undefined)
  }

  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#retry)
    this.#drop()
    await this.#connecting
  }

  /** true: whatever is asked now is answered with null at once. */
  get isAway(): boolean {
    return this.#link === null
  }

  /** null: it is not there, or cannot be had. */
  async read(key: string): Promise<Buffer | null> {
    const answer = await this.#ask('read', ['GET', prefix + key])
    return Buffer.isBuffer(answer) ? answer : null
  }

  /** false: it could not be kept. */
  async write(key: string, value: Buffer | string, lifeMs: number): Promise<boolean> {
    return (await this.#ask('write', ['SET', prefix + key, value, 'PX', String(Math.ceil(lifeMs))])) !== null
  }

  /** false: somebody else has the claim. null: nobody can say. */
  async claim(key: string, lifeMs: number): Promise<boolean | null> {
    const command = ['SET', prefix + key, '1', 'NX', 'PX', String(Math.ceil(lifeMs))]
    const answer = await this.#ask('claim', command, (nothing) => nothing === null)
    return answer === null ? null : answer !== false
  }

  async release(key: string): Promise<void> {
    await this.#ask('release', ['DEL', prefix + key])
  }

  /** The numbers that a script answers with; null: it was not run, or nobody knows. For what no request waits for. */
  async run(script: string, keys: readonly string[], values: readonly string[]): Promise<number[] | null> {
    const named = keys.map((key) => prefix + key)
    const command = ['EVAL', script, String(named.length), ...named, ...values]
    const answer = await this.#ask('run', command, undefined, unattendedFactor * this.#settings.timeoutMs)
    return Array.isArray(answer) ? answer.map(Number) : null
  }

  /** `isNo`: an empty answer that says something is given back as false. */
  async #ask(
    use: Use,
    command: (string | Buffer)[],
    isNo: (answer: unknown) => boolean = () => false,
    timeoutMs = this.#settings.timeoutMs,
  ) {
    const link = this.#link
    if (link === null) {
      this.#requests.inc({ use, outcome: 'skipped' })
      return null
    }
    try {
      const answer = await within(timeoutMs, link.send(command))
      this.#breaker.succeeded()
      this.#requests.inc({ use, outcome: 'answered' })
      return isNo(answer) ? false : answer
    } catch (error) {
      if (link.isRefusal(error)) {
        this.#requests.inc({ use, outcome: 'refused' })
        this.#tellOfRefusal(error)
        return null
      }
      this.#requests.inc({ use, outcome: error instanceof TooLate ? 'late' : 'lost' })
      if (link === this.#link && this.#breaker.failed()) this.#lose(error)
      return null
    }
  }

  async #connect(): Promise<void> {
    let link: Link | undefined
    try {
      link = await openLink(this.#settings, (error) => {
        if (link !== undefined && link === this.#link) this.#lose(error)
      })
    } catch (error) {
      this.#retryLater(error)
      return
    }
    if (this.#isClosed) return link.end()
    this.#link = link
    this.#breaker.recovered()
    if (this.#isLost) this.#log.info('the cache answers again')
    else this.#log.info('the cache answers')
    this.#isLost = false
  }

  /** Its connection goes too: what it would still answer nobody waits for. */
  #lose(error: unknown): void {
    this.#drop()
    this.#retryLater(error)
  }

  #drop(): void {
    const link = this.#link
    this.#link = null
    link?.end()
  }

  #retryLater(error: unknown): void {
    if (this.#isClosed) return
    if (!this.#isLost) this.#log.warn({ err: error }, 'the cache does not answer: everything goes on without it')
    this.#isLost = true
    this.#retry = setTimeout(() => {
      this.#connecting = this.#connect()
    }, this.#breaker.nextPauseMs()).unref()
  }

  /** It answers, but not with what was asked for: full, or a password that may not do this. */
  #tellOfRefusal(error: Error): void {
    const now = performance.now()
    if (now - this.#refusalLoggedAt < refusalLogMs) return
    this.#refusalLoggedAt = now
    this.#log.warn({ reason: error.message.slice(0, 200) }, 'the cache refuses what it is asked')
  }
}
