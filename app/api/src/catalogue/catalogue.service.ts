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
    return (shelf as Shelf).catalogue
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

  const ageMs = () => (shelf === null ? Number.POSITIVE_INFINITY : performance.now() - shelf.readAt)

  return { current, ageMs }
}

async function readEverything(db: Db): Promise<Shelf> {
  const readAt = performance.now()
  // First the position, then the rows: what is committed in between is read twice rather than never.
  const position = await findCataloguePosition(db)
  const [brands, categories, products] = await Promise.all([
    listBrands(db),
    listCategories(db),
    listProductRows(db, 'all'),
  ])
  const rows = { brands, categories, products }
  return { rows, position, readAt, catalogue: buildCatalogue(rows) }
}

async function readChanges(db: Db, shelf: Shelf): Promise<Shelf> {
  const readAt = performance.now()
  const changes = await findCatalogueChanges(db, shelf.position)
  if (changes.isEverything) return readEverything(db)
  const { position } = changes
  if (changes.productIds.length === 0) return { ...shelf, position, readAt }
  const changed = await listProductRows(db, changes.productIds)
  const rows = { ...shelf.rows, products: replaceProducts(shelf.rows.products, changes.productIds, changed) }
  const catalogue = replaceRows(shelf.catalogue, changes.productIds, changed) ?? buildCatalogue(rows)
  return { rows, position, readAt, catalogue }
}

/** By id as before; what is no longer published is in `ids` but not in `changed`. */
function replaceProducts(products: ProductRow[], ids: number[], changed: ProductRow[]): ProductRow[] {
  const gone = new Set(ids)
  return [...products.filter(({ id }) => !gone.has(id)), ...changed].sort((a, b) => a.id - b.id)
}
