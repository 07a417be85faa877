import { setClock } from '@dhakacart/database/testing/set-clock.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { sql } from 'kysely'
import * as bookings from '../../src/couriers/bookings.repository.ts'
import { bookableStates } from '../../src/couriers/called-off.ts'
import { resolve } from '../../src/couriers/couriers.service.ts'
import { lockOrder } from '../../src/orders/orders.service.ts'
import { type Actor, ask } from '../actor.ts'

/** A claim holds for two minutes, and no earlier may anybody say that nothing was booked. */
const claimSeconds = 121

/** Promises the parcel of an order that has none; safe to repeat. */
export function promiseParcel({ context, world }: Actor, orderId: number): Promise<unknown> {
  const staffId = world.staff.id
  world.depot.orderId = orderId
  return inTransaction(context.db, async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (order === null || !bookableStates.has(order.state)) return
    const { number: orderNumber } = order
    const parcel = { courier: 'steadfast', weightGrams: 500, collectPaisa: 100 } as const
    await bookings.insert(tx, { orderId, orderNumber, staffId, ...parcel })
  })
}

/** The booking of the order with a parcel that nothing has ended yet. */
export async function readAlive({ context, world }: Actor): Promise<bookings.Booking | undefined> {
  const { rows } = await sql<bookings.Booking>`
    select id, order_id, state, reference, consignment_id, called_off_at, version from courier_bookings
    where order_id = ${world.depot.orderId} and state in ('queued', 'sending', 'booked', 'unknown')`.execute(context.db)
  return rows[0]
}

/** So much time passes that a claim is given up. */
export async function passClaim(actor: Actor): Promise<void> {
  const { context, world } = actor
  const seconds = world.minutesPassed * 60 + claimSeconds
  const at = new Date(world.startAt.getTime() + seconds * 1_000)
  await ask(actor, 'setting the clock', () => setClock(context.db, at))
  world.minutesPassed = seconds / 60
}

/** Staff say that nothing was booked; false when it was, or somebody else was quicker. */
export async function sayNotBooked(actor: Actor, { id, version }: bookings.Booking): Promise<boolean> {
  const { context, world } = actor
  const couriers = new Map([['steadfast', world.depot.answer()] as const])
  const say = () => resolve(context.db, couriers, world.staff, { id, version, outcome: 'not_booked' })
  const refusals = ['BOOKED_AFTER_ALL', 'BOOKING_STATE_FORBIDS', 'VERSION_CONFLICT'] as const
  const answer = await ask(actor, 'saying that it was not booked', say, { refusals })
  actor.note(`said that it was not booked: ${answer.kind === 'refused' ? answer.code : answer.kind}`)
  return answer.kind === 'done'
}
