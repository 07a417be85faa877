import type { Readable } from 'node:stream'
import type { Import, ImportKind, RowProblem } from '@dhakacart/contract/console-imports.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import { inTransaction, sqlState } from '@dhakacart/database/transaction.ts'
import type { Log } from '@dhakacart/service-kit/log.ts'
import * as audit from '../audit/audit.service.ts'
import { UnreadableCsv } from '../csv/csv-reader.ts'
import {
  CatalogueInvalid,
  IdempotencyKeyReused,
  ImportNotFound,
  ImportRefused,
  ImportStateForbids,
  StockTooLow,
} from '../errors.ts'
import type { StaffIdentity } from '../staff/staff-identity.ts'
import { kindsOfImport } from './import-kinds.ts'
import * as imports from './imports.repository.ts'
import { receiveFile } from './receive-file.ts'
import type { NamedRow } from './row-values.ts'

/** A batch of rows arrives or is worked through well within this; a process that died leaves the import to others after it. */
const lockSeconds = 60
/** Rows worked through in one transaction, more where a group is larger: few enough that stopping and cancelling need not wait long. */
const batchRows = 200
const abandonedHours = 24
const keptDays = 30

type Staff = Pick<StaffIdentity, 'id' | 'name' | 'role'>
type GivenFile = { key: string; kind: ImportKind; fileName: string; stream: Readable; isGzip: boolean }

export const listImports = imports.listImports
export const listProblems = imports.listProblems

/** Throws IMPORT_NOT_FOUND. */
export async function getImport(db: Db, id: number): Promise<Import> {
  const [found] = await imports.listImports(db, { id, limit: 1 })
  if (found === undefined) throw new ImportNotFound()
  return found
}

/**
 * Receives a file and lets the worker check it. The same key returns the import that the first request made; a file that is
 * no CSV of the kind leaves nothing. Throws IMPORT_REFUSED with line, column and reason, IDEMPOTENCY_KEY_REUSED.
 */
export async function startImport(db: Db, staff: Staff, file: GivenFile): Promise<Import> {
  const { key, kind, fileName, stream, isGzip } = file
  const id = await imports.beginImport(db, { key, kind, fileName, staffId: staff.id }, lockSeconds)
  if (id === null) return findFirst(db, file)
  try {
    const received = await receiveFile(kind, stream, isGzip, (rows) => imports.addRows(db, id, rows, lockSeconds))
    await inTransaction(db, async (tx) => {
      await imports.finishReceiving(tx, id, received.columns, received.totalRows)
      await audit.record(tx, staff, {
        action: 'imports.started',
        subject: `import:${id}`,
        detail: { kind, rows: received.totalRows },
      })
    })
  } catch (error) {
    await imports.deleteImport(db, id)
    if (!(error instanceof UnreadableCsv)) throw error
    const { code, line, column } = error
    throw new ImportRefused({ cause: error, details: { code, line, column } })
  }
  return getImport(db, id)
}

async function findFirst(db: Db, { key, kind, fileName, stream }: GivenFile): Promise<Import> {
  // Nobody reads the body of a repeated request; unread it would block the connection.
  stream.resume()
  const first = await imports.findByKey(db, key)
  if (first === null || first.kind !== kind || first.fileName !== fileName) throw new IdempotencyKeyReused()
  return getImport(db, first.id)
}

/**
 * Lets the worker apply a checked import; rows with problems must be left out on purpose. Safe to repeat. Throws
 * IMPORT_NOT_FOUND, IMPORT_STATE_FORBIDS.
 */
export async function applyImport(db: Db, staff: Staff, id: number, skipsProblems: boolean): Promise<Import> {
  await inTransaction(db, async (tx) => {
    const now = await imports.lockState(tx, id)
    if (now === null) throw new ImportNotFound()
    const isRepeated = (now.state === 'applying' || now.state === 'done') && now.skipsProblems === skipsProblems
    if (isRepeated) return
    if (now.state !== 'checked') throw new ImportStateForbids({ details: { state: now.state } })
    const [{ checked }] = (await imports.listImports(tx, { id, limit: 1 })) as [Import]
    if (checked.refused > 0 && !skipsProblems)
      throw new ImportStateForbids({ details: { state: now.state, refused: checked.refused } })
    await imports.setState(tx, id, 'applying', skipsProblems)
    await audit.record(tx, staff, {
      action: 'imports.applied',
      subject: `import:${id}`,
      detail: { skipsProblems, ...checked },
    })
  })
  return getImport(db, id)
}

