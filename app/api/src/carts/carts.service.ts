import type { Cart, CartLine, CartQuote } from '@dhakacart/contract/carts.schema.ts'
import { maxCartLines, maxLineQuantity } from '@dhakacart/contract/shapes.ts'
import type { Db, DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { type Outcome, unwrap } from '../batches/batcher.ts'
import { toOptions } from '../catalogue/options.ts'
import { type Coupon, discountPaisa, findProblem } from '../coupons/coupon-terms.ts'
import { findByCodes, readCode } from '../coupons/coupons.service.ts'
import { deliveryFeePaisa } from '../delivery/delivery-fee.ts'
import { findPlaces, type Place } from '../delivery/places.repository.ts'
import {
  CartEmpty,
  CartFull,
  CartNotFound,
  CartOrdered,
  CouponUnknown,
  PlaceNotFound,
  VariantNotFound,
} from '../errors.ts'
import type { ServiceContext } from '../service-context.ts'
import { hashToken } from './cart-token.ts'
import * as carts from './carts.repository.ts'

export type { CartLineRow, LineToOrder, LockedCart } from './carts.repository.ts'
export const closing = carts.closing
export const lockLinesToOrder = carts.lockLinesToOrder

const emptyCart: Cart = { lines: [], itemCount: 0, subtotalPaisa: 0, coupon: null, orderKey: null }

/** The cart of a token; empty for no token, an unknown one, or one whose cart was ordered or is gone. */
export async function getCart(db: Db, token: string | null): Promise<Cart> {
  return token === null ? emptyCart : unwrap((await getCarts(db, [token]))[0])
}

/** The carts of many tokens in one read, in their order. */
export async function getCarts(db: DbOrTx, tokens: readonly string[]): Promise<Outcome<Cart>[]> {
  const found = await readOpenCarts(db, tokens)
  const coupons = await findCoupons(db, found)
  return tokens.map((token) => ({ value: toCart(found.get(token), coupons) }))
}

async function readOpenCarts(db: DbOrTx, tokens: readonly string[]): Promise<Map<string, carts.OpenCart>> {
  const tokenOfHash = new Map(tokens.map((token) => [hashToken(token).toString('latin1'), token]))
  const found = await carts.readCarts(
    db,
    [...tokenOfHash.keys()].map((hash) => Buffer.from(hash, 'latin1')),
  )
  return new Map(found.map((cart) => [tokenOfHash.get(cart.tokenHash.toString('latin1')) ?? '', cart]))
}

type Coupons = ReadonlyMap<string, Coupon>

/** The coupons entered in these carts, by code; most carts have none, and then nothing is read. */
async function findCoupons(db: DbOrTx, found: ReadonlyMap<string, carts.OpenCart>): Promise<Coupons> {
  const codes = [...found.values()].flatMap(({ couponCode }) => (couponCode === null ? [] : [couponCode]))
  return codes.length === 0 ? new Map() : findByCodes(db, codes)
}

/** What the cart's coupon takes off now, and if nothing, why. */
function couponOf(found: carts.OpenCart, subtotalPaisa: number, coupons: Coupons): Cart['coupon'] {
  if (found.couponCode === null) return null
  const coupon = coupons.get(found.couponCode)
  const problem = findProblem(coupon, subtotalPaisa, null)?.code ?? null
  const paisa = coupon === undefined || problem !== null ? 0 : discountPaisa(coupon, subtotalPaisa)
  return { code: found.couponCode, discountPaisa: paisa, problem }
}

function toCart(found: carts.OpenCart | undefined, coupons: Coupons): Cart {
  if (found === undefined) return emptyCart
  const lines = found.lines.map(toCartLine)
  const subtotalPaisa = lines.reduce((sum, line) => sum + line.linePaisa, 0)
  return {
    lines,
    itemCount: lines.reduce((sum, line) => sum + line.quantity, 0),
    subtotalPaisa,
    coupon: couponOf(found, subtotalPaisa, coupons),
    orderKey: found.orderKey,
  }
}

/** Units in the cart, for the badge. */
export async function countItems(db: Db, token: string | null): Promise<number> {
  return token === null ? 0 : carts.countItems(db, hashToken(token))
}

/** The open cart of a token; null when there is none. */
export async function findOpenCart(db: Db, token: string): Promise<number | null> {
  return carts.findOpen(db, hashToken(token))
}

/** Which cart a token opened before it was ordered; null for a cart that is open, gone or unknown. */
export async function findOrdered(db: Db, token: string): Promise<number | null> {
  return carts.findOrdered(db, hashToken(token))
}

export type Addition = {
  /** null: there is no cart yet. */
  token: string | null
  key: string
  variantId: number
  quantity: number
}
export type Added = { token: string; cart: Cart }

/**
 * Adds units of a variant and returns the token of the cart: the one given, or of a new cart when that one is unknown, ordered
 * or gone. The same key adds once. A line stops at 99 units. Throws VARIANT_NOT_FOUND, CART_FULL.
 */
export async function addLine(
  context: ServiceContext,
  token: string | null,
  key: string,
  line: { variantId: number; quantity: number },
): Promise<string> {
  return unwrap((await addLines(context, [{ token, key, ...line }]))[0]).token
}

/** The same for many carts in one transaction, with what each holds afterwards; every token at most once. */
export async function addLines(
  { db, randomBytes }: ServiceContext,
  additions: readonly Addition[],
): Promise<Outcome<Added>[]> {
  const isAllNew = additions.every(({ token }) => token === null)
  // A new cart is one statement, and a statement is a transaction.
  if (isAllNew) return addToCarts(db, randomBytes, additions, new Map())
  return inTransaction(db, async (tx) => {
    const known = additions.flatMap(({ token }) => (token === null ? [] : [token]))
    return addToCarts(tx, randomBytes, additions, await lockByToken(tx, known))
  })
}

async function addToCarts(
  db: DbOrTx,
  randomBytes: ServiceContext['randomBytes'],
  additions: readonly Addition[],
  locked: ReadonlyMap<string, carts.LockedCart>,
): Promise<Outcome<Added>[]> {
  const plans = additions.map(({ token, key, variantId, quantity }) => {
    const cart = token === null ? undefined : locked.get(token)
    const isOpen = token !== null && cart !== undefined && !cart.isOrdered && !cart.isGone
    if (isOpen && cart.additionKeys.includes(key)) return { token, addition: null }
    const line = { key, variantId, quantity }
    if (isOpen) return { token, addition: { ...line, cartId: cart.id, newTokenHash: null } }
    const newToken = randomBytes(32).toString('base64url')
    return { token: newToken, addition: { ...line, cartId: null, newTokenHash: hashToken(newToken) } }
  })
  // An addition whose key the cart remembers was made before.
  const toMake = plans.flatMap(({ addition }) => (addition === null ? [] : [addition]))
  const limits = { maxQuantity: maxLineQuantity, maxLines: maxCartLines }
  const outcomes = toMake.length === 0 ? [] : await carts.addLines(db, toMake, limits)
  const outcomeOf = new Map<carts.Addition | null, (typeof outcomes)[number]>(
    toMake.map((addition, index) => [addition, outcomes[index] ?? 'not_offered']),
  )
  const found = await readOpenCarts(
    db,
    plans.map(({ token }) => token),
  )
  const coupons = await findCoupons(db, found)
  return plans.map(({ token, addition }) => {
    const outcome = outcomeOf.get(addition) ?? 'added'
    if (outcome === 'full') return { error: new CartFull() }
    if (outcome === 'not_offered') return { error: new VariantNotFound() }
    return { value: { token, cart: toCart(found.get(token), coupons) } }
  })
}

/** Sets the quantity of a line. Safe to repeat. Throws CART_NOT_FOUND, CART_ORDERED, VARIANT_NOT_FOUND when it is not in the cart. */
export async function setLine(
  { db }: ServiceContext,
  token: string | null,
  variantId: number,
  quantity: number,
): Promise<void> {
  await changeOpenCart(db, token, async (tx, cartId) => {
    if (!(await carts.setQuantity(tx, cartId, variantId, quantity))) throw new VariantNotFound()
  })
}

/** Removes a line; fine when it is not there. Throws CART_NOT_FOUND, CART_ORDERED. */
export async function removeLine({ db }: ServiceContext, token: string | null, variantId: number): Promise<void> {
  await changeOpenCart(db, token, (tx, cartId) => carts.removeLine(tx, cartId, variantId))
}

/**
 * Enters a coupon. Safe to repeat. Throws CART_NOT_FOUND, CART_ORDERED, CART_EMPTY, and why the coupon cannot be used for what the
 * cart holds now.
 */
export async function enterCoupon({ db }: ServiceContext, token: string | null, text: string): Promise<void> {
  const code = readCode(text)
  if (code === null) throw new CouponUnknown()
  await changeOpenCart(db, token, async (tx, cartId) => {
    const cart = (await readOpenCarts(tx, [token ?? ''])).get(token ?? '')
    const lines = cart?.lines ?? []
    if (lines.length === 0) throw new CartEmpty()
    const subtotalPaisa = lines.reduce((sum, line) => sum + line.unitPricePaisa * line.quantity, 0)
    const problem = findProblem((await findByCodes(tx, [code])).get(code), subtotalPaisa, null)
    if (problem !== null) throw problem
    await carts.setCoupon(tx, cartId, code)
  })
}

/** Takes the coupon out; fine when there is none. Throws CART_NOT_FOUND, CART_ORDERED. */
export async function removeCoupon({ db }: ServiceContext, token: string | null): Promise<void> {
  await changeOpenCart(db, token, (tx, cartId) => carts.setCoupon(tx, cartId, null))
}

async function changeOpenCart(
  db: Db,
  token: string | null,
  change: (tx: Tx, cartId: number) => Promise<void>,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const cart = token === null ? undefined : (await lockByToken(tx, [token])).get(token)
    if (cart?.isOrdered) throw new CartOrdered()
    if (cart === undefined || cart.isGone) throw new CartNotFound()
    await carts.touch(tx, cart.id)
    await change(tx, cart.id)
  })
}

