import { pricePaid } from '@dhakacart/contract/price-paid.ts'
import type { OrderReturn, OrderReturns, ReceivedLine, RequestReturn } from '@dhakacart/contract/returns.schema.ts'
import { readUnitIdentity } from '@dhakacart/contract/unit-identity.ts'
import type { Db, DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import * as audit from '../audit/audit.service.ts'
import {
  badRequest,
  IdempotencyKeyReused,
  OrderNotFound,
  OrderStateForbids,
  ReturnNotFound,
  ReturnTooMany,
  ReturnWindowOver,
  UnitsIncomplete,
  VersionConflict,
} from '../errors.ts'
import { nextIdCursor, readIdCursor } from '../id-cursor.ts'
import { refuseKeyInUse } from '../idempotency-key.ts'
import { addJobs } from '../jobs/jobs.service.ts'
import { orderMessages } from '../messages/messages.service.ts'
import {
  findOrderByToken,
  type LockedOrder,
  lockOrder,
  lockOrderByToken,
  markUnitsReturned,
  transition,
} from '../orders/orders.service.ts'
import * as refunds from '../refunds/refunds.service.ts'
import * as settings from '../settings/settings.service.ts'
import type { StaffIdentity } from '../staff/staff-identity.ts'
import { applyStockEffect } from '../stock/stock.service.ts'
import * as returns from './returns.repository.ts'

/** What can be returned of the order a token opens, and what was. Throws ORDER_NOT_FOUND. */
export async function readReturns(db: DbOrTx, token: string): Promise<OrderReturns> {
  const order = await findOrderByToken(db, token)
  if (order === null) throw new OrderNotFound()
  const { returnWindowDays } = await settings.read(db)
  const [lines, found, window] = [
    await returns.listReturnable(db, order.id),
    await returns.listOfOrder(db, order.id),
    returnWindowDays === 0 ? null : await returns.findWindow(db, order.id, returnWindowDays),
  ]
  const returnable = lines.map(({ variantId, name, quantity, returned }) => ({
    variantId,
    name,
    quantity,
    returnable: quantity - returned,
  }))
  return {
    canRequest:
      order.state === 'delivered' && window?.isOver === false && returnable.some((line) => line.returnable > 0),
    until: window?.until ?? null,
    lines: returnable,
    returns: found,
  }
}

/**
 * The shopper asks to return units of a delivered order. Safe to repeat by its key. Throws ORDER_NOT_FOUND,
 * ORDER_STATE_FORBIDS, RETURN_WINDOW_OVER, RETURN_TOO_MANY, IDEMPOTENCY_KEY_REUSED.
 */
export async function requestReturn(db: Db, token: string, key: string, request: RequestReturn): Promise<void> {
  const requesting = inTransaction(db, async (tx) => {
    const order = await lockOrderByToken(tx, token)
    if ((await findRepeat(tx, order, key)) !== null) return
    const { returnWindowDays } = await settings.read(tx)
    const window = await returns.findWindow(tx, order.id, returnWindowDays)
    if (order.state !== 'delivered' || window === null) throw new OrderStateForbids()
    if (returnWindowDays === 0 || window.isOver) throw new ReturnWindowOver()
    await open(tx, order, { ...request, key, requestedBy: 'shopper' })
  })
  await refuseKeyInUse(keyIndex, requesting)
}

const keyIndex = 'order_returns_key_key'

/** The same for a shopper who called, at any time after delivery. */
export async function recordRequest(
  db: Db,
  staff: StaffIdentity,
  { orderId, key, ...request }: RequestReturn & { orderId: number; key: string },
): Promise<OrderReturn> {
  const recording = inTransaction(db, async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (order === null) throw new OrderNotFound()
    const repeated = await findRepeat(tx, order, key)
    if (repeated !== null) return readReturn(tx, repeated)
    if (order.state !== 'delivered') throw new OrderStateForbids()
    const id = await open(tx, order, { ...request, key, requestedBy: 'staff' }, staff)
    await audit.record(tx, staff, {
      action: 'returns.requested',
      subject: `order:${orderId}`,
      detail: { returnId: id },
    })
    return readReturn(tx, id)
  })
  return refuseKeyInUse(keyIndex, recording)
}

async function findRepeat(tx: Tx, order: LockedOrder, key: string): Promise<number | null> {
  const earlier = await returns.findByKey(tx, key)
  if (earlier === undefined) return null
  if (earlier.orderId !== order.id) throw new IdempotencyKeyReused()
  return earlier.id
}

