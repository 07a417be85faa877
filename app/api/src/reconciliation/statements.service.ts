import { createHash } from 'node:crypto'
import {
  type MissingInStatement,
  maxMissingShown,
  maxStatementDays,
  type Statement,
  type StatementColumns,
  type StatementRow,
  type StatementRowError,
  type StatementVerdict,
  statementVerdicts,
} from '@dhakacart/contract/console-statements.schema.ts'
import type { OnlineMethod } from '@dhakacart/contract/payments.schema.ts'
import type { Db, DbOrTx } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import * as audit from '../audit/audit.service.ts'
import { badRequest, StatementNotFound } from '../errors.ts'
import type { StaffIdentity } from '../staff/staff-identity.ts'
import { readStatementFile, type StatementLine } from './statement-file.ts'
import * as statements from './statements.repository.ts'

export type StatementFile = {
  method: OnlineMethod
  fileName: string
  csv: string
  columns: StatementColumns
  fromDay: string
  toDay: string
  isDryRun: boolean
}
type Whole = { statement: Statement; rows: StatementRow[]; missing: MissingInStatement[] }
type Imported = Omit<Whole, 'statement'> & { statement: Statement | null; errors: StatementRowError[] }

/**
 * Compares a provider's list of transactions with our books, which is how a payment is found that we never began. With one row
 * that cannot be read nothing is imported and every such row is told; a dry run shows the result and keeps nothing. The same file,
 * columns and days again return the first import. Throws BAD_REQUEST for days that cannot be.
 */
export async function importFile(db: Db, staff: StaffIdentity, file: StatementFile): Promise<Imported> {
  refuseWrongDays(file)
  const { lines, errors } = await readStatementFile(file.csv, file.columns)
  if (errors.length > 0) return { statement: null, rows: [], missing: [], errors }
  const rows = await judge(db, file.method, lines)
  if (file.isDryRun) return { ...(await preview(db, file, rows)), errors: [] }
  const { csv, columns, fromDay, toDay, method, fileName } = file
  const contentHash = createHash('sha256')
    .update(JSON.stringify([csv, columns, fromDay, toDay]))
    .digest()
  await inTransaction(db, async (tx) => {
    const sums = sumOf(rows)
    const id = await statements.insert(tx, {
      ...{ method, fileName, fromDay, toDay, contentHash, ...sums },
      rowCount: rows.length,
      importedBy: staff.id,
    })
    if (id === null) return
    await statements.insertRows(tx, id, rows)
    const detail = { method, fromDay, toDay, rows: rows.length, ...sums }
    await audit.record(tx, staff, { action: 'statements.imported', subject: `statement:${id}`, detail })
  })
  const id = await statements.findByHash(db, method, contentHash)
  return { ...(await read(db, id ?? 0)), errors: [] }
}

function refuseWrongDays({ fromDay, toDay }: StatementFile): void {
  const [from, to] = [fromDay, toDay].map((day) => Date.parse(`${day}T00:00:00Z`)) as [number, number]
  const isDay = (ms: number, text: string) => !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
  if (!isDay(from, fromDay) || !isDay(to, toDay)) throw badRequest('There is no such day. Write it as YYYY-MM-DD.')
  const days = (to - from) / 86_400_000 + 1
  if (days < 1 || days > maxStatementDays)
    throw badRequest(`A statement is of 1 to ${maxStatementDays} days, the first of them first.`)
}

/** One statement with its rows, and what it lacks now. Throws STATEMENT_NOT_FOUND. */
export async function read(db: Db, id: number): Promise<Whole> {
  const [found] = await statements.list(db, null, 1, id)
  if (found === undefined) throw new StatementNotFound()
  const { missing, count } = await statements.listMissing(db, found, nothingSeen, maxMissingShown)
  return { statement: withAllCounts(found, count), rows: await statements.listRows(db, id), missing }
}

export async function list(db: Db, beforeId: number | null, limit: number): Promise<(Statement & { id: number })[]> {
  const found = await statements.list(db, beforeId, limit)
  const all: (Statement & { id: number })[] = []
  // One after the other: a page of the console must not take the connections that checkouts need.
  for (const one of found) {
    const { count } = await statements.listMissing(db, one, nothingSeen, 1)
    all.push({ ...withAllCounts(one, count), id: one.id })
  }
  return all
}

const nothingSeen: statements.Seen = { paymentIds: [], refundIds: [] }

async function preview(db: Db, file: StatementFile, rows: readonly statements.JudgedRow[]): Promise<Whole> {
  const { method, fileName, fromDay, toDay } = file
  const seen = {
    paymentIds: rows.flatMap(({ paymentId }) => paymentId ?? []),
    refundIds: rows.flatMap(({ refundId }) => refundId ?? []),
  }
  const { missing, count } = await statements.listMissing(db, file, seen, maxMissingShown)
  const counts = Object.fromEntries(
    Object.entries(Object.groupBy(rows, ({ verdict }) => verdict)).map(([verdict, of]) => [verdict, of.length]),
  )
  const record = { method, fileName, fromDay, toDay, counts, importedAt: null, rowCount: rows.length, ...sumOf(rows) }
  return {
    statement: { ...withAllCounts({ ...record, id: 0 }, count), id: null },
    rows: rows.map(({ paymentId: _, refundId: __, ...row }) => row),
    missing,
  }
}

