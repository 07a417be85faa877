import type { RowProblem, RowProblemCode } from '@dhakacart/contract/console-imports.schema.ts'
import { toLatinDigits } from '@dhakacart/contract/digits.ts'
import type { JudgedRow, RowOutcome } from './imports.repository.ts'

/** A row with its cells by column; undefined: the file has no such column. */
export type NamedRow = {
  line: number
  cells: Readonly<Record<string, string | undefined>>
  repeatedInLine: number | null
}

/** Longest text shown of a cell that does not fit. */
const shownMax = 80

/** Reads the cells of one row and gathers what is wrong with them. */
export function createRowReader(row: NamedRow) {
  const problems: RowProblem[] = []
  const refuse = (column: string | null, code: RowProblemCode, value: string | null = null) => {
    problems.push({ column, code, value: value === null ? null : value.slice(0, shownMax) })
    return undefined
  }
  /** undefined: there is no such column or nothing in it. */
  const filled = (column: string): string | undefined => {
    const text = row.cells[column]
    return text === undefined || text.trim() === '' ? undefined : text
  }
  const has = (column: string) => row.cells[column] !== undefined
  const read = <T>(column: string, code: RowProblemCode, parse: (text: string) => T | undefined): T | undefined => {
    const text = filled(column)
    if (text === undefined) return undefined
    return parse(toLatinDigits(text.trim())) ?? refuse(column, code, text)
  }
  return {
    problems,
    refuse,
    filled,
    has,
    key: (column: string) => filled(column)?.trim(),
    integer: (column: string) => read(column, 'not_a_number', parseInteger),
    decimal: (column: string) => read(column, 'not_a_number', parseDecimal),
    paisa: (column: string) => read(column, 'not_money', parsePaisa),
    yesNo: (column: string) => read(column, 'not_yes_no', parseYesNo),
    instant: (column: string) => read(column, 'not_a_date', parseInstant),
  }
}
export type RowReader = ReturnType<typeof createRowReader>

export function judge(rows: readonly { line: number; problems: RowProblem[] }[], outcome: RowOutcome): JudgedRow[] {
  const isRefused = rows.some(({ problems }) => problems.length > 0)
  return rows.map(({ line, problems }) => ({ line, problems, outcome: isRefused ? 'refused' : outcome }))
}

function parseInteger(text: string): number | undefined {
  const digits = text.replaceAll(',', '')
  return /^-?\d{1,12}$/.test(digits) ? Number(digits) : undefined
}

function parseDecimal(text: string): number | undefined {
  const digits = text.replaceAll(',', '')
  return /^-?\d{1,9}(?:\.\d{1,6})?$/.test(digits) ? Number(digits) : undefined
}

/** Taka as people type it, `৳ 1,25,000.50`, in paisa. */
function parsePaisa(text: string): number | undefined {
  const [, taka, paisa = ''] = /^(?:৳|tk\.?|bdt)?\s*(\d{1,9})(?:\.(\d{1,2}))?$/i.exec(text.replaceAll(',', '')) ?? []
  return taka === undefined ? undefined : Number(taka) * 100 + Number(paisa.padEnd(2, '0'))
}

const yes = new Set(['yes', 'y', 'true', '1', 'হ্যাঁ', 'হ্যা'])
const no = new Set(['no', 'n', 'false', '0', 'না'])
function parseYesNo(text: string): boolean | undefined {
  const word = text.toLowerCase().normalize('NFC')
  return yes.has(word) ? true : no.has(word) ? false : undefined
}

/** A day, or a minute on Dhaka's clock, or a whole ISO instant. Spreadsheets turn dates around, so day and month by name are not guessed. */
function parseInstant(text: string): string | undefined {
  const [, day, time = '00:00', zone = '+06:00'] =
    /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?))?(Z|[+-]\d\d:\d\d)?$/.exec(text) ?? []
  if (day === undefined) return undefined
  const instant = new Date(`${day}T${time}${zone}`)
  // The 31st of February is no day, though some parsers make one of it.
  const isReal = !Number.isNaN(instant.getTime()) && new Date(`${day}T00:00Z`).toISOString().startsWith(day)
  return isReal ? instant.toISOString() : undefined
}
