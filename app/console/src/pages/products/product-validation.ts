import { Sku } from '@dhakacart/contract/console-catalogue.schema.ts'
import { Slug } from '@dhakacart/contract/shapes.ts'
import type { FormErrors } from '../../components/form.tsx'
import type { Texts } from '../../texts/en.ts'
import { linesOf, type ProductDraft, readPercent } from './product-draft.ts'

/** The contract's own forms; the library's type of a text does not show that it has one. */
const patternOf = (schema: unknown) => new RegExp((schema as { pattern: string }).pattern)
const slug = patternOf(Slug)
const sku = patternOf(Sku)

export const isSku = (text: string): boolean => sku.test(text)

/** What the form itself can tell; the rest only the shop knows. */
export function findWrong(draft: ProductDraft, texts: Texts): FormErrors<ProductDraft> {
  const t = texts.products
  const needed = (text: string) => (text.trim() === '' ? t.missing : undefined)
  const counted = (value: number | null, least: number) => (value === null || value < least ? t.wrongNumber : undefined)
  const isUneven = linesOf(draft.highlightsEn).length !== linesOf(draft.highlightsBn).length
  const wrongVariant = draft.variants.find((variant) => !isSku(variant.sku) || (variant.pricePaisa ?? 0) <= 0)
  return {
    nameEn: needed(draft.nameEn),
    nameBn: needed(draft.nameBn),
    descriptionEn: needed(draft.descriptionEn),
    descriptionBn: needed(draft.descriptionBn),
    highlightsBn: isUneven ? t.highlightsUneven : undefined,
    slug: slug.test(draft.slug) ? undefined : t.slugWrong,
    categoryId: needed(draft.categoryId),
    brandId: needed(draft.brandId),
    modelNumber: needed(draft.modelNumber),
    warrantyMonths: counted(draft.warrantyMonths, 0),
    weightGrams: counted(draft.weightGrams, 1),
    vatPercent: readPercent(draft.vatPercent) === null ? t.vatWrong : undefined,
    variants: wrongVariant === undefined ? undefined : isSku(wrongVariant.sku) ? t.missing : t.skuWrong,
  }
}
