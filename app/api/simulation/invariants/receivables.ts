import type { Snapshot, SnapshotOrder } from '../snapshot.ts'

/**
 * What is taken at the door is owed once, by whoever carried the parcel, from the delivery until it has come, and by nobody before or
 * afterwards; and the ledger says of every paisa where it is.
 */
export function findReceivableViolations(snapshot: Snapshot): string[] {
  return snapshot.orders.flatMap((order) => findOrderViolations(snapshot, order))
}

/** What an order's customer paid at the door: the total less what was kept of it online, once it was delivered. */
export function paidAtDoorPaisa({ steps, payments }: Snapshot, order: SnapshotOrder): number {
  const isDelivered = steps.some(
    ({ orderId, from, to }) => orderId === order.id && from === 'shipped' && to === 'delivered',
  )
  if (order.paymentMethod !== 'cash_on_delivery' || !isDelivered) return 0
  const accepted = payments.filter(({ orderId, state }) => orderId === order.id && state === 'accepted')
  return order.totalPaisa - sum(accepted.map(({ amountPaisa }) => amountPaisa))
}

function findOrderViolations(snapshot: Snapshot, order: SnapshotOrder): string[] {
  const mine = <T extends { orderId: number }>(rows: readonly T[]) => rows.filter(({ orderId }) => orderId === order.id)
  const exactPaisa = paidAtDoorPaisa(snapshot, order)
  const [owed, ...others] = mine(snapshot.receivables)
  if ((owed === undefined) !== (exactPaisa === 0) || others.length > 0) {
    return [
      `order ${order.id} (${order.state}), ${exactPaisa} to pay at the door, has ${others.length + Number(owed !== undefined)} receivables`,
    ]
  }
  const booked = mine(snapshot.settlementRows).filter(({ isBooked }) => isBooked)
  // By hand where no file did.
  const paidOut = owed?.isSettled && !owed.isByFile ? [...booked, owed] : booked
  const collectedPaisa = sum(paidOut.map((row) => row.collectedPaisa ?? 0))
  const feePaisa = sum(paidOut.map((row) => row.feePaisa ?? 0))
  const duePaisa = owed?.duePaisa ?? 0
  const isOver = owed?.isSettled === true
  const cashBack = sum(
    mine(snapshot.refunds)
      .filter(({ paymentId, state }) => paymentId === null && state === 'done')
      .map(({ amountPaisa }) => amountPaisa),
  )
  const balance = (isIt: (account: string) => boolean) =>
    sum(
      mine(snapshot.ledger)
        .filter(({ account }) => isIt(account))
        .map(({ amountPaisa }) => amountPaisa),
    )
  const found = {
    courier: balance((account) => account.startsWith('courier:')),
    cash: balance((account) => account === 'cash'),
    fees: balance((account) => account === 'courier_fees'),
    differences: balance((account) => account === 'courier_differences'),
    rounding: balance((account) => account === 'rounding'),
  }
  const expected = {
    courier: isOver ? 0 : duePaisa - collectedPaisa,
    cash: collectedPaisa - feePaisa - cashBack,
    fees: feePaisa,
    differences: isOver ? duePaisa - collectedPaisa : 0,
    rounding: exactPaisa - duePaisa,
  }
  const isRounded = owed === undefined || (duePaisa >= exactPaisa && duePaisa - exactPaisa < 100)
  return [
    ...(JSON.stringify(found) === JSON.stringify(expected)
      ? []
      : [`order ${order.id}: the ledger says ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`]),
    ...(isRounded ? [] : [`order ${order.id}: ${duePaisa} is owed of ${exactPaisa}`]),
    ...(isOver ||
    booked.every(({ verdict }) => verdict === 'not_delivered' || verdict === 'right') ||
    owed === undefined
      ? []
      : [`order ${order.id} was paid out and is owed`]),
  ]
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
