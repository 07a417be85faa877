import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { readCsv, UnreadableCsv } from './csv-reader.ts'

type NamedCells<Name extends string> = { line: number; cells: Record<Name, string> }
type FileError = {
  line: number
  column: string
  problem: 'column_missing' | 'unreadable' | 'no_rows' | 'too_many_rows'
}
export type NamedFile<Name extends string> = { rows: NamedCells<Name>[]; errors: FileError[] }

/** Read in pieces, so that whoever waits for the api meanwhile is answered between two of them. */
const pieceCharacters = 64 * 1024

async function* toPieces(csv: string): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for (let start = 0; start < csv.length; start += pieceCharacters) {
    yield encoder.encode(csv.slice(start, start + pieceCharacters))
    await yieldToOthers()
  }
}

/**
 * Somebody else's CSV by the columns that a person named; a column named `undefined` is empty in every row. Nothing is returned of
 * a file that cannot be read, with the line at fault.
 */
export async function readNamedColumns<Name extends string>(
  csv: string,
  columns: Readonly<Record<Name, string | undefined>>,
  rowsMax: number,
): Promise<NamedFile<Name>> {
  const names = Object.keys(columns) as Name[]
  const fail = (line: number, column: string, problem: FileError['problem']): NamedFile<Name> => ({
    rows: [],
    errors: [{ line, column, problem }],
  })
  const rows: NamedCells<Name>[] = []
  let places: Record<Name, number> | null = null
  try {
    for await (const { line, cells } of readCsv(toPieces(csv.toWellFormed()))) {
      const texts = cells.map((cell) => cell.trim())
      if (places === null) {
        const found = findColumns(texts, columns, names)
        if (found.errors.length > 0) return { rows: [], errors: found.errors }
        places = found.places
        continue
      }
      if (texts.every((text) => text === '')) continue
      if (rows.length === rowsMax) return fail(line, '', 'too_many_rows')
      const at = places
      const entries = names.map((name) => [name, texts[at[name]] ?? ''])
      rows.push({ line, cells: Object.fromEntries(entries) as Record<Name, string> })
    }
  } catch (error) {
    if (error instanceof UnreadableCsv) return fail(error.line, '', 'unreadable')
    throw error
  }
  return rows.length === 0 ? fail(1, '', 'no_rows') : { rows, errors: [] }
}

function findColumns<Name extends string>(
  head: readonly string[],
  columns: Readonly<Record<Name, string | undefined>>,
  names: readonly Name[],
): { places: Record<Name, number>; errors: FileError[] } {
  const errors: FileError[] = []
  const entries = names.map((name) => {
    const wanted = columns[name]
    if (wanted === undefined) return [name, -1]
    const place = head.findIndex((cell) => cell.toLowerCase() === wanted.trim().toLowerCase())
    if (place < 0) errors.push({ line: 1, column: wanted, problem: 'column_missing' })
    return [name, place]
  })
  return { places: Object.fromEntries(entries) as Record<Name, number>, errors }
}

/** Taka as others write them, in any digits and grouping: `1,250.00`, `৳১২৫০`, `1250/-`. null for anything else. */
export function readAmount(text: string): number | null {
  const plain = text
    .replace(/[০-৯]/g, (digit) => String(digit.charCodeAt(0) - 0x09e6))
    .replace(/^(?:৳|tk\.?|bdt)\s*|\s*(?:\/-|tk\.?|bdt|৳)$/gi, '')
    .replaceAll(',', '')
    .trim()
  const [, taka, paisa = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(plain) ?? []
  return taka === undefined ? null : Number(taka) * 100 + Number(paisa.padEnd(2, '0'))
}

/** The same with a sign: `-1,250.00`, `(1,250.00)`. */
export function readSignedAmount(text: string): number | null {
  const [, inBrackets] = /^\((.*)\)$/.exec(text.trim()) ?? []
  const [, afterSign] = /^[-−–]\s*(.*)$/.exec(text.trim()) ?? []
  const negative = inBrackets ?? afterSign
  if (negative === undefined) return readAmount(text)
  const amount = readAmount(negative)
  return amount === null ? null : -amount
}
