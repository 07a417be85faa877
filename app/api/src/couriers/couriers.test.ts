import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { useCourierShop } from './testing/courier-shop.ts'

const shop = useCourierShop()
const { api, simulator, staff, packedOrder, promise, work, lookNow, read, stateOf, book, parcelsOf, moveParcel } = shop

test('a packed order is booked, its parcel followed, and the order goes along: shipped, delivered', async () => {
  for (const [name, moving, delivered] of [
    ['steadfast', 'pending', 'delivered'],
    ['pathao', 'In_Transit', 'Delivered'],
  ] as const) {
    const { order, booking } = await book(name)
    assert.deepEqual(
      [booking.state, booking.parcelState, booking.collectPaisa],
      ['booked', 'waiting', order.totalPaisa],
    )
    assert.equal(booking.consignmentId, parcelsOf(order.number)[0]?.id)
    assert.equal(await stateOf(order.id), 'packed')
    await moveParcel(booking.consignmentId, moving)
    await lookNow(booking.id)
    assert.equal(await stateOf(order.id), 'shipped')
    await moveParcel(booking.consignmentId, delivered)
    await lookNow(booking.id)
    assert.equal(await stateOf(order.id), 'delivered')
    const ended = await read(booking.id)
    assert.deepEqual([ended.state, ended.parcelState], ['ended', 'delivered'])
    const steps = await api()
      .db.selectFrom('orderTransitions')
      .select(['toState', 'cause'])
      .where('orderId', '=', order.id)
      .orderBy('id')
      .execute()
    assert.deepEqual(
      steps.slice(-2).map(({ toState, cause }) => [toState, cause]),
      [
        ['shipped', `${name}: ${moving}`],
        ['delivered', `${name}: ${delivered}`],
      ],
    )
  }
})

test('pressed ten times at once, and by two workers at once, one parcel is booked', async () => {
  const order = await packedOrder()
  const answers = await Promise.all(Array.from({ length: 10 }, () => promise('steadfast', order.id)))
  assert.equal(new Set(answers.map(([result]) => result?.booking?.id)).size, 1)
  assert.ok(answers.every(([result]) => result?.code === null))
  await Promise.all([work('steadfast'), work('steadfast')])
  assert.equal(parcelsOf(order.number).length, 1)
})

test('many orders at once: each gets its own answer', async () => {
  const [first, second] = [await packedOrder(), await packedOrder()]
  await staff().send('POST', `/api/console/orders/${second.id}/ship`, {
    version: second.version + 1,
    courier: 'own',
    trackingNumber: null,
  })
  const results = await promise('pathao', first.id, second.id, 999_999)
  assert.deepEqual(
    results.map(({ code }) => code),
    [null, 'ORDER_STATE_FORBIDS', 'ORDER_NOT_FOUND'],
  )
  const [other] = await promise('steadfast', first.id)
  assert.equal(other?.code, 'PARCEL_ON_ITS_WAY')
})

for (const [what, body] of [
  ['an unknown courier', { courier: 'redx', orders: [{ id: 1 }] }],
  ['no orders', { courier: 'pathao', orders: [] }],
  ['101 orders', { courier: 'pathao', orders: Array.from({ length: 101 }, (_, id) => ({ id: id + 1 })) }],
  ['100 grams', { courier: 'pathao', orders: [{ id: 1, weightGrams: 100 }] }],
  ['a field nobody knows', { courier: 'pathao', orders: [{ id: 1, collectPaisa: 1 }] }],
] as const) {
  test(`booking with ${what} is refused`, async () => {
    assert.equal((await staff().send('POST', '/api/console/couriers/bookings', body)).statusCode, 400)
  })
}

