import { setClock } from '@dhakacart/database/testing/set-clock.ts'
import { ask, type Script } from '../actor.ts'

/** Time goes on, in leaps; a leap may be a little backward, as after a failover to a server whose clock is behind. */
export function makeClock(leapsSeconds: readonly number[], begins: 'at once' | 'after an order'): Script {
  return async (actor) => {
    const { world } = actor
    if (begins === 'after an order') await actor.until(() => world.toldOrders.length > 0)
    let seconds = 0
    for (const leap of leapsSeconds) {
      // A clock that goes back matters to those who have just read it.
      if (leap < 0) await actor.until(() => world.sweepsGoingOn > 0)
      seconds += leap
      const at = new Date(world.startAt.getTime() + seconds * 1_000)
      await ask(actor, 'setting the clock', () => setClock(actor.context.db, at))
      world.minutesPassed = Math.max(world.minutesPassed, seconds / 60)
    }
  }
}
