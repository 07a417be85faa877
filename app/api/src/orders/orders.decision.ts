import { isDeepStrictEqual } from 'node:util'
import type { ShopSettings } from '@dhakacart/contract/console-settings.schema.ts'
import type { OrderConflict } from '@dhakacart/contract/orders.schema.ts'
import { isAmountTaken, type TakenAmounts } from '@dhakacart/contract/payment-amounts.ts'
import type { PaymentMethod } from '@dhakacart/contract/payment-methods.ts'
import * as carts from '../carts/carts.service.ts'
import { toOptions } from '../catalogue/options.ts'
import { type Coupon, discountPaisa, findProblem, shareOut } from '../coupons/coupon-terms.ts'
import { deliveryFeePaisa } from '../delivery/delivery-fee.ts'
import type { Place } from '../delivery/places.repository.ts'
import { CartChanged, CartEmpty, CouponChanged, DeliveryFeeChanged, OutOfStock, PriceChanged } from '../errors.ts'
import { PaymentAmountNotTaken } from '../payments/payment-errors.ts'
import {
  confirmingFirst,
  needsConfirmedPhone,
  type PricedLine,
  priceLine,
  refuseBeyondLimit,
  type SaleFacts,
  takeUnits,
} from '../sales/sale-terms.ts'
import type { ServiceContext } from '../service-context.ts'
import { codTerms, type OnlineAmounts, type OrderTerms, onlineTerms, type PhoneStanding } from './cod-terms.ts'
import { makeOrderNumber } from './order-number.ts'
import type { OrderRequest } from './order-request.ts'
import type { NewOrder, NewOrderLine } from './orders.repository.ts'

/** What is true while the cart and the stock of its lines are locked. */
export type OrderFacts = {
  cart: carts.LockedCart
  /** By ascending variant id. */
  lines: readonly carts.LineToOrder[]
  place: Place
  /** Units left of each variant, after what came before in the same batch; an accepted order takes its own. */
  available: Map<number, number>
  /** What cash on delivery depends on. */
  cod: CodFacts
  /** The coupons of the batch, locked; an accepted order uses its own. */
  coupons: CouponFacts
  /** The sales that run now and have lines of the batch. */
  sales: SaleFacts
  amountsTaken: AmountsTaken
}

/** What those ways to pay that do not take every amount take in one payment. */
export type AmountsTaken = ReadonlyMap<PaymentMethod, TakenAmounts>

export type CouponFacts = {
  byCode: Map<string, Coupon>
  /** Orders of a phone that use a coupon, by `id phone`. */
  uses: Map<string, number>
}

export type CodFacts = {
  settings: ShopSettings
  /** Of the order's phone; an accepted order counts for those behind it. */
  standing: PhoneStanding
  isPhoneProved: boolean
  onlineAmounts: OnlineAmounts
}

type LineToDecide = PricedLine<carts.LineToOrder>
/** The facts with every line at the price of this moment. */
type PricedFacts = Omit<OrderFacts, 'lines'> & { lines: readonly LineToDecide[] }

export type AcceptedOrder = {
  order: NewOrder
  lines: readonly NewOrderLine[]
  place: Place
  couponId: number | null
  /** What it buys at the price of a sale. */
  saleClaims: readonly { saleId: number; variantId: number; units: number }[]
}

/**
 * Accepts or refuses one order, saying what is true now. Accepting takes its units from `available`. Throws CART_EMPTY,
 * CART_CHANGED, PRICE_CHANGED, DELIVERY_FEE_CHANGED, OUT_OF_STOCK, SALE_LIMIT_REACHED, PHONE_UNCONFIRMED,
 * PAYMENT_AMOUNT_NOT_TAKEN, PAYMENT_ADVANCE_NOT_TAKEN, TOO_MANY_OPEN_ORDERS.
 */
export function decideOrder(
  request: OrderRequest,
  customerId: number | null,
  { lines: cartLines, ...others }: OrderFacts,
  randomBytes: ServiceContext['randomBytes'],
): AcceptedOrder {
  const facts: PricedFacts = { ...others, lines: cartLines.map((line) => priceLine(line, others.sales)) }
  const { cart, lines, place, available, sales } = facts
  const feePaisa = deliveryFeePaisa(place, carts.weightGrams(lines))
  const coupon = findCoupon(request, facts)
  const subtotalPaisa = sumPaisa(lines)
  const offPaisa = coupon === null ? 0 : discountPaisa(coupon, subtotalPaisa)
  refuseWhatChanged(request, facts, feePaisa, offPaisa)
  if (lines.some((line) => unitsLeft(line, available) < line.quantity)) throw outOfStock(facts)
  refuseBeyondLimit(lines, request.customerPhone, sales)
  const terms = decideTerms(request, customerId, subtotalPaisa + feePaisa - offPaisa, facts)
  if (coupon !== null) useCoupon(coupon, request, facts.coupons)
  takeUnits(lines, request.customerPhone, sales)
  for (const line of lines) available.set(line.variantId, unitsLeft(line, available) - line.quantity)
  const token = randomBytes(32).toString('base64url')
  const identity = { number: makeOrderNumber(randomBytes), token, cartId: cart.id, idempotencyKey: cart.orderKey }
  const shares = shareOut(
    offPaisa,
    lines.map((line) => line.unitPricePaisa * line.quantity),
  )
  const newLines = lines.map((line, index) => toNewLine(line, shares[index] ?? 0))
  return {
    order: {
      ...toNewOrder(request, newLines, place, feePaisa, terms),
      ...identity,
      customerId,
      couponCode: coupon?.code ?? null,
    },
    lines: newLines,
    place,
    couponId: coupon?.id ?? null,
    saleClaims: lines.flatMap(({ sale, variantId, quantity: units }) =>
      sale === null ? [] : [{ saleId: sale.saleId, variantId, units }],
    ),
  }
}

