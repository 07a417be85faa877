import { expireHolds } from '../../src/orders/orders.service.ts'
import { ask, type Script } from '../actor.ts'

/** Ends holds whose time is over, a few at a time. */
export function makeSweeper(rounds: number, limit: number): Script {
  return async (actor) => {
    const { world } = actor
    for (let round = 1; round <= rounds; round++) {
      await actor.until(() => world.minutesPassed >= 10 && world.toldOrders.length > 0)
      world.sweepsGoingOn++
      const answer = await ask(actor, 'sweeping holds', () => expireHolds(actor.context, limit))
      if (answer.kind === 'done') actor.note(`ended ${answer.value} holds`)
      world.sweepsGoingOn--
      world.sweeps++
    }
  }
}
