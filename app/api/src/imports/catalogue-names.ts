import type { DbOrTx } from '@dhakacart/database/connect.ts'
import { listBrands } from '../catalogue/brands.service.ts'
import type { SpecificationDefinition } from '../catalogue/catalogue.repository.ts'
import { listTree } from '../catalogue/categories.service.ts'

/** Categories and brands as a file names them. */
export type CatalogueNames = {
  categoryIds: ReadonlyMap<string, number>
  brandIds: ReadonlyMap<string, number>
  categorySlugs: ReadonlyMap<number, string>
  brandSlugs: ReadonlyMap<number, string>
  specificationsOf(categoryId: number): readonly SpecificationDefinition[]
}

export async function readCatalogueNames(db: DbOrTx): Promise<CatalogueNames> {
  const categories = await listTree(db)
  const brands = await listBrands(db)
  const byId = new Map(
    categories.map((category) => [category.id, category.specifications as SpecificationDefinition[]]),
  )
  return {
    categoryIds: new Map(categories.map(({ slug, id }) => [slug, id])),
    brandIds: new Map(brands.map(({ slug, id }) => [slug, id])),
    categorySlugs: new Map(categories.map(({ slug, id }) => [id, slug])),
    brandSlugs: new Map(brands.map(({ slug, id }) => [id, slug])),
    specificationsOf: (categoryId) => byId.get(categoryId) ?? [],
  }
}
