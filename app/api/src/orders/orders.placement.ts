import { isDeepStrictEqual } from 'node:util'
import type { OrderConflict, OrderState } from '@dhakacart/contract/orders.schema.ts'
import type { Tx } from '@dhakacart/database/connect.ts'
import { inTransaction, violatedConstraint } from '@dhakacart/database/transaction.ts'
import * as carts from '../carts/carts.service.ts'
import { toOptions } from '../catalogue/options.ts'
import { deliveryFeePaisa } from '../delivery/delivery-fee.ts'
import { findZoneOfUpazila, type UpazilaZone } from '../delivery/zones.repository.ts'
import {
  CartChanged,
  CartEmpty,
  CartNotFound,
  CartOrdered,
  DeliveryFeeChanged,
  IdempotencyKeyReused,
  IdempotencyKeyUnknown,
  OutOfStock,
  PlaceNotFound,
  PriceChanged,
} from '../errors.ts'
import { promise } from '../jobs/jobs.service.ts'
import { orderMessages } from '../messages/messages.service.ts'
import type { ServiceContext } from '../service-context.ts'
import { availableUnits, stockEffectEntries } from '../stock/stock.service.ts'
import { makeOrderNumber } from './order-number.ts'
import type { OrderRequest } from './order-request.ts'
import * as orders from './orders.repository.ts'

/** How long an unpaid order holds its stock (design: 10 min). */
const holdSeconds = 600
/** A random number that is taken already is drawn again; five in a row would mean that numbers ran out. */
const maxNumberDraws = 5

export type Placed = { token: string; isRepeat: boolean }

/**
 * Takes stock and records the order, its ledger rows and its messages in one transaction; prices, fees and stock come from
 * the database, never from the caller. Safe to repeat: the same key and content return the first order.
 * Throws, leaving nothing written: CART_NOT_FOUND, CART_EMPTY, CART_ORDERED, CART_CHANGED, PRICE_CHANGED, DELIVERY_FEE_CHANGED,
 * OUT_OF_STOCK, PLACE_NOT_FOUND, IDEMPOTENCY_KEY_UNKNOWN, IDEMPOTENCY_KEY_REUSED.
 */
export async function placeOrder(
  context: ServiceContext,
  cartToken: string,
  key: string,
  request: OrderRequest,
): Promise<Placed> {
  for (let draw = 1; ; draw++) {
    try {
      return await inTransaction(context.db, (tx) => place(tx, context, cartToken, key, request))
    } catch (error) {
      if (violatedConstraint(error) !== 'orders_number_key' || draw === maxNumberDraws) throw error
    }
  }
}

async function place(
  tx: Tx,
  context: ServiceContext,
  cartToken: string,
  key: string,
  request: OrderRequest,
): Promise<Placed> {
  // The cart's lock puts every request for one cart in a row: the second sees what the first did.
  const cart = await carts.lockCart(tx, cartToken)
  if (cart === null || (cart.isGone && !cart.isOrdered)) throw new CartNotFound()
  if (cart.isOrdered) return repeat(tx, cart.id, key, request)
  if (cart.orderKey !== key) throw new IdempotencyKeyUnknown()

  const lines = await carts.readLines(tx, cart.id)
  const zone = await findZoneOfUpazila(tx, request.upazilaId)
  if (zone === null) throw new PlaceNotFound()
  const feePaisa = deliveryFeePaisa(zone, carts.weightGrams(lines))
  await refuseWhatChanged(tx, lines, feePaisa, request)

  const token = context.randomBytes(32).toString('base64url')
  const isOnline = request.paymentMethod !== 'cash_on_delivery'
  const state = isOnline ? 'pending_payment' : 'confirmed'
  const order = toOrder(request, lines, zone, feePaisa, state)
  const messages = isOnline ? [] : orderMessages('order-confirmed', request.customerEmail !== null)
  const coveredCount = await orders.insertOrder(
    tx,
    { ...order, number: makeOrderNumber(context.randomBytes), token, cartId: cart.id, idempotencyKey: key },
    lines.map(toOrderLine),
    {
      closing: carts.closing(cart.id),
      promise: promise(messages, orders.newOrderId),
      stockEffect: stockEffectEntries(orders.newOrderId, isOnline ? 'hold' : 'sell', lines, 'order placed'),
    },
  )
  if (coveredCount < lines.length) throw await outOfStock(tx, lines)
  return { token, isRepeat: false }
}

