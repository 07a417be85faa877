import assert from 'node:assert/strict'
import { afterEach, beforeEach } from 'node:test'
import type { BookingCourier } from '@dhakacart/contract/console-couriers.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import { setClock } from '@dhakacart/database/testing/set-clock.ts'
import * as bookings from '../bookings.repository.ts'
import type { Courier } from '../courier.ts'
import { workOnce } from '../couriers.jobs.ts'
import { useCourierShop } from './courier-shop.ts'

/** A shop with couriers that are slower than anybody waits for them, and a person who says meanwhile that they booked nothing. */
export function useLateShop() {
  let now = new Date()
  const shop = useCourierShop({ clockAt: now })
  const { api, simulator, staff, manager, courier, packedOrder, promise, workOff, read, parcelsOf } = shop
  beforeEach(async () => {
    await shop.signIn()
    await haveToken(courier('pathao'))
  })
  afterEach(() => assertNoParcelIsUnknown())

  async function pass(seconds: number): Promise<void> {
    now = new Date(now.getTime() + seconds * 1_000)
    await setClock(api().db, now)
  }

  /** A person settles what they see; `hands` of them at once. */
  async function settle(id: number, outcome: 'not_booked' | 'ended', hands = 1) {
    const { version } = await read(id)
    const url = `/api/console/couriers/bookings/${id}/resolve`
    return Promise.all(Array.from({ length: hands }, () => staff().send('POST', url, { version, outcome })))
  }
  async function sayNotBooked(id: number) {
    const [answer] = await settle(id, 'not_booked')
    return answer as NonNullable<typeof answer>
  }

  async function order(id: number) {
    return (await staff().send('GET', `/api/console/orders/${id}`)).json()
  }
  const isToStop = async (id: number) => (await order(id)).problems.includes('parcel_called_off')
  async function cancel(id: number) {
    const { version } = await order(id)
    const body = { version, reason: 'customer_request', note: null }
    assert.equal((await manager().send('POST', `/api/console/orders/${id}/cancel`, body)).statusCode, 200)
  }

  /** References of parcels that a person has dealt with. */
  const settled = new Set<string>()
  const assertNoParcelIsUnknown = () =>
    assertAllKnown(api().db, simulator().simulator.records.list('consignment'), settled)

  /** The worker sends what is due to a courier that takes so long that `meanwhile` happens before it books. */
  function workSlowly(name: BookingCourier, meanwhile: () => Promise<unknown>): Promise<number> {
    const real = courier(name)
    const slow: Courier = {
      ...real,
      async book(parcel) {
        await meanwhile()
        return real.book(parcel)
      },
    }
    return workOnce(api().db, slow, 0)
  }

  /** An order's booking that was promised, while the courier has nothing else to send. */
  async function promised(name: BookingCourier) {
    const placed = await packedOrder()
    await workOff(name)
    return { placed, id: (await promise(name, placed.id))[0]?.booking?.id ?? 0 }
  }

  /** So much time passes that nobody waits for what is being sent. */
  async function giveUp(name: BookingCourier): Promise<void> {
    await pass(120)
    await bookings.giveUpSending(api().db, name)
  }

  /** A promised booking whose courier books it only after everybody gave it up and `meanwhile`; returns how it then stands. */
  async function bookedLate(
    name: BookingCourier,
    meanwhile: (id: number, placed: Awaited<ReturnType<typeof packedOrder>>) => Promise<unknown>,
  ) {
    const { placed, id } = await promised(name)
    await workSlowly(name, async () => {
      await giveUp(name)
      assert.deepEqual([(await read(id)).state, (await read(id)).reason], ['unknown', 'interrupted'])
      await meanwhile(id, placed)
    })
    const [parcel, ...more] = parcelsOf(placed.number).filter(({ reference }) => reference.endsWith('-1'))
    const { state, reason, consignmentId, calledOffAt } = await read(id)
    assert.deepEqual([consignmentId, more], [parcel?.id, []])
    return { placed, id, parcel, state, reason, isCalledOff: calledOffAt !== null }
  }

  return {
    ...shop,
    pass,
    settle,
    sayNotBooked,
    isToStop,
    cancel,
    settled,
    assertNoParcelIsUnknown,
    promised,
    giveUp,
    workSlowly,
    bookedLate,
    /** What the shop's clock says. */
    now: () => now,
  }
}

/** A token is there, so that what strikes the booking does not strike asking for one; a busy machine takes longer than one try. */
async function haveToken(pathao: Courier): Promise<void> {
  const ask = () => pathao.readStatus({ reference: '', consignmentId: 'DL-NONE' })
  while ((await ask()).kind === 'no_answer');
}

/** Whatever couriers have of ours is in a booking, and of one order no two are wanted. */
async function assertAllKnown(
  db: Db,
  consignments: readonly { reference: string }[],
  settled: ReadonlySet<string>,
): Promise<void> {
  const rows = await db.selectFrom('courierBookings').selectAll().execute()
  for (const { reference } of consignments) {
    const { state } = rows.find((row) => row.reference === reference) ?? assert.fail(`${reference} has no booking`)
    assert.ok(['booked', 'surplus'].includes(state) || settled.has(reference), `${reference} is ${state}`)
  }
  const wanted = rows.filter(({ state, calledOffAt }) => ['booked', 'surplus'].includes(state) && calledOffAt === null)
  assert.equal(new Set(wanted.map(({ orderId }) => orderId)).size, wanted.length)
}
