import assert from 'node:assert/strict'
import { promisedMessages } from '../../testing/promised-messages.ts'
import type { OrderToPay } from './paying-shopper.ts'
import type { SimulatedShop } from './simulated-shop.ts'

/**
 * What a provider took is one payment of ours, never two and never none, and is either what the one live order stands on, or
 * one refund of the whole.
 */
export async function assertEachPaymentIsOne(shop: SimulatedShop, order: OrderToPay): Promise<void> {
  const there = await shop.paidThere(order.id)
  const ours = await shop.db.selectFrom('payments').selectAll().where('orderId', '=', order.id).execute()
  assert.deepEqual(
    ours.map(({ providerReference, amountPaisa }) => [providerReference, amountPaisa]).toSorted(),
    there.map(({ transactionId, paidPaisa }) => [transactionId, paidPaisa]).toSorted(),
  )
  const { state } = await order.read()
  const refunds = await shop.db.selectFrom('refunds').selectAll().where('orderId', '=', order.id).execute()
  for (const { id, amountPaisa, state: outcome } of ours) {
    const back = refunds.filter(({ paymentId }) => paymentId === id).map((refund) => refund.amountPaisa)
    const isKept = outcome === 'accepted' && state === 'confirmed'
    assert.deepEqual(back, isKept ? [] : [amountPaisa], `payment ${id} of an order that is ${state}`)
  }
  const kept = ours.filter(({ state: outcome }) => outcome === 'accepted')
  assert.ok(kept.length <= 1, 'one order was paid twice')
  const told = await promisedMessages(shop.db, order.id)
  assert.equal(told.filter(({ template }) => template === 'order-confirmed').length, kept.length)
}

/** All of it went back, by refunds that the provider has as we have them. */
export async function assertGivenBackOnce(shop: SimulatedShop, order: OrderToPay): Promise<void> {
  const there = await shop.paidThere(order.id)
  const ours = await shop.db.selectFrom('refunds').selectAll().where('orderId', '=', order.id).execute()
  assert.deepEqual(
    ours.map(({ providerReference, amountPaisa, state }) => [providerReference, amountPaisa, state]).toSorted(),
    there
      .flatMap(({ refunds }) => refunds)
      .map(({ id, amountPaisa }) => [id, amountPaisa, 'done'])
      .toSorted(),
  )
  const left = there.map(({ paidPaisa, refunds }) => paidPaisa - refunds.reduce((sum, one) => sum + one.amountPaisa, 0))
  assert.ok(
    left.every((paisa) => paisa === 0),
    `${left} paisa are still there`,
  )
}
