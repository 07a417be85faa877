import type { ConsoleBrand } from '@dhakacart/contract/console-catalogue.schema.ts'
import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

/** The shop sells about 110 brands; a list that long is shown as one. */
const brandsMax = 1_000

/** Brands by name, all of them or the one with the id. */
export async function listBrands(db: DbOrTx, id: number | null = null): Promise<ConsoleBrand[]> {
  const { rows } = await sql<ConsoleBrand>`
    select b.id, b.version, b.slug, b.name, (select count(*) from products p where p.brand_id = b.id) as product_count
    from brands b where ${id}::bigint is null or b.id = ${id}
    order by lower(b.name), b.id limit ${brandsMax}`.execute(db)
  return rows
}

export async function lockBrand(tx: Tx, id: number): Promise<boolean> {
  return (await tx.selectFrom('brands').select('id').where('id', '=', id).forUpdate().executeTakeFirst()) !== undefined
}

export async function isNameTaken(db: DbOrTx, name: string, exceptId: number | null): Promise<boolean> {
  const { rows } = await sql`
    select from brands where lower(name) = lower(${name}) and id is distinct from ${exceptId}::bigint limit 1`.execute(
    db,
  )
  return rows.length > 0
}

export async function insertBrand(tx: Tx, content: { slug: string; name: string }): Promise<number> {
  const { id } = await tx.insertInto('brands').values(content).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function updateBrand(tx: Tx, id: number, content: { slug: string; name: string }): Promise<void> {
  await tx
    .updateTable('brands')
    .set({ slug: content.slug, name: content.name, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}
