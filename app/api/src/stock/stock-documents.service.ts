import { createHash } from 'node:crypto'
import type { StockDocument } from '@dhakacart/contract/console-stock.schema.ts'
import type { Db, DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import * as audit from '../audit/audit.service.ts'
import { badRequest, IdempotencyKeyReused, StockTooLow, VariantNotFound } from '../errors.ts'
import type { StaffIdentity } from '../staff/staff-identity.ts'
import * as documents from './stock-documents.repository.ts'

type Staff = Pick<StaffIdentity, 'id' | 'name' | 'role'>
export type NewStockDocument = { reason: StockDocument['reason']; note: string } & (
  | { kind: 'receipt'; lines: readonly { variantId: number; quantity: number }[] }
  | { kind: 'adjustment'; lines: readonly { variantId: number; onHandChange: number }[] }
  | { kind: 'count'; lines: readonly { variantId: number; expected: number; counted: number }[] }
)

/**
 * Changes what is on hand, all lines or none. The same key does it once and returns the first document. Throws
 * IDEMPOTENCY_KEY_REUSED, VARIANT_NOT_FOUND, and STOCK_TOO_LOW with what is available where held units would be taken away.
 */
export async function writeDocument(
  db: Db,
  staff: Staff,
  key: string,
  content: NewStockDocument,
): Promise<StockDocument> {
  const requestHash = createHash('sha256').update(JSON.stringify(content)).digest()
  const id = await inTransaction(db, (tx) => writeIn(tx, staff, { key, requestHash }, content))
  return getDocument(db, id)
}

/** The same inside a transaction of the caller's; returns the document's id. */
export async function writeIn(
  tx: Tx,
  staff: Staff,
  { key, requestHash }: { key: string; requestHash: Buffer },
  content: NewStockDocument,
): Promise<number> {
  const { kind, reason, note, lines } = content
  const variantIds = lines.map(({ variantId }) => variantId)
  if (new Set(variantIds).size < variantIds.length)
    throw badRequest('A variant stands in two lines. Give one line for each.')
  const id = await documents.insertDocument(tx, { key, requestHash, kind, reason, note, staffId: staff.id })
  if (id === null) return findFirst(tx, key, requestHash)
  const levels = await documents.lockLevels(tx, variantIds)
  if (levels.length < variantIds.length) {
    const known = new Set(levels.map(({ variantId }) => variantId))
    throw new VariantNotFound({ details: { variantIds: variantIds.filter((variantId) => !known.has(variantId)) } })
  }
  const deltas = deltasOf(content).filter(({ onHandChange }) => onHandChange !== 0)
  refuseTooLow(levels, deltas)
  if (deltas.length > 0) await documents.moveUnits(tx, { id, kind, reason }, deltas)
  await audit.record(tx, staff, {
    action: `stock.${kind}`,
    subject: `stock_document:${id}`,
    detail: { reason, units: deltas.reduce((sum, { onHandChange }) => sum + onHandChange, 0), variants: deltas.length },
  })
  return id
}

function deltasOf(content: NewStockDocument): documents.LevelDelta[] {
  switch (content.kind) {
    case 'receipt':
      return content.lines.map(({ variantId, quantity }) => ({ variantId, onHandChange: quantity }))
    case 'adjustment':
      return content.lines.map(({ variantId, onHandChange }) => ({ variantId, onHandChange }))
    case 'count':
      // What was sold since the counting began has left the shelf too, so the difference found then is the one to book.
      return content.lines.map(({ variantId, expected, counted }) => ({ variantId, onHandChange: counted - expected }))
  }
}

function refuseTooLow(levels: readonly documents.LockedLevel[], deltas: readonly documents.LevelDelta[]): void {
  const byVariant = new Map(levels.map((level) => [level.variantId, level]))
  const lines = deltas.flatMap(({ variantId, onHandChange }) => {
    const level = byVariant.get(variantId)
    if (level === undefined || level.onHand + onHandChange >= level.held) return []
    const { sku, onHand, held } = level
    return [{ variantId, sku, onHand, held, available: onHand - held }]
  })
  if (lines.length > 0) throw new StockTooLow({ details: { lines } })
}

async function findFirst(tx: Tx, key: string, requestHash: Buffer): Promise<number> {
  const first = await documents.findByKey(tx, key)
  if (first === null || !first.requestHash.equals(requestHash)) throw new IdempotencyKeyReused()
  return first.id
}

async function getDocument(db: DbOrTx, id: number): Promise<StockDocument> {
  const [document] = await documents.listDocuments(db, { id, limit: 1 })
  if (document === undefined) throw new Error(`stock document ${id} is not there`)
  return document
}

export const listDocuments = documents.listDocuments
