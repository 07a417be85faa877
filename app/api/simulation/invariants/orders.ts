import type { OrderState } from '@dhakacart/contract/orders.schema.ts'
import type { Snapshot, SnapshotOrder } from '../snapshot.ts'

/** Where an order may begin and every step it may take, written down from the design and not from the code it is to judge. */
const firstStates: readonly OrderState[] = ['pending_payment', 'pending_confirmation', 'confirmed']
const allowedSteps: Readonly<Record<OrderState, readonly OrderState[]>> = {
  pending_payment: ['confirmed', 'expired', 'cancelled'],
  pending_confirmation: ['confirmed', 'expired', 'cancelled'],
  expired: ['confirmed'],
  confirmed: ['packed', 'cancelled'],
  packed: ['shipped', 'cancelled'],
  shipped: ['delivered', 'delivery_failed'],
  delivery_failed: ['shipped', 'returned'],
  delivered: ['return_requested'],
  return_requested: ['returned', 'delivered'],
  cancelled: [],
  returned: [],
}

/** An unpaid order holds its stock for ten minutes. */
const paymentHoldMs = 600_000
/** One that waits for a code holds it for half an hour. */
const confirmationHoldMs = 1_800_000

/** Orders add up, and have come to their state step by step along the table. */
export function findOrderViolations(snapshot: Snapshot): string[] {
  const keys = snapshot.orders.map(({ key }) => key)
  return [
    ...snapshot.orders.flatMap((order) => [
      ...findSumViolations(snapshot, order),
      ...findStepViolations(snapshot, order),
    ]),
    ...(new Set(keys).size === keys.length ? [] : ['two orders have one key']),
  ]
}

function findSumViolations({ orderLines }: Snapshot, order: SnapshotOrder): string[] {
  const { id, subtotalPaisa, feePaisa, discountPaisa, totalPaisa } = order
  const lines = orderLines.filter(({ orderId }) => orderId === id)
  const sumPaisa = lines.reduce((sum, { quantity, unitPricePaisa }) => sum + quantity * unitPricePaisa, 0)
  const offPaisa = lines.reduce((sum, line) => sum + line.discountPaisa, 0)
  const isSound = lines.length > 0 && sumPaisa === subtotalPaisa && offPaisa === discountPaisa
  if (isSound && sumPaisa + feePaisa - discountPaisa === totalPaisa) return []
  return [
    `order ${id}: ${sumPaisa} for its lines and ${feePaisa} for delivery less ${offPaisa} do not make ${totalPaisa}`,
  ]
}

function findStepViolations(snapshot: Snapshot, order: SnapshotOrder): string[] {
  const steps = snapshot.steps.filter(({ orderId }) => orderId === order.id)
  const violations: string[] = []
  let state: OrderState | null = null
  for (const { from, to, at } of steps) {
    const allowed: readonly OrderState[] = state === null ? firstStates : allowedSteps[state]
    if (from !== state) violations.push(`order ${order.id}: a step from ${from} follows a step to ${state}`)
    else if (!allowed.includes(to)) violations.push(`order ${order.id} went from ${from} to ${to}`)
    const holdMs = state === 'pending_confirmation' ? confirmationHoldMs : paymentHoldMs
    const isEarly = to === 'expired' && Date.parse(at) < Date.parse(order.placedAt) + holdMs
    if (isEarly) violations.push(`order ${order.id} expired before its time`)
    state = to
  }
  if (state !== order.state) violations.push(`order ${order.id} is ${order.state}, but its last step led to ${state}`)
  return violations
}
