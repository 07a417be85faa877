import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type BookingCourier, bookingCouriers } from '@dhakacart/contract/console-couriers.schema.ts'
import { until } from '@dhakacart/simulator/src/testing/test-simulator.ts'
import { staffIdentity } from '../staff/staff-identity.ts'
import * as bookings from './bookings.repository.ts'
import { keepWanted } from './called-off.ts'
import type { Courier } from './courier.ts'
import { workOnce } from './couriers.jobs.ts'
import { type Resolution, resolve } from './couriers.service.ts'
import { useLateShop } from './testing/late-shop.ts'

const shop = useLateShop()
const { api, simulator, staff, courier, packedOrder, promise, work, workOff, read, book } = shop
const { parcelsOf, moveParcel, lookNow, stateOf, pass, settle, sayNotBooked, isToStop, cancel, settled } = shop
const { assertNoParcelIsUnknown, promised, giveUp, workSlowly, bookedLate } = shop

/** How long a person waits for a courier here that never answers. */
const impatienceMs = 20

const other = (name: BookingCourier) => (name === 'pathao' ? 'steadfast' : 'pathao')

for (const name of bookingCouriers) {
  test(`${name}: that nothing was booked may be said two minutes after it was asked, not a second before, and once`, async () => {
    const { order: placed, booking } = await book(name, 'down')
    assert.equal(booking.notBookedFrom, new Date(shop.now().getTime() + 120_000).toISOString())
    const early = await sayNotBooked(booking.id)
    assert.deepEqual(
      [early.statusCode, early.json().code, early.json().details, early.headers['retry-after']],
      [409, 'COURIER_MAY_STILL_BOOK', { retryAfterSeconds: 120 }, '120'],
    )
    await pass(119)
    assert.equal((await sayNotBooked(booking.id)).json().details.retryAfterSeconds, 1)
    assert.equal((await settle(booking.id, 'ended'))[0]?.json().code, 'BOOKING_STATE_FORBIDS')
    assert.equal((await promise(name, placed.id))[0]?.booking?.id, booking.id)
    await pass(1)
    assert.equal((await read(booking.id)).notBookedFrom, null)
    const answers = await settle(booking.id, 'not_booked', 2)
    assert.deepEqual(
      answers.map(({ statusCode }) => statusCode),
      [200, 200],
    )
    const audited = await api()
      .db.selectFrom('auditEntries')
      .select('id')
      .where('action', '=', 'couriers.resolved')
      .where('subject', '=', `order:${placed.id}`)
      .execute()
    assert.equal(audited.length, 1)
  })

  test(`${name}: one that was given up and is booked late is booked, with all that its answer says`, async () => {
    const late = await bookedLate(name, async () => {})
    assert.deepEqual([late.state, late.reason, late.isCalledOff], ['booked', null, false])
  })

  test(`${name}: said not to be booked and booked late, it is the order's parcel, and no second one is promised`, async () => {
    const late = await bookedLate(name, async (id) => assert.equal((await sayNotBooked(id)).statusCode, 200))
    assert.deepEqual([late.state, late.reason, late.isCalledOff], ['booked', 'booked_after_all', false])
    assert.equal((await promise(name, late.placed.id))[0]?.booking?.id, late.id)
    assert.equal((await promise(other(name), late.placed.id))[0]?.code, 'PARCEL_ON_ITS_WAY')
  })

  test(`${name}: booked late after the order was promised anew, it takes the place of what was not sent`, async () => {
    let second = 0
    const late = await bookedLate(name, async (id, placed) => {
      await sayNotBooked(id)
      second = (await promise(other(name), placed.id))[0]?.booking?.id ?? 0
    })
    assert.deepEqual([late.state, late.isCalledOff], ['booked', false])
    const { state, reason } = await read(second)
    assert.deepEqual([state, reason], ['ended', 'booked_before'])
    await workOff(other(name))
    assert.equal(parcelsOf(late.placed.number).length, 1)
  })

  test(`${name}: booked late after another courier was sent, it is one too many, which a person stops`, async () => {
    const late = await bookedLate(name, async (id, placed) => {
      await sayNotBooked(id)
      await promise(other(name), placed.id)
      await workOff(other(name))
    })
    assert.deepEqual([late.state, late.isCalledOff, await isToStop(late.placed.id)], ['surplus', true, true])
    assert.equal(parcelsOf(late.placed.number).length, 2)
    assert.deepEqual((await staff().send('GET', `/api/console/couriers/labels?id=${late.id}`)).json().labels, [])
    // What becomes of it moves the order no more.
    await moveParcel(late.parcel?.id ?? null, name === 'pathao' ? 'In_Transit' : 'pending')
    await lookNow(late.id)
    const { state, parcelState } = await read(late.id)
    assert.deepEqual([state, parcelState, await stateOf(late.placed.id)], ['surplus', 'moving', 'packed'])
    settled.add(late.parcel?.reference ?? '')
    const answers = await settle(late.id, 'ended', 2)
    assert.deepEqual([...new Set(answers.map(({ statusCode }) => statusCode))], [200])
    assert.equal(await isToStop(late.placed.id), false)
  })

  test(`${name}: booked late after its order was cancelled, it is to be stopped`, async () => {
    const late = await bookedLate(name, async (id, placed) => {
      await sayNotBooked(id)
      await cancel(placed.id)
    })
    assert.deepEqual([late.state, late.isCalledOff, await isToStop(late.placed.id)], ['booked', true, true])
  })

  test(`${name}: refused or never reached late, it is told so if nobody settled it meanwhile`, async () => {
    const { id } = await promised(name)
    await workSlowly(name, async () => {
      await giveUp(name)
      simulator().simulator.faults.addNext(name, 'rate_limited', 1)
    })
    const { state, reason } = await read(id)
    assert.deepEqual([state, reason], ['queued', 'http_429'])
    await lookNow(id)
    assert.equal((await read(id)).state, 'booked')
  })

  test(`${name}: a worker that stood still between claiming and sending sends nothing that was given up`, async () => {
    const { placed, id } = await promised(name)
    const claimed = await bookings.claimToSend(api().db, name, { from: 2, most: 10 })
    await giveUp(name)
    assert.deepEqual(await keepWanted(api().db, claimed), [])
    assert.equal((await sayNotBooked(id)).statusCode, 200)
    assert.deepEqual(await keepWanted(api().db, claimed), [])
    // One that was sent is counted from the sending, not from the claim.
    await promise(name, placed.id)
    const again = await bookings.claimToSend(api().db, name, { from: 2, most: 10 })
    await pass(60)
    assert.equal((await keepWanted(api().db, again)).length, 1)
    const secondId = again[0]?.id ?? 0
    assert.equal(Math.round(await bookings.readSecondsOpen(api().db, secondId)), 120)
    await pass(60)
    assert.equal(await bookings.giveUpSending(api().db, name), 0)
  })
}

