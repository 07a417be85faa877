import type { Courier } from '@dhakacart/contract/console-orders.schema.ts'
import type { OrderState } from '@dhakacart/contract/orders.schema.ts'
import type { Db, Tx } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { lockOrder } from '../orders/orders.service.ts'
import * as bookings from './bookings.repository.ts'

/** States of an order that a courier may be called for: packed, or to be tried again. */
export const bookableStates: ReadonlySet<OrderState> = new Set(['packed', 'delivery_failed'])

/** What becomes of an order by the hand of a person. */
export type OrderEnd =
  | { toState: 'cancelled' | 'returned' }
  | { toState: 'shipped'; courier: Courier; trackingNumber: string | null }

/**
 * A locked order goes another way than with the parcel that was promised for it: what no courier was asked for is over, and what one
 * has, or perhaps has, is called off, which a person does by telephone. In the caller's transaction; safe to repeat.
 */
export async function callOff(tx: Tx, orderId: number, end: OrderEnd): Promise<void> {
  const booking = await bookings.lockAlive(tx, orderId)
  if (booking === null) return
  if (booking.state === 'queued') await endUnsent(tx, booking.id, 'queued', end.toState)
  else if (!isThisParcel(booking, end)) await bookings.callOff(tx, booking.id)
}

/** true when what a person tells of is the booked parcel itself: they wrote down that it left, or came back. */
function isThisParcel(booking: bookings.Booking, end: OrderEnd): boolean {
  const { courier, reference, consignmentId, trackingCode, parcelState } = booking
  if (end.toState !== 'shipped') return end.toState === 'returned' && parcelState !== null && parcelState !== 'waiting'
  if (end.courier !== courier) return false
  // While the courier has not told us its name for the parcel, whatever name a person wrote down may be it.
  const names = [null, reference, consignmentId, trackingCode]
  return consignmentId === null || names.includes(end.trackingNumber)
}

function endUnsent(tx: Tx, id: number, state: 'queued' | 'sending', orderState: OrderState): Promise<boolean> {
  return bookings.change(tx, id, [state], { state: 'ended', reason: `order_${orderState}`, nextLookSeconds: null })
}

/**
 * Of the bookings that are about to be sent, those whose orders still want them; the others are over. Whoever takes an order another
 * way waits for its lock, so they come before this and nothing is sent, or after it and see that it is being sent. A claim that was
 * given up meanwhile is left to whoever gave it up.
 */
export async function keepWanted(db: Db, claimed: readonly bookings.Booking[]): Promise<bookings.Booking[]> {
  return inTransaction(db, async (tx) => {
    const wanted: bookings.Booking[] = []
    // One lock order for everyone.
    for (const booking of claimed.toSorted((one, other) => one.orderId - other.orderId)) {
      const order = await lockOrder(tx, booking.orderId)
      const isWanted = order !== null && bookableStates.has(order.state) && booking.calledOffAt === null
      if (!isWanted) await endUnsent(tx, booking.id, 'sending', order?.state ?? 'cancelled')
      else if (await bookings.renewClaim(tx, booking)) wanted.push(booking)
    }
    return wanted
  })
}
