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

/**
 * The same as part of the statement that writes the order: `with` entries in which `changed` has a row for each line, or none
 * when a line is not covered. `orderId` is an expression of that statement.
 */
export function stockEffectEntries(
  orderId: RawBuilder<unknown>,
  effect: StockEffect,
  lines: readonly StockLine[],
  cause: string,
): RawBuilder<unknown> {
  return stock.levelChange({ ...stockEffects[effect], orderId, lines, cause })
}

/** Units that can be bought now, by variant; a variant without a stock row has none. */
export const availableUnits = stock.availableUnits
