import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

export async function read(db: DbOrTx): Promise<{ terms: unknown; version: number }> {
  return db.selectFrom('instalmentTerms').select(['terms', 'version']).executeTakeFirstOrThrow()
}

/** Writes them unless somebody else did since that version; true when written. */
export async function write(tx: Tx, version: number, terms: object): Promise<boolean> {
  const result = await sql`
    update instalment_terms set terms = ${JSON.stringify(terms)}::jsonb, version = version + 1, updated_at = shop_now()
    where version = ${version}`.execute(tx)
  return result.numAffectedRows === 1n
}
