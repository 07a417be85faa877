import type { Courier } from '../src/couriers/courier.ts'
import { Violation } from './violation.ts'

/** What the courier of a seed really has, whatever we believe. It lives in the memory of the world and answers without waiting. */
export type Depot = {
  /** The order that a parcel was promised of; null: none yet. */
  orderId: number | null
  /** Its own names for parcels, by our references. */
  consignments: Map<string, string>
  /** Somebody's request to book is under way there and slow. */
  isBusy: boolean
  /** The slow one goes on. */
  isLetGo: boolean
  /** What staff do about a parcel that nobody answered for is done. */
  isSettled: boolean
  /** The courier as a worker asks it; `beforeBooking`: what it takes its time for. */
  answer(beforeBooking?: () => Promise<unknown>): Courier
}

export function createDepot(): Depot {
  const consignments = new Map<string, string>()
  return {
    orderId: null,
    consignments,
    isBusy: false,
    isLetGo: false,
    isSettled: false,
    answer: (beforeBooking = async () => undefined) => ({
      name: 'steadfast',
      findsByReference: true,
      places: null,
      async book({ reference }) {
        await beforeBooking()
        // It would refuse the second; that it was sent at all is what must not be.
        if (consignments.has(reference)) throw new Violation(`${reference} was sent to the courier twice`)
        const consignmentId = `parcel ${reference}`
        consignments.set(reference, consignmentId)
        return { kind: 'booked', consignmentId, trackingCode: null, feePaisa: null, status: 'in_review' }
      },
      bulk: { from: 2, most: 100, book: () => Promise.reject(new Violation('one order has two parcels to be sent')) },
      async readStatus({ reference }) {
        return consignments.has(reference) ? { kind: 'status', status: 'in_review', reference } : { kind: 'not_found' }
      },
      readParcelState: () => 'waiting',
    }),
  }
}
