import {
  type CancellationRequest,
  maxCancellationRequests,
  type OrderCancellation,
  type RequestCancellation,
} from '@dhakacart/contract/cancellations.schema.ts'
import type { OrderState } from '@dhakacart/contract/orders.schema.ts'
import type { Db, DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import * as audit from '../audit/audit.service.ts'
import { callOff } from '../couriers/called-off.ts'
import { IdempotencyKeyReused, OrderNotFound, OrderStateForbids, VersionConflict } from '../errors.ts'
import { refuseKeyInUse } from '../idempotency-key.ts'
import { addJobs } from '../jobs/jobs.service.ts'
import { orderMessages } from '../messages/messages.service.ts'
import {
  findOrderByToken,
  type LockedOrder,
  lockOrder,
  lockOrderByToken,
  transition,
} from '../orders/orders.service.ts'
import type { StaffIdentity } from '../staff/staff-identity.ts'
import { CancellationNotFound, CancellationOpen, CancellationSettled } from './cancellation-errors.ts'
import * as cancellations from './cancellations.repository.ts'

/** What can be asked for and decided: no longer the shopper's alone to cancel, not yet with them. */
const askableStates: ReadonlySet<OrderState> = new Set(['packed', 'shipped', 'delivery_failed'])
/** Where an order is over, so that there is nothing left to decide. */
const closingStates: ReadonlySet<OrderState> = new Set(['delivered', 'cancelled', 'returned'])

/** Whether cancelling the order a token opens can be asked for, and what was asked. Throws ORDER_NOT_FOUND. */
export async function readOfOrder(db: DbOrTx, token: string): Promise<OrderCancellation> {
  const order = await findOrderByToken(db, token)
  if (order === null) throw new OrderNotFound()
  const requests = await cancellations.listOfOrder(db, order.id)
  return { canRequest: askableStates.has(order.state) && mayAskAgain(requests), requests }
}

function mayAskAgain(requests: readonly CancellationRequest[]): boolean {
  return (
    requests.length < maxCancellationRequests &&
    requests.every(({ state }) => state !== 'requested' && state !== 'accepted')
  )
}

/**
 * The customer asks to cancel an order that is packed or on its way; the order stays as it is. Safe to repeat by its key. Throws
 * ORDER_NOT_FOUND, ORDER_STATE_FORBIDS, CANCELLATION_OPEN, IDEMPOTENCY_KEY_REUSED.
 */
export async function request(db: Db, token: string, key: string, asked: RequestCancellation): Promise<void> {
  const requesting = inTransaction(db, async (tx) => {
    const order = await lockOrderByToken(tx, token)
    const earlier = await cancellations.findByKey(tx, key)
    if (earlier !== undefined && earlier.orderId !== order.id) throw new IdempotencyKeyReused()
    if (earlier !== undefined) return
    if (!askableStates.has(order.state)) throw new OrderStateForbids()
    const requests = await cancellations.listOfOrder(tx, order.id)
    if (requests.some(({ state }) => state === 'requested')) throw new CancellationOpen()
    if (!mayAskAgain(requests)) throw new OrderStateForbids()
    const note = asked.note?.trim() || null
    await cancellations.insert(tx, { orderId: order.id, key, reason: asked.reason, note })
  })
  await refuseKeyInUse('cancellation_requests_key_key', requesting)
}

/** The customer wants the order after all. Safe to repeat. Throws ORDER_NOT_FOUND, CANCELLATION_NOT_FOUND, CANCELLATION_SETTLED. */
export async function withdraw(db: Db, token: string, id: number): Promise<void> {
  await inTransaction(db, async (tx) => {
    const order = await lockOrderByToken(tx, token)
    const found = (await cancellations.findOrderId(tx, id)) === order.id ? await cancellations.read(tx, id) : null
    if (found === null) throw new CancellationNotFound()
    if (found.state === 'withdrawn') return
    if (found.state !== 'requested') throw new CancellationSettled()
    await cancellations.settle(tx, id, 'withdrawn', null)
  })
}

export type Decision = { id: number; version: number; isAccepted: boolean; note: string | null }

/**
 * Accepts or refuses, and tells the customer. A packed order is cancelled at once; one that left stays where it is, and goes the way
 * of a parcel that comes back. Safe to repeat. Throws CANCELLATION_NOT_FOUND, VERSION_CONFLICT, ORDER_STATE_FORBIDS.
 */
export async function decide(db: Db, staff: StaffIdentity, decision: Decision): Promise<CancellationRequest> {
  const { id, version, isAccepted, note } = decision
  const toState = isAccepted ? 'accepted' : 'refused'
  return inTransaction(db, async (tx) => {
    const orderId = await cancellations.findOrderId(tx, id)
    const order = orderId === null ? null : await lockOrder(tx, orderId)
    const found = order === null ? null : await cancellations.read(tx, id)
    if (order === null || found === null) throw new CancellationNotFound()
    if (found.version === version + 1 && found.state === toState) return found
    if (found.version !== version) {
      throw new VersionConflict({ details: { version: found.version, state: found.state } })
    }
    if (found.state !== 'requested') throw new OrderStateForbids()
    const reason = note?.trim() || null
    await cancellations.settle(tx, id, toState, reason)
    await (isAccepted ? accept(tx, staff, order) : addJobs(tx, order.id, tellRefused(order, reason)))
    await audit.record(tx, staff, {
      action: `cancellations.${toState}`,
      subject: `order:${order.id}`,
      detail: { requestId: id, from: order.state },
    })
    return (await cancellations.read(tx, id)) as CancellationRequest
  })
}

/** What is still here is cancelled, which tells the customer too; what left is to be brought back. */
async function accept(tx: Tx, staff: StaffIdentity, order: LockedOrder): Promise<void> {
  if (order.state === 'packed') {
    await callOff(tx, order.id, { toState: 'cancelled' })
    await transition(tx, order, 'cancelled', 'cancelled as the customer asked', { staffId: staff.id })
  } else {
    await addJobs(tx, order.id, orderMessages('cancellation-accepted', order.hasEmail))
  }
}

const tellRefused = (order: LockedOrder, reason: string | null) =>
  orderMessages('cancellation-refused', order.hasEmail, { reason })

/**
 * What a step of a locked order does to its request: an open one is closed once the order is over. true: it was called back, so the
 * customer knows that it does not come, and what they paid goes back when it has.
 */
export async function followOrder(tx: Tx, order: LockedOrder, toState: OrderState): Promise<boolean> {
  if (!askableStates.has(order.state)) return false
  if (closingStates.has(toState)) await cancellations.closeOpen(tx, order.id)
  return cancellations.hasAccepted(tx, order.id)
}

export const listOfOrders = cancellations.listOfOrders