async function open(
  tx: Tx,
  order: LockedOrder,
  request: RequestReturn & { key: string; requestedBy: 'shopper' | 'staff' },
  staff?: StaffIdentity,
): Promise<number> {
  const lines = await returns.listReturnable(tx, order.id)
  const isWithin = request.lines.every(({ variantId, quantity }) => {
    const line = lines.find((each) => each.variantId === variantId)
    return line !== undefined && quantity <= line.quantity - line.returned
  })
  const isEachOnce = new Set(request.lines.map(({ variantId }) => variantId)).size === request.lines.length
  if (!isEachOnce) throw badRequest('A product stands in the return twice. Name it once, with the whole quantity.')
  if (!isWithin) throw new ReturnTooMany()
  const id = await returns.insert(tx, { ...request, note: request.note?.trim() || null, orderId: order.id })
  const options = staff === undefined ? {} : { staffId: staff.id }
  await transition(tx, order, 'return_requested', `return asked for by ${request.requestedBy}`, options)
  return id
}

/** Locks the order of a return, then reads it as it is now: `null` order when the step was made already. */
async function lockReturn(
  tx: Tx,
  id: number,
  version: number,
  toState: OrderReturn['state'],
): Promise<{ order: LockedOrder; found: returns.ReturnRow; isRepeat: boolean }> {
  const orderId = await returns.findOrderId(tx, id)
  const order = orderId === null ? null : await lockOrder(tx, orderId)
  const found = order === null ? null : await returns.read(tx, id)
  if (order === null || found === null) throw new ReturnNotFound()
  const isRepeat = found.version === version + 1 && found.state === toState
  if (!isRepeat && found.version !== version) {
    throw new VersionConflict({ details: { version: found.version, state: found.state } })
  }
  return { order, found, isRepeat }
}

export type Decision = { id: number; version: number; isApproved: boolean; note: string | null }

/** Approves or refuses, and tells the customer, with the note when it refuses. Safe to repeat. Throws RETURN_NOT_FOUND, VERSION_CONFLICT, ORDER_STATE_FORBIDS. */
export async function decide(db: Db, staff: StaffIdentity, decision: Decision): Promise<OrderReturn> {
  const { id, version, isApproved, note } = decision
  const toState = isApproved ? 'approved' : 'refused'
  return inTransaction(db, async (tx) => {
    const { order, found, isRepeat } = await lockReturn(tx, id, version, toState)
    if (isRepeat) return found
    if (found.state !== 'requested') throw new OrderStateForbids()
    const reason = note?.trim() || null
    await returns.decide(tx, id, toState, reason)
    if (!isApproved) await transition(tx, order, 'delivered', 'return refused', { staffId: staff.id })
    const news = isApproved
      ? orderMessages('return-accepted', order.hasEmail)
      : orderMessages('return-refused', order.hasEmail, { reason })
    await addJobs(tx, order.id, news)
    const action = isApproved ? 'returns.approved' : 'returns.refused'
    await audit.record(tx, staff, { action, subject: `return:${id}`, detail: { orderId: order.id } })
    return readReturn(tx, id)
  })
}

export type Receipt = { id: number; version: number; lines: readonly ReceivedLine[] }

/**
 * Records what arrived of an approved return: units fit for sale are for sale again, the others are written off, and what they
 * cost is to be given back. Safe to repeat. Throws RETURN_NOT_FOUND, VERSION_CONFLICT, ORDER_STATE_FORBIDS, RETURN_TOO_MANY,
 * UNITS_INCOMPLETE.
 */
