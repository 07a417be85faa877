import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import {
  type ImportKind,
  importBytesMax,
  importColumns,
  importRowsMax,
} from '@dhakacart/contract/console-imports.schema.ts'
import { readCell } from '../csv/csv.ts'
import { type CsvRow, readCsv, UnreadableCsv } from '../csv/csv-reader.ts'
import { kindsOfImport } from './import-kinds.ts'
import type { NewRow } from './imports.repository.ts'

/** Rows kept with one statement, about 100 kB of them. */
const batchRows = 500

export type ReceivedFile = { columns: string[]; totalRows: number }

/** Reads a file as it arrives and hands its rows on in batches; never holds more of it than a batch. Throws UnreadableCsv. */
export async function receiveFile(
  kind: ImportKind,
  stream: Readable,
  isGzip: boolean,
  keep: (rows: NewRow[]) => Promise<void>,
): Promise<ReceivedFile> {
  const rows = readCsv(limitBytes(isGzip ? unpack(stream) : stream))
  const { value: head } = await rows.next()
  if (head === undefined) throw new UnreadableCsv('empty', 1)
  const columns = readHeader(kind, head as CsvRow)
  const { groupColumn, uniqueColumn } = kindsOfImport[kind]
  let totalRows = 0
  let batch: NewRow[] = []
  for await (const { line, cells } of rows) {
    totalRows += 1
    if (totalRows > importRowsMax) throw new UnreadableCsv('too_many_rows', line)
    // A comma that nobody quoted moves all that follows it into wrong columns.
    if (cells.slice(columns.length).some((cell) => cell !== '')) throw new UnreadableCsv('too_many_cells', line)
    const texts = cells.map(readCell)
    const cellOf = (column: string) => texts[columns.indexOf(column)]?.trim() ?? ''
    const uniqueKey = uniqueColumn === null ? '' : cellOf(uniqueColumn)
    batch.push({
      line,
      cells: texts,
      // A row without its key belongs to nothing but itself.
      groupKey: cellOf(groupColumn) || `#${line}`,
      uniqueKey: uniqueKey === '' ? null : uniqueKey,
    })
    if (batch.length < batchRows) continue
    await keep(batch)
    batch = []
  }
  if (batch.length > 0) await keep(batch)
  if (totalRows === 0) throw new UnreadableCsv('empty', 2)
  return { columns, totalRows }
}

function readHeader(kind: ImportKind, { line, cells }: CsvRow): string[] {
  const columns = cells.map((cell) => readCell(cell).trim().toLowerCase())
  const known: readonly string[] = importColumns[kind]
  for (const [index, column] of columns.entries()) {
    if (!known.includes(column)) throw new UnreadableCsv('column_unknown', line, column.slice(0, 80))
    if (columns.indexOf(column) !== index) throw new UnreadableCsv('column_repeated', line, column)
  }
  const missing = kindsOfImport[kind].requiredColumns.find((column) => !columns.includes(column))
  if (missing !== undefined) throw new UnreadableCsv('column_missing', line, missing)
  return columns
}

/** Counted as they come, after unpacking: a small file can unpack to a large one. */
async function* limitBytes(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let count = 0
  for await (const chunk of chunks) {
    count += chunk.length
    if (count > importBytesMax) throw new UnreadableCsv('too_large', 1)
    yield chunk
  }
}

async function* unpack(stream: Readable): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip()
  stream.on('error', (error) => gunzip.destroy(error))
  stream.pipe(gunzip)
  try {
    for await (const chunk of gunzip) yield chunk
  } catch (error) {
    if (stream.errored) throw error
    throw new UnreadableCsv('not_gzip', 1)
  } finally {
    stream.unpipe(gunzip)
    gunzip.destroy()
  }
}