test('a courier that books and does not answer is asked by our reference, and never booked again', async () => {
  const { order, booking } = await book('steadfast', 'timeout_after_success')
  // The booking was left unknown, then asked for in the same round.
  await lookNow(booking.id)
  const known = await read(booking.id)
  assert.deepEqual([known.state, known.courierStatus, known.consignmentId], ['booked', 'in_review', null])
  for (let round = 0; round < 3; round += 1) await work('steadfast')
  assert.equal(parcelsOf(order.number).length, 1)
})

test('Pathao cannot be asked by reference: unknown until its webhook names the consignment, which is then asked about', async () => {
  simulator().simulator.faults.setAlways('pathao', [])
  const { order, booking } = await book('pathao', 'timeout_after_success')
  assert.equal(booking.state, 'unknown')
  await lookNow(booking.id)
  await work('pathao')
  assert.equal(parcelsOf(order.number).length, 1)
  await sleep(400)
  await lookNow(booking.id)
  const known = await read(booking.id)
  assert.deepEqual([known.state, known.consignmentId], ['booked', parcelsOf(order.number)[0]?.id])
})

test('a forged webhook makes the courier be asked and nothing else', async () => {
  const { order, booking } = await book('steadfast', 'status_forged')
  await sleep(400)
  await lookNow(booking.id)
  assert.deepEqual([await stateOf(order.id), (await read(booking.id)).parcelState], ['packed', 'waiting'])
  const foreign = { consignment_id: 'DL-FOREIGN', merchant_order_id: 'NOBODY-1', event: 'order.delivered' }
  const answer = await api().inject({ method: 'POST', url: '/api/couriers/pathao/webhook', payload: foreign })
  assert.equal(answer.statusCode, 202)
  assert.equal(answer.headers['x-pathao-merchant-webhook-integration-secret'], 'f3992ecc-59da-4cbe-a049-a13da2018d51')
})

test('a webhook that names somebody else’s consignment for an unknown booking is found out', async () => {
  const other = await book('pathao')
  const { booking } = await book('pathao', 'timeout_after_success')
  await sleep(400)
  const forged = { consignment_id: other.booking.consignmentId, merchant_order_id: booking.reference }
  await api().inject({ method: 'POST', url: '/api/couriers/pathao/webhook', payload: forged })
  await lookNow(booking.id)
  const known = await read(booking.id)
  assert.deepEqual([known.state, known.consignmentId, known.reason], ['unknown', null, 'not_ours'])
})

test('duplicate and late webhooks ask again and change nothing twice', async () => {
  const { order, booking } = await book('steadfast', 'status_duplicate')
  await moveParcel(booking.consignmentId, 'pending')
  await sleep(400)
  await Promise.all([lookNow(booking.id), lookNow(booking.id)])
  const shipments = await api().db.selectFrom('shipments').selectAll().where('orderId', '=', order.id).execute()
  assert.deepEqual([await stateOf(order.id), shipments.length], ['shipped', 1])
})

test('what waits for approval changes nothing yet; a returned parcel is a failed delivery that a person receives', async () => {
  const { order, booking } = await book('steadfast', 'approval_pending')
  await moveParcel(booking.consignmentId, 'pending')
  await lookNow(booking.id)
  await moveParcel(booking.consignmentId, 'cancelled')
  await lookNow(booking.id)
  assert.deepEqual(
    [(await read(booking.id)).courierStatus, await stateOf(order.id)],
    ['cancelled_approval_pending', 'shipped'],
  )
  await moveParcel(booking.consignmentId, 'cancelled')
  await lookNow(booking.id)
  assert.deepEqual([(await read(booking.id)).state, await stateOf(order.id)], ['ended', 'delivery_failed'])
  // It may go out again, as a second parcel under a second reference.
  const [again] = await promise('steadfast', order.id)
  assert.match(again?.booking?.reference ?? '', /-2$/)
})