/** Stops an import; what was applied stays. Safe to repeat, also when it is over. Throws IMPORT_NOT_FOUND. */
export async function cancelImport(db: Db, staff: Staff, id: number): Promise<Import> {
  await inTransaction(db, async (tx) => {
    const now = await imports.lockState(tx, id)
    if (now === null) throw new ImportNotFound()
    if (now.state === 'done' || now.state === 'cancelled') return
    await imports.setState(tx, id, 'cancelled')
    await audit.record(tx, staff, {
      action: 'imports.cancelled',
      subject: `import:${id}`,
      detail: { state: now.state },
    })
  })
  return getImport(db, id)
}

/**
 * Checks or applies the next rows of the oldest import that waits for it; returns how many rows that were, 1 when it only had
 * to be finished, 0 when there is nothing to do.
 */
export async function workOnImports(db: Db, log: Log): Promise<number> {
  const work = await imports.claimImport(db, lockSeconds)
  if (work === null) return 0
  const rows = await imports.nextRows(db, work, batchRows)
  if (rows.length === 0) {
    await inTransaction(db, async (tx) => {
      if ((await imports.lockState(tx, work.id))?.state !== work.state) return
      await imports.setState(tx, work.id, work.state === 'checking' ? 'checked' : 'done')
    })
    log.info({ importId: work.id, kind: work.kind, state: work.state }, 'an import was worked through')
    return 1
  }
  const groups = await nameRows(db, work, rows)
  try {
    await workThrough(db, work, groups)
  } catch (error) {
    if (!isRefusedByDatabase(error)) throw error
    // Two things of one file that cannot both be, or somebody took a name just now: the rest of the batch need not suffer.
    for (const group of groups)
      await workThrough(db, work, [group]).catch((reason) => refuseGroup(db, work, group, reason))
  }
  return rows.length
}

async function workThrough(db: Db, work: imports.ImportAtWork, groups: readonly NamedRow[][]): Promise<void> {
  const kind = kindsOfImport[work.kind]
  await inTransaction(db, async (tx) => {
    // Whoever cancels waits for the batch, or is seen by it.
    if ((await imports.lockState(tx, work.id))?.state !== work.state) return
    const judged = work.state === 'checking' ? await kind.check(tx, groups) : await kind.apply(tx, work, groups)
    await imports.judgeRows(tx, work, judged)
    await imports.setState(tx, work.id, work.state)
  })
}

function isRefusedByDatabase(error: unknown): boolean {
  return error instanceof CatalogueInvalid || error instanceof StockTooLow || sqlState(error)?.startsWith('23') === true
}

async function refuseGroup(db: Db, work: imports.ImportAtWork, group: NamedRow[], reason: unknown): Promise<void> {
  if (!isRefusedByDatabase(reason)) throw reason
  const problems: RowProblem[] = [{ column: null, code: 'taken_meanwhile', value: null }]
  await imports.judgeRows(
    db,
    work,
    group.map(({ line }) => ({ line, outcome: 'refused', problems })),
  )
}

/** Cells by their columns, rows by their groups. */
async function nameRows(db: Db, work: imports.ImportAtWork, rows: readonly imports.ImportRow[]): Promise<NamedRow[][]> {
  const lines = rows.map(({ line }) => line)
  const repeated = await imports.findRepeated(db, work.id, lines)
  const named = rows.map(({ line, cells, groupKey }) => ({
    groupKey,
    line,
    // Spreadsheets leave out empty cells at the end of a row.
    cells: Object.fromEntries(work.columns.map((column, index) => [column, cells[index] ?? ''])),
    repeatedInLine: repeated.get(line) ?? null,
  }))
  return [...Map.groupBy(named, (row) => row.groupKey).values()]
}

/** Forgets what nobody will come back to, and whom old files named; returns how much that was. */
export async function sweepImports(db: Db): Promise<number> {
  return (await imports.sweepImports(db, abandonedHours, keptDays)) + (await imports.emptyOldRows(db, keptDays))
}
