import { createHash } from 'node:crypto'
import type { OnlineMethod } from '@dhakacart/contract/payments.schema.ts'
import { pricePaid } from '@dhakacart/contract/price-paid.ts'
import type { Tx } from '@dhakacart/database/connect.ts'
import { IdempotencyKeyReused, OrderNotFound, RefundTooLarge } from '../errors.ts'
import { addJobs } from '../jobs/jobs.service.ts'
import { orderMessages } from '../messages/messages.service.ts'
import { lockOrder } from '../orders/orders.service.ts'
import * as ledger from '../payments/payment-ledger.repository.ts'
import * as receivables from '../receivables/receivables.service.ts'
import * as refunds from './refunds.repository.ts'

/** The reason of a refund whose shopper is told that the products are gone. */
export const paidTooLate = 'paid after the order had expired and its products were sold'

export type RefundRequest = {
  orderId: number
  /** null: what was paid for the lines. */
  amountPaisa: number | null
  /** Units that the money is for; empty for a refund that is not about units, such as the delivery fee. */
  lines: readonly refunds.RefundLine[]
  reason: string
  /** The member of staff; null: the shop itself. */
  requestedBy: number | null
  idempotencyKey: string
}

/**
 * Promises a refund in the caller's transaction, from what was paid online, else from what was paid in cash at the door, else
 * from both, as two; the worker makes it true, or people where no provider can. Safe to repeat: the same key and content
 * return the first one's id.
 * Throws ORDER_NOT_FOUND, REFUND_TOO_LARGE when less is left of the money or of the units, IDEMPOTENCY_KEY_REUSED.
 */
export async function request(tx: Tx, wanted: RefundRequest): Promise<number> {
  return (await requestOnce(tx, wanted)).id
}

/** The same, and says whether it was asked for before. */
export async function requestOnce(tx: Tx, wanted: RefundRequest): Promise<{ id: number; isRepeat: boolean }> {
  const requestHash = hashOf(wanted)
  const order = await lockOrder(tx, wanted.orderId)
  if (order === null) throw new OrderNotFound()
  const earlier = await refunds.findByKey(tx, wanted.idempotencyKey)
  if (earlier !== undefined) {
    if (!earlier.requestHash.equals(requestHash)) throw new IdempotencyKeyReused()
    return { id: earlier.id, isRepeat: true }
  }
  const linesPaisa = await priceLines(tx, wanted)
  const amountPaisa = wanted.amountPaisa ?? linesPaisa
  const [first, ...others] = await findSources(tx, order.id, amountPaisa)
  const id = await write(tx, order, first, { ...wanted, amountPaisa: first.amountPaisa, requestHash })
  for (const [index, source] of others.entries()) {
    const { reason, requestedBy } = wanted
    const part = { ...automatic(causeOfPart(wanted.idempotencyKey, index + 2), reason), requestedBy }
    await write(tx, order, source, { ...part, amountPaisa: source.amountPaisa })
  }
  return { id, isRepeat: false }
}

/** Gives back everything that is kept of an order's money, as when it is cancelled; nothing when nothing is. */
export async function returnEverything(tx: Tx, order: RefundedOrder, reason: string): Promise<void> {
  for (const payment of await refunds.keptPayments(tx, order.id)) {
    const leftPaisa = payment.amountPaisa - payment.refundedPaisa
    if (leftPaisa === 0) continue
    await write(
      tx,
      order,
      { account: `order:${order.id}`, payment: { id: payment.id, method: payment.method as OnlineMethod } },
      { ...automatic(`the rest of payment ${payment.id}`, reason), amountPaisa: leftPaisa },
    )
  }
}

/** Gives back a payment that cannot be used, whole. */
export async function returnPayment(
  tx: Tx,
  order: RefundedOrder,
  payment: { id: number; method: OnlineMethod; amountPaisa: number },
  reason: string,
): Promise<void> {
  await write(
    tx,
    order,
    { account: `order:${order.id}`, payment },
    { ...automatic(`the whole of payment ${payment.id}`, reason), amountPaisa: payment.amountPaisa },
  )
}

export type RefundedOrder = { id: number; number: string; hasEmail: boolean }
type Source = { account: ledger.Account; payment: { id: number; method: OnlineMethod } | null }
type Writing = Omit<RefundRequest, 'orderId' | 'amountPaisa'> & { amountPaisa: number; requestHash: Buffer }

