import type { BookingCourier, ParcelState } from '@dhakacart/contract/console-couriers.schema.ts'

/** A parcel as we hand it to any courier, within the limits of them all. */
export type Parcel = {
  reference: string
  recipientName: string
  /** Eleven digits, 01XXXXXXXXX. */
  recipientPhone: string
  /** 10 to 220 characters. */
  recipientAddress: string
  /** Whole taka to collect at the door; 0 when it is paid. */
  collectTaka: number
  weightGrams: number
  itemCount: number
  note: string | null
}

/** What became of asking for a booking. Reasons are codes and field names, never what was in the fields. */
export type BookingOutcome =
  | { kind: 'booked'; consignmentId: string; trackingCode: string | null; feePaisa: number | null; status: string }
  /** Certainly not booked, and the same again is refused again. */
  | { kind: 'refused'; reason: string }
  /** Certainly not booked; worth another try later. */
  | { kind: 'later'; reason: string }
  /** Perhaps booked: nobody may book it again before that is known. */
  | { kind: 'unknown'; reason: string }

/** `alone`: certainly not booked among the many, and to be sent by itself, which tells what is wrong with it. */
export type BulkOutcome = BookingOutcome | { kind: 'alone'; reason: string }

/** Booking many with one request. */
type BulkBooking = {
  /** Fewer than these go one by one. */
  from: number
  most: number
  /** What became of each parcel, in their order. */
  book(parcels: readonly Parcel[]): Promise<BulkOutcome[]>
}

export type ParcelNews =
  | { kind: 'status'; status: string; reference: string | null }
  | { kind: 'not_found' }
  | { kind: 'no_answer'; reason: string }

/** What we ask a courier by: its own name for the parcel where it has told us, and ours. */
export type ParcelName = { reference: string; consignmentId: string | null }

/** Somebody who carries parcels. None of its functions throws for what the courier or the network does. */
export type Courier = {
  name: BookingCourier
  book(parcel: Parcel): Promise<BookingOutcome>
  bulk: BulkBooking
  /** Whether the courier can tell about a parcel by our reference alone. */
  findsByReference: boolean
  readStatus(name: ParcelName): Promise<ParcelNews>
  /** null: a word that says nothing new. */
  readParcelState(status: string): ParcelState | null
}

export type Couriers = ReadonlyMap<BookingCourier, Courier>