test('a slow courier that has booked it, asked by our reference when a person says otherwise, is believed', async () => {
  const placed = await packedOrder()
  const id = (await promise('steadfast', placed.id))[0]?.booking?.id ?? 0
  await shop.struck('steadfast', 'slow', () => work('steadfast'))
  assert.deepEqual([(await read(id)).state, (await read(id)).reason], ['unknown', 'timeout'])
  assert.equal((await sayNotBooked(id)).json().code, 'COURIER_MAY_STILL_BOOK')
  await until('the slow courier has booked', () => parcelsOf(placed.number).length > 0)
  await pass(120)
  const answers = await settle(id, 'not_booked', 2)
  assert.deepEqual(
    answers.map((answer) => [answer.statusCode, answer.json().code]),
    Array(2).fill([409, 'BOOKED_AFTER_ALL']),
  )
  assert.equal((await promise('steadfast', placed.id))[0]?.booking?.id, id)
  await workOff('steadfast')
  assert.deepEqual([(await read(id)).state, parcelsOf(placed.number).length], ['booked', 1])
})

/** As Pathao's webhook says it. */
async function tell(consignmentId: string, reference: string) {
  const payload = { consignment_id: consignmentId, merchant_order_id: reference }
  await api().inject({ method: 'POST', url: '/api/couriers/pathao/webhook', payload })
}

/** A booking that Pathao made without answering. */
async function unanswered() {
  const { faults } = simulator().simulator
  // Its webhook is told by hand, at the moment that is tested.
  faults.setAlways('pathao', ['timeout_after_success', 'status_never'])
  const { order: placed, booking } = await book('pathao')
  faults.clear()
  assert.equal(booking.state, 'unknown')
  const [parcel] = parcelsOf(placed.number)
  return { placed, booking, reference: booking.reference, consignmentId: parcel?.id ?? '' }
}

