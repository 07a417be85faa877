import type { Tx } from '@dhakacart/database/connect.ts'
import { PassNeeded } from '../errors.ts'
import type { Rooms } from './rooms.ts'
import * as repository from './waiting-room.repository.ts'

/** A pass that a request showed, its signature and visitor already checked. */
export type ShownPass = { saleId: number; number: number }

/** What stands before the orders of a batch, with their passes locked. */
export type Gate = {
  /** The passes that an order of this cart uses. Throws WAITING_ROOM_PASS_NEEDED, naming the sale. */
  admit(cartId: number, shown: readonly ShownPass[]): readonly number[]
  /** The order was accepted: its passes are of no use to those behind it. */
  use(passIds: readonly number[]): void
}

const openGate: Gate = { admit: () => [], use: () => undefined }

/**
 * Reads what the carts of a batch must come through, and locks the passes they show, before their stock is locked. One statement
 * where a room is near, none where there is none.
 */
export async function lockGate(
  tx: Tx,
  rooms: Rooms | null,
  carts: readonly { cartId: number; passes: readonly ShownPass[] }[],
): Promise<Gate> {
  if (rooms === null || carts.length === 0 || !rooms.mayGuard()) return openGate
  const guarded = await repository.findGuarded(
    tx,
    carts.map(({ cartId }) => cartId),
  )
  if (guarded.length === 0) return openGate
  const saleIds = new Set(guarded.map(({ saleId }) => saleId))
  const shown = carts.flatMap(({ passes }) => passes.filter(({ saleId }) => saleIds.has(saleId)))
  const locked = shown.length === 0 ? [] : await repository.lockPasses(tx, shown)
  const usable = new Map(
    locked.filter(({ isOver, isUsed }) => !isOver && !isUsed).map((pass) => [keyOf(pass), pass.id] as const),
  )
  const used = new Set<number>()
  return {
    admit: (cartId, passes) =>
      guarded
        .filter((one) => one.cartId === cartId)
        .map(({ saleId }) => {
          const id = passes.filter((pass) => pass.saleId === saleId).flatMap((pass) => usable.get(keyOf(pass)) ?? [])[0]
          if (id === undefined || used.has(id)) throw new PassNeeded({ details: { saleId } })
          return id
        }),
    use(passIds) {
      for (const id of passIds) used.add(id)
    },
  }
}

const keyOf = ({ saleId, number }: ShownPass) => `${saleId} ${number}`

export const insertUses = repository.insertUses
