import { type ConsoleProduct, ProductContent } from '@dhakacart/contract/console-catalogue.schema.ts'
import type { RowProblem } from '@dhakacart/contract/console-imports.schema.ts'
import { Compile } from 'typebox/compile'
import { contentOf } from '../catalogue/products.service.ts'
import type { CatalogueNames } from './catalogue-names.ts'
import { columnOf } from './product-row-problems.ts'
import { createRowReader, type NamedRow, type RowReader } from './row-values.ts'
import { readSpecifications } from './specification-cells.ts'

const checker = Compile(ProductContent)

/** Columns of the product itself: filled in its first row, and in the others alike or not at all. */
const productColumns = [
  'published',
  'category',
  'brand',
  'model_number',
  'name_en',
  'name_bn',
  'description_en',
  'description_bn',
  'highlights_en',
  'highlights_bn',
  'specifications',
  'warranty_months',
  'official',
  'weight_grams',
  'vat_percent',
] as const

type Content = ProductContent
export type ProductReading = {
  /** What the product would be; null when the rows cannot be read. */
  content: Content | null
  problemsByLine: Map<number, RowProblem[]>
}

/** What the rows of one product make of it, before the database is asked whether that fits. */
export function readProductRows(
  names: CatalogueNames,
  current: ConsoleProduct | null,
  rows: readonly NamedRow[],
): ProductReading {
  const readers = rows.map((row) => ({ row, reader: createRowReader(row) }))
  const [first] = readers
  if (first === undefined) return { content: null, problemsByLine: new Map() }
  if (first.reader.key('slug') === undefined) first.reader.refuse('slug', 'missing')
  for (const { row, reader } of readers) {
    if (row.repeatedInLine !== null) reader.refuse('sku', 'repeated', String(row.repeatedInLine))
    if (row !== first.row) refuseDifferences(first.row, reader)
  }
  const base = current === null ? newProduct(first.row.cells.slug?.trim() ?? '') : contentOf(current)
  const content = readVariants(readProduct(names, base, current === null, first.reader), readers)
  const problemsByLine = new Map(readers.map(({ row, reader }) => [row.line, reader.problems]))
  if (readers.some(({ reader }) => reader.problems.length > 0)) return { content: null, problemsByLine }
  // As unknown, or what fails the check would have no type afterwards.
  if (!checker.Check(content as unknown)) {
    for (const { instancePath } of checker.Errors(content)) {
      const { column, index } = columnOf(instancePath.slice(1).replaceAll('/', '.'))
      const sku = index === null ? null : content.variants[index]?.sku
      const found = readers.find(({ reader }) => reader.key('sku') === sku) ?? first
      found.reader.refuse(column, 'wrong_form', column === null ? null : (found.row.cells[column] ?? null))
    }
    return { content: null, problemsByLine }
  }
  return { content, problemsByLine }
}

function refuseDifferences(first: NamedRow, reader: RowReader): void {
  for (const column of productColumns) {
    const text = reader.filled(column)
    if (text !== undefined && text !== first.cells[column]) reader.refuse(column, 'differs', String(first.line))
  }
}

function newProduct(slug: string): Content {
  return {
    slug,
    categoryId: 0,
    brandId: 0,
    modelNumber: '',
    name: { en: '', bn: '' },
    description: { en: '', bn: '' },
    highlights: [],
    specifications: {},
    warrantyMonths: 0,
    isOfficial: false,
    weightGrams: 0,
    vatBasisPoints: 750,
    // What comes by the hundred is looked at before shoppers see it.
    isPublished: false,
    pictureIds: [],
    variants: [],
  }
}

/** A new product must name these; of a known one they may be left out. */
const neededColumns = [
  'category',
  'brand',
  'model_number',
  'name_en',
  'name_bn',
  'description_en',
  'description_bn',
  'weight_grams',
]

