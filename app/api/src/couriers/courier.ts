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
  /** Where it goes in the courier's own numbers; null leaves it to the courier, who finds it by the address. */
  place: CourierPlace | null
}

export type CourierPlace = { cityId: number; zoneId: number }

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

/** What a parcel costs: for delivering it, and of what is collected at the door. */
export type ParcelPrice = { deliveryPaisa: number; collectionShare: number }
export type PriceAnswer = ({ kind: 'price' } & ParcelPrice) | { kind: 'no_price'; reason: string }

/** A list of the courier's places; never an empty one. */
export type PlaceList =
  | { kind: 'places'; places: { id: number; name: string }[] }
  | { kind: 'no_answer'; reason: string }

/** A courier that has numbers for places, and prices by them. */
type CourierPlaces = {
  /** Its cities, or the zones of one. */
  read(cityId: number | null): Promise<PlaceList>
  price(question: CourierPlace & { weightGrams: number }): Promise<PriceAnswer>
}

/** What we ask a courier by: its own name for the parcel where it has told us, and ours. */
export type ParcelName = { reference: string; consignmentId: string | null }

/** Somebody who carries parcels. None of its functions throws for what the courier or the network does. */
export type Courier = {
  name: BookingCourier
  book(parcel: Parcel): Promise<BookingOutcome>
  bulk: BulkBooking
  /** Whether the courier can tell about a parcel by our reference alone. */
  findsByReference: boolean
  /** null: it knows places by their address alone, and charges by contract. */
  places: CourierPlaces | null
  readStatus(name: ParcelName): Promise<ParcelNews>
  /** null: a word that says nothing new. */
  readParcelState(status: string): ParcelState | null
}

export type Couriers = ReadonlyMap<BookingCourier, Courier>
