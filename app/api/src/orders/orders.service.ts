import type { CartOrder, Order, OrderState, OrderStatus } from '@dhakacart/contract/orders.schema.ts'
import { normalisePhone } from '@dhakacart/contract/phone.ts'
import type { Db, DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { followOrder } from '../cancellations/cancellations.service.ts'
import * as carts from '../carts/carts.service.ts'
import { claimAgain, giveBack } from '../coupons/coupons.service.ts'
import { OrderNotFound, OrderStateForbids } from '../errors.ts'
import { addJobs } from '../jobs/jobs.service.ts'
import { orderMessages } from '../messages/messages.service.ts'
import type { PlainTemplate } from '../messages/templates.ts'
import * as receivables from '../receivables/receivables.service.ts'
import { returnEverything } from '../refunds/refunds.service.ts'
import * as sales from '../sales/sale-claims.service.ts'
import type { ServiceContext } from '../service-context.ts'
import { applyStockEffect, type StockEffect, type StockLine } from '../stock/stock.service.ts'
import { readOrderNumber } from './order-number.ts'
import type { AcceptedOrder } from './orders.decision.ts'
import * as orders from './orders.repository.ts'
import { bringsUnitsBack, cancellableStates, orderTransitions, waitingStates } from './orders.states.ts'
import * as units from './units.repository.ts'

/** The whole order for whoever holds its token. Throws ORDER_NOT_FOUND. */
export async function getOrder(db: DbOrTx, token: string): Promise<Order> {
  const row = await orders.readByToken(db, token)
  if (row === null) throw new OrderNotFound()
  return toOrder(row)
}

/** A browser is led back to what it ordered for so long: whoever uses it a day later may be somebody else. */
const ledBackHours = 24

/** The order that a browser's cart became, for whoever holds the cart's token; null where there is none to be led back to. */
export async function getCartOrder(db: Db, cartToken: string | null): Promise<CartOrder | null> {
  const cartId = cartToken === null ? null : await carts.findOrdered(db, cartToken)
  return cartId === null ? null : orders.findOfCart(db, cartId, ledBackHours)
}

/** How far an order is, for whoever knows its number and phone; nothing of where it goes. Throws ORDER_NOT_FOUND. */
export async function trackOrder(db: Db, number: string, phone: string): Promise<OrderStatus> {
  const readNumber = readOrderNumber(number)
  const readPhone = normalisePhone(phone)
  // One answer for every mistake, so that nobody learns which numbers exist.
  if (readNumber === null || readPhone === null) throw new OrderNotFound()
  const row = await orders.readByNumberAndPhone(db, readNumber, readPhone)
  if (row === null) throw new OrderNotFound()
  const { state, steps, placedAt, totalPaisa, paymentMethod, expectedFrom, expectedTo, isCalledBack } = row
  const itemCount = countItems(row.lines)
  const moments = { steps, placedAt, expectedFrom, expectedTo }
  return { number: row.number, state, itemCount, totalPaisa, paymentMethod, isCalledBack, ...moments }
}

/** The order a token opens, locked until the transaction ends. Throws ORDER_NOT_FOUND. */
export async function lockOrderByToken(tx: Tx, token: string): Promise<orders.LockedOrder> {
  const found = await orders.findByToken(tx, token)
  const order = found === null ? null : await orders.lockOrder(tx, found.id)
  if (order === null) throw new OrderNotFound()
  return order
}

/** The shopper's own cancellation. Safe to repeat. Throws ORDER_NOT_FOUND, ORDER_STATE_FORBIDS once it is packed. */
export async function cancelOrder({ db }: ServiceContext, token: string): Promise<Order> {
  await inTransaction(db, async (tx) => {
    const order = await lockOrderByToken(tx, token)
    if (order.state === 'cancelled') return
    if (!cancellableStates.has(order.state)) throw new OrderStateForbids()
    await transition(tx, order, 'cancelled', 'cancelled by the shopper')
  })
  return getOrder(db, token)
}

/** Ends up to `limit` holds whose time is over and gives their stock back; returns how many ended. */
export async function expireHolds({ db }: ServiceContext, limit: number): Promise<number> {
  const ids = await orders.findExpired(db, limit)
  let expiredCount = 0
  for (const id of ids) {
    await inTransaction(db, async (tx) => {
      const order = await orders.lockOrder(tx, id)
      // Paid, cancelled or expired by another worker in the meantime.
      if (order === null || !waitingStates.has(order.state) || !order.isHoldOver) return
      await transition(tx, order, 'expired', 'hold expired')
      expiredCount++
    })
  }
  return expiredCount
}

export type TransitionOptions = {
  /** Who does it, when it is one of the staff. */
  staffId?: number
  /** The units that move, by ascending variant; absent: all of the order. */
  lines?: readonly StockLine[]
}

/** What the customer is told when an order gets there. */
const messageOfState: Partial<Record<OrderState, PlainTemplate>> = {
  packed: 'order-packed',
  shipped: 'order-shipped',
  delivered: 'order-delivered',
  delivery_failed: 'delivery-failed',
  cancelled: 'order-cancelled',
  expired: 'order-expired',
}

/**
 * Moves a locked order along the transition table, its stock with it, tells the customer, books what was taken at the door, and gives the money back when it is
 * cancelled, or back because its customer did not want it any more. (That an order is confirmed is told by whoever confirms it.) Throws
 * ORDER_STATE_FORBIDS for a step that is not in the table. Returns false, leaving nothing changed, when the step needs
 * stock, or units of a sale, that are no longer there.
 */
export async function transition(
  tx: Tx,
  order: orders.LockedOrder,
  toState: OrderState,
  cause: string,
  { staffId, lines: given }: TransitionOptions = {},
): Promise<boolean> {
  const effect = orderTransitions[order.state][toState]
  if (effect === undefined) throw new OrderStateForbids()
  // Coupons are locked before stock, as when an order is placed.
  if (toState === 'expired' || toState === 'cancelled') await giveBack(tx, order.id)
  if (order.state === 'expired') await claimAgain(tx, order.id)
  if (effect !== null) {
    const lines = given ?? (await orders.stockLines(tx, order.id))
    const isCovered = lines.length === 0 || (await takeOrGive(tx, order, effect, lines, cause))
    if (!isCovered) {
      if (order.state === 'expired') await giveBack(tx, order.id)
      return false
    }
    if (toState === 'expired' || toState === 'cancelled') await sales.giveBack(tx, order.id)
  }
  await orders.setState(tx, order, toState, cause, staffId)
  if (bringsUnitsBack(order.state, toState)) await units.markAllReturned(tx, order.id)
  const isCalledBack = await followOrder(tx, order, toState)
  // A return that is refused, or brings back a part, leaves what was delivered before; a parcel called back is not meant to arrive.
  const isNoNews = order.state === 'return_requested' || (isCalledBack && toState === 'delivery_failed')
  const news = isNoNews ? undefined : messageOfState[toState]
  if (news !== undefined) await addJobs(tx, order.id, orderMessages(news, order.hasEmail))
  // Back from a return it was delivered before, and paid.
  if (order.state === 'shipped' && toState === 'delivered') await receivables.open(tx, order.id)
  if (toState === 'cancelled') await returnEverything(tx, order, `order ${cause}`)
  if (toState === 'returned' && isCalledBack) await returnEverything(tx, order, cause)
  return true
}

/** Changes the stock of an order's units; an order that lives again needs what it bought in a sale as well. */
async function takeOrGive(
  tx: Tx,
  order: orders.LockedOrder,
  effect: StockEffect,
  lines: readonly StockLine[],
  cause: string,
): Promise<boolean> {
  if (order.state !== 'expired') return applyStockEffect(tx, order.id, effect, lines, cause)
  const variantIds = lines.map(({ variantId }) => variantId)
  if (!(await sales.takeAgain(tx, order.id, variantIds))) return false
  if (await applyStockEffect(tx, order.id, effect, lines, cause)) return true
  await sales.giveBack(tx, order.id)
  return false
}

/** What a shopper sees of an order that was just written, without reading it back; the same as reading gives. */
export function composeOrder({ order, lines, place }: AcceptedOrder, moments: orders.WrittenOrder): Order {
  return toOrder({
    ...order,
    ...moments,
    steps: [{ state: order.state, at: moments.placedAt }],
    isCalledBack: false,
    address: {
      division: { en: place.divisionNameEn, bn: place.divisionNameBn },
      district: { en: place.districtNameEn, bn: place.districtNameBn },
      upazila: { en: place.upazilaNameEn, bn: place.upazilaNameBn },
      street: order.streetAddress,
    },
    lines: lines.map(({ nameEn, nameBn, ...line }) => ({ ...line, name: { en: nameEn, bn: nameBn } })),
  })
}

/** The order as its shopper sees it. */
export function toOrder(row: orders.OrderRow): Order {
  const lines = row.lines.map((line) => ({ ...line, linePaisa: line.unitPricePaisa * line.quantity }))
  return { ...row, lines, itemCount: countItems(lines), canCancel: cancellableStates.has(row.state) }
}

function countItems(lines: readonly { quantity: number }[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0)
}

export type { LockedOrder } from './orders.repository.ts'
export const lockOrder = orders.lockOrder
export const lockOrders = orders.lockOrders
export const readOrderById = orders.readById
export const findOrderByToken = orders.findByToken
export const markUnitsReturned = units.markReturned
