import type { DbOrTx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'
import type { SpecificationDefinition } from './catalogue.repository.ts'

/** What a product must know of its category; locked so that it does not lose a specification meanwhile. null when there is none. */
export async function findCategory(
  db: DbOrTx,
  id: number,
): Promise<{ isLeaf: boolean; specifications: SpecificationDefinition[] } | null> {
  const { rows } = await sql<{ isLeaf: boolean; specifications: SpecificationDefinition[] }>`
    select not exists (select from categories child where child.parent_id = c.id) as is_leaf, c.specifications
    from categories c where c.id = ${id} for share of c`.execute(db)
  return rows[0] ?? null
}

export async function findBrand(db: DbOrTx, id: number): Promise<boolean> {
  return (await db.selectFrom('brands').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}
