import type { ConsoleRefund, OrderMoney } from '@dhakacart/contract/console-payments.schema.ts'
import type { Db, DbOrTx } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import * as audit from '../audit/audit.service.ts'
import { OrderNotFound, OrderStateForbids, RefundNotFound, RefundStateForbids } from '../errors.ts'
import { refuseKeyInUse } from '../idempotency-key.ts'
import { lockOrder, transition } from '../orders/orders.service.ts'
import { finish } from '../refunds/refund-sending.ts'
import * as refundRows from '../refunds/refunds.repository.ts'
import * as refunds from '../refunds/refunds.service.ts'
import type { StaffIdentity } from '../staff/staff-identity.ts'
import * as rows from './console-payments.repository.ts'
import { setReview } from './payments.repository.ts'

/** Everything about the money of one order. Throws ORDER_NOT_FOUND. */
export async function readMoney(db: DbOrTx, orderId: number): Promise<OrderMoney> {
  const money = await rows.readMoney(db, orderId)
  if (money === null) throw new OrderNotFound()
  return money
}

/**
 * Ends the review of a risky payment: it passes, or its order is cancelled, which gives the money back. Safe to repeat: what
 * nobody must look at any more is left alone. Throws ORDER_NOT_FOUND, ORDER_STATE_FORBIDS.
 */
export async function decideReview(
  db: Db,
  staff: StaffIdentity,
  orderId: number,
  { decision, note }: { decision: 'accept' | 'return'; note: string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (order === null) throw new OrderNotFound()
    if (!order.needsPaymentReview) return
    if (decision === 'return') {
      if (order.state !== 'confirmed') throw new OrderStateForbids()
      await transition(tx, order, 'cancelled', 'cancelled for a risky payment', { staffId: staff.id })
    }
    await setReview(tx, orderId, null)
    const detail = { decision, note }
    await audit.record(tx, staff, { action: 'payments.reviewed', subject: `order:${orderId}`, detail })
  })
}

/** Gives money back on behalf of staff. Throws what refunds.request throws. */
export async function requestRefund(
  db: Db,
  staff: StaffIdentity,
  wanted: Omit<refunds.RefundRequest, 'requestedBy'>,
): Promise<void> {
  const requesting = inTransaction(db, async (tx) => {
    const { id, isRepeat } = await refunds.requestOnce(tx, { ...wanted, requestedBy: staff.id })
    if (isRepeat) return
    const { amountPaisa, lines, reason } = wanted
    const detail = { refundId: id, amountPaisa, lines, reason }
    await audit.record(tx, staff, { action: 'refunds.requested', subject: `order:${wanted.orderId}`, detail })
  })
  await refuseKeyInUse('refunds_idempotency_key_key', requesting)
}

/** Sends a refused refund once more. Safe to repeat. Throws REFUND_NOT_FOUND, REFUND_STATE_FORBIDS. */
export async function retryRefund(db: Db, staff: StaffIdentity, id: number): Promise<ConsoleRefund> {
  await inTransaction(db, async (tx) => {
    const refund = await refundRows.lock(tx, id)
    if (refund === null) throw new RefundNotFound()
    if (refund.state === 'requested') return
    if (refund.state !== 'refused') throw new RefundStateForbids()
    await refundRows.change(tx, id, { state: 'requested', problem: null, dueInSeconds: 0 })
    await audit.record(tx, staff, { action: 'refunds.retried', subject: `refund:${id}`, detail: {} })
  })
  return readRefund(db, id)
}

/** People gave the money back. Safe to repeat with the same reference. Throws REFUND_NOT_FOUND, REFUND_STATE_FORBIDS. */
export async function finishRefund(
  db: Db,
  staff: StaffIdentity,
  id: number,
  providerReference: string,
): Promise<ConsoleRefund> {
  await inTransaction(db, async (tx) => {
    const refund = await refundRows.lock(tx, id)
    if (refund === null) throw new RefundNotFound()
    const known = await readRefund(tx, id)
    if (refund.state === 'done' && known.providerReference === providerReference) return
    if (refund.state !== 'by_hand' && refund.state !== 'refused') throw new RefundStateForbids()
    await finish(tx, refund, providerReference)
    await audit.record(tx, staff, {
      action: 'refunds.finished',
      subject: `refund:${id}`,
      detail: { providerReference },
    })
  })
  return readRefund(db, id)
}

async function readRefund(db: DbOrTx, id: number): Promise<ConsoleRefund> {
  const refund = await rows.readRefund(db, id)
  if (refund === null) throw new RefundNotFound()
  return refund
}
