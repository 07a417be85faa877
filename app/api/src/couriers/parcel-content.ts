import type { CourierPlace, Parcel } from './courier.ts'
import type { ParcelContent } from './parcels.repository.ts'

/** The shorter of both couriers' limits. */
const addressMax = 220
const addressMin = 10
const nameMin = 3
const nameMax = 100
const noteMax = 200

/** Eleven digits, as couriers take a number. */
export function courierPhone(phone: string): string {
  return phone.replace(/^\+?88/, '')
}

/** Street, upazila and district on one line; a long street loses its end rather than the places that parcels are sorted by. */
export function courierAddress({
  street,
  upazila,
  district,
}: Pick<ParcelContent, 'street' | 'upazila' | 'district'>): string {
  const places = `, ${upazila}, ${district}`
  const line =
    street
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, addressMax - places.length) + places
  return line.padEnd(addressMin, '.')
}

/** Couriers carry no coins: a broken taka is collected as a whole one. */
export function wholeTaka(paisa: number): number {
  return Math.ceil(paisa / 100)
}

/** Where a courier with several zones for a place finds the right one by the address, none is named. */
function placeOf({ place }: ParcelContent): CourierPlace | null {
  return place === null || place.isPriceOnly ? null : { cityId: place.cityId, zoneId: place.zoneId }
}

/** One parcel within the limits of every courier. */
export function makeParcel(
  content: ParcelContent,
  booking: { reference: string; weightGrams: number; collectPaisa: number },
): Parcel {
  return {
    reference: booking.reference,
    recipientName: content.customerName.slice(0, nameMax).padEnd(nameMin, '.'),
    recipientPhone: courierPhone(content.customerPhone),
    recipientAddress: courierAddress(content),
    collectTaka: wholeTaka(booking.collectPaisa),
    weightGrams: booking.weightGrams,
    itemCount: content.itemCount,
    note: content.note?.replace(/\s+/g, ' ').slice(0, noteMax) ?? null,
    place: placeOf(content),
  }
}
