import type { Db } from '@dhakacart/database/connect.ts'
import type { Log } from '@dhakacart/service-kit/log.ts'
import { sql } from 'kysely'
import type { CatalogueService } from '../catalogue/catalogue.service.ts'
import { findStartingSoon, touchRows } from './sale-figures.repository.ts'

export type WarmingSettings = {
  db: Db
  catalogue: Pick<CatalogueService, 'current'>
  /** Connections of this process's pool. */
  poolSize: number
  log: Log
}

/** How often a process looks; an idle connection of the pool lives longer, so what was opened stays open until the start. */
const roundMs = 5_000

/**
 * Before a sale starts, each process opens all connections of its pool, reads its rows and compares its catalogue, so that the first
 * second of the sale pays for none of it. Answers the sales it warmed up for. Fails nothing: a sale starts cold as well.
 */
export async function warmUp({ db, catalogue, poolSize, log }: WarmingSettings): Promise<number[]> {
  try {
    const starting = await findStartingSoon(db)
    if (starting.length === 0) return []
    // All at once: a connection that is busy makes the pool open another.
    await Promise.all(Array.from({ length: poolSize }, () => sql`select pg_sleep(0.05)`.execute(db)))
    await touchRows(
      db,
      starting.flatMap(({ variantIds }) => variantIds),
    )
    await catalogue.current()
    return starting.map(({ id }) => id)
  } catch (error) {
    log.warn({ err: error }, 'warming up for a sale failed')
    return []
  }
}

/** Looks every few seconds until it is stopped; never twice at once. */
export function keepWarm(settings: WarmingSettings): { stop(): void } {
  let isBusy = false
  const timer = setInterval(async () => {
    if (isBusy) return
    isBusy = true
    await warmUp(settings)
    isBusy = false
  }, roundMs)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
