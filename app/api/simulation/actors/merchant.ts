import { inTransaction } from '@dhakacart/database/transaction.ts'
import { sql } from 'kysely'
import { type Actor, ask, type Script } from '../actor.ts'
import type { WorldVariant } from '../world.ts'

export type MerchantAction =
  | { kind: 'reprice'; variant: WorldVariant; pricePaisa: number }
  | { kind: 'publish'; variant: WorldVariant; isPublished: boolean }
  | { kind: 'receive'; variant: WorldVariant; quantity: number }
  | { kind: 'write off'; variant: WorldVariant; quantity: number }

/** The shop's owner changes prices, offers and stock while people buy. */
export function makeMerchant(actions: readonly MerchantAction[]): Script {
  return async (actor) => {
    for (const action of actions) await ask(actor, action.kind, () => act(actor, action))
  }
}

async function act({ context: { db } }: Actor, action: MerchantAction): Promise<void> {
  const { id } = action.variant
  if (action.kind === 'reprice') {
    await db.updateTable('variants').set({ pricePaisa: action.pricePaisa }).where('id', '=', id).execute()
    return
  }
  if (action.kind === 'publish') {
    await db.updateTable('variants').set({ isPublished: action.isPublished }).where('id', '=', id).execute()
    return
  }
  const change = action.kind === 'receive' ? action.quantity : -action.quantity
  const kind = action.kind === 'receive' ? 'received' : 'adjusted'
  await inTransaction(db, async (tx) => {
    // Units that somebody holds cannot be written off.
    const result = await sql`
      update stock_levels set on_hand = on_hand + ${change}::integer
      where variant_id = ${id} and on_hand + ${change}::integer >= held`.execute(tx)
    if (result.numAffectedRows === 0n) return
    await tx
      .insertInto('stockMovements')
      .values({ variantId: id, kind, onHandChange: change, heldChange: 0, cause: action.kind })
      .execute()
  })
}
