import type { ErrorCode } from '@dhakacart/contract/error-codes.ts'
import { cancelOrder } from '../../src/orders/orders.service.ts'
import { type Actor, ask, type Script } from '../actor.ts'
import { Violation } from '../violation.ts'
import type { World } from '../world.ts'

/** Cancels an order that somebody was told about, whatever happens to it meanwhile. */
export function makeCanceller(orderIndex: number, isTime: (world: World) => boolean = () => true): Script {
  return async (actor) => {
    const { world } = actor
    const isThere = await actor.until(() => world.toldOrders.length > orderIndex && isTime(world))
    const told = world.toldOrders[orderIndex]
    if (isThere && told !== undefined) await cancel(actor, told.token)
  }
}

/** Asks for the cancellation, now and then twice: the second time must be as good as the first. */
export async function cancel(actor: Actor, orderToken: string): Promise<void> {
  const isCancelled = await askToCancel(actor, orderToken, ['ORDER_STATE_FORBIDS'])
  if (!isCancelled) {
    actor.note('may not cancel any more')
    return
  }
  actor.note('was told: cancelled')
  actor.world.toldCancelled.push({ toldTo: actor.name, token: orderToken })
  if (actor.random.chance(0.3)) await askToCancel(actor, orderToken, [])
}

async function askToCancel(actor: Actor, orderToken: string, refusals: readonly ErrorCode[]): Promise<boolean> {
  const answer = await ask(actor, 'cancelling', () => cancelOrder(actor.context, orderToken), { refusals })
  if (answer.kind !== 'done') return false
  if (answer.value.state === 'cancelled') return true
  throw new Violation(`${actor.name} cancelled an order and sees it ${answer.value.state}`)
}
