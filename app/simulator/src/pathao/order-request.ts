import { readTaka } from '../money.ts'
import { findPlaceErrors } from './price-request.ts'

export type PathaoOrder = Record<string, unknown>
type Errors = Record<string, string[]>

/** What is wrong with an order, by field, in the courier's form; null when it can be taken. */
export function findOrderErrors(order: PathaoOrder, storeId: string): Errors | null {
  const errors: Errors = {}
  const length = (name: string) => (typeof order[name] === 'string' ? (order[name] as string).length : -1)
  if (String(order.store_id) !== storeId) errors.store_id = ['Wrong Store selected']
  if (length('recipient_name') < 3 || length('recipient_name') > 100) {
    errors.recipient_name = ['The recipient name must be between 3 and 100 characters.']
  }
  if (typeof order.recipient_phone !== 'string' || !/^01\d{9}$/.test(order.recipient_phone)) {
    errors.recipient_phone = ['The recipient phone must be 11 digits.']
  }
  if (length('recipient_address') < 10 || length('recipient_address') > 220) {
    errors.recipient_address = ['The recipient address must be between 10 and 220 characters.']
  }
  if (![12, 48].includes(Number(order.delivery_type))) errors.delivery_type = ['The selected delivery type is invalid.']
  if (![1, 2].includes(Number(order.item_type))) errors.item_type = ['The selected item type is invalid.']
  const weight = Number(order.item_weight)
  if (!(weight >= 0.5 && weight <= 10)) errors.item_weight = ['The item weight must be between 0.5 and 10.']
  if (!(Number.isInteger(order.item_quantity) && (order.item_quantity as number) > 0)) {
    errors.item_quantity = ['The item quantity must be at least 1.']
  }
  const collect = readTaka(order.amount_to_collect)
  // Whole taka only: couriers carry no coins.
  if (collect === null || collect % 100 !== 0) errors.amount_to_collect = ['The amount to collect must be an integer.']
  const hasPlace = order.recipient_city !== undefined || order.recipient_zone !== undefined
  if (hasPlace) Object.assign(errors, findPlaceErrors(order))
  return Object.keys(errors).length === 0 ? null : errors
}
