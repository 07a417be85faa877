import { cancelOrder } from '../../src/orders/orders.service.ts'
import { type Actor, ask, type Script } from '../actor.ts'
import { Violation } from '../violation.ts'

/** Cancels an order that somebody was told about, whatever happens to it meanwhile. */
export function makeCanceller(orderIndex: number): Script {
  return async (actor) => {
    const isThere = await actor.until(() => actor.world.toldOrders.length > orderIndex)
    const told = actor.world.toldOrders[orderIndex]
    if (isThere && told !== undefined) await cancel(actor, told.token)
  }
}

export async function cancel(actor: Actor, orderToken: string): Promise<void> {
  const answer = await ask(actor, 'cancelling', () => cancelOrder(actor.context, orderToken), {
    refusals: ['ORDER_STATE_FORBIDS'],
  })
  if (answer.kind === 'refused') actor.note('may not cancel any more')
  if (answer.kind !== 'done') return
  if (answer.value.state !== 'cancelled') {
    throw new Violation(`${actor.name} cancelled an order and sees it ${answer.value.state}`)
  }
  actor.note('was told: cancelled')
  actor.world.toldCancelled.push({ toldTo: actor.name, token: orderToken })
}
