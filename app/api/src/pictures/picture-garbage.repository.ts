import type { Db, DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

/**
 * Forgets pictures that nothing shows and nothing showed in an order, older than `unusedDays`; returns how many. Their bytes
 * become garbage. Whoever attaches one at the same moment waits and finds it gone, or keeps it.
 */
export async function forgetUnusedPictures(tx: Tx, unusedDays: number, limit: number): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select p.id from pictures p
    where p.created_at < shop_now() - make_interval(days => ${unusedDays}::integer)
      and exists (select from picture_uploads where picture_id = p.id)
      and not exists (select from product_pictures where picture_id = p.id)
      and not exists (select from variants where picture_id = p.id)
      and not exists (select from categories where picture_id = p.id)
      and not exists (select from order_lines where picture_id = p.id)
    order by p.id limit ${limit} for update of p skip locked`.execute(tx)
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return 0
  await sql`
    insert into picture_garbage (hash) select distinct hash from picture_renditions where picture_id = any(${ids}::text[])
    on conflict (hash) do nothing`.execute(tx)
  await tx.deleteFrom('pictureUploads').where('pictureId', 'in', ids).execute()
  await tx.deleteFrom('pictureRenditions').where('pictureId', 'in', ids).execute()
  await tx.deleteFrom('pictures').where('id', 'in', ids).execute()
  return ids.length
}

/** Hashes that no rendition has named for `graceHours`, now ours to remove for `lockSeconds`. */
export async function claimGarbage(db: Db, graceHours: number, lockSeconds: number, limit: number): Promise<string[]> {
  const { rows } = await sql<{ hash: string }>`
    with due as materialized (
      select g.hash from picture_garbage g
      where g.since < shop_now() - make_interval(hours => ${graceHours}::integer)
        and (g.removing_until is null or g.removing_until < shop_now())
        and not exists (select from picture_renditions r where r.hash = g.hash)
      order by g.hash limit ${limit} for update of g skip locked
    )
    update picture_garbage g set removing_until = shop_now() + make_interval(secs => ${lockSeconds}::integer)
    from due where g.hash = due.hash returning g.hash`.execute(db)
  return rows.map(({ hash }) => hash)
}

export async function forgetGarbage(db: DbOrTx, hash: string): Promise<void> {
  await db.deleteFrom('pictureGarbage').where('hash', '=', hash).execute()
}
