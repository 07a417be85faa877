import { createHash } from 'node:crypto'
import { maxCartLines, maxLineQuantity } from '@dhakacart/contract/shapes.ts'
import type { Tx } from '@dhakacart/database/connect.ts'
import * as joining from './cart-joining.repository.ts'

export type CartsToJoin = {
  /** The cart the account has; null when it has none. */
  accountToken: string | null
  /** The cart of the browser; null when it has none. */
  guestToken: string | null
  /** Asked once the carts are locked: true when the browser's cart belongs to another account and must be left alone. */
  isAnothers: (guestToken: string) => Promise<boolean>
}

/**
 * Makes the browser's cart and the account's one, and returns its token; null when neither is open. An ordered cart is left as it
 * is. Twice at once joins once: the second finds the browser's cart gone.
 */
export async function joinCarts(tx: Tx, { accountToken, guestToken, isAnothers }: CartsToJoin): Promise<string | null> {
  const tokens = [accountToken, guestToken].filter((token) => token !== null)
  if (tokens.length === 0) return null
  const locked = await joining.lockCarts(tx, tokens.map(hashToken))
  const openCart = (token: string | null) =>
    token === null ? undefined : locked.find((cart) => cart.isOpen && cart.tokenHash.equals(hashToken(token)))
  const account = openCart(accountToken)
  const guest = openCart(guestToken)
  if (guest === undefined || guestToken === null || (await isAnothers(guestToken))) {
    return account === undefined ? null : accountToken
  }
  if (account === undefined || account.id === guest.id) return guestToken
  await joining.moveLines(tx, guest.id, account.id, { maxQuantity: maxLineQuantity, maxLines: maxCartLines })
  return accountToken
}

function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
