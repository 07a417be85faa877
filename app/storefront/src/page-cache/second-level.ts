import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Cache } from '@dhakacart/service-kit/cache/cache.ts'
import type { Metrics } from '@dhakacart/service-kit/metrics.ts'
import { historyMs } from './change-history.ts'
import { bodyOf, type KeptPage, toKeptPage } from './kept-page.ts'
import type { PageAddress } from './page-address.ts'
import type { PageReads } from './page-reads.ts'

/** The shop's clock as this process knows it. */
type ShopClock = {
  /** What it is ahead of performance.now(), in ms since 1970. */
  offsetMs: number
  /** By how much that may be wrong. */
  offsetErrorMs: number
}

export type SecondLevelSettings = {
  cache: Cache
  /** Pages of another build name files that this one does not have. */
  build: string
  clock: ShopClock
  metrics: Metrics
}

type Head = {
  key: string
  etag: string
  reads: PageReads
  /** By the shop's clock, and no later than it was. */
  trueAtMs: number
  /** The next instant at which a price switches; null: none is known. */
  endsAtMs: number | null
}

/** Where another storefront may begin to ask what changed: from there on it hears of everything after that moment of the shop. */
export type KnownPosition = { position: string; toldAtMs: number }
type Positions = { older: KnownPosition; newer: KnownPosition }

/** Far more than a page takes; whatever is larger is none of ours. */
const bytesMax = 512 * 1024
/** A page older than this is made anew anyway. */
const pageLifeMs = historyMs
/** Longer than a page takes to be made; a process that dies leaves it behind for as long. */
const claimLifeMs = 2_000
/** Somebody else makes the page: looked for this often, and then made here too. */
const waitMs = 40
const looksMax = 8
const positionEveryMs = 60_000
/** With two positions one of them is always older than this. */
const positionStepMs = 300_000
const positionLifeMs = 1_200_000

/**
 * Pages that other storefronts of the same build have made, in Valkey. Only what is really there at an address without any choice
 * is kept in it, so nobody fills it with addresses of their own. It saves making a page and decides nothing: whether a page is
 * still right its taker judges, by when it was true and what changed since.
 */
export class SecondLevel {
  readonly #settings: SecondLevelSettings
  readonly #lookups
  #positionAt = Number.NEGATIVE_INFINITY

