import type { Db, DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'
import type { CountedScope } from './codes.limits.ts'
import type { CodePurpose } from './codes.service.ts'

/** Whom a code is for and what it opens. */
export type CodeKey = { purpose: CodePurpose; phoneHash: Buffer; subject: string }
export type StoredCode = { id: number; salt: Buffer; codeHash: Buffer }

/**
 * Counts one more in the window of each scope that is open now and locks the counters, in this order, until the transaction ends.
 * Returns null, or the seconds until the next window of the first scope that is full; then the transaction must be rolled back.
 */
export async function countEach(
  tx: Tx,
  scopes: readonly (Omit<CountedScope, 'scope'> & { scopeHash: Buffer })[],
): Promise<number | null> {
  const result = await sql<{ seconds: number }>`
    with scopes as (
      select s.*, to_timestamp(floor(extract(epoch from shop_now()) / window_seconds) * window_seconds) as window_start
      from unnest(
        ${scopes.map((scope) => scope.scopeHash)}::bytea[], ${scopes.map((scope) => scope.windowSeconds)}::integer[],
        ${scopes.map((scope) => scope.max)}::integer[]
      ) with ordinality as s (scope_hash, window_seconds, max, position)
    ), counted as (
      insert into code_counts as c (scope_hash, window_start, count)
      select scope_hash, window_start, 1 from scopes order by position
      on conflict (scope_hash, window_start) do update set count = c.count + 1
        where c.count < (select max from scopes where scopes.scope_hash = excluded.scope_hash)
      returning scope_hash
    )
    select ceil(extract(epoch from window_start - shop_now()) + window_seconds)::integer as seconds
    from scopes
    where scope_hash not in (select scope_hash from counted)
    order by position limit 1`.execute(tx)
  return result.rows[0]?.seconds ?? null
}

export type RecentCodes = {
  /** Within the hour, for any purpose. */
  phoneCount: number
  /** Seconds since the oldest of them. */
  oldestSeconds: number
  /** Within the hour, for this purpose and subject. */
  purposeCount: number
  /** Seconds since the newest of them. */
  newestSeconds: number
}

export async function recentCodes(tx: Tx, key: CodeKey): Promise<RecentCodes> {
  const isSame = sql`purpose = ${key.purpose} and subject = ${key.subject}`
  const secondsSince = (instant: ReturnType<typeof sql>) =>
    sql`coalesce(floor(extract(epoch from shop_now() - ${instant})), 0)::integer`
  const result = await sql<RecentCodes>`
    select count(*)::integer as phone_count,
           ${secondsSince(sql`min(created_at)`)} as oldest_seconds,
           (count(*) filter (where ${isSame}))::integer as purpose_count,
           ${secondsSince(sql`max(created_at) filter (where ${isSame})`)} as newest_seconds
    from codes
    where phone_hash = ${key.phoneHash} and created_at > shop_now() - interval '1 hour'`.execute(tx)
  return result.rows[0] as RecentCodes
}

/** Writes a code; returns when it ends. */
export async function insertCode(
  tx: Tx,
  key: CodeKey,
  salt: Buffer,
  codeHash: Buffer,
  lifetimeSeconds: number,
): Promise<string> {
  const result = await sql<{ expiresAt: string }>`
    insert into codes (purpose, phone_hash, subject, salt, code_hash, expires_at)
    values (${key.purpose}, ${key.phoneHash}, ${key.subject}, ${salt}, ${codeHash},
            shop_now() + make_interval(secs => ${lifetimeSeconds}::integer))
    returning utc_text(expires_at) as expires_at`.execute(tx)
  return (result.rows[0] as { expiresAt: string }).expiresAt
}

/**
 * Counts an attempt at the newest code, in a statement of its own, and returns that code; null when there is none that is unused,
 * unexpired and untried enough. A code that a newer one replaced is never found again.
 */
export async function countAttempt(db: Db, key: CodeKey, maxAttempts: number): Promise<StoredCode | null> {
  const result = await sql<StoredCode>`
    update codes set attempts = attempts + 1
    where id = (
      select id from codes
      where phone_hash = ${key.phoneHash} and purpose = ${key.purpose} and subject = ${key.subject}
        and created_at > shop_now() - interval '1 hour'
      order by created_at desc, id desc limit 1
    ) and used_at is null and expires_at > shop_now() and attempts < ${maxAttempts}::integer
    returning id, salt, code_hash`.execute(db)
  return result.rows[0] ?? null
}

/** Uses a code up; false when somebody was faster. */
export async function spendCode(db: DbOrTx, id: number): Promise<boolean> {
  const result = await sql`
    update codes set used_at = shop_now() where id = ${id} and used_at is null returning id`.execute(db)
  return result.rows.length > 0
}

export async function deleteCodesOf(tx: Tx, phoneHash: Buffer): Promise<void> {
  await tx.deleteFrom('codes').where('phoneHash', '=', phoneHash).execute()
}

/** Deletes up to `limit` codes and counters older than a day and a bit, which no limit looks at any more; returns how many. */
export async function deleteOldCodes(db: Db, limit: number): Promise<number> {
  const result = await sql<{ count: number }>`
    with old_codes as (
      delete from codes where id in (
        select id from codes where created_at < shop_now() - interval '25 hours' order by created_at limit ${limit}
      ) returning id
    ), old_counts as (
      delete from code_counts where (scope_hash, window_start) in (
        select scope_hash, window_start from code_counts where window_start < shop_now() - interval '25 hours'
        order by window_start limit ${limit}
      ) returning window_start
    )
    select ((select count(*) from old_codes) + (select count(*) from old_counts))::integer as count`.execute(db)
  return result.rows[0]?.count ?? 0
}
