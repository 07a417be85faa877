import type { Order } from '@dhakacart/contract/orders.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { lockOrder, transition } from '../orders.service.ts'

/** Brings a confirmed order to its door, where it is paid if it was not before. */
export async function deliver(db: Db, { number }: Pick<Order, 'number'>): Promise<void> {
  const { id } = await db.selectFrom('orders').select('id').where('number', '=', number).executeTakeFirstOrThrow()
  for (const state of ['packed', 'shipped', 'delivered'] as const) {
    await inTransaction(db, async (tx) => {
      const locked = await lockOrder(tx, id)
      if (locked !== null) await transition(tx, locked, state, 'test')
    })
  }
}