/** The cart was ordered before: the same key and content get that order, anything else is refused. */
async function repeat(tx: Tx, cartId: number, key: string, request: OrderRequest): Promise<Placed> {
  const placed = await orders.findPlaced(tx, cartId)
  if (placed === undefined || placed.idempotencyKey !== key) throw new CartOrdered()
  if (!placed.requestHash.equals(request.requestHash)) throw new IdempotencyKeyReused()
  return { token: placed.token, isRepeat: true }
}

/** Refuses an order whose cart, prices, stock or fee are not what the shopper saw, saying what they are now. */
async function refuseWhatChanged(
  tx: Tx,
  lines: readonly carts.CartLineRow[],
  feePaisa: number,
  { seen }: OrderRequest,
): Promise<void> {
  if (lines.length === 0) throw new CartEmpty()
  if (lines.some((line) => !line.isOffered)) throw await outOfStock(tx, lines)
  const inCart = lines.map(({ variantId, quantity }) => ({ variantId, quantity }))
  const shown = seen.lines.map(({ variantId, quantity }) => ({ variantId, quantity }))
  if (!isDeepStrictEqual(inCart, shown)) throw new CartChanged({ details: await whatIsTrue(tx, lines) })
  const isPriceChanged = lines.some((line, index) => line.unitPricePaisa !== seen.lines[index]?.unitPricePaisa)
  if (isPriceChanged) throw new PriceChanged({ details: await whatIsTrue(tx, lines) })
  if (feePaisa !== seen.deliveryFeePaisa) throw new DeliveryFeeChanged({ details: { deliveryFeePaisa: feePaisa } })
}

async function outOfStock(tx: Tx, lines: readonly carts.CartLineRow[]): Promise<Error> {
  const { lines: current = [] } = await whatIsTrue(tx, lines)
  const quantities = new Map(lines.map((line) => [line.variantId, line.quantity]))
  const short = current.filter((line) => line.availableUnits < (quantities.get(line.variantId) ?? 0))
  return new OutOfStock({ details: { lines: short } satisfies OrderConflict })
}

async function whatIsTrue(tx: Tx, lines: readonly carts.CartLineRow[]): Promise<OrderConflict> {
  const available = await availableUnits(
    tx,
    lines.map((line) => line.variantId),
  )
  return {
    lines: lines.map((line) => ({
      variantId: line.variantId,
      name: { en: line.nameEn, bn: line.nameBn },
      unitPricePaisa: line.unitPricePaisa,
      availableUnits: line.isOffered ? Math.max(0, available.get(line.variantId) ?? 0) : 0,
    })),
  }
}

function toOrder(
  request: OrderRequest,
  lines: readonly carts.CartLineRow[],
  zone: UpazilaZone,
  feePaisa: number,
  state: OrderState,
) {
  const { seen: _, ...customer } = request
  const subtotalPaisa = lines.reduce((sum, line) => sum + line.unitPricePaisa * line.quantity, 0)
  return {
    ...customer,
    state,
    zoneCode: zone.code,
    deliveryDaysMin: zone.daysMin,
    deliveryDaysMax: zone.daysMax,
    subtotalPaisa,
    deliveryFeePaisa: feePaisa,
    totalPaisa: subtotalPaisa + feePaisa,
    vatPaisa: lines.reduce((sum, line) => sum + lineVatPaisa(line), 0),
    holdSeconds: state === 'pending_payment' ? holdSeconds : null,
  }
}

function toOrderLine(line: carts.CartLineRow): orders.NewOrderLine {
  const { variantId, sku, productSlug, nameEn, nameBn, pictureId, warrantyMonths, unitPricePaisa, quantity } = line
  return {
    variantId,
    sku,
    productSlug,
    nameEn,
    nameBn,
    pictureId,
    warrantyMonths,
    unitPricePaisa,
    quantity,
    options: toOptions(line.options),
    vatPaisa: lineVatPaisa(line),
  }
}

/** VAT contained in a line whose price includes it. */
function lineVatPaisa(line: carts.CartLineRow): number {
  const linePaisa = line.unitPricePaisa * line.quantity
  return Math.round((linePaisa * line.vatBasisPoints) / (10_000 + line.vatBasisPoints))
}
