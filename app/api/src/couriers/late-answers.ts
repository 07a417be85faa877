import type { Db, Tx } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { type LockedOrder, lockOrder } from '../orders/orders.service.ts'
import * as bookings from './bookings.repository.ts'
import { bookableStates } from './called-off.ts'

/**
 * Enters the answer to a booking that nobody waited for any more: it was given up, and meanwhile its courier may have been asked, or
 * a person may have settled it. That a parcel is booked always counts.
 */
export async function enterLateAnswer(
  db: Db,
  { id, orderId }: Pick<bookings.Booking, 'id' | 'orderId'>,
  learned: bookings.Change,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    // The order before its bookings, as everywhere.
    const order = await lockOrder(tx, orderId)
    const booking = await bookings.lock(tx, id)
    if (booking === null) return
    if (booking.state === 'unknown') {
      if (learned.state !== 'unknown') await bookings.change(tx, id, ['unknown'], learned)
    } else if (learned.state === 'booked') {
      if (!isSaidNotBooked(booking)) return complete(tx, booking, learned)
      const state = await revive(tx, order, booking)
      await bookings.change(tx, id, [state], { ...learned, state, reason: bookedAfterAll })
    }
  })
}

/** Why a booking is alive of which a person had said that it was not made. */
export const bookedAfterAll = 'booked_after_all'

export function isSaidNotBooked({ state, reason }: Pick<bookings.Booking, 'state' | 'reason'>): boolean {
  return state === 'ended' && reason === bookings.notBooked
}

/** What the answer says beyond what is known by asking: the courier's names for the parcel, and its fee. */
async function complete(tx: Tx, booking: bookings.Booking, learned: bookings.Change): Promise<void> {
  const { consignmentId, trackingCode, feePaisa } = learned
  if (booking.consignmentId !== null && booking.consignmentId !== consignmentId) return
  const { id, state } = booking
  await bookings.change(tx, id, [state], {
    state,
    ...(consignmentId !== undefined && { consignmentId }),
    ...(trackingCode !== undefined && { trackingCode }),
    ...(feePaisa !== undefined && { feePaisa }),
  })
}

/**
 * The courier has what a person had said was not booked. Its parcel is the order's again where no other courier was asked meanwhile: a
 * promise that still waits gives way to it. Else, and where the order does not want it any more, it is called off, which a person
 * does by telephone. The order is locked. Returns the booking's state.
 */
export async function revive(
  tx: Tx,
  order: LockedOrder | null,
  { id, orderId }: Pick<bookings.Booking, 'id' | 'orderId'>,
): Promise<'booked' | 'surplus'> {
  const other = await bookings.lockAlive(tx, orderId)
  if (other?.state === 'queued')
    await bookings.change(tx, other.id, ['queued'], { state: 'ended', reason: 'booked_before', nextLookSeconds: null })
  const state = other === null || other.state === 'queued' ? 'booked' : 'surplus'
  await bookings.change(tx, id, ['ended'], { state, reason: bookedAfterAll, nextLookSeconds: 0 })
  if (state === 'surplus' || order === null || !bookableStates.has(order.state)) await bookings.callOff(tx, id)
  return state
}
