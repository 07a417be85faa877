import type { ConsoleOrder } from '@dhakacart/contract/console-orders.schema.ts'
import type { OrderMoney } from '@dhakacart/contract/console-payments.schema.ts'

type Order = Pick<ConsoleOrder, 'paymentMethod' | 'totalPaisa' | 'timeline'>

/**
 * The largest amount that one refund can still give back: of one payment, else of what was taken in cash at the door. The api
 * decides; this only keeps from offering what it would refuse.
 */
export function leftToReturn(order: Order, { payments, refunds }: OrderMoney): { largestPaisa: number } {
  const kept = payments.filter(({ state }) => state === 'accepted')
  const online = Math.max(0, ...kept.map(({ amountPaisa, refundedPaisa }) => amountPaisa - refundedPaisa))
  const wasDelivered = order.timeline.some(({ kind, text }) => kind === 'step' && text === 'delivered')
  const isCash = order.paymentMethod === 'cash_on_delivery' && wasDelivered
  const paidOnline = sum(kept.map(({ amountPaisa }) => amountPaisa))
  const backInCash = sum(refunds.filter(({ method }) => method === null).map(({ amountPaisa }) => amountPaisa))
  const cash = isCash ? order.totalPaisa - paidOnline - backInCash : 0
  return { largestPaisa: Math.max(online, cash) }
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
