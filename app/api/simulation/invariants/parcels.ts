import type { DatabaseSession } from '@dhakacart/database/testing/database-session.ts'
import type { Depot } from '../depot.ts'

/** `isWanted`: nobody is to stop it. `isKnown`: we believe that the courier has it, or had. */
type Booking = { orderId: number; reference: string; isWanted: boolean; isKnown: boolean }

const query = `
  select order_id as "orderId", reference, called_off_at is null as "isWanted",
    state in ('booked', 'surplus') or (state = 'ended' and consignment_id is not null) as "isKnown"
  from courier_bookings where reference = any ($1::text[])`

/**
 * Of one order's parcels at its courier at most one is wanted: whatever else it has there, staff are told to stop. `isOver`: nobody
 * asks or answers any more, so that each of them must be known.
 */
export async function findParcelViolations(control: DatabaseSession, depot: Depot, isOver = false): Promise<string[]> {
  const references = [...depot.consignments.keys()]
  if (references.length === 0) return []
  const bookings = (await control.runPrepared('parcels', query, [references])).rows as Booking[]
  const wanted = bookings.filter(({ isKnown, isWanted }) => isKnown && isWanted)
  const twice = wanted.filter(({ orderId }, index) => wanted.findIndex((one) => one.orderId === orderId) !== index)
  const unknown = references.filter(
    (reference) => !bookings.some((booking) => booking.reference === reference && (booking.isKnown || !isOver)),
  )
  return [
    ...twice.map(({ reference }) => `${reference} is a second parcel of its order, and nobody is told to stop it`),
    ...unknown.map((reference) => `the courier has ${reference}, and nobody knows`),
  ]
}
