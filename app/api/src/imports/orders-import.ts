import { normalisePhone } from '@dhakacart/contract/phone.ts'
import type { DbOrTx } from '@dhakacart/database/connect.ts'
import type { KindOfImport } from './import-kinds.ts'
import * as history from './imported-history.repository.ts'
import type { JudgedRow } from './imports.repository.ts'
import { createRowReader, judge, type NamedRow } from './row-values.ts'

/**
 * Orders of the old shop, a row for each line of theirs: history to look up by the old number. They are no orders of ours: no
 * stock moves, no money is owed, nothing is sent.
 */
export const ordersImport: KindOfImport = {
  requiredColumns: ['order_number', 'placed_at', 'state', 'total_taka'],
  groupColumn: 'order_number',
  uniqueColumn: null,
  async check(db, groups) {
    return judgeAll(db, groups, null)
  },
  async apply(tx, work, groups) {
    return judgeAll(tx, groups, (orders) => history.addOrders(tx, work.id, orders))
  },
}

const states = new Set(['delivered', 'cancelled', 'returned'])
const linesMax = 200

async function judgeAll(
  db: DbOrTx,
  groups: readonly NamedRow[][],
  add: ((orders: history.ImportedOrder[]) => Promise<void>) | null,
): Promise<JudgedRow[]> {
  const read = groups.map(readOrder)
  const orders = read.flatMap(({ order }) => order ?? [])
  const known = await history.findImportedOrders(
    db,
    orders.map(({ legacyNumber }) => legacyNumber),
  )
  const fresh = orders.filter(({ legacyNumber }) => !known.has(legacyNumber))
  if (add !== null && fresh.length > 0) await add(fresh)
  return read.flatMap(({ order, rows }) => {
    const isKnown = order !== null && known.has(order.legacyNumber)
    return judge(rows, isKnown ? 'unchanged' : 'created')
  })
}

type Reading = { order: history.ImportedOrder | null; rows: { line: number; problems: JudgedRow['problems'] }[] }

function readOrder(rows: NamedRow[]): Reading {
  const readers = rows.map((row) => createRowReader(row))
  const [first] = readers
  const [firstRow] = rows
  if (first === undefined || firstRow === undefined) return { order: null, rows: [] }
  const legacyNumber = first.key('order_number')
  const placedAt = first.instant('placed_at')
  const totalPaisa = first.paisa('total_taka')
  const state = first.key('state')?.toLowerCase()
  const phoneText = first.key('phone')
  const phone = phoneText === undefined ? null : normalisePhone(phoneText)
  for (const column of ['order_number', 'placed_at', 'total_taka', 'state'])
    if (first.filled(column) === undefined) first.refuse(column, 'missing')
  if (state !== undefined && !states.has(state)) first.refuse('state', 'state_unknown', state)
  if (phoneText !== undefined && phone === null) first.refuse('phone', 'not_a_phone')
  if (rows.length > linesMax) first.refuse(null, 'too_many_lines')
  const lines = readers.map((reader) => readLine(reader, firstRow))
  const problems = readers.map((reader, index) => ({ line: (rows[index] as NamedRow).line, problems: reader.problems }))
  const isWhole =
    legacyNumber !== undefined && placedAt !== undefined && totalPaisa !== undefined && state !== undefined
  if (!isWhole || problems.some((row) => row.problems.length > 0)) return { order: null, rows: problems }
  const name = first.filled('customer_name')?.trim() ?? null
  return {
    order: { legacyNumber, placedAt, totalPaisa, state, phone, name, lines: lines.flatMap((line) => line ?? []) },
    rows: problems,
  }
}

function readLine(
  reader: ReturnType<typeof createRowReader>,
  first: NamedRow,
): history.ImportedOrder['lines'][number] | null {
  for (const column of ['placed_at', 'state', 'phone', 'total_taka']) {
    const text = reader.filled(column)
    if (text !== undefined && text !== first.cells[column]) reader.refuse(column, 'differs', String(first.line))
  }
  const name = reader.filled('product_name')?.trim()
  if (name === undefined) return null
  const quantity = reader.filled('quantity') === undefined ? 1 : reader.integer('quantity')
  if (quantity !== undefined && (quantity < 1 || quantity > 9_999)) reader.refuse('quantity', 'wrong_form')
  return {
    sku: reader.key('sku') ?? null,
    name: name.slice(0, 300),
    quantity: quantity ?? 1,
    unitPricePaisa: reader.paisa('unit_price_taka') ?? null,
  }
}
