import { brands } from './brands.ts'
import type { SeedCatalogue, SeedCategory } from './catalogue.types.ts'
import { type Leaf, leafDrawing } from './leaf.ts'
import { leaves } from './leaves.ts'
import { makeProducts } from './product.ts'
import { topCategories } from './top-categories.ts'
import { unitIdentityOf } from './unit-identities.ts'

/** The ready-made catalogue. Pure: the same on every call and every machine. */
export function makeCatalogue(): SeedCatalogue {
  return {
    brands: brands.map(({ slug, name }) => ({ slug, name })),
    categories: [...topCategories, ...leaves.map(leafCategory)],
    products: leaves.flatMap(makeProducts),
  }
}

function leafCategory(leaf: Leaf): SeedCategory {
  const { slug, parentSlug, name, description, specifications } = leaf
  const unitIdentity = unitIdentityOf(slug)
  return { slug, parentSlug, name, description, specifications, unitIdentity, drawing: leafDrawing(leaf) }
}
