import type { Courier } from '@dhakacart/contract/console-orders.schema.ts'
import type { Receivable } from '@dhakacart/contract/console-receivables.schema.ts'
import type { Db, Tx } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import * as audit from '../audit/audit.service.ts'
import { badRequest, OrderNotFound } from '../errors.ts'
import { lockOrder } from '../orders/orders.service.ts'
import * as ledger from '../payments/payment-ledger.repository.ts'
import type { StaffIdentity } from '../staff/staff-identity.ts'
import { FeeTooLarge, ReceivableNotFound, ReceivableSettled } from './receivable-errors.ts'
import * as receivables from './receivables.repository.ts'

/**
 * Books what was taken at the door for a locked order that was just delivered: the order is paid, and whoever carried it owes us the
 * money. Nothing happens for one that was paid before. Safe to repeat. What a courier paid out before its parcel was delivered in
 * our books settles it at once.
 */
export async function open(tx: Tx, orderId: number): Promise<void> {
  const opened = await receivables.insert(tx, orderId)
  if (opened === null) return
  const { courier, bookingId, exactPaisa, duePaisa } = opened
  const to = `courier:${courier}` as const
  await ledger.postAll(tx, [
    { ...moneyOf(orderId), cause: 'taken at the door', from: `order:${orderId}`, to, amountPaisa: exactPaisa },
    {
      ...moneyOf(orderId),
      cause: 'rounded up to whole taka',
      from: 'rounding',
      to,
      amountPaisa: duePaisa - exactPaisa,
    },
  ])
  const early = bookingId === null ? undefined : await receivables.findPaidEarly(tx, bookingId)
  if (early !== undefined) await close(tx, [{ orderId, ...early, staffId: null, note: null }])
}

/** So many with one round of the worker. */
const unbookedAtOnce = 100

/** Books what was taken at the door for orders that a release before this one delivered while both ran. Returns how many there were. */
export async function openUnbooked(db: Db): Promise<number> {
  const ids = await receivables.findUnbooked(db, unbookedAtOnce)
  for (const id of ids) {
    await inTransaction(db, async (tx) => {
      const order = await lockOrder(tx, id)
      if (order?.state === 'delivered') await open(tx, id)
    })
  }
  return ids.length
}

const moneyOf = (orderId: number) => ({ orderId, paymentId: null, refundId: null })

/** What a courier's file says of one parcel. */
export type PaidOut = {
  orderId: number
  courier: Courier
  collectedPaisa: number
  feePaisa: number
  /** It is the parcel that the order's receivable is about. */
  isForReceivable: boolean
}

/**
 * Books what a courier paid out, for orders that are locked: the money that came, what the courier kept of it, and, for parcels that
 * were delivered in our books, what is then missing or too much. Nothing of these rows may have been booked before.
 */
export async function bookPaidOut(tx: Tx, rows: readonly PaidOut[], settlementId: number): Promise<void> {
  await ledger.postAll(tx, rows.flatMap(postingsOf))
  const settled = rows.flatMap(({ orderId, collectedPaisa, feePaisa, isForReceivable }) =>
    isForReceivable ? [{ orderId, collectedPaisa, feePaisa, settlementId, staffId: null, note: null }] : [],
  )
  await close(tx, settled)
}

/** The money that came and what was kept of it; together the courier owes so much less as it collected. */
function postingsOf({
  orderId,
  courier,
  collectedPaisa,
  feePaisa,
}: Omit<PaidOut, 'isForReceivable'>): ledger.Posting[] {
  const from = `courier:${courier}` as const
  return [
    {
      ...moneyOf(orderId),
      cause: 'paid out by the courier',
      from,
      to: 'cash',
      amountPaisa: collectedPaisa - feePaisa,
    },
    { ...moneyOf(orderId), cause: 'kept by the courier', from, to: 'courier_fees', amountPaisa: feePaisa },
  ]
}

/** Nothing is owed for these any more: what was not collected as it was due is a difference with the courier. */
async function close(tx: Tx, settled: readonly receivables.Settled[]): Promise<void> {
  if (settled.length === 0) return
  const closed = await receivables.settle(tx, settled)
  const differences = closed.map(
    ({ orderId, courier, duePaisa, collectedPaisa }): ledger.Posting => ({
      ...moneyOf(orderId),
      cause: 'difference of the courier',
      from: `courier:${courier}`,
      to: 'courier_differences',
      amountPaisa: duePaisa - collectedPaisa,
    }),
  )
  await ledger.postAll(tx, differences)
}

export type CashReceived = { collectedPaisa: number; feePaisa: number; note: string | null }

/**
 * A person says that the money taken at the door has come, as with an order that was delivered by the shop's own people. Safe to repeat
 * with the same amounts. Throws ORDER_NOT_FOUND, RECEIVABLE_NOT_FOUND, RECEIVABLE_SETTLED, FEE_TOO_LARGE, and BAD_REQUEST for a
 * difference that nobody explains.
 */
export async function settleByHand(
  db: Db,
  staff: StaffIdentity,
  orderId: number,
  { collectedPaisa, feePaisa, note: written }: CashReceived,
): Promise<Receivable> {
  const note = written?.trim() || null
  return inTransaction(db, async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (order === null) throw new OrderNotFound()
    const owed = await receivables.read(tx, orderId)
    if (owed === null) throw new ReceivableNotFound()
    if (owed.settledAt !== null) {
      const isSame = owed.settlementId === null && owed.collectedPaisa === collectedPaisa && owed.feePaisa === feePaisa
      if (!isSame) throw new ReceivableSettled({ details: owed })
      return owed
    }
    // What is kept is kept of what was collected; a courier's file of a parcel that came back is another thing.
    if (feePaisa > collectedPaisa) throw new FeeTooLarge()
    if (collectedPaisa !== owed.duePaisa && note === null) {
      throw badRequest('What came is not what was due. Say in the note why.')
    }
    const { courier } = owed
    await ledger.postAll(tx, postingsOf({ orderId, courier, collectedPaisa, feePaisa }))
    await close(tx, [{ orderId, collectedPaisa, feePaisa, settlementId: null, staffId: staff.id, note }])
    const detail = { courier, duePaisa: owed.duePaisa, collectedPaisa, feePaisa }
    await audit.record(tx, staff, { action: 'receivables.settled', subject: `order:${orderId}`, detail })
    return (await receivables.read(tx, orderId)) as Receivable
  })
}
