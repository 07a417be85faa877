import type { Snapshot, SnapshotPayment } from '../snapshot.ts'

/** Every payment is for one live order or goes back, whole and once; and the ledger says of every movement what it was. */
export function findMoneyViolations(snapshot: Snapshot): string[] {
  return [
    ...snapshot.payments.flatMap((payment) => findUseViolations(snapshot, payment)),
    ...findAttemptViolations(snapshot),
    ...findLedgerViolations(snapshot),
  ]
}

/** Paid is either a live order or one full refund, at every moment, and nothing between. */
function findUseViolations({ orders, refunds }: Snapshot, payment: SnapshotPayment): string[] {
  const mine = refunds.filter(({ paymentId }) => paymentId === payment.id)
  const backPaisa = sum(mine)
  const state = orders.find(({ id }) => id === payment.orderId)?.state
  const isKept = payment.state === 'accepted' && state !== 'cancelled'
  const name = `the ${payment.state} payment of ${payment.amountPaisa} for order ${payment.orderId} (${state})`
  return [
    ...(backPaisa === payment.refundedPaisa
      ? []
      : [`${name} counts ${payment.refundedPaisa}, its refunds ${backPaisa}`]),
    ...(backPaisa <= payment.amountPaisa ? [] : [`${name} gives back ${backPaisa}`]),
    ...(mine.length === (isKept ? 0 : 1) && backPaisa === (isKept ? 0 : payment.amountPaisa)
      ? []
      : [`${name} has ${mine.length} refunds of ${backPaisa}`]),
  ]
}

/** An attempt is paid exactly when there is its one payment. */
function findAttemptViolations({ attempts, payments }: Snapshot): string[] {
  return attempts.flatMap(({ id, state, orderId }) => {
    const count = payments.filter(({ attemptId }) => attemptId === id).length
    return count === (state === 'paid' ? 1 : 0) ? [] : [`order ${orderId}: a ${state} attempt has ${count} payments`]
  })
}

function findLedgerViolations({ orders, payments, refunds, ledger }: Snapshot): string[] {
  const postings = Map.groupBy(ledger, ({ posting }) => posting)
  const unbalanced = [...postings.values()].filter((sides) => sum(sides) !== 0 || sides.length !== 2)
  return [
    ...unbalanced.map(([side]) => `a posting of order ${side?.orderId} does not add up to zero`),
    ...orders.flatMap(({ id }) => {
      const mine = <T extends { orderId: number }>(rows: readonly T[]) => rows.filter(({ orderId }) => orderId === id)
      const paidPaisa = sum(mine(payments))
      const promisedPaisa = sum(mine(refunds))
      const donePaisa = sum(mine(refunds).filter(({ state }) => state === 'done'))
      const balance = (isIt: (account: string) => boolean) => sum(mine(ledger).filter(({ account }) => isIt(account)))
      const found = [
        balance((account) => account === 'order'),
        balance((account) => account === 'refunds_due'),
        balance((account) => account.startsWith('provider:')),
      ].join(' ')
      const expected = [promisedPaisa - paidPaisa, donePaisa - promisedPaisa, paidPaisa - donePaisa].join(' ')
      return found === expected ? [] : [`the ledger of order ${id} says ${found} instead of ${expected}`]
    }),
  ]
}

function sum(rows: readonly { amountPaisa: number }[]): number {
  return rows.reduce((total, { amountPaisa }) => total + amountPaisa, 0)
}