export async function receive(db: Db, staff: StaffIdentity, receipt: Receipt): Promise<OrderReturn> {
  return inTransaction(db, async (tx) => {
    const { order, found, isRepeat } = await lockReturn(tx, receipt.id, receipt.version, 'received')
    if (isRepeat) return found
    if (found.state !== 'approved') throw new OrderStateForbids()
    const received = matchReceived(found, receipt.lines)
    const lines = await returns.listReturnable(tx, order.id)
    await takeUnitsBack(tx, order.id, lines, receipt.lines)
    const refundPaisa = received.reduce((sum, { variantId, restocked, writtenOff }) => {
      const line = lines.find((each) => each.variantId === variantId)
      return line === undefined ? sum : sum + pricePaid(line, line.returned, restocked + writtenOff)
    }, 0)
    await returns.receive(tx, receipt.id, received, refundPaisa)
    await restock(tx, order.id, receipt.id, received)
    if (refundPaisa > 0) {
      await refunds.request(tx, {
        orderId: order.id,
        amountPaisa: refundPaisa,
        lines: received
          .map(({ variantId, restocked, writtenOff }) => ({ variantId, quantity: restocked + writtenOff }))
          .filter(({ quantity }) => quantity > 0),
        reason: `return ${receipt.id}: ${found.reason}`,
        requestedBy: staff.id,
        idempotencyKey: found.key,
      })
    }
    const isAllBack = (await returns.listReturnable(tx, order.id)).every((line) => line.returned === line.quantity)
    const cause = isAllBack ? 'everything came back' : 'a part came back'
    // The units moved above, line by line.
    await transition(tx, order, isAllBack ? 'returned' : 'delivered', cause, { staffId: staff.id, lines: [] })
    await audit.record(tx, staff, {
      action: 'returns.received',
      subject: `return:${receipt.id}`,
      detail: { orderId: order.id, refundPaisa, lines: received },
    })
    return readReturn(tx, receipt.id)
  })
}

/** What arrived of each line asked for, none of it more than was asked for. */
function matchReceived(found: OrderReturn, lines: readonly ReceivedLine[]): returns.Received[] {
  const isEachOnce = new Set(lines.map(({ variantId }) => variantId)).size === lines.length
  const isWithin = lines.every(({ variantId, restocked, writtenOff }) => {
    const line = found.lines.find((each) => each.variantId === variantId)
    return line !== undefined && restocked + writtenOff <= line.quantity
  })
  if (!isEachOnce || !isWithin) throw new ReturnTooMany()
  return lines.map(({ variantId, restocked, writtenOff }) => ({ variantId, restocked, writtenOff }))
}

/** Marks the very units that arrived; where the order recorded them, each must be named. */
async function takeUnitsBack(
  tx: Tx,
  orderId: number,
  lines: readonly returns.ReturnableLine[],
  received: readonly ReceivedLine[],
): Promise<void> {
  for (const { variantId, restocked, writtenOff, identities } of received) {
    const hasUnits = lines.find((line) => line.variantId === variantId)?.hasUnits === true
    const needed = hasUnits ? restocked + writtenOff : 0
    const read = identities.map((text) => readUnitIdentity('imei', text) ?? readUnitIdentity('serial', text) ?? text)
    const isComplete =
      read.length === needed && (needed === 0 || (await markUnitsReturned(tx, orderId, variantId, read)) === needed)
    if (!isComplete) throw new UnitsIncomplete({ details: { lines: [{ variantId, needed }] } })
  }
}

/** Everything that arrived is counted in; what cannot be sold is counted out again, so the ledger tells both. */
async function restock(tx: Tx, orderId: number, id: number, received: readonly returns.Received[]): Promise<void> {
  const arrived = received
    .map(({ variantId, restocked, writtenOff }) => ({ variantId, quantity: restocked + writtenOff }))
    .filter(({ quantity }) => quantity > 0)
    .toSorted((a, b) => a.variantId - b.variantId)
  if (arrived.length > 0) await applyStockEffect(tx, orderId, 'return', arrived, `return ${id}`)
  const spoilt = received
    .map(({ variantId, writtenOff }) => ({ variantId, quantity: writtenOff }))
    .filter(({ quantity }) => quantity > 0)
    .toSorted((a, b) => a.variantId - b.variantId)
  if (spoilt.length > 0) await applyStockEffect(tx, orderId, 'writeOff', spoilt, `return ${id}: not fit for sale`)
}

async function readReturn(tx: Tx, id: number): Promise<OrderReturn> {
  const found = await returns.read(tx, id)
  if (found === null) throw new ReturnNotFound()
  return found
}

const defaultLimit = 50

/** Returns that wait for staff, oldest first. */
export async function listOpen(
  db: Db,
  { state, after, limit = defaultLimit }: { state?: 'requested' | 'approved'; after?: string; limit?: number },
): Promise<{ returns: returns.ReturnRow[]; nextCursor: string | null }> {
  const afterId = readIdCursor(after) ?? 0
  const found = await returns.listOpen(db, state === undefined ? ['requested', 'approved'] : [state], afterId, limit)
  return {
    returns: found,
    nextCursor: nextIdCursor(found, limit),
  }
}
