import type { Call } from '@dhakacart/contract/client.ts'
import type { Cache } from '@dhakacart/service-kit/cache/cache.ts'
import type { Log } from '@dhakacart/service-kit/log.ts'
import type { Metrics } from '@dhakacart/service-kit/metrics.ts'
import type { SendFront } from '../front-answers.ts'
import type { KeptLists } from '../kept-list.ts'
import type { PageRoute } from '../routes.ts'
import { ChangeFollower } from './change-follower.ts'
import { createFrontDoor, type FrontDoor } from './front-door.ts'
import { createAddressReader, type ReadAddress } from './page-address.ts'
import { PageCache, type RenderPage } from './page-cache.ts'
import { PageKeeper } from './page-keeper.ts'
import type { PageChange } from './page-reads.ts'
import { PageSnapshot } from './page-snapshot.ts'
import { PriceBoundaries } from './price-boundaries.ts'
import { SecondLevel } from './second-level.ts'

export type PublicPagesSettings = {
  call: Call
  lists: KeptLists
  render: RenderPage
  routes: readonly PageRoute[]
  securityHeaders: Readonly<Record<string, string>>
  bytesMax: number
  /** Absent: pages are kept in memory alone. */
  snapshotFolder: string | undefined
  /** Absent: pages of other storefronts are not looked for. */
  sharedCache: Cache | undefined
  /** What the bytes of a page depend on besides the shop's data. */
  build: string
  send: SendFront
  log: Log
  metrics: Metrics
}

export type PublicPages = {
  cache: PageCache
  readAddress: ReadAddress
  frontDoor: FrontDoor
  /** The shop's clock as it was last heard of, ms since 1970; null: not yet. */
  shopNowMs(): number | null
  /** Begins to follow changes and to keep pages warm; with a snapshot its pages are there when this resolves. */
  start(): Promise<void>
  stop(): Promise<void>
}

/** Public pages with everything that keeps them true: what changed is heard of, what is wanted is made before it is asked for. */
export function createPublicPages(settings: PublicPagesSettings): PublicPages {
  const { call, lists, log, routes, snapshotFolder: folder, sharedCache } = settings
  const readAddress = createAddressReader(routes)
  const boundaries = new PriceBoundaries()
  const onNews = (change: PageChange, askedAtMs: number) => {
    lists.hear(change)
    beginHistory()
    cache.tell(change, askedAtMs)
    keeper.hear(change)
    const { position } = follower
    if (position !== null) void secondLevel?.notePosition(position, performance.now(), change.isEverything)
  }
  const follower = new ChangeFollower({ call, log, boundaries, onNews })
  const secondLevel = sharedCache && new SecondLevel({ ...settings, cache: sharedCache, clock: follower })
  const cache = new PageCache({ ...settings, boundaries, secondLevel })
  const snapshot = folder === undefined ? null : new PageSnapshot({ ...settings, folder })
  /** From which moment of the shop on every change is told; null: from the first answer on. */
  let sinceMs: number | null = null
  let hasBegun = false
  function beginHistory() {
    if (hasBegun) return
    hasBegun = true
    const since = sinceMs === null ? performance.now() : sinceMs - follower.offsetMs + follower.offsetErrorMs
    cache.history.begin(since)
  }
  const fixedPaths = routes
    .filter(({ method, path, page }) => method === 'GET' && page.audience === 'public' && !path.includes(':'))
    .map(({ path }) => path)
  const save = async () => {
    if (snapshot === null || follower.position === null) return true
    const pages = [...cache.shelves.on('front'), ...cache.shelves.on('products')]
    const outcome = await snapshot.write(pages, {
      position: follower.position,
      clockAheadMs: follower.offsetMs - performance.timeOrigin,
      boundaries: boundaries.instants(follower.offsetMs),
    })
    return outcome !== 'skipped'
  }
  const categories = lists.categories
  const keeper = new PageKeeper({ cache, call, categories, readAddress, fixedPaths, log, onComplete: save })
  const running: Promise<void>[] = []

  return {
    cache,
    readAddress,
    frontDoor: createFrontDoor({ ...settings, cache, readAddress }),
    shopNowMs: () => (follower.hasHeard ? performance.now() + follower.offsetMs : null),
    async start() {
      const kept = await snapshot?.read(readAddress)
      if (kept) {
        follower.position = kept.position
        sinceMs = kept.writtenAtMs
        for (const page of kept.pages) cache.restore(page)
        log.info({ pages: kept.pages.length }, 'pages of the snapshot are there')
      } else {
        const known = (await secondLevel?.readPosition()) ?? null
        follower.position = known?.position ?? null
        sinceMs = known?.toldAtMs ?? null
      }
      cache.beginFollowing()
      running.push(follower.follow(), keeper.keep())
    },
    async stop() {
      follower.stop()
      keeper.stop()
      await Promise.all(running)
    },
  }
}
