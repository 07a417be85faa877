import type { Tx } from '@dhakacart/database/connect.ts'
import type { RawBuilder } from 'kysely'
import * as stock from './stock.repository.ts'

/**
 * Everything an order can do to stock, per unit. `requiresAvailable`: only when on_hand - held covers it.
 * Law 3: available + held + sold = what came in, so each effect moves a unit between exactly two of these.
 */
const stockEffects = {
  hold: { kind: 'held', onHandChange: 0, heldChange: 1, requiresAvailable: true },
  sell: { kind: 'sold', onHandChange: -1, heldChange: 0, requiresAvailable: true },
  sellHeld: { kind: 'sold', onHandChange: -1, heldChange: -1, requiresAvailable: false },
  release: { kind: 'released', onHandChange: 0, heldChange: -1, requiresAvailable: false },
  return: { kind: 'returned', onHandChange: 1, heldChange: 0, requiresAvailable: false },
  /** A unit that came back and is not fit to be sold: it was counted in before, with the rest of its return. */
  writeOff: { kind: 'adjusted', onHandChange: -1, heldChange: 0, requiresAvailable: true },
} as const
export type StockEffect = keyof typeof stockEffects

export type StockLine = { variantId: number; quantity: number }

/**
 * Applies one effect to all lines of an order, with a ledger row each, locking variants in ascending order so that no two
 * orders deadlock. Returns false, with nothing changed, when a line is not covered.
 */
export async function applyStockEffect(
  tx: Tx,
  orderId: number,
  effect: StockEffect,
  lines: readonly StockLine[],
  cause: string,
): Promise<boolean> {
  const changedCount = await stock.changeLevels(tx, { ...stockEffects[effect], orderId, lines, cause })
  return changedCount === lines.length
}

/** What placing an order takes: units held while it waits for something, sold when it does not. */
export type PlacedLine = StockLine & { orderNumber: string; effect: 'hold' | 'sell' }

/**
 * The `with` entries of the statement that writes orders which take their units: see stock.repository. The levels must be locked
 * and cover every line.
 */
export function takingForOrders(lines: readonly PlacedLine[], cause: string): RawBuilder<unknown> {
  const takings = lines.map(({ orderNumber, variantId, quantity, effect }) => {
    const { kind, onHandChange, heldChange } = stockEffects[effect]
    return { orderNumber, variantId, quantity, kind, onHandChange, heldChange }
  })
  return stock.takingLevels(takings, cause)
}

export const lockLevels = stock.lockLevels
export const lockingLevels = stock.lockingLevels