test('a courier in maintenance leaves the booking unknown, one that cannot be reached leaves it queued', async () => {
  const down = await book('steadfast', 'down')
  assert.equal(down.booking.state, 'unknown')
  const order = await packedOrder()
  simulator().simulator.faults.addNext('pathao', 'token_limited', 1)
  const [result] = await promise('pathao', order.id)
  // Its token ended, so that the next one is refused.
  simulator().simulator.records.clear()
  await work('pathao')
  const waiting = await read(result?.booking?.id ?? 0)
  assert.deepEqual([waiting.state, waiting.reason], ['queued', 'token_http_429'])
  assert.equal(parcelsOf(order.number).length, 0)
  await lookNow(waiting.id)
  assert.equal((await read(waiting.id)).state, 'booked')
})

test('a worker that died while it asked leaves the booking unknown, not sent again', async () => {
  const order = await packedOrder()
  const [result] = await promise('steadfast', order.id)
  const id = result?.booking?.id ?? 0
  await sql`update courier_bookings set state = 'sending', next_look_at = shop_now() - interval '1 second' where id = ${id}`.execute(
    api().db,
  )
  await work('steadfast')
  assert.deepEqual([(await read(id)).state, parcelsOf(order.number).length], ['unknown', 0])
})

test('what the courier refuses is told by its fields, and the order can be booked with another', async () => {
  const order = await packedOrder()
  await sql`update orders set customer_phone = '+8802123456789' where id = ${order.id}`.execute(api().db)
  const [result] = await promise('steadfast', order.id)
  await work('steadfast')
  const refused = await read(result?.booking?.id ?? 0)
  assert.deepEqual([refused.state, refused.reason], ['refused', 'recipient_phone'])
  assert.equal((await promise('pathao', order.id))[0]?.code, null)
})

test('only a person may say that an unknown booking was not made, and a consignment is checked with the courier', async () => {
  const { order, booking } = await book('pathao', 'timeout_after_success')
  const resolve = (body: object) => staff().send('POST', `/api/console/couriers/bookings/${booking.id}/resolve`, body)
  const foreign = await book('pathao')
  let version = (await read(booking.id)).version
  const wrong = await resolve({ version, outcome: 'booked', consignmentId: foreign.booking.consignmentId })
  assert.equal(wrong.json().code, 'CONSIGNMENT_UNKNOWN')
  assert.equal((await resolve({ version: version + 5, outcome: 'not_booked' })).json().code, 'VERSION_CONFLICT')
  version = (await read(booking.id)).version
  const right = { version, outcome: 'booked', consignmentId: parcelsOf(order.number)[0]?.id }
  const answers = await Promise.all([resolve(right), resolve(right)])
  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [200, 200],
  )
  assert.equal(answers[0]?.json().state, 'booked')
  assert.equal(
    (await resolve({ version: answers[0]?.json().version, outcome: 'not_booked' })).json().code,
    'BOOKING_STATE_FORBIDS',
  )
})

test('labels carry what the courier scans and what it collects; lists are bounded and paged', async () => {
  const { order, booking } = await book('pathao')
  const { labels } = (await staff().send('GET', `/api/console/couriers/labels?id=${booking.id}`)).json()
  assert.deepEqual(
    [labels[0].code, labels[0].orderNumber, labels[0].collectPaisa, labels[0].recipientPhone.length],
    [booking.consignmentId, order.number, order.totalPaisa, 11],
  )
  const first = (await staff().send('GET', '/api/console/couriers/bookings?limit=1')).json()
  const next = (await staff().send('GET', `/api/console/couriers/bookings?limit=1&after=${first.nextCursor}`)).json()
  assert.ok(next.bookings[0].id < first.bookings[0].id)
  assert.equal((await staff().send('GET', '/api/console/couriers/bookings?after=abc')).statusCode, 400)
  await packedOrder()
  const { toBook } = (await staff().send('GET', '/api/console/couriers')).json()
  const { orders } = (await staff().send('GET', '/api/console/couriers/orders')).json()
  assert.ok(toBook >= 1 && orders.length === toBook)
})
