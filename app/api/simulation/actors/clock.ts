import { setClock } from '@dhakacart/database/testing/set-clock.ts'
import { ask, type Script } from '../actor.ts'

/** Time goes on, in leaps; a leap may be a little backward, as after a failover to a server whose clock is behind. */
export function makeClock(leapsSeconds: readonly number[], begins: 'at once' | 'after an order'): Script {
  return async (actor) => {
    const { world } = actor
    if (begins === 'after an order') await actor.until(() => world.toldOrders.length > 0)
    let seconds = 0
    for (const leap of leapsSeconds) {
      seconds += leap
      const at = new Date(world.startAt.getTime() + seconds * 1_000)
      await ask(actor, 'setting the clock', () => setClock(actor.context.db, at))
      world.minutesPassed = Math.max(world.minutesPassed, seconds / 60)
    }
  }
}
