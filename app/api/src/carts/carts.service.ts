import { createHash } from 'node:crypto'
import type { Cart, CartLine, CartQuote } from '@dhakacart/contract/carts.schema.ts'
import { maxCartLines, maxLineQuantity } from '@dhakacart/contract/shapes.ts'
import type { Db, Tx } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { toOptions } from '../catalogue/options.ts'
import { deliveryFeePaisa } from '../delivery/delivery-fee.ts'
import { findZoneOfUpazila } from '../delivery/zones.repository.ts'
import { CartEmpty, CartFull, CartNotFound, CartOrdered, PlaceNotFound, VariantNotFound } from '../errors.ts'
import type { ServiceContext } from '../service-context.ts'
import * as carts from './carts.repository.ts'

export type { CartLineRow } from './carts.repository.ts'
export const closing = carts.closing
export const readLines = carts.readLines

const emptyCart: Cart = { lines: [], itemCount: 0, subtotalPaisa: 0, orderKey: null }
/** A token is 32 random bytes as base64url; anything else was never ours. */
const tokenPattern = /^[A-Za-z0-9_-]{43}$/

/** The cart of a token; empty for no token, an unknown one, or one whose cart was ordered or is gone. */
export async function getCart(db: Db, token: string | null): Promise<Cart> {
  const found = token === null ? null : await carts.readCart(db, hashToken(token))
  if (found === null) return emptyCart
  const lines = found.lines.map(toCartLine)
  return {
    lines,
    itemCount: lines.reduce((sum, line) => sum + line.quantity, 0),
    subtotalPaisa: lines.reduce((sum, line) => sum + line.linePaisa, 0),
    orderKey: found.orderKey,
  }
}

/** Units in the cart, for the badge. */
export async function countItems(db: Db, token: string | null): Promise<number> {
  return token === null ? 0 : carts.countItems(db, hashToken(token))
}

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
  const isAdded = token !== null && (await addToOpenCart(context.db, token, key, line))
  if (isAdded) return token
  const newToken = context.randomBytes(32).toString('base64url')
  const id = await carts.createWithLine(context.db, { tokenHash: hashToken(newToken), key, ...line })
  if (id === null) throw new VariantNotFound()
  return newToken
}

/** false when the token has no open cart. */
async function addToOpenCart(
  db: Db,
  token: string,
  key: string,
  line: { variantId: number; quantity: number },
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const cartId = await carts.openForAddition(tx, hashToken(token), key)
    if (cartId === null) {
      const cart = await lockCart(tx, token)
      // Open all the same: this addition was made before.
      return cart !== null && !cart.isOrdered && !cart.isGone
    }
    const limits = { maxQuantity: maxLineQuantity, maxLines: maxCartLines }
    const outcome = await carts.addToLine(tx, { cartId, ...line, ...limits })
    if (outcome === 'full') throw new CartFull()
    if (outcome === 'not_offered') throw new VariantNotFound()
    return true
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

async function changeOpenCart(
  db: Db,
  token: string | null,
  change: (tx: Tx, cartId: number) => Promise<void>,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const cart = token === null ? null : await lockCart(tx, token)
    if (cart?.isOrdered) throw new CartOrdered()
    if (cart === null || cart.isGone) throw new CartNotFound()
    await carts.touch(tx, cart.id)
    await change(tx, cart.id)
  })
}

/** Fee, days and total of delivering the cart to an upazila. Throws CART_EMPTY, PLACE_NOT_FOUND. */
export async function quoteCart(db: Db, token: string | null, upazilaId: number): Promise<CartQuote> {
  const found = token === null ? null : await carts.readCart(db, hashToken(token))
  if (found === null || found.lines.length === 0) throw new CartEmpty()
  const zone = await findZoneOfUpazila(db, upazilaId)
  if (zone === null) throw new PlaceNotFound()
  const weight = weightGrams(found.lines)
  const subtotalPaisa = found.lines.reduce((sum, line) => sum + line.unitPricePaisa * line.quantity, 0)
  const feePaisa = deliveryFeePaisa(zone, weight)
  return {
    zone: { code: zone.code, name: { en: zone.nameEn, bn: zone.nameBn }, daysMin: zone.daysMin, daysMax: zone.daysMax },
    weightGrams: weight,
    subtotalPaisa,
    deliveryFeePaisa: feePaisa,
    totalPaisa: subtotalPaisa + feePaisa,
  }
}

/** Weight of a parcel with all lines. */
export function weightGrams(lines: readonly { weightGrams: number; quantity: number }[]): number {
  return lines.reduce((sum, line) => sum + line.weightGrams * line.quantity, 0)
}

/** The cart of a token, locked until the transaction ends; null for an unknown one. */
export async function lockCart(tx: Tx, token: string): Promise<carts.LockedCart | null> {
  return carts.lockCart(tx, hashToken(token))
}

/** Deletes up to `limit` carts unused for 30 days; returns how many. */
export async function forgetOldCarts({ db }: ServiceContext, limit: number): Promise<number> {
  return carts.deleteGone(db, limit)
}

/** What a cookie holds, or null when it cannot be a token of ours. */
export function readToken(cookie: string | undefined): string | null {
  return cookie !== undefined && tokenPattern.test(cookie) ? cookie : null
}

function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

function toCartLine(row: carts.CartLineRow & { availableUnits: number }): CartLine {
  const { variantId, sku, productSlug, pictureId, quantity, unitPricePaisa, addedPricePaisa } = row
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
  }
}
