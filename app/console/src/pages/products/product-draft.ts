import type { ConsoleProduct, ProductContent } from '@dhakacart/contract/console-catalogue.schema.ts'
import { toLatinDigits } from '@dhakacart/contract/digits.ts'

export type DraftVariant = {
  /** Of the row on the page, also before the variant has an id. */
  rowKey: string
  id: number | null
  sku: string
  colour: string
  memory: string
  size: string
  pricePaisa: number | null
  compareAtPaisa: number | null
  pictureId: string | null
  isPublished: boolean
}

/** A product as the form holds it: texts as typed, numbers or null while unreadable. */
export type ProductDraft = {
  slug: string
  categoryId: string
  brandId: string
  modelNumber: string
  nameEn: string
  nameBn: string
  descriptionEn: string
  descriptionBn: string
  highlightsEn: string
  highlightsBn: string
  specifications: Record<string, string | number | boolean>
  warrantyMonths: number | null
  isOfficial: boolean
  weightGrams: number | null
  vatPercent: string
  isPublished: boolean
  pictureIds: string[]
  variants: DraftVariant[]
}

export function emptyVariant(): DraftVariant {
  return {
    rowKey: crypto.randomUUID(),
    id: null,
    sku: '',
    colour: '',
    memory: '',
    size: '',
    pricePaisa: null,
    compareAtPaisa: null,
    pictureId: null,
    isPublished: true,
  }
}

export const emptyDraft = (): ProductDraft => ({
  slug: '',
  categoryId: '',
  brandId: '',
  modelNumber: '',
  nameEn: '',
  nameBn: '',
  descriptionEn: '',
  descriptionBn: '',
  highlightsEn: '',
  highlightsBn: '',
  specifications: {},
  warrantyMonths: 12,
  isOfficial: true,
  weightGrams: null,
  vatPercent: '7.5',
  isPublished: false,
  pictureIds: [],
  variants: [emptyVariant()],
})

export function draftOf(product: ConsoleProduct): ProductDraft {
  return {
    slug: product.slug,
    categoryId: String(product.categoryId),
    brandId: String(product.brandId),
    modelNumber: product.modelNumber,
    nameEn: product.name.en,
    nameBn: product.name.bn,
    descriptionEn: product.description.en,
    descriptionBn: product.description.bn,
    highlightsEn: product.highlights.map(({ en }) => en).join('\n'),
    highlightsBn: product.highlights.map(({ bn }) => bn).join('\n'),
    specifications: product.specifications,
    warrantyMonths: product.warrantyMonths,
    isOfficial: product.isOfficial,
    weightGrams: product.weightGrams,
    vatPercent: String(product.vatBasisPoints / 100),
    isPublished: product.isPublished,
    pictureIds: product.pictureIds,
    variants: product.variants.map(({ onHand: _, held: __, options, ...variant }) => ({
      ...variant,
      rowKey: String(variant.id),
      colour: options.colour ?? '',
      memory: options.memory ?? '',
      size: options.size ?? '',
    })),
  }
}

/** Hundredths of a percent; null for what is no percentage. */
export function readPercent(text: string): number | null {
  const plain = toLatinDigits(text.trim())
  return /^\d{1,3}(?:\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null
}

export const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')

/** What is sent; only for a draft that the form found nothing wrong with. */
export function contentOf(draft: ProductDraft): ProductContent {
  const bangla = linesOf(draft.highlightsBn)
  return {
    slug: draft.slug,
    categoryId: Number(draft.categoryId),
    brandId: Number(draft.brandId),
    modelNumber: draft.modelNumber,
    name: { en: draft.nameEn, bn: draft.nameBn },
    description: { en: draft.descriptionEn, bn: draft.descriptionBn },
    highlights: linesOf(draft.highlightsEn).map((en, index) => ({ en, bn: bangla[index] ?? '' })),
    specifications: draft.specifications,
    warrantyMonths: draft.warrantyMonths ?? 0,
    isOfficial: draft.isOfficial,
    weightGrams: draft.weightGrams ?? 0,
    vatBasisPoints: readPercent(draft.vatPercent) ?? 0,
    isPublished: draft.isPublished,
    pictureIds: draft.pictureIds,
    variants: draft.variants.map(({ rowKey: _, colour, memory, size, pricePaisa, ...variant }) => ({
      ...variant,
      pricePaisa: pricePaisa ?? 0,
      options: { ...(colour && { colour }), ...(memory && { memory }), ...(size && { size }) },
    })),
  }
}
