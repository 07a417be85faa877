import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CourierBooking } from '@dhakacart/contract/console-couriers.schema.ts'
import type { ConsoleOrder } from '@dhakacart/contract/console-orders.schema.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { sql } from 'kysely'
import { lockOrder, transition } from '../orders/orders.service.ts'
import { callOff, keepWanted } from './called-off.ts'
import { useCourierShop } from './testing/courier-shop.ts'

const shop = useCourierShop()
const { api, simulator, staff, manager, packedOrder, promise, work, workOff, lookNow, read } = shop
const { stateOf, book, parcelsOf, moveParcel } = shop

const order = async (id: number): Promise<ConsoleOrder> =>
  (await staff().send('GET', `/api/console/orders/${id}`)).json()
async function act(id: number, action: string, body: object) {
  const { version } = await order(id)
  return manager().send('POST', `/api/console/orders/${id}/${action}`, { version, ...body })
}
const cancel = (id: number) => act(id, 'cancel', { reason: 'customer_request', note: null })
const ship = (id: number, courier: string, trackingNumber: string | null = null) =>
  act(id, 'ship', { courier, trackingNumber })
const deliver = (id: number, outcome: string) => act(id, 'delivery', { outcome })
const isToStop = async (id: number) => (await order(id)).problems.includes('parcel_called_off')
const counts = async () => (await staff().send('GET', '/api/console/couriers')).json()
const labelsOf = async (...ids: number[]) =>
  (await staff().send('GET', `/api/console/couriers/labels?${ids.map((id) => `id=${id}`).join('&')}`)).json().labels

/** An order whose booking is promised and not sent. */
async function promised() {
  const placed = await packedOrder()
  const [result] = await promise('steadfast', placed.id)
  return { ...placed, bookingId: result?.booking?.id ?? 0 }
}

for (const [what, leave, reason] of [
  ['cancelled', cancel, 'order_cancelled'],
  ['shipped by hand', (id: number) => ship(id, 'steadfast', `SF-${id}`), 'order_shipped'],
] as const) {
  test(`a booking that waits is over when its order is ${what}, and the courier is never asked`, async () => {
    const { id, number, bookingId } = await promised()
    assert.equal((await leave(id)).statusCode, 200)
    const over = await read(bookingId)
    assert.deepEqual([over.state, over.reason, over.calledOffAt], ['ended', reason, null])
    await lookNow(bookingId)
    assert.deepEqual([parcelsOf(number).length, await isToStop(id)], [0, false])
  })
}

test('a booked parcel of a cancelled order has no label and is to be stopped, wherever staff look, until somebody settles it', async () => {
  const { order: placed, booking } = await book('steadfast')
  const other = await book('steadfast')
  const before = (await counts()).calledOff
  assert.equal((await cancel(placed.id)).statusCode, 200)
  assert.deepEqual(
    (await labelsOf(booking.id, other.booking.id)).map(({ bookingId }: { bookingId: number }) => bookingId),
    [other.booking.id],
  )
  assert.ok(await isToStop(placed.id))
  assert.equal((await counts()).calledOff, before + 1)
  const found = async () =>
    (await staff().send('GET', '/api/console/couriers/bookings?isCalledOff=true')).json().bookings as CourierBooking[]
  assert.deepEqual([(await found())[0]?.id, (await found())[0]?.calledOffAt !== null], [booking.id, true])
  const listed = (await staff().send('GET', '/api/console/orders?problem=parcel_called_off')).json().orders
  assert.equal(listed[0]?.number, placed.number)
  const { problems } = (await manager().send('GET', '/api/console/overview')).json()
  assert.equal(problems.parcel_called_off, before + 1)
  const { version } = await read(booking.id)
  const settled = await staff().send('POST', `/api/console/couriers/bookings/${booking.id}/resolve`, {
    version,
    outcome: 'ended',
  })
  assert.deepEqual([settled.statusCode, settled.json().calledOffAt], [200, null])
  assert.deepEqual([await isToStop(placed.id), (await counts()).calledOff], [false, before])
})

test('whoever settles a booking that was called off meanwhile is told so first', async () => {
  const { order: placed, booking } = await book('steadfast')
  await cancel(placed.id)
  const answer = await staff().send('POST', `/api/console/couriers/bookings/${booking.id}/resolve`, {
    version: booking.version,
    outcome: 'ended',
  })
  assert.equal(answer.json().code, 'VERSION_CONFLICT')
})

