import type { CatalogueProblem } from '@dhakacart/contract/catalogue-problems.ts'
import { colours } from '@dhakacart/contract/colours.ts'
import type { ConsoleProduct, ProductContent, VariantContent } from '@dhakacart/contract/console-catalogue.schema.ts'
import type { SpecificationDefinition } from './catalogue.repository.ts'

/** What the database says about the things a product names. */
export type ProductSurroundings = {
  /** null for a product that is new. */
  current: ConsoleProduct | null
  /** null when there is no such category. */
  category: { isLeaf: boolean; specifications: readonly SpecificationDefinition[] } | null
  hasBrand: boolean
  isSlugTaken: boolean
  /** SKUs of other products' variants. */
  foreignSkus: ReadonlySet<string>
  knownPictures: ReadonlySet<string>
}

/** Everything that keeps a product from being saved, in the order of the form. */
export function findProductProblems(content: ProductContent, surroundings: ProductSurroundings): CatalogueProblem[] {
  const { category, hasBrand, isSlugTaken, knownPictures } = surroundings
  const problems: CatalogueProblem[] = []
  if (isSlugTaken) problems.push({ field: 'slug', code: 'slug_taken', value: content.slug })
  if (category === null) problems.push({ field: 'categoryId', code: 'category_unknown' })
  else if (!category.isLeaf) problems.push({ field: 'categoryId', code: 'category_not_leaf' })
  if (!hasBrand) problems.push({ field: 'brandId', code: 'brand_unknown' })
  if (category?.isLeaf) problems.push(...findSpecificationProblems(content.specifications, category.specifications))
  for (const [index, id] of content.pictureIds.entries()) {
    if (!knownPictures.has(id)) problems.push({ field: `pictureIds.${index}`, code: 'picture_unknown' })
  }
  problems.push(...findVariantProblems(content.variants, surroundings))
  const isSold = content.variants.some(({ isPublished }) => isPublished)
  if (content.isPublished && !isSold) problems.push({ field: 'isPublished', code: 'no_published_variant' })
  return problems
}

function findSpecificationProblems(
  given: ProductContent['specifications'],
  definitions: readonly SpecificationDefinition[],
): CatalogueProblem[] {
  const byKey = new Map(definitions.map((definition) => [definition.key, definition]))
  return Object.entries(given).flatMap(([key, value]): CatalogueProblem[] => {
    const field = `specifications.${key}`
    const definition = byKey.get(key)
    if (definition === undefined) return [{ field, code: 'specification_unknown', value: key }]
    const wanted = { number: 'number', boolean: 'boolean', choice: 'string', text: 'string' }[definition.kind]
    // A choice may be stored as a number, like the year 2026.
    const fits = typeof value === wanted || (definition.kind === 'choice' && typeof value === 'number')
    if (!fits) return [{ field, code: 'specification_wrong_type', value: String(value) }]
    const choices = definition.kind === 'choice' ? definition.values : undefined
    if (choices !== undefined && !Object.hasOwn(choices, String(value)))
      return [{ field, code: 'specification_choice_unknown', value: String(value) }]
    return []
  })
}

function findVariantProblems(
  variants: readonly VariantContent[],
  surroundings: ProductSurroundings,
): CatalogueProblem[] {
  const { current, foreignSkus, knownPictures } = surroundings
  const problems: CatalogueProblem[] = []
  const ids = new Set(current?.variants.map(({ id }) => id))
  const seen = { skus: new Set<string>(), options: new Set<string>(), ids: new Set<number>() }
  for (const [index, variant] of variants.entries()) {
    const add = (field: string, code: CatalogueProblem['code'], value?: string) =>
      problems.push({ field: `variants.${index}.${field}`, code, ...(value !== undefined && { value }) })
    const options = optionsKey(variant.options)
    if (variant.id !== null && (!ids.has(variant.id) || seen.ids.has(variant.id))) add('id', 'variant_unknown')
    if (foreignSkus.has(variant.sku)) add('sku', 'sku_taken', variant.sku)
    if (seen.skus.has(variant.sku)) add('sku', 'sku_repeated', variant.sku)
    if (seen.options.has(options)) add('options', 'options_repeated')
    const { colour } = variant.options
    if (colour !== undefined && !Object.hasOwn(colours, colour)) add('options.colour', 'colour_unknown', colour)
    if (variant.compareAtPaisa !== null && variant.compareAtPaisa <= variant.pricePaisa)
      add('compareAtPaisa', 'compare_at_not_higher')
    if (variant.pictureId !== null && !knownPictures.has(variant.pictureId)) add('pictureId', 'picture_unknown')
    seen.skus.add(variant.sku)
    seen.options.add(options)
    if (variant.id !== null) seen.ids.add(variant.id)
  }
  const missing = current?.variants.find(({ id }) => !seen.ids.has(id))
  if (missing !== undefined) problems.push({ field: 'variants', code: 'variant_missing', value: missing.sku })
  return problems
}

function optionsKey({ colour, memory, size }: VariantContent['options']): string {
  return JSON.stringify([colour ?? null, memory ?? null, size ?? null])
}
