import type { ColourKey, Drawing, Localised, PictureForm, SpecificationDefinition } from './catalogue.types.ts'

export type SpecificationValues = Record<string, string | number | boolean>

/** English and Bangla; `{key}` stands for a specification's value, `{name}` for the product. Used only where `when` holds. */
export type Sentence = [en: string, bn: string, when?: (specifications: SpecificationValues) => boolean]

/** One leaf category and, as a text table, every product in it. */
export type Leaf = {
  slug: string
  parentSlug: string
  name: Localised
  description: Localised
  form: PictureForm
  /** Colours of products whose row names none; the first stands for the category. */
  colours: ColourKey[]
  specifications: SpecificationDefinition[]
  /** Column names of `rows` in order: `line`, `model`, `price`, `colours`, and keys of specifications. */
  columns: string
  /**
   * `@brand` opens a brand; each further line is a product, cells parted by `|`, a number that does not apply, and no colours, written `-`.
   * `price` is taka: `41990`, or one per memory or size, `8/128:41990 8/256:46990`.
   */
  rows: string
  /** Specifications that follow from the row's other cells. */
  derive?: (cells: Record<string, string>, specifications: SpecificationValues) => SpecificationValues
  /** The product's name after its brand, the first that applies; `{line}` is the row's first cell. */
  titles?: Sentence[]
  variesIn?: 'memory' | 'size'
  openings: Sentence[]
  details: Sentence[]
  highlights: Sentence[]
  warrantyMonths: (specifications: SpecificationValues, brandSlug: string) => number
  weightGrams: (specifications: SpecificationValues, index: number) => number
  /** Part of the products (0 to 1) that come without the brand's Bangladesh warranty. */
  unofficialShare: number
}

/** A number with its unit, offered as a filter. */
export function number(key: string, en: string, bn: string, unitEn = '', unitBn = unitEn): SpecificationDefinition {
  const unit = unitEn === '' ? null : { en: unitEn, bn: unitBn }
  return { key, name: { en, bn }, kind: 'number', unit, isFacet: true }
}

/** One of the given values, offered as a filter. */
export function choice(key: string, en: string, bn: string, values: Record<string, [string, string]>) {
  const labels = Object.fromEntries(Object.entries(values).map(([value, [e, b]]) => [value, { en: e, bn: b }]))
  return { key, name: { en, bn }, kind: 'choice', unit: null, isFacet: true, values: labels } as const
}

/** Yes or no, offered as a filter. */
export function flag(key: string, en: string, bn: string): SpecificationDefinition {
  return { key, name: { en, bn }, kind: 'boolean', unit: null, isFacet: true }
}

/** Free text, never a filter. */
export function text(key: string, en: string, bn: string): SpecificationDefinition {
  return { key, name: { en, bn }, kind: 'text', unit: null, isFacet: false }
}

/** The same specification, shown on the product page but not offered as a filter. */
export function shownOnly(definition: SpecificationDefinition): SpecificationDefinition {
  return { ...definition, isFacet: false }
}

/** The drawing that stands for the leaf. */
export function leafDrawing(leaf: Leaf): Drawing {
  return { form: leaf.form, style: 0, colour: leaf.colours[0] ?? 'black' }
}
