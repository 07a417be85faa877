import type { Bank } from '../bank.ts'
import type { Snapshot } from '../snapshot.ts'

/** The shop believes in no money that its provider does not have, and in no refund that was not made. */
export function findBankViolations({ payments, refunds }: Snapshot, bank: Bank): string[] {
  const unpaid = payments.filter(({ attemptId, reference, amountPaisa, method }) => {
    if (attemptId === null) return false
    const real = bank.payments.find(({ id }) => id === reference)
    return real?.state !== 'paid' || real.paidPaisa !== amountPaisa || real.method !== method
  })
  const unmade = refunds.filter(({ paymentId, reference, amountPaisa, state }) => {
    const payment = payments.find(({ id }) => id === paymentId)
    const made = bank.desk.refunds.get(payment?.reference ?? '')?.findLast((each) => each.reference === reference)
    return state === 'done' && (made?.state !== 'done' || made.amountPaisa !== amountPaisa)
  })
  return [
    ...unpaid.map(({ orderId, amountPaisa }) => `order ${orderId} has a payment of ${amountPaisa} that nobody made`),
    ...unmade.map(({ orderId, amountPaisa }) => `order ${orderId} has a refund of ${amountPaisa} that nobody made`),
  ]
}

/** After everything had its time: all money that was paid is known, and what is not kept is back, as far as we can do it. */
export function findUnsettled({ payments, attempts, refunds }: Snapshot, bank: Bank): string[] {
  const forgotten = bank.payments.filter(({ id, state }) => {
    const count = payments.filter(({ reference }) => reference === id).length
    return count !== (state === 'paid' ? 1 : 0)
  })
  const open = attempts.filter(({ state }) => state !== 'paid' && state !== 'failed' && state !== 'expired')
  // Nagad's refunds and cash wait for people, and so does what was refused.
  const due = refunds.filter(({ state, paymentId, reference }) => {
    const payment = payments.find(({ id }) => id === paymentId)
    const made = bank.desk.refunds.get(payment?.reference ?? '')?.findLast((each) => each.reference === reference)
    const isAtRest =
      payment === undefined || payment.method === 'nagad'
        ? state === 'by_hand'
        : state === 'refused' && made?.state === 'refused'
    return state !== 'done' && !isAtRest
  })
  return [
    ...forgotten.map(({ method, state }) => `a payment by ${method} is ${state} and the shop thinks otherwise`),
    ...open.map(({ orderId, state }) => `order ${orderId}: an attempt is ${state} for ever`),
    ...due.map(({ orderId, state }) => `order ${orderId}: a refund is ${state} for ever`),
  ]
}