async function judge(
  db: DbOrTx,
  method: OnlineMethod,
  lines: readonly StatementLine[],
): Promise<statements.JudgedRow[]> {
  const names = [...new Set(lines.flatMap(({ reference, ourReference }) => [reference, ourReference ?? reference]))]
  const payments = await statements.findPayments(db, method, names)
  const refunds = await statements.findRefunds(db, method, names)
  const byTheirs = new Map(payments.map((payment) => [payment.reference, payment]))
  const byOurs = new Map(payments.map((payment) => [payment.ourReference, payment]))
  const seenPayments = new Set<string>()
  const seenRefunds = new Set<number>()
  return lines.map((line) => {
    const { reference, ourReference } = line
    if (line.amountPaisa < 0) return judgeRefund(line, refunds, seenRefunds)
    // What is named by their reference alone is one transaction, however often a file tells of it.
    const isRepeated = seenPayments.has(reference)
    seenPayments.add(reference)
    const payment = byTheirs.get(reference) ?? byOurs.get(ourReference ?? reference) ?? byOurs.get(reference)
    return show(line, payment, payment?.amountPaisa ?? null, judgePayment(line, payment, isRepeated))
  })
}

function judgePayment(
  { reference, amountPaisa }: StatementLine,
  payment: statements.BookedPayment | undefined,
  isRepeated: boolean,
): StatementVerdict {
  if (isRepeated) return 'double'
  if (payment === undefined) return 'unknown_payment'
  if (payment.paymentId === null) return 'not_booked'
  if (payment.reference !== reference && payment.ourReference !== reference) return 'reference_differs'
  return payment.amountPaisa === amountPaisa ? 'right' : 'amount_differs'
}

/** A refund has a name of its own, or only that of its payment: then the first of the same amount is meant. */
function judgeRefund(
  line: StatementLine,
  refunds: readonly statements.BookedRefund[],
  seen: Set<number>,
): statements.JudgedRow {
  const { reference, ourReference, amountPaisa } = line
  const isNamed = (refund: statements.BookedRefund) =>
    [refund.reference, refund.ourReference].some((name) => name === reference || name === ourReference)
  const ofPayment = refunds.filter(({ paymentReference }) => paymentReference === reference)
  const same = ofPayment.filter((refund) => refund.amountPaisa === -amountPaisa)
  const refund = refunds.find(isNamed) ?? same.find(({ refundId }) => !seen.has(refundId)) ?? same[0] ?? ofPayment[0]
  const isRepeated = refund !== undefined && seen.has(refund.refundId)
  if (refund !== undefined) seen.add(refund.refundId)
  const verdict = judgeRefundLine(line, refund, isRepeated)
  return { ...show(line, refund, refund === undefined ? null : -refund.amountPaisa, verdict) }
}

function judgeRefundLine(
  { amountPaisa }: StatementLine,
  refund: statements.BookedRefund | undefined,
  isRepeated: boolean,
): StatementVerdict {
  if (refund === undefined) return 'unknown_refund'
  if (isRepeated) return 'double'
  if (!refund.isDone) return 'not_booked'
  return refund.amountPaisa === -amountPaisa ? 'right' : 'amount_differs'
}

function show(
  { line, reference, ourReference, amountPaisa }: StatementLine,
  booked: statements.BookedPayment | statements.BookedRefund | undefined,
  bookedPaisa: number | null,
  verdict: StatementVerdict,
): statements.JudgedRow {
  return {
    ...{ line, reference, ourReference, amountPaisa, bookedPaisa, verdict },
    orderId: booked?.orderId ?? null,
    orderNumber: booked?.orderNumber ?? null,
    paymentId: booked !== undefined && 'paymentId' in booked ? booked.paymentId : null,
    refundId: booked !== undefined && 'refundId' in booked ? booked.refundId : null,
  }
}

function sumOf(rows: readonly { amountPaisa: number }[]): { receivedPaisa: number; returnedPaisa: number } {
  const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
  return {
    receivedPaisa: sum(rows.map(({ amountPaisa }) => Math.max(amountPaisa, 0))),
    returnedPaisa: sum(rows.map(({ amountPaisa }) => Math.max(-amountPaisa, 0))),
  }
}

function withAllCounts(record: statements.StatementRecord, missingCount: number): Statement {
  const counts = Object.fromEntries(statementVerdicts.map((verdict) => [verdict, record.counts[verdict] ?? 0]))
  return { ...record, counts: counts as Record<StatementVerdict, number>, missingCount }
}