test('one that nobody answered is called off too, and stays so when the courier says that it has it', async () => {
  simulator().simulator.faults.setAlways('steadfast', [])
  const { order: placed, booking } = await book('steadfast', 'down')
  assert.equal(booking.state, 'unknown')
  await cancel(placed.id)
  assert.ok(await isToStop(placed.id))
  assert.deepEqual(await labelsOf(booking.id), [])
})

test('an order that leaves with somebody else calls its parcel off, which then moves the order no more', async () => {
  const { order: placed, booking } = await book('steadfast')
  assert.equal((await ship(placed.id, 'own')).statusCode, 200)
  assert.ok(await isToStop(placed.id))
  await moveParcel(booking.consignmentId, 'pending')
  await lookNow(booking.id)
  await moveParcel(booking.consignmentId, 'cancelled')
  await lookNow(booking.id)
  // It came back to the shop; what the order left with is still on its way.
  assert.deepEqual([(await read(booking.id)).state, await stateOf(placed.id)], ['ended', 'shipped'])
  assert.equal(await isToStop(placed.id), false)
})

test('a called-off parcel that was delivered all the same stays to be settled, with its money', async () => {
  const { order: placed, booking } = await book('steadfast')
  await cancel(placed.id)
  await moveParcel(booking.consignmentId, 'delivered')
  await lookNow(booking.id)
  const astray = await read(booking.id)
  assert.deepEqual([astray.state, astray.parcelState, await stateOf(placed.id)], ['booked', 'delivered', 'cancelled'])
  assert.ok(await isToStop(placed.id))
})

test('a person who writes down that the booked parcel itself left calls nothing off', async () => {
  for (const nameIt of [() => null, ({ consignmentId }: CourierBooking) => consignmentId]) {
    const { order: placed, booking } = await book('steadfast')
    assert.equal((await ship(placed.id, 'steadfast', nameIt(booking))).statusCode, 200)
    assert.deepEqual([await isToStop(placed.id), (await read(booking.id)).calledOffAt], [false, null])
    assert.equal((await labelsOf(booking.id)).length, 1)
  }
  const { order: placed } = await book('steadfast')
  await ship(placed.id, 'steadfast', `ANOTHER-${placed.id}`)
  assert.ok(await isToStop(placed.id))
})

test('an undelivered order waits to be booked again, once, and what came back instead calls that parcel off', async () => {
  const { order: placed, booking } = await book('steadfast')
  const waiting = async () => {
    const { orders } = (await staff().send('GET', '/api/console/couriers/orders?limit=100')).json()
    return orders.find(({ id }: { id: number }) => id === placed.id)
  }
  await moveParcel(booking.consignmentId, 'pending')
  await lookNow(booking.id)
  assert.equal(await waiting(), undefined)
  const before = (await counts()).toBook
  await moveParcel(booking.consignmentId, 'cancelled')
  await lookNow(booking.id)
  const again = await waiting()
  assert.deepEqual([again.state, again.number, (await counts()).toBook], ['delivery_failed', placed.number, before + 1])
  const [second] = await promise('steadfast', placed.id)
  assert.deepEqual([second?.code, await waiting(), (await counts()).toBook], [null, undefined, before])
  await workOff('steadfast')
  assert.equal((await deliver(placed.id, 'returned')).statusCode, 200)
  assert.deepEqual([await isToStop(placed.id), (await read(second?.booking?.id ?? 0)).state], [true, 'booked'])
})

test('a parcel that is back in the shop is not called off', async () => {
  const { order: placed, booking } = await book('pathao')
  await moveParcel(booking.consignmentId, 'In_Transit')
  await lookNow(booking.id)
  await moveParcel(booking.consignmentId, 'Delivery_Failed')
  await lookNow(booking.id)
  assert.equal(await stateOf(placed.id), 'delivery_failed')
  await deliver(placed.id, 'returned')
  assert.deepEqual([(await read(booking.id)).state, await isToStop(placed.id)], ['booked', false])
})