export type QuoteRequest = { token: string; upazilaId: number }

/** Fee, days and total of delivering each cart to an upazila, in two reads for all. CART_EMPTY, PLACE_NOT_FOUND. */
export async function quoteCarts(db: Db, requests: readonly QuoteRequest[]): Promise<Outcome<CartQuote>[]> {
  const found = await readOpenCarts(
    db,
    requests.map(({ token }) => token),
  )
  const zones = await findPlaces(
    db,
    requests.map(({ upazilaId }) => upazilaId),
  )
  const coupons = await findCoupons(db, found)
  return requests.map(({ token, upazilaId }) => {
    const cart = found.get(token)
    if (cart === undefined || cart.lines.length === 0) return { error: new CartEmpty() }
    const zone = zones.get(upazilaId)
    return zone === undefined ? { error: new PlaceNotFound() } : { value: toQuote(cart, zone, coupons) }
  })
}

function toQuote(cart: carts.OpenCart, zone: Place, coupons: Coupons): CartQuote {
  const { lines } = cart
  const weight = weightGrams(lines)
  const subtotalPaisa = lines.reduce((sum, line) => sum + line.unitPricePaisa * line.quantity, 0)
  const feePaisa = deliveryFeePaisa(zone, weight)
  const offPaisa = couponOf(cart, subtotalPaisa, coupons)?.discountPaisa ?? 0
  return {
    zone: {
      code: zone.zoneCode,
      name: { en: zone.zoneNameEn, bn: zone.zoneNameBn },
      daysMin: zone.daysMin,
      daysMax: zone.daysMax,
    },
    weightGrams: weight,
    subtotalPaisa,
    deliveryFeePaisa: feePaisa,
    discountPaisa: offPaisa,
    totalPaisa: subtotalPaisa + feePaisa - offPaisa,
  }
}

