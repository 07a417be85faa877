import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'

export type SlugKind = 'product' | 'category'

/** From now on the old slug leads to the subject, and what it bears now leads nowhere else. */
export async function redirectSlug(
  tx: Tx,
  kind: SlugKind,
  subjectId: number,
  oldSlug: string | null,
  newSlug: string,
): Promise<void> {
  await tx.deleteFrom('slugRedirects').where('kind', '=', kind).where('slug', '=', newSlug).execute()
  if (oldSlug === null || oldSlug === newSlug) return
  const target = kind === 'product' ? { productId: subjectId } : { categoryId: subjectId }
  await tx
    .insertInto('slugRedirects')
    .values({ kind, slug: oldSlug, ...target })
    .onConflict((conflict) => conflict.columns(['kind', 'slug']).doUpdateSet(target))
    .execute()
}

/** The product or category that bears a slug other than `exceptId`; null when the slug is free. */
export async function findSlugOwner(
  db: DbOrTx,
  kind: SlugKind,
  slug: string,
  exceptId: number | null,
): Promise<number | null> {
  const table = kind === 'product' ? 'products' : 'categories'
  const owner = await db.selectFrom(table).select('id').where('slug', '=', slug).executeTakeFirst()
  return owner === undefined || owner.id === exceptId ? null : owner.id
}
