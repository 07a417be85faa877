import { setClock } from '@dhakacart/database/testing/set-clock.ts'
import { ask, type Script } from '../actor.ts'
import type { World } from '../world.ts'

export type Beginning = 'at once' | 'after an order' | 'after a page' | 'after a visit'
const occasions = {
  'after an order': ({ toldOrders }: World) => toldOrders.length > 0,
  /** A provider has shown its page to somebody. */
  'after a page': ({ bank }: World) => bank.payments.length > 0,
  /** Somebody has paid there, or left. */
  'after a visit': ({ bank }: World) => bank.payments.some(({ state }) => state !== 'open'),
} as const

/** Time goes on, in leaps; a leap may be a little backward, as after a failover to a server whose clock is behind. */
export function makeClock(leapsSeconds: readonly number[], begins: Beginning): Script {
  return async (actor) => {
    const { world } = actor
    if (begins !== 'at once') await actor.until(() => occasions[begins](world))
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
