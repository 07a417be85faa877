import type { OrderState } from '@dhakacart/contract/orders.schema.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { lockOrder, transition } from '../../src/orders/orders.service.ts'
import { ask, type Script } from '../actor.ts'
import { Violation } from '../violation.ts'

/** Moves an order along, in the order given, whether the table allows it or not. */
export function makeStaff(orderIndex: number, states: readonly OrderState[]): Script {
  return async (actor) => {
    const { world } = actor
    const { db } = actor.context
    const isThere = await actor.until(() => world.toldOrders.length > orderIndex)
    const told = world.toldOrders[orderIndex]
    if (!isThere || told === undefined) return
    const found = await ask(actor, 'finding the order', () =>
      db.selectFrom('orders').select('id').where('token', '=', told.token).executeTakeFirst(),
    )
    const orderId = found.kind === 'done' ? found.value?.id : undefined
    if (orderId === undefined) throw new Violation(`${told.toldTo} was told of an order that is not there`)
    for (const toState of states) {
      const cause = `${told.token} ${actor.name} ${toState}`
      const move = () =>
        inTransaction(db, async (tx) => {
          const order = await lockOrder(tx, orderId)
          return order !== null && (await transition(tx, order, toState, cause))
        })
      const answer = await ask(actor, `moving to ${toState}`, move, { refusals: ['ORDER_STATE_FORBIDS'] })
      const isMoved = answer.kind === 'done' && answer.value
      actor.note(`${isMoved ? 'moved' : 'may not move'} an order to ${toState}`)
      if (isMoved) world.toldSteps.push({ cause, toState })
    }
  }
}
