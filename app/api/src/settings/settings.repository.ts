import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

export type SettingsRow = { chosen: unknown; version: number }

export async function read(db: DbOrTx): Promise<SettingsRow> {
  return db.selectFrom('shopSettings').select(['chosen', 'version']).executeTakeFirstOrThrow()
}

/** Writes them unless somebody else did since that version; true when written. */
export async function write(tx: Tx, version: number, chosen: object): Promise<boolean> {
  const result = await sql`
    update shop_settings set chosen = ${JSON.stringify(chosen)}::jsonb, version = version + 1, updated_at = shop_now()
    where version = ${version}`.execute(tx)
  return result.numAffectedRows === 1n
}