  constructor(settings: SecondLevelSettings) {
    this.#settings = settings
    this.#lookups = settings.metrics.counter(
      'page_second_level_total',
      'Pages looked for in the cache, by what was found',
      ['outcome'],
    )
  }

  /** null: none that `isRight` accepts. */
  async find(address: PageAddress, isRight: (page: KeptPage) => boolean): Promise<KeptPage | null> {
    const { cache } = this.#settings
    if (address.query !== '' || cache.isAway) return null
    const bytes = await cache.read(this.#keyOf(address))
    const page = bytes === null ? null : await this.#unpack(bytes, address)
    const outcome = bytes === null ? 'miss' : page !== null && isRight(page) ? 'hit' : 'unusable'
    this.#lookups.inc({ outcome })
    return outcome === 'hit' ? page : null
  }

  /**
   * What somebody else is making just now is waited for a little; null: it is for the caller to make. Whoever was given null calls
   * `endClaim` afterwards, whatever came of it.
   */
  async findOrClaim(address: PageAddress, isRight: (page: KeptPage) => boolean): Promise<KeptPage | null> {
    const { cache } = this.#settings
    for (let look = 0; look < looksMax && address.query === '' && !cache.isAway; look += 1) {
      const found = await this.find(address, isRight)
      if (found !== null) return found
      if ((await cache.claim(`${this.#keyOf(address)}:claim`, claimLifeMs)) !== false) return null
      await sleep(waitMs, undefined, { ref: false })
    }
    return null
  }

  async endClaim(address: PageAddress): Promise<void> {
    const { cache } = this.#settings
    if (address.query === '' && !cache.isAway) await cache.release(`${this.#keyOf(address)}:claim`)
  }

  /** Keeps a page for the others, unless it is of a kind that visitors can make up. `nextBoundaryAtMs` of performance.now(). */
  async keep(page: KeptPage, nextBoundaryAtMs: number): Promise<void> {
    const { cache, clock } = this.#settings
    const { address, status, etag, reads, trueAt, brotli } = page
    if (status !== 200 || address.query !== '' || page.doubtedAt !== null || page.isOver || page.isAged) return
    if (page.isIncomplete) return
    if (brotli.length > bytesMax || cache.isAway) return
    const endsAtMs = Number.isFinite(nextBoundaryAtMs) ? nextBoundaryAtMs + clock.offsetMs : null
    const head: Head = {
      key: address.key,
      etag,
      reads,
      trueAtMs: trueAt + clock.offsetMs - clock.offsetErrorMs,
      endsAtMs,
    }
    const bytes = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), brotli])
    await cache.write(this.#keyOf(address), bytes, pageLifeMs)
  }

  /** Where a storefront without a snapshot begins to ask, so that pages made before its start can be judged; null: nobody said. */
  async readPosition(): Promise<KnownPosition | null> {
    const positions = await this.#readPositions()
    return positions?.older ?? null
  }

  /** Tells others of a position now and then, and at once of one before which no page is right any more. */
  async notePosition(position: string, toldAt: number, isAfterEverything: boolean): Promise<void> {
    const { cache, clock } = this.#settings
    if ((!isAfterEverything && toldAt - this.#positionAt < positionEveryMs) || cache.isAway) return
    this.#positionAt = toldAt
    const own: KnownPosition = { position, toldAtMs: toldAt + clock.offsetMs + clock.offsetErrorMs }
    if (isAfterEverything) {
      const both: Positions = { older: own, newer: own }
      await cache.write(this.#positionKey, JSON.stringify(both), positionLifeMs)
      return
    }
    const known = await this.#readPositions()
    if (known !== null && own.toldAtMs - known.newer.toldAtMs < positionStepMs) return
    const next: Positions = { older: known?.newer ?? own, newer: own }
    await cache.write(this.#positionKey, JSON.stringify(next), positionLifeMs)
  }

  async #readPositions(): Promise<Positions | null> {
    const bytes = await this.#settings.cache.read(this.#positionKey)
    const positions = bytes === null ? null : (readJson(bytes) as Partial<Positions> | null)
    return isPosition(positions?.older) && isPosition(positions?.newer) ? (positions as Positions) : null
  }

  get #positionKey(): string {
    return `${this.#settings.build}:position`
  }

  #keyOf({ key }: PageAddress): string {
    return `${this.#settings.build}:page:${key}`
  }

  /** null: not a whole page of this address, or one across whose end a price has switched. */
  async #unpack(bytes: Buffer, address: PageAddress): Promise<KeptPage | null> {
    const { offsetMs, offsetErrorMs } = this.#settings.clock
    const headEnd = bytes.indexOf('\n')
    const head = readJson(bytes.subarray(0, Math.max(0, headEnd))) as Head | null
    if (head === null || head.key !== address.key) return null
    if (head.endsAtMs !== null && head.endsAtMs <= performance.now() + offsetMs + offsetErrorMs) return null
    const part = bytes.subarray(headEnd + 1)
    const brotli = Buffer.allocUnsafeSlow(part.length)
    part.copy(brotli)
    const { etag, reads, trueAtMs } = head
    const trueAt = trueAtMs - offsetMs - offsetErrorMs
    const page = toKeptPage(address, { status: 200, location: null, reads, trueAt, isIncomplete: false, etag, brotli })
    return (await isWhole(page)) ? page : null
  }
}

/** Whether the bytes are those that the tag was made of. */
async function isWhole(page: KeptPage): Promise<boolean> {
  const html = await bodyOf(page, 'identity', () => undefined).catch(() => null)
  return html !== null && page.etag === `W/"${createHash('sha1').update(html).digest('base64url')}"`
}

function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return null
  }
}

function isPosition(known: KnownPosition | undefined): boolean {
  return known !== undefined && /^\d{1,19}$/.test(known.position) && Number.isFinite(known.toldAtMs)
}
