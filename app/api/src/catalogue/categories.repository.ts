import type { CategoryContent, ConsoleCategory } from '@dhakacart/contract/console-categories.schema.ts'
import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

/** All categories, parents before children, in menu order. */
export async function listTree(db: DbOrTx): Promise<ConsoleCategory[]> {
  const { rows } = await sql<ConsoleCategory>`
    select c.id, c.version, c.slug, c.parent_id, json_build_object('en', c.name_en, 'bn', c.name_bn) as name,
      json_build_object('en', c.description_en, 'bn', c.description_bn) as description, c.picture_id, c.specifications, c.unit_identity,
      (row_number() over (partition by c.parent_id order by c.position, c.id))::integer as position,
      (select count(*) from products p join categories own on own.id = p.category_id
       where own.id = c.id or own.parent_id = c.id) as product_count
    from categories c order by c.parent_id is not null, c.parent_id, c.position, c.id`.execute(db)
  return rows
}

/** Locks every category: the tree is small, and whoever changes it decides by the whole of it. */
export async function lockTree(tx: Tx): Promise<ConsoleCategory[]> {
  await sql`select id from categories order by id for update`.execute(tx)
  return listTree(tx)
}

function rowOf({ name, description, specifications, ...values }: CategoryContent) {
  return {
    ...values,
    nameEn: name.en,
    nameBn: name.bn,
    descriptionEn: description.en,
    descriptionBn: description.bn,
    specifications: JSON.stringify(specifications),
  }
}

/** Adds it as the last of its siblings; returns its id. */
export async function insertCategory(tx: Tx, content: CategoryContent): Promise<number> {
  const { id } = await tx
    .insertInto('categories')
    .values({ ...rowOf(content), position: nextPosition(content.parentId) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A category that gets another parent becomes the last of its new siblings. */
export async function updateCategory(tx: Tx, id: number, content: CategoryContent, isMoved: boolean): Promise<void> {
  await tx
    .updateTable('categories')
    .set({
      ...rowOf(content),
      version: sql`version + 1`,
      ...(isMoved && { position: nextPosition(content.parentId) }),
    })
    .where('id', '=', id)
    .execute()
}

function nextPosition(parentId: number | null) {
  return sql<number>`(
    select coalesce(max(position), 0) + 1 from categories where parent_id is not distinct from ${parentId}::bigint)`
}

/** Gives siblings the positions 1, 2, 3, … in the order of the ids. */
export async function setPositions(tx: Tx, ids: readonly number[]): Promise<void> {
  await sql`
    update categories c set position = wanted.position
    from unnest(${[...ids]}::bigint[]) with ordinality as wanted (id, position)
    where c.id = wanted.id and c.position <> wanted.position`.execute(tx)
}

export async function deleteCategory(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom('slugRedirects').where('categoryId', '=', id).execute()
  await tx.deleteFrom('categories').where('id', '=', id).execute()
  // A deleted row cannot tell the readers of the catalogue that it changed; a category that stays does.
  await sql`update categories set position = position where id = (select min(id) from categories)`.execute(tx)
}

/** Which values products of a category state, at most `limit` of them: the key, and the value of a choice. */
export async function listUsedSpecifications(
  db: DbOrTx,
  categoryId: number,
  limit: number,
): Promise<{ key: string; kind: string; value: string }[]> {
  const { rows } = await sql<{ key: string; kind: string; value: string }>`
    select distinct e.key, jsonb_typeof(e.value) as kind, e.value #>> '{}' as value
    from products p cross join lateral jsonb_each(p.specifications) e
    where p.category_id = ${categoryId} limit ${limit}`.execute(db)
  return rows
}
