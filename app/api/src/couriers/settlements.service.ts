import { createHash } from 'node:crypto'
import type { BookingCourier } from '@dhakacart/contract/console-couriers.schema.ts'
import {
  notBookedVerdicts,
  type Settlement,
  type SettlementColumns,
  type SettlementRow,
  type SettlementRowError,
  type SettlementVerdict,
  settlementVerdicts,
} from '@dhakacart/contract/console-settlements.schema.ts'
import type { Db, DbOrTx } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import * as audit from '../audit/audit.service.ts'
import { SettlementNotFound } from '../errors.ts'
import { lockOrders } from '../orders/orders.service.ts'
import * as receivables from '../receivables/receivables.service.ts'
import type { StaffIdentity } from '../staff/staff-identity.ts'
import { wholeTaka } from './parcel-content.ts'
import { readSettlementFile, type SettlementLine } from './settlement-file.ts'
import * as settlements from './settlements.repository.ts'

export type SettlementFile = {
  courier: BookingCourier
  fileName: string
  csv: string
  columns: SettlementColumns
  isDryRun: boolean
}
type Imported = { settlement: Settlement | null; rows: SettlementRow[]; errors: SettlementRowError[] }

/**
 * Compares a courier's file with what we expected. With one row that cannot be read nothing is imported and every such row is
 * told; a dry run shows the result and keeps nothing. The same file again returns the first import.
 */
export async function importFile(db: Db, staff: StaffIdentity, file: SettlementFile): Promise<Imported> {
  const { lines, errors } = await readSettlementFile(file.csv, file.columns)
  if (errors.length > 0) return { settlement: null, rows: [], errors }
  if (file.isDryRun) {
    const rows = await judge(db, file.courier, lines)
    return { settlement: summarise(file, rows), rows: rows.map(toRow), errors: [] }
  }
  return importLines(db, staff, file, lines)
}

/** The same with what was read in the file, kept for good. */
export async function importLines(
  db: Db,
  staff: StaffIdentity,
  file: SettlementFile,
  lines: readonly SettlementLine[],
): Promise<Imported> {
  const contentHash = createHash('sha256').update(file.csv).digest()
  await inTransaction(db, async (tx) => {
    const { collectedPaisa, feePaisa } = sum(lines)
    const id = await settlements.insert(tx, {
      courier: file.courier,
      contentHash,
      fileName: file.fileName,
      rowCount: lines.length,
      collectedPaisa,
      feePaisa,
      importedBy: staff.id,
    })
    if (id === null) return
    // After the insert, whose lock keeps another import of this courier waiting until this one can be seen. What becomes of an order
    // meanwhile comes before it or after it, so that its money is booked by one of the two.
    const before = await judge(tx, file.courier, lines)
    await lockOrders(
      tx,
      before.flatMap(({ orderId }) => orderId ?? []),
    )
    const rows = await judge(tx, file.courier, lines)
    await settlements.insertRows(tx, id, rows)
    await receivables.bookPaidOut(
      tx,
      rows.flatMap((row) => toPaidOut(file.courier, row)),
      id,
    )
    const detail = { courier: file.courier, rows: lines.length, collectedPaisa, feePaisa }
    await audit.record(tx, staff, { action: 'settlements.imported', subject: `settlement:${id}`, detail })
  })
  const id = await settlements.findByHash(db, file.courier, contentHash)
  return { ...(await read(db, id ?? 0)), errors: [] }
}

/** One settlement with its rows. Throws SETTLEMENT_NOT_FOUND. */
export async function read(db: Db, id: number): Promise<{ settlement: Settlement; rows: SettlementRow[] }> {
  const [found] = await settlements.list(db, null, 1, id)
  if (found === undefined) throw new SettlementNotFound()
  return { settlement: withAllCounts(found), rows: await settlements.listRows(db, id) }
}

export async function list(db: Db, beforeId: number | null, limit: number) {
  return (await settlements.list(db, beforeId, limit)).map(withAllCounts)
}

async function judge(
  db: DbOrTx,
  courier: BookingCourier,
  lines: readonly SettlementLine[],
): Promise<settlements.JudgedRow[]> {
  const known = await settlements.findParcels(
    db,
    courier,
    lines.map(({ parcel }) => parcel),
  )
  const byName = new Map(known.flatMap((one) => [one.consignmentId, one.reference].map((name) => [name, one] as const)))
  const seen = new Set<number>()
  return lines.map((line) => {
    const parcel = byName.get(line.parcel)
    // One parcel under both of its names is paid twice too.
    const isRepeated = parcel !== undefined && seen.has(parcel.bookingId)
    if (parcel !== undefined) seen.add(parcel.bookingId)
    return {
      ...line,
      bookingId: parcel?.bookingId ?? null,
      orderId: parcel?.orderId ?? null,
      orderNumber: parcel?.orderNumber ?? null,
      expectedPaisa: parcel === undefined ? null : wholeTaka(parcel.collectPaisa) * 100,
      isForReceivable: parcel?.isForReceivable ?? false,
      verdict: judgeLine(line, parcel, isRepeated),
    }
  })
}

function judgeLine(
  { collectedPaisa }: SettlementLine,
  parcel: settlements.KnownParcel | undefined,
  isRepeated: boolean,
): SettlementVerdict {
  if (parcel === undefined) return 'unknown_parcel'
  if (parcel.isSettled || isRepeated) return 'double'
  const expectedPaisa = wholeTaka(parcel.collectPaisa) * 100
  if (!parcel.isDelivered && collectedPaisa > 0) return 'not_delivered'
  if (!parcel.isDelivered || collectedPaisa === expectedPaisa) return 'right'
  return collectedPaisa < expectedPaisa ? 'short' : 'over'
}

function toPaidOut(courier: BookingCourier, row: settlements.JudgedRow): receivables.PaidOut[] {
  const { orderId, verdict, collectedPaisa, feePaisa, isForReceivable } = row
  if (orderId === null || notBookedVerdicts.includes(verdict)) return []
  return [{ orderId, courier, collectedPaisa, feePaisa, isForReceivable }]
}

function sum(lines: readonly { collectedPaisa: number; feePaisa: number }[]) {
  return {
    collectedPaisa: lines.reduce((total, { collectedPaisa }) => total + collectedPaisa, 0),
    feePaisa: lines.reduce((total, { feePaisa }) => total + feePaisa, 0),
  }
}

function summarise({ courier, fileName }: SettlementFile, rows: readonly settlements.JudgedRow[]): Settlement {
  const counts = Object.groupBy(rows, ({ verdict }) => verdict)
  const count = (verdict: SettlementVerdict) => counts[verdict]?.length ?? 0
  return {
    id: null,
    courier,
    fileName,
    importedAt: null,
    rowCount: rows.length,
    ...sum(rows),
    bookedPaisa: rows
      .filter(({ verdict }) => !notBookedVerdicts.includes(verdict))
      .reduce((total, { collectedPaisa, feePaisa }) => total + collectedPaisa - feePaisa, 0),
    counts: Object.fromEntries(settlementVerdicts.map((verdict) => [verdict, count(verdict)])) as Settlement['counts'],
  }
}

function withAllCounts(settlement: Awaited<ReturnType<typeof settlements.list>>[number]): Settlement {
  const counts = Object.fromEntries(settlementVerdicts.map((verdict) => [verdict, settlement.counts[verdict] ?? 0]))
  return { ...settlement, counts: counts as Settlement['counts'] }
}

function toRow({ bookingId: _, isForReceivable: __, ...row }: settlements.JudgedRow): SettlementRow {
  return row
}
