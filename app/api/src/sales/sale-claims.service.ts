import type { Tx } from '@dhakacart/database/connect.ts'
import { lockLevels } from '../stock/stock.service.ts'
import * as claims from './sale-claims.repository.ts'

export const runningSaleOf = claims.runningSaleOf
export const priceOf = claims.priceOf
export const readFacts = claims.readFacts
export const claiming = claims.claiming
export const giveBack = claims.giveBack

/**
 * An order that was over lives again, with these variants in it: takes what it bought in sales anew. Locks its stock, for whoever
 * takes that next. False, with nothing taken, when an allotment or the limit of its phone no longer covers it.
 */
export async function takeAgain(tx: Tx, orderId: number, variantIds: readonly number[]): Promise<boolean> {
  if (!(await claims.hasGivenBack(tx, orderId))) return true
  await lockLevels(tx, variantIds)
  // A statement of its own: only what is read after the lock has seen what those before took.
  return claims.claimAgain(tx, orderId)
}
