import { createHash } from 'node:crypto'
import type { Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'
import { IdempotencyKeyReused } from '../errors.ts'

/**
 * Creates one thing per key and returns its id: a repeated request finds what the first one made, also while that one is still
 * at work. Throws IDEMPOTENCY_KEY_REUSED when the key came with other content.
 */
export async function once(tx: Tx, key: string, content: unknown, create: () => Promise<number>): Promise<number> {
  const requestHash = createHash('sha256').update(JSON.stringify(content)).digest()
  // Whoever comes second waits here until the first has committed, or takes over when it failed.
  const claimed = await sql`
    insert into catalogue_creations (key, request_hash, subject_id) values (${key}, ${requestHash}, 0)
    on conflict (key) do nothing returning key`.execute(tx)
  if (claimed.rows.length === 0) {
    const first = await tx
      .selectFrom('catalogueCreations')
      .select(['requestHash', 'subjectId'])
      .where('key', '=', key)
      .executeTakeFirstOrThrow()
    if (!first.requestHash.equals(requestHash)) throw new IdempotencyKeyReused()
    return first.subjectId
  }
  const subjectId = await create()
  await tx.updateTable('catalogueCreations').set({ subjectId }).where('key', '=', key).execute()
  return subjectId
}
