import { zonesOf } from './places.ts'

type Errors = Record<string, string[]>

/** Taka: less inside Dhaka, more for each kilogram after the first; figures of this simulation. */
export function priceOf(cityId: number, weightKg: number): number {
  return (cityId === 1 ? 80 : 130) + Math.max(0, Math.ceil((weightKg || 1) - 1)) * 20
}

/** What is wrong with a city and zone, by field; neither is fine for an order, which the courier then finds by its address. */
export function findPlaceErrors({
  recipient_city: city,
  recipient_zone: zone,
}: Record<string, unknown>): Errors | null {
  const zones = zonesOf(Number(city))
  if (zones === null) return { recipient_city: ['The selected recipient city is invalid.'] }
  const isOfCity = zones.some(({ zone_id: id }) => id === zone)
  return isOfCity ? null : { recipient_zone: ['The selected recipient zone is invalid.'] }
}

/** What is wrong with a question for the price, by field; null when it can be answered. */
export function findPriceErrors(body: Record<string, unknown>, storeId: string): Errors | null {
  const errors: Errors = { ...findPlaceErrors(body) }
  if (String(body.store_id) !== storeId) errors.store_id = ['Wrong Store selected']
  if (![12, 48].includes(Number(body.delivery_type))) errors.delivery_type = ['The selected delivery type is invalid.']
  if (![1, 2].includes(Number(body.item_type))) errors.item_type = ['The selected item type is invalid.']
  const weight = Number(body.item_weight)
  if (!(weight >= 0.5 && weight <= 10)) errors.item_weight = ['The item weight must be between 0.5 and 10.']
  return Object.keys(errors).length === 0 ? null : errors
}