function readProduct(names: CatalogueNames, base: Content, isNew: boolean, reader: RowReader): Content {
  if (isNew)
    for (const column of neededColumns) if (reader.filled(column) === undefined) reader.refuse(column, 'missing')
  const categoryId = readName(reader, 'category', names.categoryIds, 'category_unknown') ?? base.categoryId
  const vatPercent = reader.decimal('vat_percent')
  return {
    ...base,
    categoryId,
    brandId: readName(reader, 'brand', names.brandIds, 'brand_unknown') ?? base.brandId,
    modelNumber: reader.filled('model_number') ?? base.modelNumber,
    name: { en: reader.filled('name_en') ?? base.name.en, bn: reader.filled('name_bn') ?? base.name.bn },
    description: {
      en: reader.filled('description_en') ?? base.description.en,
      bn: reader.filled('description_bn') ?? base.description.bn,
    },
    highlights: readHighlights(reader, base.highlights),
    specifications: readSpecifications(reader, names.specificationsOf(categoryId), base.specifications),
    warrantyMonths: reader.integer('warranty_months') ?? base.warrantyMonths,
    isOfficial: reader.yesNo('official') ?? base.isOfficial,
    weightGrams: reader.integer('weight_grams') ?? base.weightGrams,
    vatBasisPoints: vatPercent === undefined ? base.vatBasisPoints : Math.round(vatPercent * 100),
    isPublished: reader.yesNo('published') ?? base.isPublished,
  }
}

function readName(
  reader: RowReader,
  column: 'category' | 'brand',
  ids: ReadonlyMap<string, number>,
  code: 'category_unknown' | 'brand_unknown',
): number | undefined {
  const slug = reader.key(column)
  if (slug === undefined) return undefined
  return ids.get(slug) ?? reader.refuse(column, code, slug)
}

/** One to a line, in both languages as many; an empty cell takes them away. */
function readHighlights(reader: RowReader, base: Content['highlights']): Content['highlights'] {
  if (!reader.has('highlights_en') || !reader.has('highlights_bn')) return base
  const linesOf = (column: string) =>
    (reader.filled(column) ?? '').split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  const english = linesOf('highlights_en')
  const bangla = linesOf('highlights_bn')
  if (english.length !== bangla.length) {
    reader.refuse(english.length < bangla.length ? 'highlights_en' : 'highlights_bn', 'pair_missing')
    return base
  }
  return english.map((en, index) => ({ en, bn: bangla[index] as string }))
}

function readVariants(content: Content, readers: readonly { reader: RowReader }[]): Content {
  const variants = [...content.variants]
  for (const { reader } of readers) {
    const sku = reader.key('sku')
    if (sku === undefined) {
      reader.refuse('sku', 'missing')
      continue
    }
    const index = variants.findIndex((variant) => variant.sku === sku)
    const base = variants[index] ?? null
    const pricePaisa = reader.paisa('price_taka') ?? base?.pricePaisa
    if (pricePaisa === undefined && reader.filled('price_taka') === undefined) reader.refuse('price_taka', 'missing')
    const variant = {
      id: base?.id ?? null,
      sku,
      options: readOptions(reader, base?.options ?? {}),
      pricePaisa: pricePaisa ?? 0,
      // An empty cell ends the reduction; a file without the column leaves it.
      compareAtPaisa: reader.has('compare_at_taka')
        ? (reader.paisa('compare_at_taka') ?? null)
        : (base?.compareAtPaisa ?? null),
      pictureId: base?.pictureId ?? null,
      isPublished: reader.yesNo('variant_published') ?? base?.isPublished ?? true,
    }
    if (index === -1) variants.push(variant)
    else variants[index] = variant
  }
  return { ...content, variants }
}

function readOptions(
  reader: RowReader,
  base: Content['variants'][number]['options'],
): Content['variants'][number]['options'] {
  const options: Record<string, string> = { ...base }
  for (const key of ['colour', 'memory', 'size'] as const) {
    if (!reader.has(key)) continue
    const value = key === 'colour' ? reader.key(key) : reader.filled(key)
    if (value === undefined) delete options[key]
    else options[key] = value
  }
  return options
}
