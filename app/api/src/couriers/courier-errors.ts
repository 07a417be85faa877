import { define } from '../define-error.ts'

export const BookingNotFound = define('BOOKING_NOT_FOUND', 'There is no such booking. List the bookings of the order.')
export const BookingStateForbids = define(
  'BOOKING_STATE_FORBIDS',
  'The booking is not in a state that allows this. Read it again.',
)
export const CourierMayStillBook = define(
  'COURIER_MAY_STILL_BOOK',
  'The courier was asked less than two minutes ago and may still be booking this parcel. Say it again after Retry-After.',
)
export const BookedAfterAll = define(
  'BOOKED_AFTER_ALL',
  'The courier was asked again and has this parcel, so it is booked. Book nothing anew.',
)
export const ParcelOnItsWay = define(
  'PARCEL_ON_ITS_WAY',
  'Another courier has a parcel of this order. End that booking first.',
)
export const ConsignmentUnknown = define(
  'CONSIGNMENT_UNKNOWN',
  'The courier knows no such consignment of ours. Read the number again in its own console.',
)
export const CourierUnavailable = define(
  'COURIER_UNAVAILABLE',
  'This courier does not answer, or has no keys here. Try again later or take another.',
)
export const CourierPlaceUnknown = define('COURIER_PLACE_UNKNOWN', 'The courier has no such zone. List its zones.')