/** The coupon of the cart, when it may be used; throws why not. null: the cart has none. */
function findCoupon({ customerPhone }: OrderRequest, { cart, lines, coupons }: PricedFacts): Coupon | null {
  if (cart.couponCode === null || lines.length === 0) return null
  const coupon = coupons.byCode.get(cart.couponCode)
  const uses = coupon === undefined ? 0 : (coupons.uses.get(`${coupon.id} ${customerPhone}`) ?? 0)
  const problem = findProblem(coupon, sumPaisa(lines), uses)
  if (problem !== null) throw problem
  return coupon ?? null
}

function useCoupon(coupon: Coupon, { customerPhone }: OrderRequest, { uses }: CouponFacts): void {
  coupon.usedCount++
  const key = `${coupon.id} ${customerPhone}`
  uses.set(key, (uses.get(key) ?? 0) + 1)
}

function sumPaisa(lines: readonly { unitPricePaisa: number; quantity: number }[]): number {
  return lines.reduce((sum, line) => sum + line.unitPricePaisa * line.quantity, 0)
}

/** How the order begins; an accepted one to be paid on delivery counts for those of its phone behind it. */
function decideTerms(
  { paymentMethod, customerPhone }: OrderRequest,
  customerId: number | null,
  totalPaisa: number,
  { lines, cod, sales, amountsTaken }: PricedFacts,
): OrderTerms {
  if (!isAmountTaken(amountsTaken.get(paymentMethod), totalPaisa)) throw new PaymentAmountNotTaken()
  const isOnDelivery = paymentMethod === 'cash_on_delivery'
  const usual = isOnDelivery
    ? codTerms(totalPaisa, cod.standing, cod.isPhoneProved, cod.settings, cod.onlineAmounts)
    : onlineTerms
  const isPhoneProved = customerId !== null && sales.phoneOfCustomer.get(customerId) === customerPhone
  const mustConfirm = needsConfirmedPhone(lines) && !isPhoneProved
  const terms = mustConfirm ? confirmingFirst(usual, cod.settings.codConfirmationMinutes) : usual
  if (isOnDelivery) cod.standing.openOrders++
  return terms
}

/** Refuses an order whose cart, prices or fee are not what the shopper saw. */
function refuseWhatChanged({ seen }: OrderRequest, facts: PricedFacts, feePaisa: number, offPaisa: number): void {
  const { lines } = facts
  if (lines.length === 0) throw new CartEmpty()
  if (lines.some((line) => !line.isOffered)) throw outOfStock(facts)
  const inCart = lines.map(({ variantId, quantity }) => ({ variantId, quantity }))
  const shown = seen.lines.map(({ variantId, quantity }) => ({ variantId, quantity }))
  if (!isDeepStrictEqual(inCart, shown)) throw new CartChanged({ details: whatIsTrue(facts) })
  const isPriceChanged = lines.some((line, index) => line.unitPricePaisa !== seen.lines[index]?.unitPricePaisa)
  if (isPriceChanged) throw new PriceChanged({ details: whatIsTrue(facts) })
  if (feePaisa !== seen.deliveryFeePaisa) throw new DeliveryFeeChanged({ details: { deliveryFeePaisa: feePaisa } })
  if (offPaisa !== (seen.discountPaisa ?? 0)) throw new CouponChanged({ details: { discountPaisa: offPaisa } })
}

function outOfStock(facts: PricedFacts): Error {
  const { lines: current = [] } = whatIsTrue(facts)
  const quantities = new Map(facts.lines.map((line) => [line.variantId, line.quantity]))
  const short = current.filter((line) => line.availableUnits < (quantities.get(line.variantId) ?? 0))
  return new OutOfStock({ details: { lines: short } satisfies OrderConflict })
}

function whatIsTrue({ lines, available }: PricedFacts): OrderConflict {
  return {
    lines: lines.map((line) => ({
      variantId: line.variantId,
      name: { en: line.nameEn, bn: line.nameBn },
      unitPricePaisa: line.unitPricePaisa,
      availableUnits: line.isOffered ? Math.max(0, unitsLeft(line, available)) : 0,
    })),
  }
}

function unitsLeft(line: carts.LineToOrder, available: ReadonlyMap<number, number>): number {
  return available.get(line.variantId) ?? 0
}

function toNewOrder(
  request: OrderRequest,
  lines: readonly NewOrderLine[],
  place: Place,
  feePaisa: number,
  terms: OrderTerms,
) {
  const { seen: _, ...customer } = request
  const subtotalPaisa = sumPaisa(lines)
  const offPaisa = lines.reduce((sum, line) => sum + line.discountPaisa, 0)
  return {
    ...customer,
    ...terms,
    zoneCode: place.zoneCode,
    deliveryDaysMin: place.daysMin,
    deliveryDaysMax: place.daysMax,
    subtotalPaisa,
    deliveryFeePaisa: feePaisa,
    discountPaisa: offPaisa,
    totalPaisa: subtotalPaisa + feePaisa - offPaisa,
    vatPaisa: lines.reduce((sum, line) => sum + line.vatPaisa, 0),
  }
}

function toNewLine(line: carts.CartLineRow, offPaisa: number): NewOrderLine {
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
    discountPaisa: offPaisa,
    vatPaisa: lineVatPaisa(line, offPaisa),
  }
}

/** VAT contained in what is paid for a line, whose price includes it. */
function lineVatPaisa(line: carts.CartLineRow, offPaisa: number): number {
  const linePaisa = line.unitPricePaisa * line.quantity - offPaisa
  return Math.round((linePaisa * line.vatBasisPoints) / (10_000 + line.vatBasisPoints))
}