test('a refusal is counted until its order is booked in another way, and not again when that was not delivered', async () => {
  const placed = await packedOrder()
  await sql`update orders set customer_phone = '+8802123456789' where id = ${placed.id}`.execute(api().db)
  const before = (await counts()).refused
  await promise('steadfast', placed.id)
  await workOff('steadfast')
  assert.equal((await counts()).refused, before + 1)
  await sql`update orders set customer_phone = '+8801712345678' where id = ${placed.id}`.execute(api().db)
  const [second] = await promise('steadfast', placed.id)
  await workOff('steadfast')
  const { consignmentId } = await read(second?.booking?.id ?? 0)
  for (const status of ['pending', 'cancelled']) {
    await moveParcel(consignmentId, status)
    await lookNow(second?.booking?.id ?? 0)
  }
  assert.deepEqual([await stateOf(placed.id), (await counts()).refused], ['delivery_failed', before])
})

test('a courier that still has a called-off parcel is not promised a second one as if it were the same', async () => {
  const { order: placed, booking } = await book('steadfast')
  await ship(placed.id, 'own')
  await deliver(placed.id, 'delivery_failed')
  assert.equal((await promise('steadfast', placed.id))[0]?.code, 'PARCEL_ON_ITS_WAY')
  assert.equal((await read(booking.id)).state, 'booked')
})

test('cancelled and sent at once: never asked for and over, or asked for and to be stopped', async () => {
  for (let round = 0; round < 12; round += 1) {
    await workOff('steadfast')
    const { id, number, bookingId } = await promised()
    const { version } = await order(id)
    const body = { version, reason: 'customer_request', note: null }
    const send = () => manager().send('POST', `/api/console/orders/${id}/cancel`, body)
    const [first, again] = await Promise.all([send(), send(), work('steadfast'), work('steadfast')])
    assert.deepEqual([first.statusCode, again.statusCode], [200, 200])
    const { state } = await read(bookingId)
    const outcome = [state, parcelsOf(number).length, await isToStop(id)]
    assert.deepEqual(outcome, state === 'ended' ? ['ended', 0, false] : ['booked', 1, true])
  }
})

test('cancelled after the worker took it and before it asked: nothing is sent', async () => {
  const { id, bookingId } = await promised()
  // The worker has claimed it, and no more.
  await sql`update courier_bookings set state = 'sending', tries = 1 where id = ${bookingId}`.execute(api().db)
  const { rows } = await sql<{ orderId: number }>`select * from courier_bookings where id = ${bookingId}`.execute(
    api().db,
  )
  await cancel(id)
  assert.ok(await isToStop(id))
  assert.deepEqual(await keepWanted(api().db, rows as never), [])
  const over = await read(bookingId)
  assert.deepEqual([over.state, over.reason, await isToStop(id)], ['ended', 'order_cancelled', false])
})

test('news of a parcel waits for whoever has its order before it touches the booking, and then sees what they did', async () => {
  const { order: placed, booking } = await book('steadfast')
  await moveParcel(booking.consignmentId, 'delivered')
  const { db } = api()
  let looking: Promise<void> | undefined
  // Who cancels has the order, and not yet its booking.
  await inTransaction(db, async (tx) => {
    const held = (await lockOrder(tx, placed.id)) ?? assert.fail('no such order')
    looking = lookNow(booking.id)
    await untilSomebodyWaits()
    // With its locks the other way round the news would have the booking now, and each would wait for the other.
    await sql`select from courier_bookings where id = ${booking.id} for update nowait`.execute(tx)
    await transition(tx, held, 'cancelled', 'cancelled in this test')
    await callOff(tx, placed.id, { toState: 'cancelled' })
  })
  await looking
  const { state, parcelState } = await read(booking.id)
  assert.deepEqual(
    [await stateOf(placed.id), state, parcelState, await isToStop(placed.id)],
    ['cancelled', 'booked', 'delivered', true],
  )
})

/** A session of this shop waits for a lock that another has. */
async function untilSomebodyWaits(): Promise<void> {
  for (let look = 0; look < 2_000; look += 1) {
    const { rows } = await sql`
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(api().db)
    if (rows.length > 0) return
    await sleep(5)
  }
  throw new Error('Nobody waits for a lock.')
}

test('news of a parcel and its cancellation at once end in one of both orders, without a deadlock', async () => {
  for (let round = 0; round < 8; round += 1) {
    const { order: placed, booking } = await book('steadfast')
    await moveParcel(booking.consignmentId, 'delivered')
    const [cancelled] = await Promise.all([cancel(placed.id), lookNow(booking.id)])
    const { state } = await read(booking.id)
    assert.deepEqual(
      [await stateOf(placed.id), state, await isToStop(placed.id)],
      cancelled.statusCode === 200 ? ['cancelled', 'booked', true] : ['delivered', 'ended', false],
    )
  }
})
