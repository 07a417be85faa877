import type { CatalogueProblem } from '@dhakacart/contract/catalogue-problems.ts'
import type { ProductContent } from '@dhakacart/contract/console-catalogue.schema.ts'
import type { RowProblem } from '@dhakacart/contract/console-imports.schema.ts'
import type { NamedRow } from './row-values.ts'

/** The column of a field of the product, most particular first. */
const columns: readonly [RegExp, string][] = [
  [/^variants\.\d+\.sku/, 'sku'],
  [/^variants\.\d+\.options\.(colour|memory|size)/, '$1'],
  [/^variants\.\d+\.options/, 'colour'],
  [/^variants\.\d+\.pricePaisa/, 'price_taka'],
  [/^variants\.\d+\.compareAtPaisa/, 'compare_at_taka'],
  [/^variants\.\d+\.isPublished/, 'variant_published'],
  [/^(name|description)\.(en|bn)/, '$1_$2'],
  [/^highlights\.\d+\.bn/, 'highlights_bn'],
  [/^highlights/, 'highlights_en'],
  [/^specifications/, 'specifications'],
  [/^slug/, 'slug'],
  [/^categoryId/, 'category'],
  [/^brandId/, 'brand'],
  [/^modelNumber/, 'model_number'],
  [/^warrantyMonths/, 'warranty_months'],
  [/^weightGrams/, 'weight_grams'],
  [/^vatBasisPoints/, 'vat_percent'],
  [/^isPublished/, 'published'],
]

/** Where a field of a product stands in a file; `index` is the variant's, null for the product's own fields. */
export function columnOf(field: string): { column: string | null; index: number | null } {
  const [, index] = /^variants\.(\d+)/.exec(field) ?? []
  for (const [pattern, name] of columns) {
    const found = pattern.exec(field)
    if (found !== null)
      return {
        column: name.replace(/\$(\d)/g, (_, group) => found[Number(group)] ?? ''),
        index: index === undefined ? null : Number(index),
      }
  }
  return { column: null, index: index === undefined ? null : Number(index) }
}

/** Problems of a product at the rows they come from, by line. */
export function locateProblems(
  problems: readonly CatalogueProblem[],
  content: ProductContent,
  rows: readonly NamedRow[],
): Map<number, RowProblem[]> {
  const found = new Map<number, RowProblem[]>()
  for (const { field, code, value } of problems) {
    const { column, index } = columnOf(field)
    const sku = index === null ? undefined : content.variants[index]?.sku
    const row = rows.find(({ cells }) => sku !== undefined && cells.sku?.trim() === sku) ?? rows[0]
    if (row === undefined) continue
    const list = found.get(row.line) ?? []
    list.push({ column, code, value: value ?? null })
    found.set(row.line, list)
  }
  return found
}
