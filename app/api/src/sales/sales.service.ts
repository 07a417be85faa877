import { isDeepStrictEqual } from 'node:util'
import {
  maxSaleDays,
  type Sale,
  type SaleContent,
  type SaleFigures,
  type SaleProblem,
  type SaleState,
} from '@dhakacart/contract/console-sales.schema.ts'
import type { Db, DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { inTransaction, violatedConstraint } from '@dhakacart/database/transaction.ts'
import * as audit from '../audit/audit.service.ts'
import { badRequest, IdempotencyKeyReused, SaleBegun, SaleInvalid, SaleNotFound, VersionConflict } from '../errors.ts'
import { nextIdCursor, readIdCursor } from '../id-cursor.ts'
import type { StaffIdentity } from '../staff/staff-identity.ts'
import { lockLevels } from '../stock/stock.service.ts'
import { readFigures } from './sale-figures.repository.ts'
import * as sales from './sales.repository.ts'

const dayMs = 24 * 60 * 60 * 1_000

/** Sales, the latest start first. */
export async function listSales(db: Db, after: string | undefined, limit: number) {
  const found = await sales.list(db, readIdCursor(after), limit)
  return {
    sales: found,
    nextCursor: nextIdCursor(found, limit),
  }
}

/** Throws SALE_NOT_FOUND. */
export async function getSale(db: DbOrTx, id: number): Promise<Sale> {
  const row = await sales.readById(db, id)
  if (row === null) throw new SaleNotFound()
  return toSale(db, row)
}

/** What of a sale is held, sold and left. Throws SALE_NOT_FOUND. */
export async function getFigures(db: Db, id: number): Promise<SaleFigures> {
  if ((await sales.readById(db, id)) === null) throw new SaleNotFound()
  return readFigures(db, id)
}

/** Makes a draft. The same key and content return the first. Throws SALE_INVALID, BAD_REQUEST, IDEMPOTENCY_KEY_REUSED. */
export async function createSale(db: Db, staff: StaffIdentity, key: string, content: SaleContent): Promise<Sale> {
  refuseWrongWindow(content)
  return inTransaction(db, async (tx) => {
    const id = await sales.insert(tx, key, content)
    if (id === null) return readCreated(tx, key, content)
    await refuseWrongLines(tx, id, content, 'draft')
    await sales.replaceLines(tx, id, content.lines)
    await audit.record(tx, staff, { action: 'sales.created', subject: `sale:${id}`, detail: { ...content } })
    return getSale(tx, id)
  })
}

async function readCreated(tx: Tx, key: string, content: SaleContent): Promise<Sale> {
  const row = await sales.readByKey(tx, key)
  if (row === null) throw new SaleNotFound()
  const sale = await toSale(tx, row)
  // Whoever repeats it after somebody has edited it still gets the sale it made.
  if (sale.version === 1 && !isSameContent(sale, content)) throw new IdempotencyKeyReused()
  return sale
}

/**
 * Changes a sale as a whole. Safe to repeat. Throws SALE_NOT_FOUND, VERSION_CONFLICT, SALE_INVALID, and SALE_BEGUN for what a
 * sale keeps once shoppers buy in it: start, prices, and at least the units it promised.
 */
export async function saveSale(
  db: Db,
  staff: StaffIdentity,
  id: number,
  { version, ...content }: SaleContent & { version: number },
): Promise<Sale> {
  refuseWrongWindow(content)
  return refusingOverlaps(db, id, content, async (tx) => {
    const row = await sales.lock(tx, id)
    if (row === null) throw new SaleNotFound()
    const current = await toSale(tx, row)
    if (row.version !== version) {
      // The same edit arriving again after its answer was lost.
      if (row.version === version + 1 && isSameContent(current, content)) return current
      throw new VersionConflict({ details: current })
    }
    if (row.state === 'cancelled' || row.isOver) throw new SaleBegun()
    if (row.hasBegun) refuseChangeOfBegun(current, content)
    await refuseWrongLines(tx, id, content, row.state)
    if (row.state === 'scheduled' && !(await sales.isAhead(tx, content.endsAt))) {
      throw badRequest('The end of a scheduled sale lies in the past. Give a later one.')
    }
    await lockStock(tx, current.lines, content.lines)
    await sales.update(tx, id, content)
    await sales.replaceLines(tx, id, content.lines)
    await audit.record(tx, staff, { action: 'sales.changed', subject: `sale:${id}`, detail: { ...content } })
    return getSale(tx, id)
  })
}

/**
 * Schedules a draft, takes a sale that has not begun back, or cancels one. Safe to repeat. Throws SALE_NOT_FOUND,
 * VERSION_CONFLICT, SALE_BEGUN, SALE_INVALID.
 */
export async function setSaleState(
  db: Db,
  staff: StaffIdentity,
  id: number,
  { version, state }: { version: number; state: SaleState },
): Promise<Sale> {
  const content = await getSale(db, id)
  return refusingOverlaps(db, id, content, async (tx) => {
    const row = await sales.lock(tx, id)
    if (row === null) throw new SaleNotFound()
    if (row.state === state) return toSale(tx, row)
    const current = await toSale(tx, row)
    if (row.version !== version) throw new VersionConflict({ details: current })
    if (row.state === 'cancelled' || row.isOver || (row.hasBegun && state === 'draft')) throw new SaleBegun()
    if (state === 'scheduled') {
      if (current.lines.length === 0) throw badRequest('The sale has no variants. Add some before scheduling it.')
      if (!(await sales.isAhead(tx, current.startsAt))) {
        throw badRequest('The start lies in the past. Give a later one before scheduling the sale.')
      }
      await refuseWrongLines(tx, id, current, 'scheduled')
    }
    await lockStock(tx, current.lines)
    await sales.setState(tx, id, state)
    await audit.record(tx, staff, {
      action: state === 'scheduled' ? 'sales.scheduled' : state === 'draft' ? 'sales.withdrawn' : 'sales.cancelled',
      subject: `sale:${id}`,
      detail: { from: row.state },
    })
    return getSale(tx, id)
  })
}

/** Whoever changes lines of a sale has locked their stock, as whoever sells in it: neither waits for the other in a circle. */
async function lockStock(tx: Tx, ...lines: readonly (readonly { variantId: number }[])[]): Promise<void> {
  await lockLevels(tx, [...new Set(lines.flat().map(({ variantId }) => variantId))])
}

/** Two people who schedule at once are told apart by the database; the second hears which sale has the variant. */
async function refusingOverlaps(
  db: Db,
  id: number,
  content: Pick<SaleContent, 'startsAt' | 'endsAt'> & { lines: readonly { variantId: number }[] },
  work: (tx: Tx) => Promise<Sale>,
): Promise<Sale> {
  try {
    return await inTransaction(db, work)
  } catch (error) {
    if (violatedConstraint(error) !== 'sale_lines_no_overlap') throw error
    const variantIds = content.lines.map((line) => line.variantId)
    throw new SaleInvalid({ cause: error, details: await overlapProblems(db, id, content, variantIds) })
  }
}

async function overlapProblems(
  db: DbOrTx,
  id: number,
  content: Pick<SaleContent, 'startsAt' | 'endsAt'>,
  variantIds: readonly number[],
): Promise<SaleProblem[]> {
  const overlaps = await sales.findOverlaps(db, id, content, variantIds)
  return overlaps.map(({ variantId, sale }) => ({ variantId, code: 'in_another_sale', sale }))
}

function refuseWrongWindow({ startsAt, endsAt }: Pick<SaleContent, 'startsAt' | 'endsAt'>): void {
  const [start, end] = [Date.parse(startsAt), Date.parse(endsAt)]
  if (Number.isNaN(start) || Number.isNaN(end)) throw badRequest('Start or end is no date. Give both as UTC, ISO 8601.')
  if (end <= start) throw badRequest('The sale ends before it starts. Give a later end.')
  if (end - start > maxSaleDays * dayMs)
    throw badRequest(`A sale lasts at most ${maxSaleDays} days. Give an earlier end.`)
}

async function refuseWrongLines(
  tx: Tx,
  id: number,
  content: Pick<SaleContent, 'startsAt' | 'endsAt'> & { lines: readonly SaleContent['lines'][number][] },
  state: SaleState,
): Promise<void> {
  const variantIds = content.lines.map((line) => line.variantId)
  const usual = await sales.usualPrices(tx, variantIds)
  const seen = new Set<number>()
  const problems = content.lines.flatMap(({ variantId, pricePaisa }): SaleProblem[] => {
    const isRepeated = seen.has(variantId)
    seen.add(variantId)
    if (isRepeated) return [{ variantId, code: 'variant_twice' }]
    const usualPaisa = usual.get(variantId)
    if (usualPaisa === undefined) return [{ variantId, code: 'variant_unknown' }]
    return pricePaisa < usualPaisa ? [] : [{ variantId, code: 'price_not_lower' }]
  })
  if (state === 'scheduled') problems.push(...(await overlapProblems(tx, id, content, variantIds)))
  if (problems.length > 0) throw new SaleInvalid({ details: problems })
}

function refuseChangeOfBegun(current: Sale, content: SaleContent): void {
  const lines = new Map(content.lines.map((line) => [line.variantId, line]))
  const keepsLines = current.lines.every(({ variantId, pricePaisa, allotment }) => {
    const line = lines.get(variantId)
    return line !== undefined && line.pricePaisa === pricePaisa && line.allotment >= allotment
  })
  const keepsStart = Date.parse(current.startsAt) === Date.parse(content.startsAt)
  if (!keepsStart || !keepsLines || content.lines.length !== current.lines.length) throw new SaleBegun()
}

function isSameContent(sale: Sale, content: SaleContent): boolean {
  return isDeepStrictEqual(toContent(sale), toContent(content))
}

function toContent({ name, startsAt, endsAt, prewarmMinutes, limitPerCustomer, hasWaitingRoom, lines }: SaleContent) {
  return {
    name: { en: name.en, bn: name.bn },
    window: [Date.parse(startsAt), Date.parse(endsAt)],
    prewarmMinutes,
    limitPerCustomer,
    hasWaitingRoom,
    lines: lines
      .map(({ variantId, pricePaisa, allotment }) => ({ variantId, pricePaisa, allotment }))
      .toSorted((a, b) => a.variantId - b.variantId),
  }
}

async function toSale(db: DbOrTx, row: sales.SaleRow): Promise<Sale> {
  const { hasBegun: _, isOver: __, creationKey: ___, ...sale } = row
  return { ...sale, lines: await sales.readLines(db, row.id) }
}
