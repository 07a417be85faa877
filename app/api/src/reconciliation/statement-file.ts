import {
  maxStatementRows,
  type StatementColumns,
  type StatementRowError,
} from '@dhakacart/contract/console-statements.schema.ts'
import { readNamedColumns, readSignedAmount } from '../csv/named-columns.ts'

/** `amountPaisa` below zero: it went back. */
export type StatementLine = { line: number; reference: string; ourReference: string | null; amountPaisa: number }

const referenceMax = 100
/** Enough to mend a file by; the rest shows after that. */
const errorsMax = 100

/** Reads a provider's CSV by the columns named. Every row that cannot be read is told with its line. */
export async function readStatementFile(
  csv: string,
  columns: StatementColumns,
): Promise<{ lines: StatementLine[]; errors: StatementRowError[] }> {
  const { reference: referenceColumn, ourReference, amount, returned } = columns
  const file = await readNamedColumns(
    csv,
    { reference: referenceColumn, ourReference, amount, returned },
    maxStatementRows,
  )
  const errors: StatementRowError[] = [...file.errors]
  const lines: StatementLine[] = []
  for (const { line, cells } of file.rows) {
    const tell = (column: string, problem: StatementRowError['problem']) => errors.push({ line, column, problem })
    if (cells.reference === '') tell(referenceColumn, 'empty')
    if (cells.reference.length > referenceMax) tell(referenceColumn, 'too_long')
    if (cells.ourReference.length > referenceMax) tell(ourReference ?? '', 'too_long')
    // An export with two columns leaves the one empty that does not apply.
    const mayBeEmpty = returned !== undefined && cells.returned !== ''
    const amountPaisa = mayBeEmpty && cells.amount === '' ? 0 : readSignedAmount(cells.amount)
    const returnedPaisa = cells.returned === '' ? 0 : readSignedAmount(cells.returned)
    if (amountPaisa === null) tell(amount, 'not_an_amount')
    if (returnedPaisa === null) tell(returned ?? '', 'not_an_amount')
    const named = { line, reference: cells.reference, ourReference: cells.ourReference || null }
    for (const moved of [amountPaisa ?? 0, -Math.abs(returnedPaisa ?? 0)])
      if (moved !== 0) lines.push({ ...named, amountPaisa: moved })
  }
  return { lines: errors.length > 0 ? [] : lines, errors: errors.slice(0, errorsMax) }
}
