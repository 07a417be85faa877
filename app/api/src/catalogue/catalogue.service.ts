import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '@dhakacart/database/connect.ts'
import type { Log } from '@dhakacart/service-kit/log.ts'
import { buildCatalogue, type Catalogue, type CatalogueRows } from './catalogue.model.ts'
import {
  findCatalogueChanges,
  findCataloguePosition,
  listBrands,
  listCategories,
  listProductRows,
  type ProductRow,
} from './catalogue.repository.ts'
import { replaceRows } from './catalogue-update.ts'
import { type PriceSpan, priceProduct, priceSpan } from './sale-prices.ts'

export type CatalogueSettings = {
  db: Db
  log: Log
  /** A catalogue read longer ago than this is compared with the database before it is shown. */
  maxAgeMs?: number
  /** How long a shopper waits for a slow database while there is an older catalogue to show. */
  patienceMs?: number
}

export type CatalogueService = {
  /** The catalogue as it was at most `maxAgeMs` ago; older only while the database is away or slow. */
  current(): Promise<Catalogue>
  /** How long ago what `current` gave a moment ago was compared with the database. */
  ageMs(): number
  /** The database's clock, as the last comparison saw it and time has gone on since; null before the first. */
  nowMs(): number | null
}

/** Half of the two seconds in which an edit must be seen belongs to the caches before us. */
const defaultMaxAgeMs = 500
const defaultPatienceMs = 300
/** Older than this the prices would be a lie: then we say that the database is away. */
const maxStaleMs = 3_600_000

type Shelf = {
  catalogue: Catalogue
  rows: CatalogueRows
  position: string
  /** When reading it began, by performance.now(): what was committed before that is in it. */
  readAt: number
  clock: DatabaseClock
  /** The moment of its prices, by the database's clock, and how long they stay. */
  pricedAtMs: number
  span: PriceSpan
}

/** What the database's clock showed, and when by performance.now(). */
type DatabaseClock = { nowMs: number; seenAt: number }

function timeBy({ nowMs, seenAt }: DatabaseClock): number {
  return nowMs + performance.now() - seenAt
}

/**
 * Keeps the catalogue in memory. It is compared with the database when somebody asks and the last comparison is old; an
 * unchanged catalogue costs one indexed query, a change reads the changed products alone. Browsing goes on while the
 * database is away.
 */
export function createCatalogueService(settings: CatalogueSettings): CatalogueService {
  const { db, log, maxAgeMs = defaultMaxAgeMs, patienceMs = defaultPatienceMs } = settings
  let shelf: Shelf | null = null
  let running: Promise<void> | null = null
  /** The database made somebody wait in vain: until it answers again nobody else waits. */
  let isLate = false
  let isFailing = false

  async function refresh(): Promise<void> {
    try {
      shelf = shelf === null ? await readEverything(db) : await readChanges(db, shelf)
      isLate = false
      isFailing = false
    } catch (error) {
      if (!isFailing) log.error({ err: error }, 'the catalogue cannot be compared with the database')
      isFailing = true
      isLate = true
      throw error
    } finally {
      running = null
    }
  }

  function refreshOnce(): Promise<void> {
    running ??= refresh()
    return running
  }

  async function refreshSince(wantedSince: number): Promise<void> {
    // One that was already running may have looked before the change that this caller wants to see.
    while (shelf === null || shelf.readAt < wantedSince) await refreshOnce()
  }

  async function current(): Promise<Catalogue> {
    const now = performance.now()
    const wantedSince = now - maxAgeMs
    if (shelf === null || now - shelf.readAt > maxStaleMs) await refreshSince(wantedSince)
    else if (shelf.readAt < wantedSince) await refreshInTime(wantedSince)
    // A sale begins and ends without anybody changing a row.
    shelf = repriced(shelf as Shelf)
    return shelf.catalogue
  }

  async function refreshInTime(wantedSince: number): Promise<void> {
    const refreshed = refreshSince(wantedSince).then(
      () => true,
      () => true,
    )
    if (isLate) return
    const isInTime = await Promise.race([refreshed, sleep(patienceMs, false, { ref: false })])
    if (!isInTime) isLate = true
  }

  return {
    current,
    ageMs: () => (shelf === null ? Number.POSITIVE_INFINITY : performance.now() - shelf.readAt),
    nowMs: () => (shelf === null ? null : timeBy(shelf.clock)),
  }
}

async function readEverything(db: Db): Promise<Shelf> {
  const readAt = performance.now()
  // First the position, then the rows: what is committed in between is read twice rather than never.
  const { position, nowMs } = await findCataloguePosition(db)
  const clock = { nowMs, seenAt: performance.now() }
  const [brands, categories, products] = await Promise.all([
    listBrands(db),
    listCategories(db),
    listProductRows(db, 'all'),
  ])
  const rows = { brands, categories, products }
  const catalogue = buildCatalogue(rows, nowMs)
  return { rows, position, readAt, clock, pricedAtMs: nowMs, span: priceSpan(products, nowMs), catalogue }
}

async function readChanges(db: Db, shelf: Shelf): Promise<Shelf> {
  const readAt = performance.now()
  const changes = await findCatalogueChanges(db, shelf.position)
  if (changes.isEverything) return readEverything(db)
  const { position, nowMs } = changes
  const seen = { position, readAt, clock: { nowMs, seenAt: performance.now() } }
  if (changes.productIds.length === 0) return { ...shelf, ...seen }
  const changed = await listProductRows(db, changes.productIds)
  const products = replaceProducts(shelf.rows.products, changes.productIds, changed)
  const rows = { ...shelf.rows, products }
  const { pricedAtMs } = shelf
  const priced = changed.map((row) => priceProduct(row, pricedAtMs))
  const catalogue = replaceRows(shelf.catalogue, changes.productIds, priced) ?? buildCatalogue(rows, pricedAtMs)
  return { ...seen, rows, pricedAtMs, span: priceSpan(products, pricedAtMs), catalogue }
}

/** The same at the prices of now: another catalogue only when a sale has begun or ended since, or the clock went back over one. */
function repriced(shelf: Shelf): Shelf {
  const nowMs = timeBy(shelf.clock)
  const { rows, span } = shelf
  if (nowMs >= span.fromMs && nowMs < span.untilMs) return shelf
  const onSale = rows.products.filter(({ variants }) => variants.some(({ sales }) => sales.length > 0))
  const ids = onSale.map(({ id }) => id)
  const priced = onSale.map((row) => priceProduct(row, nowMs))
  const catalogue = replaceRows(shelf.catalogue, ids, priced) ?? buildCatalogue(rows, nowMs)
  return { ...shelf, pricedAtMs: nowMs, span: priceSpan(rows.products, nowMs), catalogue }
}

/** By id as before; what is no longer published is in `ids` but not in `changed`. */
function replaceProducts(products: ProductRow[], ids: number[], changed: ProductRow[]): ProductRow[] {
  const gone = new Set(ids)
  return [...products.filter(({ id }) => !gone.has(id)), ...changed].sort((a, b) => a.id - b.id)
}