async function write(tx: Tx, order: RefundedOrder, source: Source, wanted: Writing): Promise<number> {
  const { lines, amountPaisa, reason, requestedBy, idempotencyKey, requestHash } = wanted
  const { payment } = source
  const count = await refunds.countOfOrder(tx, order.id)
  const refundId = await refunds.insert(
    tx,
    {
      // Ten characters of the order's number, and which of its refunds: unique, and people can read it to the provider.
      reference: `${order.number}R${count + 1}`,
      idempotencyKey,
      requestHash,
      orderId: order.id,
      paymentId: payment?.id ?? null,
      amountPaisa,
      reason,
      requestedBy,
      state: payment !== null && refundsByInterface[payment.method] ? 'requested' : 'by_hand',
    },
    lines,
  )
  const posting = { orderId: order.id, paymentId: payment?.id ?? null, refundId, amountPaisa }
  // What goes back in cash was taken at the door; a release before this one delivered orders without booking that.
  if (payment === null) await receivables.open(tx, order.id)
  await ledger.post(tx, { ...posting, cause: 'refund promised', from: 'refunds_due', to: source.account })
  const template = reason === paidTooLate ? 'payment-late' : 'refund-started'
  await addJobs(tx, order.id, orderMessages(template, order.hasEmail, { amountPaisa }))
  return refundId
}

/** Nagad has no interface for refunds: people make them in its portal. */
const refundsByInterface: Record<OnlineMethod, boolean> = { bkash: true, sslcommerz: true, nagad: false }

async function priceLines(tx: Tx, { orderId, lines }: RefundRequest): Promise<number> {
  const units = new Map((await refunds.lineUnits(tx, orderId)).map((line) => [line.variantId, line]))
  let sumPaisa = 0
  for (const { variantId, quantity } of lines) {
    const line = units.get(variantId)
    const leftUnits = line === undefined ? 0 : line.quantity - line.refunded
    if (line === undefined || quantity > leftUnits) throw new RefundTooLarge({ details: { variantId, leftUnits } })
    sumPaisa += pricePaid(line, line.refunded, quantity)
  }
  return sumPaisa
}

type Part = Source & { amountPaisa: number }

/** Where the money is taken from: one payment, else the cash, else what is left of the payments and the rest in cash. */
async function findSources(tx: Tx, orderId: number, amountPaisa: number): Promise<[Part, ...Part[]]> {
  const account = `order:${orderId}` as const
  const kept = (await refunds.keptPayments(tx, orderId)).map(
    ({ id, method, amountPaisa: paidPaisa, refundedPaisa }) => ({
      account,
      payment: { id, method: method as OnlineMethod },
      leftPaisa: paidPaisa - refundedPaisa,
    }),
  )
  const payment = kept.find(({ leftPaisa }) => leftPaisa >= amountPaisa)
  if (amountPaisa > 0 && payment !== undefined) return [{ ...payment, amountPaisa }]
  const cashPaisa = await refunds.cashLeftPaisa(tx, orderId)
  if (amountPaisa > 0 && cashPaisa >= amountPaisa) return [{ account, payment: null, amountPaisa }]
  // The price of an order that is paid at the door after an advance lies in two places.
  const parts: Part[] = []
  let duePaisa = amountPaisa
  for (const { leftPaisa, ...source } of [...kept, { account, payment: null, leftPaisa: cashPaisa }]) {
    const partPaisa = Math.min(leftPaisa, duePaisa)
    if (partPaisa > 0) parts.push({ ...source, amountPaisa: partPaisa })
    duePaisa -= Math.max(0, partPaisa)
  }
  const [first, ...others] = parts
  if (duePaisa === 0 && first !== undefined) return [first, ...others]
  const onlinePaisa = Math.max(0, ...kept.map(({ leftPaisa }) => leftPaisa))
  throw new RefundTooLarge({ details: { onlinePaisa, cashPaisa } })
}

const causeOfPart = (key: string, part: number) => `part ${part} of ${key}`

/** The key of a further part of the refund with this key; the first part is 1 and has the key itself. */
export const keyOfPart = (key: string, part: number) => automatic(causeOfPart(key, part), '').idempotencyKey

/** A refund that the shop itself causes happens once per cause. */
function automatic(cause: string, reason: string) {
  const digest = createHash('sha256').update(`automatic refund of ${cause}`).digest()
  const hex = digest.subarray(0, 16).toString('hex')
  const idempotencyKey = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { lines: [], reason, requestedBy: null, idempotencyKey, requestHash: digest }
}

function hashOf({ orderId, amountPaisa, lines, reason }: RefundRequest): Buffer {
  const content = { orderId, amountPaisa, lines: lines.toSorted((a, b) => a.variantId - b.variantId), reason }
  return createHash('sha256').update(JSON.stringify(content)).digest()
}

export const refundsOfOrder = refunds.ofOrder
