import type { FaultName } from '../provider-faults.ts'
import { numberOf } from '../provider-faults.ts'

let count = 0

/** A parcel's order as Steadfast takes it; each has an invoice of its own. */
export function steadfastOrder(changes: Record<string, unknown> = {}, fault?: FaultName) {
  count += 1
  return {
    invoice: `DC-${count}`,
    recipient_name: 'A Shopper',
    recipient_phone: fault === undefined ? '01712345678' : numberOf(fault),
    recipient_address: 'House 1, Road 2, Dhanmondi, Dhaka',
    cod_amount: 1250,
    ...changes,
  }
}

/** The same as Pathao takes it. */
export function pathaoOrder(changes: Record<string, unknown> = {}, fault?: FaultName) {
  const { invoice, cod_amount: amount, ...recipient } = steadfastOrder({}, fault)
  return {
    ...recipient,
    store_id: 55001,
    merchant_order_id: invoice,
    delivery_type: 48,
    item_type: 2,
    item_quantity: 1,
    item_weight: 0.5,
    amount_to_collect: amount,
    ...changes,
  }
}
