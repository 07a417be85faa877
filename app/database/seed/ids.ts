/** The ids PostgreSQL gave, found by slug. */
export function idsBySlug(rows: readonly { id: number; slug: string }[]): Map<string, number> {
  return new Map(rows.map(({ id, slug }) => [slug, id]))
}

/** Throws when the seed data names something it does not contain. */
export function idOf(ids: Map<string, number>, slug: string): number {
  const id = ids.get(slug)
  if (id === undefined) throw new Error(`the seed data refers to "${slug}", which it does not contain`)
  return id
}
