import type { Snapshot, SnapshotPayment } from '../snapshot.ts'
import { paidAtDoorPaisa } from './receivables.ts'

/**
 * Every payment is for one live order or goes back, whole and once, but for the parts that staff give back, no unit twice; and the
 * ledger says of every movement what it was.
 */
export function findMoneyViolations(snapshot: Snapshot): string[] {
  return [
    ...snapshot.payments.flatMap((payment) => findUseViolations(snapshot, payment)),
    ...findAttemptViolations(snapshot),
    ...findUnitViolations(snapshot),
    ...findLedgerViolations(snapshot),
  ]
}

/** Paid is either a live order, less what staff gave back of it, or given back to the last paisa, at every moment. */
function findUseViolations({ orders, refunds }: Snapshot, payment: SnapshotPayment): string[] {
  const mine = refunds.filter(({ paymentId }) => paymentId === payment.id)
  const backPaisa = sum(mine)
  const state = orders.find(({ id }) => id === payment.orderId)?.state
  const byItselfCount = mine.filter(({ isAsked }) => !isAsked).length
  const isKept = payment.state === 'accepted' && state !== 'cancelled'
  const isWhole = backPaisa === payment.amountPaisa
  const mayHaveParts = payment.state === 'accepted'
  const isFair = isKept
    ? byItselfCount === 0
    : isWhole && (mayHaveParts ? byItselfCount <= 1 : byItselfCount === 1 && mine.length === 1)
  const name = `the ${payment.state} payment of ${payment.amountPaisa} for order ${payment.orderId} (${state})`
  return [
    ...(backPaisa === payment.refundedPaisa
      ? []
      : [`${name} counts ${payment.refundedPaisa}, its refunds ${backPaisa}`]),
    ...(backPaisa <= payment.amountPaisa ? [] : [`${name} gives back ${backPaisa}`]),
    ...(isFair ? [] : [`${name} has ${mine.length} refunds of ${backPaisa}, ${byItselfCount} of them by itself`]),
  ]
}

/** No unit is paid back twice. */
function findUnitViolations({ orderLines, refundLines }: Snapshot): string[] {
  return orderLines.flatMap(({ orderId, variantId, quantity }) => {
    const mine = refundLines.filter((line) => line.orderId === orderId && line.variantId === variantId)
    const units = mine.reduce((total, line) => total + line.quantity, 0)
    return units <= quantity ? [] : [`order ${orderId}: ${units} of ${quantity} × ${variantId} are given back`]
  })
}

/** An attempt is paid exactly when there is its one payment. */
function findAttemptViolations({ attempts, payments }: Snapshot): string[] {
  return attempts.flatMap(({ id, state, orderId }) => {
    const count = payments.filter(({ attemptId }) => attemptId === id).length
    return count === (state === 'paid' ? 1 : 0) ? [] : [`order ${orderId}: a ${state} attempt has ${count} payments`]
  })
}

function findLedgerViolations(snapshot: Snapshot): string[] {
  const { orders, payments, refunds, ledger } = snapshot
  const postings = Map.groupBy(ledger, ({ posting }) => posting)
  const unbalanced = [...postings.values()].filter((sides) => sum(sides) !== 0 || sides.length !== 2)
  return [
    ...unbalanced.map(([side]) => `a posting of order ${side?.orderId} does not add up to zero`),
    ...orders.flatMap((order) => {
      const { id } = order
      const mine = <T extends { orderId: number }>(rows: readonly T[]) => rows.filter(({ orderId }) => orderId === id)
      const paidPaisa = sum(mine(payments))
      const promisedPaisa = sum(mine(refunds))
      const donePaisa = sum(mine(refunds).filter(({ state }) => state === 'done'))
      const doneOnlinePaisa = sum(
        mine(refunds).filter(({ state, paymentId }) => state === 'done' && paymentId !== null),
      )
      const balance = (isIt: (account: string) => boolean) => sum(mine(ledger).filter(({ account }) => isIt(account)))
      const found = [
        balance((account) => account === 'order'),
        balance((account) => account === 'refunds_due'),
        balance((account) => account.startsWith('provider:')),
      ].join(' ')
      const expected = [
        promisedPaisa - paidPaisa - paidAtDoorPaisa(snapshot, order),
        donePaisa - promisedPaisa,
        paidPaisa - doneOnlinePaisa,
      ].join(' ')
      return found === expected ? [] : [`the ledger of order ${id} says ${found} instead of ${expected}`]
    }),
  ]
}

function sum(rows: readonly { amountPaisa: number }[]): number {
  return rows.reduce((total, { amountPaisa }) => total + amountPaisa, 0)
}
