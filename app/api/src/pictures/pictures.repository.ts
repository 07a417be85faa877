import type { PictureFormat } from '@dhakacart/contract/picture-url.ts'
import type { Db } from '@dhakacart/database/connect.ts'

export type Rendition = { pictureId: string; format: PictureFormat; width: number }

/** Hash of the bytes of a rendition; null when there is none. */
export async function findRenditionHash(db: Db, { pictureId, format, width }: Rendition): Promise<string | null> {
  const row = await db
    .selectFrom('pictureRenditions')
    .select('hash')
    .where('pictureId', '=', pictureId)
    .where('format', '=', format)
    .where('width', '=', width)
    .executeTakeFirst()
  return row?.hash ?? null
}

/** Hashes of picture bytes that PostgreSQL holds, in order, those after `after`. */
export async function listStoredHashes(db: Db, after: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('pictureBytes')
    .select('hash')
    .where('hash', '>', after)
    .orderBy('hash')
    .limit(limit)
    .execute()
  return rows.map(({ hash }) => hash)
}
