import type { OrderState } from '@dhakacart/contract/orders.schema.ts'
import type { StockEffect } from '../stock/stock.service.ts'

/**
 * The only changes an order can make, and what each does to its stock (null: nothing). What is not here cannot happen.
 * `expired → confirmed` is a payment that came late: it takes stock again if there is any. `return_requested →
 * delivered` is a return that was refused, or one after which the shopper keeps a part.
 */
export const orderTransitions: Record<OrderState, Partial<Record<OrderState, StockEffect | null>>> = {
  pending_payment: { confirmed: 'sellHeld', expired: 'release', cancelled: 'release' },
  pending_confirmation: { confirmed: 'sellHeld', expired: 'release', cancelled: 'release' },
  confirmed: { packed: null, cancelled: 'return' },
  packed: { shipped: null, cancelled: 'return' },
  shipped: { delivered: null, delivery_failed: null },
  delivery_failed: { shipped: null, returned: 'return' },
  delivered: { return_requested: null },
  return_requested: { returned: 'return', delivered: null },
  expired: { confirmed: 'sell' },
  cancelled: {},
  returned: {},
}

/** States in which the shopper may still cancel without asking anybody. */
export const cancellableStates: ReadonlySet<OrderState> = new Set([
  'pending_payment',
  'pending_confirmation',
  'confirmed',
])

/** Orders that are neither delivered nor over: what one phone may have on its way at once. */
export const openStates: readonly OrderState[] = [
  'pending_payment',
  'pending_confirmation',
  'confirmed',
  'packed',
  'shipped',
  'delivery_failed',
]

/** States that hold stock until they are paid, confirmed, or their time is over. */
export const waitingStates: ReadonlySet<OrderState> = new Set(['pending_payment', 'pending_confirmation'])

/** true when the very units that were packed are back on the shelf after this step. */
export function bringsUnitsBack(from: OrderState, to: OrderState): boolean {
  return (from === 'packed' && to === 'cancelled') || (from === 'delivery_failed' && to === 'returned')
}
