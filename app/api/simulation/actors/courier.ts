import type { ParcelState } from '@dhakacart/contract/console-couriers.schema.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import * as bookings from '../../src/couriers/bookings.repository.ts'
import { workOnce } from '../../src/couriers/couriers.jobs.ts'
import { followParcel } from '../../src/orders/orders.parcels.ts'
import { lockOrder, transition } from '../../src/orders/orders.service.ts'
import { type Actor, ask, type Script } from '../actor.ts'
import { Violation } from '../violation.ts'
import { passClaim, promiseParcel, readAlive, sayNotBooked } from './parcel-steps.ts'

/** What a courier says of a parcel, one after the other; twice the same is no news. */
export type CourierPath = readonly ('shipped' | 'delivered' | 'delivery_failed')[]

const parcelStateOf: Record<CourierPath[number], ParcelState> = {
  shipped: 'moving',
  delivered: 'delivered',
  delivery_failed: 'failed',
}

export type CourierPlan = {
  path: CourierPath
  comesBack: boolean
  /** It books only when staff have done something about it, or everybody waits for it. */
  isSlow: boolean
}

/** Packs the first order, has its parcel sent, and brings the courier's news of it as the worker does, until it is here or there. */
export function makeCourier({ path, comesBack, isSlow }: CourierPlan): Script {
  return async (actor) => {
    const { world } = actor
    const isThere = await actor.until(() => world.toldOrders.length > 0)
    const told = world.toldOrders[0]
    if (!isThere || told === undefined) return
    const found = await ask(actor, 'finding the order', () =>
      actor.context.db.selectFrom('orders').select('id').where('token', '=', told.token).executeTakeFirst(),
    )
    const order = found.kind === 'done' ? found.value : undefined
    if (order === undefined) throw new Violation(`${told.toldTo} was told of an order that is not there`)
    if (!(await step(actor, order.id, 'packed', told.token))) return
    const booking = await sendParcel(actor, order.id, isSlow)
    if (booking === null) return
    const parcel = booking.consignmentId
    world.parcels.set(told.token, parcel)
    for (const toState of path) {
      const tell = () => bringNews(actor, { orderId: order.id, bookingId: booking.id, parcel, toState })
      const answer = await ask(actor, `saying that it is ${toState}`, tell)
      actor.note(`said that a parcel is ${toState}: ${answer.kind}`)
      if (answer.kind === 'done' && toState === 'delivered') world.delivered.add(told.token)
    }
    if (comesBack) await step(actor, order.id, 'returned', told.token)
  }
}

/** The parcel that was booked and is wanted, with the courier's name for it; null when there is none. */
async function sendParcel(actor: Actor, orderId: number, isSlow: boolean) {
  const { context, world } = actor
  const { depot } = world
  await ask(actor, 'booking the parcel', () => promiseParcel(actor, orderId))
  const courier = depot.answer(async () => {
    if (!isSlow) return
    depot.isBusy = true
    await actor.until(() => depot.isLetGo)
  })
  const send = () => workOnce(context.db, courier, 0)
  await ask(actor, 'sending the parcel', send)
  if (isSlow) await actor.until(() => depot.isSettled)
  for (;;) {
    const found = await ask(actor, 'reading the booking', () => readAlive(actor))
    const booking = found.kind === 'done' ? found.value : undefined
    if (booking === undefined || booking.calledOffAt !== null) return null
    const { id, state, consignmentId, reference } = booking
    // One that was found by asking has no name of the courier's.
    if (state === 'booked') return { id, consignmentId: consignmentId ?? reference }
    if (state === 'unknown' && !depot.consignments.has(reference)) {
      await sayNotBooked(actor, booking)
      return null
    }
    // Whoever sent it died before the answer was written, or before anybody was asked.
    await passClaim(actor)
    await ask(actor, 'asking for the parcel', send)
  }
}

async function step(actor: Actor, orderId: number, toState: 'packed' | 'returned', token: string): Promise<boolean> {
  const cause = `${token} ${actor.name} ${toState}`
  const move = () =>
    inTransaction(actor.context.db, async (tx) => {
      const order = await lockOrder(tx, orderId)
      if (order?.state === toState) return true
      return order !== null && (await transition(tx, order, toState, cause))
    })
  const answer = await ask(actor, `moving to ${toState}`, move, { refusals: ['ORDER_STATE_FORBIDS'] })
  actor.note(`moving an order to ${toState}: ${answer.kind === 'refused' ? answer.code : answer.kind}`)
  return answer.kind === 'done' && answer.value
}

type News = { orderId: number; bookingId: number; parcel: string; toState: CourierPath[number] }

function bringNews(actor: Actor, { orderId, bookingId, parcel, toState }: News): Promise<void> {
  return inTransaction(actor.context.db, async (tx) => {
    await lockOrder(tx, orderId)
    await bookings.change(tx, bookingId, ['booked'], {
      state: toState === 'delivered' ? 'ended' : 'booked',
      parcelState: parcelStateOf[toState],
      nextLookSeconds: null,
    })
    await followParcel(tx, { orderId, courier: 'steadfast', trackingNumber: parcel, toState, cause: 'the courier' })
  })
}
