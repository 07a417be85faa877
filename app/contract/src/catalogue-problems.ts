/** Why a product or category cannot be saved as it is. The console and the report of an import have a text for each. */
export const catalogueProblems = [
  'slug_taken',
  'sku_taken',
  'sku_repeated',
  'category_unknown',
  'category_not_leaf',
  'brand_unknown',
  'colour_unknown',
  'options_repeated',
  'compare_at_not_higher',
  'picture_unknown',
  'specification_unknown',
  'specification_wrong_type',
  'specification_choice_unknown',
  'specification_repeated',
  'specification_in_use',
  'choices_missing',
  'choices_forbidden',
  'choice_in_use',
  'no_published_variant',
  'variant_missing',
  'variant_unknown',
  'parent_unknown',
  'parent_not_top',
  'has_products',
  'has_children',
  'name_taken',
] as const
export type CatalogueProblemCode = (typeof catalogueProblems)[number]

/** `field` is the path in the body, like `variants.2.sku`; `value` is what does not fit. */
export type CatalogueProblem = { field: string; code: CatalogueProblemCode; value?: string }
