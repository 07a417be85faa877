import type { ParcelState } from '@dhakacart/contract/console-couriers.schema.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import * as bookings from '../../src/couriers/bookings.repository.ts'
import { followParcel } from '../../src/orders/orders.parcels.ts'
import { lockOrder, transition } from '../../src/orders/orders.service.ts'
import { type Actor, ask, type Script } from '../actor.ts'
import { Violation } from '../violation.ts'

/** What a courier says of a parcel, one after the other; twice the same is no news. */
export type CourierPath = readonly ('shipped' | 'delivered' | 'delivery_failed')[]

const parcelStateOf: Record<CourierPath[number], ParcelState> = {
  shipped: 'moving',
  delivered: 'delivered',
  delivery_failed: 'failed',
}

/** Packs the first order, books its parcel, and brings the courier's news of it as the worker does, until it is here or there. */
export function makeCourier(path: CourierPath, comesBack: boolean): Script {
  return async (actor) => {
    const { world } = actor
    const isThere = await actor.until(() => world.toldOrders.length > 0)
    const told = world.toldOrders[0]
    if (!isThere || told === undefined) return
    const found = await ask(actor, 'finding the order', () =>
      actor.context.db.selectFrom('orders').select(['id', 'number']).where('token', '=', told.token).executeTakeFirst(),
    )
    const order = found.kind === 'done' ? found.value : undefined
    if (order === undefined) throw new Violation(`${told.toldTo} was told of an order that is not there`)
    if (!(await step(actor, order.id, 'packed', told.token))) return
    const parcel = `parcel of ${order.number}`
    const booking = await ask(actor, 'booking the parcel', () => book(actor, order, parcel))
    if (booking.kind !== 'done') return
    world.parcels.set(told.token, parcel)
    for (const toState of path) {
      const tell = () => bringNews(actor, { orderId: order.id, bookingId: booking.value, parcel, toState })
      const answer = await ask(actor, `saying that it is ${toState}`, tell)
      actor.note(`said that a parcel is ${toState}: ${answer.kind}`)
      if (answer.kind === 'done' && toState === 'delivered') world.delivered.add(told.token)
    }
    if (comesBack) await step(actor, order.id, 'returned', told.token)
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

function book(actor: Actor, { id: orderId, number }: { id: number; number: string }, parcel: string): Promise<number> {
  const staffId = actor.world.staff.id
  const wanted = {
    orderId,
    orderNumber: number,
    courier: 'steadfast',
    weightGrams: 500,
    collectPaisa: 100,
    staffId,
  } as const
  return inTransaction(actor.context.db, async (tx) => {
    await lockOrder(tx, orderId)
    const id = await bookings.insert(tx, wanted)
    if (id === null) return (await bookings.lockAlive(tx, orderId))?.id ?? 0
    await bookings.change(tx, id, ['queued'], { state: 'booked', consignmentId: parcel, nextLookSeconds: null })
    return id
  })
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
