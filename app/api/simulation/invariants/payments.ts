import type { Snapshot, SnapshotOrder } from '../snapshot.ts'

/** Money is accepted once per order, only in full, and exactly for the orders that it confirmed; the rest is to be refunded. */
export function findPaymentViolations(snapshot: Snapshot): string[] {
  const states = snapshot.payments
    .filter(({ state }) => state !== 'accepted' && state !== 'refund_due')
    .map(({ orderId, state }) => `order ${orderId}: a payment is ${state}`)
  return [...states, ...snapshot.orders.flatMap((order) => findOrderPaymentViolations(snapshot, order))]
}

function findOrderPaymentViolations({ payments, steps }: Snapshot, order: SnapshotOrder): string[] {
  const accepted = payments.filter(({ orderId, state }) => orderId === order.id && state === 'accepted')
  const confirmations = steps.filter(({ orderId, to }) => orderId === order.id && to === 'confirmed').length
  const isOnline = order.paymentMethod !== 'cash_on_delivery'
  const wrong = accepted.find(({ amountPaisa }) => amountPaisa !== order.totalPaisa)
  return [
    ...(wrong === undefined ? [] : [`order ${order.id} of ${order.totalPaisa} accepted ${wrong.amountPaisa}`]),
    ...(accepted.length === (isOnline ? confirmations : 0) && confirmations <= 1
      ? []
      : [`order ${order.id} was confirmed ${confirmations} times and accepted ${accepted.length} payments`]),
  ]
}
