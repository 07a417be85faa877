import type { PlaceList, PriceAnswer } from './courier.ts'
import type { CourierAnswer } from './courier-http.ts'

/** Its zones are about two thousand in all; a longer list than this is not one of them. */
const placesMax = 5_000
const nameMax = 200

type Fields = Record<string, unknown>

/** A list of cities or zones. One that came empty or with rows nobody can read is no answer: nothing is forgotten for it. */
export function readPlaceList(kind: 'city' | 'zone', answer: CourierAnswer): PlaceList {
  if (answer.kind !== 'answer') return { kind: 'no_answer', reason: answer.reason }
  if (answer.status !== 200) return { kind: 'no_answer', reason: `http_${answer.status}` }
  const { data: outer } = (answer.body ?? {}) as { data?: Fields }
  const rows = outer?.data
  if (!Array.isArray(rows) || rows.length > placesMax) return { kind: 'no_answer', reason: 'garbled' }
  if (rows.length === 0) return { kind: 'no_answer', reason: 'empty' }
  const places = new Map<number, string>()
  for (const row of rows as (Fields | null)[]) {
    const id = row?.[`${kind}_id`]
    const name = row?.[`${kind}_name`]
    const isPlace = Number.isSafeInteger(id) && (id as number) > 0 && typeof name === 'string' && name.trim() !== ''
    if (!isPlace) return { kind: 'no_answer', reason: 'garbled' }
    places.set(id as number, (name as string).trim().replace(/\s+/g, ' ').slice(0, nameMax))
  }
  return { kind: 'places', places: [...places].map(([id, name]) => ({ id, name })) }
}

/** What the courier charges; `final_price` is after its discounts, and what it keeps of the money it collects comes on top. */
export function readPrice(answer: CourierAnswer): PriceAnswer {
  if (answer.kind !== 'answer') return { kind: 'no_price', reason: answer.reason }
  if (answer.status !== 200) return { kind: 'no_price', reason: `http_${answer.status}` }
  const { data } = (answer.body ?? {}) as { data?: Fields }
  const { final_price: price, cod_enabled: collects, cod_percentage: share } = data ?? {}
  // Documented as 0.01 for one taka in a hundred; 1 or more would be another unit.
  const isShare = typeof share === 'number' && share >= 0 && share < 1
  if (typeof price !== 'number' || !(price >= 0 && price <= 1_000_000) || !isShare) {
    return { kind: 'no_price', reason: 'garbled' }
  }
  const collectionShare = Number(collects) === 1 ? share : 0
  return { kind: 'price', deliveryPaisa: Math.round(price * 100), collectionShare }
}
