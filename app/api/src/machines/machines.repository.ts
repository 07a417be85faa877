import type { Db, DbOrTx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

/** The id of the credential of a token for this scope; null for an unknown, revoked or other one. Notes the use once an hour. */
export async function useCredential(db: Db, tokenHash: Buffer, scope: string): Promise<number | null> {
  const found = await sql<{ id: number; isUseStale: boolean }>`
    select id, coalesce(last_used_at < shop_now() - interval '1 hour', true) as is_use_stale
    from machine_credentials where token_hash = ${tokenHash} and scope = ${scope} and revoked_at is null`.execute(db)
  const [row] = found.rows
  if (row?.isUseStale)
    await sql`update machine_credentials set last_used_at = shop_now() where id = ${row.id}`.execute(db)
  return row?.id ?? null
}

/** Gives a name a new token; the one it had before opens nothing any more. */
export async function putCredential(db: DbOrTx, name: string, tokenHash: Buffer, scope: string): Promise<void> {
  await sql`
    insert into machine_credentials (name, token_hash, scope) values (${name}, ${tokenHash}, ${scope})
    on conflict (name) do update
    set token_hash = excluded.token_hash, scope = excluded.scope, created_at = shop_now(), revoked_at = null`.execute(
    db,
  )
}

/** false when there is no such name. */
export async function revokeCredential(db: DbOrTx, name: string): Promise<boolean> {
  const result = await sql`
    update machine_credentials set revoked_at = coalesce(revoked_at, shop_now()) where name = ${name}`.execute(db)
  return result.numAffectedRows === 1n
}
