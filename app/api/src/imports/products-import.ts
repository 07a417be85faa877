import { isDeepStrictEqual } from 'node:util'
import type { ConsoleProduct, ProductContent } from '@dhakacart/contract/console-catalogue.schema.ts'
import type { RowProblem } from '@dhakacart/contract/console-imports.schema.ts'
import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import * as catalogue from '../catalogue/products.service.ts'
import { type CatalogueNames, readCatalogueNames } from './catalogue-names.ts'
import type { KindOfImport } from './import-kinds.ts'
import type { ImportAtWork, JudgedRow } from './imports.repository.ts'
import { locateProblems } from './product-row-problems.ts'
import { readProductRows } from './product-rows.ts'
import { judge, type NamedRow } from './row-values.ts'

/** A product for each slug, a variant for each row. What the file leaves out stays as it is, variants included. */
export const productsImport: KindOfImport = {
  requiredColumns: ['slug', 'sku'],
  groupColumn: 'slug',
  uniqueColumn: 'sku',
  async check(db, groups) {
    const names = await readCatalogueNames(db)
    const current = await readCurrent(db, groups)
    const judged: JudgedRow[] = []
    for (const rows of groups)
      judged.push(...(await judgeProduct(db, names, current.get(slugOf(rows)) ?? null, rows)).rows)
    return judged
  },
  async apply(tx, work, groups) {
    const names = await readCatalogueNames(tx)
    const judged: JudgedRow[] = []
    for (const rows of groups) judged.push(...(await applyProduct(tx, work, names, rows)))
    return judged
  },
}

const slugOf = (rows: readonly NamedRow[]): string => rows[0]?.cells.slug?.trim() ?? ''

async function readCurrent(db: DbOrTx, groups: readonly NamedRow[][]): Promise<Map<string, ConsoleProduct>> {
  const products = await catalogue.readProducts(db, { slugs: groups.map(slugOf) })
  return new Map(products.map((product) => [product.slug, product]))
}

type Judgement = { rows: JudgedRow[]; content: ProductContent | null }

async function judgeProduct(
  db: DbOrTx,
  names: CatalogueNames,
  current: ConsoleProduct | null,
  rows: readonly NamedRow[],
): Promise<Judgement> {
  const { content, problemsByLine } = readProductRows(names, current, rows)
  const withProblems = (more: ReadonlyMap<number, RowProblem[]> = new Map()) =>
    rows.map(({ line }) => ({ line, problems: [...(problemsByLine.get(line) ?? []), ...(more.get(line) ?? [])] }))
  if (content === null) return { rows: judge(withProblems(), 'refused'), content: null }
  if (current !== null && isDeepStrictEqual(catalogue.contentOf(current), content))
    return { rows: judge(withProblems(), 'unchanged'), content: null }
  const found = locateProblems(await catalogue.findProblems(db, current, content), content, rows)
  const judged = judge(withProblems(found), current === null ? 'created' : 'changed')
  return { rows: judged, content: found.size === 0 ? content : null }
}

async function applyProduct(
  tx: Tx,
  work: ImportAtWork,
  names: CatalogueNames,
  rows: readonly NamedRow[],
): Promise<JudgedRow[]> {
  const current = await catalogue.lockProductBySlug(tx, slugOf(rows))
  const { rows: judged, content } = await judgeProduct(tx, names, current, rows)
  if (content === null || judged.some(({ outcome }) => outcome === 'refused')) return judged
  const editor = { id: work.staffId, name: work.staffName, role: work.staffRole as catalogue.Editor['role'] }
  await catalogue.writeProduct(tx, editor, current, content)
  return judged
}
