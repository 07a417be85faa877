import { workOnce } from '../../src/couriers/couriers.jobs.ts'
import { type Actor, ask, type Script } from '../actor.ts'
import { passClaim, promiseParcel, readAlive, sayNotBooked } from './parcel-steps.ts'

/** How far it gets before the slow courier goes on. */
export type Patience = 'given up' | 'said' | 'promised' | 'sent'
const steps: readonly Patience[] = ['given up', 'said', 'promised', 'sent']

/** Staff who wait for a slow courier no longer: they find out that it booked nothing, and book anew. */
export function makeDispatcher(patience: Patience): Script {
  return async (actor) => {
    const { depot } = actor.world
    if (await actor.until(() => depot.isBusy)) await settle(actor, patience)
    depot.isLetGo = true
    depot.isSettled = true
  }
}

async function settle(actor: Actor, patience: Patience): Promise<void> {
  const { context, world } = actor
  const reach = (step: Patience) => {
    if (steps.indexOf(step) >= steps.indexOf(patience)) world.depot.isLetGo = true
  }
  await passClaim(actor)
  await ask(actor, 'giving up what is sent', () => workOnce(context.db, world.depot.answer(), 0))
  reach('given up')
  const found = await ask(actor, 'reading the booking', () => readAlive(actor))
  const booking = found.kind === 'done' ? found.value : undefined
  if (booking?.state !== 'unknown') return
  if (!(await sayNotBooked(actor, booking))) return
  reach('said')
  const promised = await ask(actor, 'promising it anew', () => promiseParcel(actor, booking.orderId))
  reach('promised')
  if (promised.kind !== 'done') return
  await ask(actor, 'sending it anew', () => workOnce(context.db, world.depot.answer(), 0))
  reach('sent')
}
