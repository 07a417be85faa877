import { advance } from '../laboratory.ts'
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
  const duePaisa = order.paymentMethod === 'cash_on_delivery' ? advanceOf(order) : order.totalPaisa
  const wrong = accepted.find(({ amountPaisa }) => amountPaisa !== duePaisa)
  return [
    ...(order.advancePaisa === advanceOf(order) ? [] : [`order ${order.id} has an advance of ${order.advancePaisa}`]),
    ...(wrong === undefined ? [] : [`order ${order.id}, of which ${duePaisa} is due, accepted ${wrong.amountPaisa}`]),
    ...(accepted.length === (duePaisa > 0 ? confirmations : 0) && confirmations <= 1
      ? []
      : [`order ${order.id} was confirmed ${confirmations} times and accepted ${accepted.length} payments`]),
  ]
}

/** Of cash on delivery from an amount on, a share in whole taka, written down from the settings and not from the code. */
function advanceOf({ paymentMethod, totalPaisa }: SnapshotOrder): number {
  if (paymentMethod !== 'cash_on_delivery' || totalPaisa < advance.fromPaisa) return 0
  const share = (totalPaisa * advance.percent) / 100
  return share % 100 === 0 ? share : share + 100 - (share % 100)
}
