import type { Courier } from '@dhakacart/contract/console-orders.schema.ts'
import type { OrderState } from '@dhakacart/contract/orders.schema.ts'
import type { Tx } from '@dhakacart/database/connect.ts'
import * as fulfilment from './fulfilment.repository.ts'
import { lockOrder, transition } from './orders.service.ts'

/** The way from each state to what a courier says of the parcel; what is not here does not change the order. */
const waysTo: Record<
  'shipped' | 'delivered' | 'delivery_failed',
  Partial<Record<OrderState, readonly OrderState[]>>
> = {
  shipped: { packed: ['shipped'], delivery_failed: ['shipped'] },
  delivered: { packed: ['shipped', 'delivered'], shipped: ['delivered'], delivery_failed: ['shipped', 'delivered'] },
  delivery_failed: { packed: ['shipped', 'delivery_failed'], shipped: ['delivery_failed'] },
}

export type ParcelStep = {
  orderId: number
  courier: Courier
  trackingNumber: string
  toState: keyof typeof waysTo
  cause: string
}

/**
 * Moves an order to where its courier says the parcel is, through every state between. An order that is there already, or was
 * cancelled or returned meanwhile, stays as it is. Safe to repeat.
 */
export async function followParcel(
  tx: Tx,
  { orderId, courier, trackingNumber, toState, cause }: ParcelStep,
): Promise<void> {
  const order = await lockOrder(tx, orderId)
  if (order === null) return
  let { state } = order
  for (const next of waysTo[toState][state] ?? []) {
    if (next === 'shipped') await fulfilment.noteShipment(tx, { orderId, courier, trackingNumber })
    await transition(tx, { ...order, state }, next, cause)
    state = next
  }
}