/** Weight of a parcel with all lines. */
export function weightGrams(lines: readonly { weightGrams: number; quantity: number }[]): number {
  return lines.reduce((sum, line) => sum + line.weightGrams * line.quantity, 0)
}

/** The carts of these tokens, locked until the transaction ends, by token; unknown ones are missing. */
export async function lockByToken(tx: Tx, tokens: readonly string[]): Promise<Map<string, carts.LockedCart>> {
  const tokenOfHash = new Map(tokens.map((token) => [hashToken(token).toString('latin1'), token]))
  const locked = await carts.lockCarts(
    tx,
    [...tokenOfHash.keys()].map((hash) => Buffer.from(hash, 'latin1')),
  )
  return new Map(locked.map((cart) => [tokenOfHash.get(cart.tokenHash.toString('latin1')) ?? '', cart]))
}

/** Deletes up to `limit` carts unused for 30 days; returns how many. */
export async function forgetOldCarts({ db }: ServiceContext, limit: number): Promise<number> {
  return carts.deleteGone(db, limit)
}

function toCartLine(row: carts.OpenCartLine): CartLine {
  const { variantId, sku, productSlug, pictureId, quantity, unitPricePaisa, addedPricePaisa, sale } = row
  return {
    variantId,
    sku,
    productSlug,
    name: { en: row.nameEn, bn: row.nameBn },
    options: toOptions(row.options),
    pictureId,
    quantity,
    unitPricePaisa,
    addedPricePaisa,
    linePaisa: unitPricePaisa * quantity,
    availableUnits: row.isOffered ? Math.max(0, row.availableUnits) : 0,
    sale,
  }
}