test('Pathao’s webhook after a person said that it was not booked: asked about, it is the parcel again, or one too many', async () => {
  for (const isSentAnew of [false, true]) {
    const { placed, booking, reference, consignmentId } = await unanswered()
    await pass(120)
    assert.equal((await sayNotBooked(booking.id)).statusCode, 200)
    await workOff('pathao')
    assert.equal((await read(booking.id)).state, 'ended')
    if (isSentAnew) {
      await promise('steadfast', placed.id)
      await workOff('steadfast')
    }
    await Promise.all([tell(consignmentId, reference), tell(consignmentId, reference)])
    await pass(20)
    await Promise.all([workOff('pathao'), workOff('pathao')])
    const known = await read(booking.id)
    assert.deepEqual(
      [known.state, known.consignmentId, known.calledOffAt !== null],
      [isSentAnew ? 'surplus' : 'booked', consignmentId, isSentAnew],
    )
  }
})

test('a webhook that came before the person decided is asked about first', async () => {
  const { booking, reference, consignmentId } = await unanswered()
  await pass(120)
  await tell(consignmentId, reference)
  assert.equal((await sayNotBooked(booking.id)).json().code, 'BOOKED_AFTER_ALL')
  const { state, consignmentId: known } = await read(booking.id)
  assert.deepEqual([state, known], ['booked', consignmentId])
})

test('a webhook that names somebody else’s parcel brings nothing back', async () => {
  const { order: placed, booking } = await book('pathao', 'down')
  const foreign = await book('pathao')
  await pass(120)
  await sayNotBooked(booking.id)
  await tell(foreign.booking.consignmentId ?? '', booking.reference)
  await pass(20)
  await workOff('pathao')
  const { state, reason, consignmentId } = await read(booking.id)
  assert.deepEqual([state, reason, consignmentId], ['ended', 'not_booked', null])
  assert.equal((await promise('pathao', placed.id))[0]?.code, null)
  await workOff('pathao')
})

test('a courier that is silent when a person decides is asked again until it answers', async () => {
  const { order: placed, booking } = await book('steadfast', 'timeout_after_success')
  await pass(120)
  simulator().simulator.faults.setAlways('steadfast', ['down'])
  assert.equal((await sayNotBooked(booking.id)).statusCode, 200)
  await promise('pathao', placed.id)
  await workOff('pathao')
  await pass(120)
  await workOff('steadfast')
  assert.equal((await read(booking.id)).state, 'ended')
  simulator().simulator.faults.clear()
  await pass(1_800)
  await shop.signIn()
  await workOff('steadfast')
  assert.deepEqual([(await read(booking.id)).state, await isToStop(placed.id)], ['surplus', true])
})

test('news that were asked for before a person decided, and come after, count', async () => {
  const { booking } = await book('steadfast', 'timeout_after_success')
  await pass(120)
  const real = courier('steadfast')
  const slow: Courier = {
    ...real,
    async readStatus(parcel) {
      const news = await real.readStatus(parcel)
      simulator().simulator.faults.addNext('steadfast', 'down', 1)
      assert.equal((await sayNotBooked(booking.id)).statusCode, 200)
      return news
    },
  }
  await workOnce(api().db, slow, 0)
  const { state, reason } = await read(booking.id)
  assert.deepEqual([state, reason], ['booked', 'booked_after_all'])
})

test('all at once, in any order: the late answer, a new promise, its sending and a cancellation leave no parcel that nobody knows of', async () => {
  for (let round = 0; round < 8; round += 1) {
    const ends = new Set<Promise<unknown>>()
    const late = await bookedLate('steadfast', async (id, placed) => {
      await sayNotBooked(id)
      ends.add(promise('pathao', placed.id))
      ends.add(work('pathao'))
      if (round % 2 === 1) ends.add(cancel(placed.id))
    })
    await Promise.all(ends)
    await workOff('pathao')
    await assertNoParcelIsUnknown()
    const sent = parcelsOf(late.placed.number).length
    if (sent === 2 || round % 2 === 1) assert.ok(await isToStop(late.placed.id))
    else assert.equal(late.state, 'booked')
  }
})

test('a courier that does not answer while a person waits is silent to them, whatever it says later', async () => {
  const { booking } = await book('steadfast', 'down')
  await pass(120)
  const never: Courier = { ...courier('steadfast'), readStatus: () => new Promise(() => undefined) }
  const person = staffIdentity({ id: staff().id, name: 'The warehouse', role: 'warehouse' })
  const { id, version } = booking
  const say = (said: Pick<Resolution, 'outcome' | 'consignmentId'>) =>
    resolve(api().db, new Map([['steadfast', never]]), person, { id, version, ...said }, impatienceMs)
  await assert.rejects(say({ outcome: 'booked', consignmentId: '1' }), { code: 'COURIER_UNAVAILABLE' })
  const { state, reason } = await say({ outcome: 'not_booked' })
  assert.deepEqual([state, reason], ['ended', 'not_booked'])
})
