import { createHash } from 'node:crypto'
import type { DbOrTx } from '@dhakacart/database/connect.ts'
import { findLevelsBySku, lockLevelsBySku, type SkuLevel } from '../stock/stock-by-sku.ts'
import { writeIn } from '../stock/stock-documents.service.ts'
import type { KindOfImport } from './import-kinds.ts'
import type { JudgedRow } from './imports.repository.ts'
import { createRowReader, judge, type NamedRow } from './row-values.ts'

/**
 * What was counted, by SKU. A row whose stock moved since the file was exported is refused rather than guessed at: it is
 * counted again. So a file that comes twice changes nothing the second time.
 */
export const stockImport: KindOfImport = {
  requiredColumns: ['sku', 'on_hand'],
  groupColumn: 'sku',
  uniqueColumn: 'sku',
  async check(db: DbOrTx, groups) {
    const rows = groups.flat()
    const levels = await findLevelsBySku(db, skusOf(rows))
    return rows.map((row) => judgeRow(row, levels).judged)
  },
  async apply(tx, work, groups) {
    const rows = groups.flat()
    const levels = await lockLevelsBySku(tx, skusOf(rows))
    const judged: JudgedRow[] = []
    const lines: { variantId: number; expected: number; counted: number }[] = []
    for (const row of rows) {
      const judgement = judgeRow(row, levels)
      judged.push(judgement.judged)
      if (judgement.count !== null) lines.push(judgement.count)
    }
    if (lines.length > 0) {
      const staff = { id: work.staffId, name: work.staffName, role: work.staffRole as 'owner' }
      const requestHash = createHash('sha256').update(JSON.stringify(lines)).digest()
      const note = `import ${work.id}`
      await writeIn(
        tx,
        staff,
        { key: keyOf(work.id, rows), requestHash },
        { kind: 'count', reason: 'count', note, lines },
      )
    }
    return judged
  },
}

const skusOf = (rows: readonly NamedRow[]): string[] => rows.flatMap(({ cells }) => cells.sku?.trim() ?? [])

/** The same rows of the same import are the same document. */
function keyOf(importId: number, rows: readonly NamedRow[]): string {
  const hex = createHash('sha256')
    .update(`${importId}:${rows.map(({ line }) => line).join()}`)
    .digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}

type Judgement = { judged: JudgedRow; count: { variantId: number; expected: number; counted: number } | null }

const onHandMax = 10_000_000

function judgeRow(row: NamedRow, levels: ReadonlyMap<string, SkuLevel>): Judgement {
  const reader = createRowReader(row)
  const sku = reader.key('sku')
  const counted = reader.integer('on_hand')
  const expected = reader.integer('expected_on_hand')
  const level = sku === undefined ? undefined : levels.get(sku)
  if (sku === undefined) reader.refuse('sku', 'missing')
  else if (level === undefined) reader.refuse('sku', 'sku_unknown', sku)
  if (row.repeatedInLine !== null) reader.refuse('sku', 'repeated', String(row.repeatedInLine))
  if (reader.filled('on_hand') === undefined) reader.refuse('on_hand', 'missing')
  if (counted !== undefined && (counted < 0 || counted > onHandMax))
    reader.refuse('on_hand', 'wrong_form', String(counted))
  const isKnown = level !== undefined && counted !== undefined
  const isSo = isKnown && (counted === level.onHand || counted === expected)
  if (isKnown && !isSo) {
    if (expected !== undefined && expected !== level.onHand)
      reader.refuse('expected_on_hand', 'moved_since', String(level.onHand))
    if (counted >= 0 && counted < level.held) reader.refuse('on_hand', 'below_held', String(level.held))
  }
  const [judged] = judge([{ line: row.line, problems: reader.problems }], isSo ? 'unchanged' : 'changed')
  const isCounted = isKnown && !isSo && reader.problems.length === 0
  return {
    judged: judged as JudgedRow,
    count: isCounted ? { variantId: level.variantId, expected: level.onHand, counted } : null,
  }
}
