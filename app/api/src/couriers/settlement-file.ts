import {
  maxSettlementRows,
  type SettlementColumns,
  type SettlementRowError,
} from '@dhakacart/contract/console-settlements.schema.ts'
import { readAmount, readNamedColumns } from '../csv/named-columns.ts'

export type SettlementLine = { line: number; parcel: string; collectedPaisa: number; feePaisa: number }
export type ReadFile = { lines: SettlementLine[]; errors: SettlementRowError[] }

const parcelMax = 60
/** Enough to mend a file by; the rest shows after that. */
const errorsMax = 100

/**
 * Reads a courier's CSV by the columns named. Every row that cannot be read is told with its line; a parcel named twice in one file
 * is too.
 */
export async function readSettlementFile(csv: string, columns: SettlementColumns): Promise<ReadFile> {
  const { parcel: parcelColumn, collected, fee } = columns
  const file = await readNamedColumns(csv, { parcel: parcelColumn, collected, fee }, maxSettlementRows)
  const errors: SettlementRowError[] = [...file.errors]
  const lines: SettlementLine[] = []
  const seen = new Set<string>()
  for (const { line, cells } of file.rows) {
    const tell = (column: string, problem: SettlementRowError['problem']) => errors.push({ line, column, problem })
    const { parcel } = cells
    if (parcel === '') tell(parcelColumn, 'empty')
    else if (parcel.length > parcelMax) tell(parcelColumn, 'too_long')
    else if (seen.has(parcel)) tell(parcelColumn, 'repeated')
    seen.add(parcel)
    const collectedPaisa = readAmount(cells.collected)
    if (collectedPaisa === null) tell(collected, 'not_an_amount')
    const feePaisa = fee === undefined ? 0 : readAmount(cells.fee)
    if (feePaisa === null) tell(fee ?? '', 'not_an_amount')
    lines.push({ line, parcel, collectedPaisa: collectedPaisa ?? 0, feePaisa: feePaisa ?? 0 })
  }
  return { lines: file.errors.length > 0 ? [] : lines, errors: errors.slice(0, errorsMax) }
}
