import {
  maxSettlementRows,
  type SettlementColumns,
  type SettlementRowError,
} from '@dhakacart/contract/console-settlements.schema.ts'

export type SettlementLine = { line: number; parcel: string; collectedPaisa: number; feePaisa: number }
export type ReadFile = { lines: SettlementLine[]; errors: SettlementRowError[] }

const parcelMax = 60
/** Enough to mend a file by; the rest shows after that. */
const errorsMax = 100

/**
 * Reads a courier's CSV (commas or semicolons, quotes, a mark at its beginning) by the columns named. Every row that cannot be read
 * is told with its line; a parcel named twice in one file is too.
 */
export function readSettlementFile(csv: string, columns: SettlementColumns): ReadFile {
  const rows = splitCsv(csv)
  const [head, ...body] = rows
  const filled = body.filter(({ cells }) => cells.some((cell) => cell !== ''))
  const errors: SettlementRowError[] = []
  const places = findColumns(head?.cells ?? [], columns, errors)
  if (errors.length > 0) return { lines: [], errors }
  if (filled.length === 0) return { lines: [], errors: [{ line: 1, column: '', problem: 'no_rows' }] }
  if (filled.length > maxSettlementRows) {
    return { lines: [], errors: [{ line: maxSettlementRows + 2, column: '', problem: 'too_many_rows' }] }
  }
  const lines: SettlementLine[] = []
  const seen = new Set<string>()
  for (const { line, cells } of filled) {
    const tell = (column: string, problem: SettlementRowError['problem']) => errors.push({ line, column, problem })
    const parcel = cells[places.parcel] ?? ''
    if (parcel === '') tell(columns.parcel, 'empty')
    else if (parcel.length > parcelMax) tell(columns.parcel, 'too_long')
    else if (seen.has(parcel)) tell(columns.parcel, 'repeated')
    seen.add(parcel)
    const collectedPaisa = readAmount(cells[places.collected] ?? '')
    if (collectedPaisa === null) tell(columns.collected, 'not_an_amount')
    const feePaisa = places.fee === null ? 0 : readAmount(cells[places.fee] ?? '')
    if (feePaisa === null) tell(columns.fee ?? '', 'not_an_amount')
    lines.push({ line, parcel, collectedPaisa: collectedPaisa ?? 0, feePaisa: feePaisa ?? 0 })
  }
  return { lines, errors: errors.slice(0, errorsMax) }
}

function findColumns(head: readonly string[], columns: SettlementColumns, errors: SettlementRowError[]) {
  const find = (name: string): number => {
    const place = head.findIndex((cell) => cell.toLowerCase() === name.trim().toLowerCase())
    if (place < 0) errors.push({ line: 1, column: name, problem: 'column_missing' })
    return place
  }
  return {
    parcel: find(columns.parcel),
    collected: find(columns.collected),
    fee: columns.fee === undefined ? null : find(columns.fee),
  }
}

/** Taka as couriers write them, in any digits and grouping: `1,250.00`, `৳১২৫০`, `1250/-`. null for anything else. */
export function readAmount(text: string): number | null {
  const plain = text
    .replace(/[০-৯]/g, (digit) => String(digit.charCodeAt(0) - 0x09e6))
    .replace(/^(?:৳|tk\.?|bdt)\s*|\s*(?:\/-|tk\.?|bdt|৳)$/gi, '')
    .replaceAll(',', '')
    .trim()
  const [, taka, paisa = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(plain) ?? []
  return taka === undefined ? null : Number(taka) * 100 + Number(paisa.padEnd(2, '0'))
}

type Row = { line: number; cells: string[] }

function splitCsv(csv: string): Row[] {
  const text = csv.replace(/^\ufeff/, '')
  const firstLine = text.slice(0, text.search(/\r?\n|$/))
  const separator = firstLine.split(';').length > firstLine.split(',').length ? ';' : ','
  const rows: Row[] = []
  let cells: string[] = []
  let cell = ''
  let isQuoted = false
  let line = 1
  let startedAt = 1
  const endCell = () => {
    cells.push(cell.trim())
    cell = ''
  }
  for (let place = 0; place < text.length; place += 1) {
    const character = text.charAt(place)
    if (character === '\n') line += 1
    if (isQuoted) {
      if (character !== '"') cell += character
      else if (text.charAt(place + 1) === '"') {
        cell += '"'
        place += 1
      } else isQuoted = false
    } else if (character === '"') isQuoted = true
    else if (character === separator) endCell()
    else if (character === '\n') {
      endCell()
      rows.push({ line: startedAt, cells })
      cells = []
      startedAt = line
    } else cell += character
  }
  endCell()
  if (cells.length > 1 || cells[0] !== '') rows.push({ line: startedAt, cells })
  return rows
}
