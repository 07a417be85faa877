import type { PictureRefusal, PictureUpload } from '@dhakacart/contract/console-pictures.schema.ts'
import type { Db, DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

export type NewRendition = { format: string; width: number; hash: string }
export type ClaimedUpload = { id: number; bytes: Buffer; contentHash: string; attempts: number; staffId: number }

const shape = sql`id, state, picture_id, reason`

/** Keeps an upload to be rendered. Bytes that are known already are the upload they were, begun anew where that led to nothing. */
export async function insertUpload(
  tx: Tx,
  upload: { contentHash: string; bytes: Buffer; staffId: number },
): Promise<PictureUpload> {
  const { rows } = await sql<PictureUpload>`
    insert into picture_uploads as u (content_hash, bytes, state, staff_id)
    values (${upload.contentHash}, ${upload.bytes}, 'waiting', ${upload.staffId})
    on conflict (content_hash) do update
      set state = 'waiting', bytes = excluded.bytes, reason = null, attempts = 0, locked_until = null
      where u.state = 'failed'
    returning ${shape}`.execute(tx)
  const [added] = rows
  if (added !== undefined) return added
  const { rows: known } = await sql<PictureUpload>`
    select ${shape} from picture_uploads where content_hash = ${upload.contentHash}`.execute(tx)
  if (known[0] === undefined) throw new Error('an upload that stood in the way is gone')
  return known[0]
}

export async function findUpload(db: DbOrTx, id: number): Promise<PictureUpload | null> {
  const { rows } = await sql<PictureUpload>`select ${shape} from picture_uploads where id = ${id}`.execute(db)
  return rows[0] ?? null
}

export async function countWaiting(db: DbOrTx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from picture_uploads where state = 'waiting'`.execute(db)
  return rows[0]?.count ?? 0
}

/** Takes the oldest waiting upload for `lockSeconds`; null when there is none. */
export async function claimUpload(db: Db, lockSeconds: number): Promise<ClaimedUpload | null> {
  const { rows } = await sql<ClaimedUpload>`
    with due as materialized (
      select id from picture_uploads
      where state = 'waiting' and (locked_until is null or locked_until < shop_now())
      order by id limit 1 for update skip locked
    )
    update picture_uploads u
    set locked_until = shop_now() + make_interval(secs => ${lockSeconds}::integer), attempts = attempts + 1
    from due where u.id = due.id
    returning u.id, u.bytes, u.content_hash, u.attempts, u.staff_id`.execute(db)
  return rows[0] ?? null
}

export async function failUpload(db: DbOrTx, id: number, reason: PictureRefusal): Promise<void> {
  await sql`
    update picture_uploads set state = 'failed', reason = ${reason}, bytes = null, locked_until = null
    where id = ${id} and state = 'waiting'`.execute(db)
}

/**
 * Says that the bytes of these hashes are about to be written; false, with nothing to be written yet, while somebody removes
 * one of them.
 */
export async function announceBytes(tx: Tx, hashes: readonly string[]): Promise<boolean> {
  const { rows } = await sql`
    insert into picture_garbage as g (hash) select distinct unnest(${[...hashes].toSorted()}::text[]) order by 1
    on conflict (hash) do update set since = shop_now(), removing_until = null
      where g.removing_until is null or g.removing_until < shop_now()
    returning g.hash`.execute(tx)
  return rows.length === new Set(hashes).size
}

/** The picture is there, its bytes being written; the upload is done. */
export async function finishUpload(
  tx: Tx,
  upload: { id: number; pictureId: string; side: number },
  renditions: readonly NewRendition[],
): Promise<void> {
  const { id, pictureId, side } = upload
  await tx
    .insertInto('pictures')
    .values({ id: pictureId, width: side, height: side })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  await tx
    .insertInto('pictureRenditions')
    .values(renditions.map((rendition) => ({ pictureId, ...rendition })))
    .onConflict((conflict) => conflict.columns(['pictureId', 'format', 'width']).doNothing())
    .execute()
  const hashes = renditions.map(({ hash }) => hash)
  await tx.deleteFrom('pictureGarbage').where('hash', 'in', hashes).execute()
  await sql`
    update picture_uploads set state = 'done', picture_id = ${pictureId}, bytes = null, locked_until = null
    where id = ${id}`.execute(tx)
}
