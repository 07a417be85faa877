import type { Db } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

const windowOf = (seconds: number) =>
  sql`to_timestamp(floor(extract(epoch from shop_now()) / ${seconds}::integer) * ${seconds}::integer)`

/**
 * Counts one more try in the window that is open now, committed at once, so that a thousand tries at the same moment do not all
 * see room. Returns null, or the seconds until the next window when this one is full.
 */
export async function countTry(db: Db, scopeHash: Buffer, windowSeconds: number, max: number): Promise<number | null> {
  const counted = await sql`
    insert into sign_in_tries (scope_hash, window_start, count) values (${scopeHash}, ${windowOf(windowSeconds)}, 1)
    on conflict (scope_hash, window_start) do update set count = sign_in_tries.count + 1
      where sign_in_tries.count < ${max}::integer
    returning count`.execute(db)
  if (counted.rows.length > 0) return null
  const left = await sql<{ seconds: number }>`
    select ceil(extract(epoch from ${windowOf(windowSeconds)} - shop_now()) + ${windowSeconds}::integer)::integer as seconds`.execute(
    db,
  )
  return left.rows[0]?.seconds ?? windowSeconds
}

/** Takes back tries that were no wrong passwords. */
export async function uncountTries(db: Db, scopeHashes: readonly Buffer[], windowSeconds: number): Promise<void> {
  await sql`
    update sign_in_tries set count = count - 1
    where scope_hash = any(${[...scopeHashes]}::bytea[]) and window_start = ${windowOf(windowSeconds)} and count > 0`.execute(
    db,
  )
}

/** Deletes up to `limit` counters of past windows; returns how many. */
export async function deleteOldTries(db: Db, windowSeconds: number, limit: number): Promise<number> {
  const result = await sql`
    with old as materialized (
      select scope_hash, window_start from sign_in_tries
      where window_start < shop_now() - make_interval(secs => ${windowSeconds}::integer)
      order by window_start limit ${limit} for update skip locked)
    delete from sign_in_tries t using old
    where t.scope_hash = old.scope_hash and t.window_start = old.window_start`.execute(db)
  return Number(result.numAffectedRows ?? 0n)
}
