import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { BookingCourier } from '@dhakacart/contract/console-couriers.schema.ts'
import { sql } from 'kysely'
import type { Parcel } from './courier.ts'
import type { CourierAnswer } from './courier-http.ts'
import { createPathao } from './pathao.ts'
import { createSteadfast } from './steadfast.ts'
import { useCourierShop } from './testing/courier-shop.ts'

const shop = useCourierShop()
const { api, simulator, packedOrder, promise, work, workOff, lookNow, read, parcelsOf } = shop

/** Promises that many bookings with one press; the worker has done nothing of them yet. */
async function promiseMany(name: BookingCourier, count: number, spoil = -1) {
  await workOff(name)
  const orders: Awaited<ReturnType<typeof packedOrder>>[] = []
  for (let index = 0; index < count; index += 1) orders.push(await packedOrder())
  const spoilt = orders[spoil]
  if (spoilt !== undefined) {
    await sql`update orders set customer_phone = '+8802123456789' where id = ${spoilt.id}`.execute(api().db)
  }
  const results = await promise(name, ...orders.map(({ id }) => id))
  return { orders, ids: results.map(({ booking }) => booking?.id ?? 0) }
}

const statesOf = async (ids: readonly number[]) => (await Promise.all(ids.map(read))).map(({ state }) => state)
const countParcels = (orders: readonly { number: string }[]) => orders.map(({ number }) => parcelsOf(number).length)

test('many are booked with one request, and one bad order is refused by itself with the names of its fields', async () => {
  const { orders, ids } = await promiseMany('steadfast', 4, 1)
  assert.equal(await work('steadfast'), 4)
  assert.deepEqual(await statesOf(ids), ['booked', 'queued', 'booked', 'booked'])
  await workOff('steadfast')
  const refused = await read(ids[1] ?? 0)
  assert.deepEqual([refused.state, refused.reason], ['refused', 'recipient_phone'])
  assert.deepEqual(countParcels(orders), [1, 0, 1, 1])
  const first = await read(ids[0] ?? 0)
  assert.deepEqual([first.consignmentId, first.parcelState], [parcelsOf(orders[0]?.number ?? '')[0]?.id, 'waiting'])
})

test('two workers at once send many once', async () => {
  const { orders, ids } = await promiseMany('steadfast', 6)
  await Promise.all([work('steadfast'), work('steadfast'), work('steadfast')])
  await workOff('steadfast')
  assert.deepEqual(await statesOf(ids), Array(6).fill('booked'))
  assert.deepEqual(countParcels(orders), Array(6).fill(1))
})

test('many that were booked and not answered for are asked about by our reference, and never sent again', async () => {
  simulator().simulator.faults.addNext('steadfast', 'timeout_after_success', 1)
  const { orders, ids } = await promiseMany('steadfast', 3)
  await work('steadfast')
  for (const id of ids) assert.ok(['unknown', 'booked'].includes((await read(id)).state))
  for (const id of ids) await lookNow(id)
  await workOff('steadfast')
  assert.deepEqual(await statesOf(ids), Array(3).fill('booked'))
  assert.deepEqual(countParcels(orders), Array(3).fill(1))
})

test('a courier in maintenance leaves many unknown; asked, it knows none of them, and a person decides', async () => {
  simulator().simulator.faults.addNext('steadfast', 'down', 1)
  const { orders, ids } = await promiseMany('steadfast', 3)
  await work('steadfast')
  for (const id of ids) await lookNow(id)
  const known = await Promise.all(ids.map(read))
  assert.deepEqual(
    known.map(({ state, reason }) => [state, reason]),
    Array(3).fill(['unknown', 'not_found']),
  )
  assert.deepEqual(countParcels(orders), [0, 0, 0])
})

test('Pathao accepts ten with one request and names no consignment: its webhooks do, and the bad one is refused', async () => {
  const { orders, ids } = await promiseMany('pathao', 11, 4)
  await work('pathao')
  const accepted = (await Promise.all(ids.map(read))).filter(({ reason }) => reason === 'accepted_in_bulk')
  assert.equal(accepted.length, 10)
  await workOff('pathao')
  const refused = await read(ids[4] ?? 0)
  assert.deepEqual([refused.state, refused.reason], ['refused', 'recipient_phone'])
  await sleep(400)
  for (const { id } of accepted) await lookNow(id)
  for (const [index, id] of ids.entries()) {
    if (index === 4) continue
    const { state, consignmentId } = await read(id)
    assert.deepEqual([state, consignmentId], ['booked', parcelsOf(orders[index]?.number ?? '')[0]?.id])
  }
  assert.deepEqual(
    countParcels(orders),
    ids.map((_, index) => (index === 4 ? 0 : 1)),
  )
})

test('Pathao’s bulk that is not answered is never sent again, even where no webhook comes', async () => {
  simulator().simulator.faults.setAlways('pathao', ['status_never'])
  simulator().simulator.faults.addNext('pathao', 'timeout_after_success', 1)
  const { orders, ids } = await promiseMany('pathao', 10)
  await work('pathao')
  for (const id of ids) await lookNow(id)
  await workOff('pathao')
  assert.deepEqual(await statesOf(ids), Array(10).fill('unknown'))
  assert.deepEqual(countParcels(orders), Array(10).fill(1))
})

test('one answer that cannot be written keeps no other from theirs', async () => {
  const { orders, ids } = await promiseMany('steadfast', 3)
  const latest = simulator()
    .simulator.records.list('consignment')
    .filter(({ provider }) => provider === 'steadfast')
  const next = String(Number(latest.at(-1)?.id) + 1)
  // Somebody typed, for another parcel, the consignment that the first of these is about to get.
  await sql`update courier_bookings set consignment_id = ${next}
    where id = (select min(id) from courier_bookings where courier = 'steadfast')`.execute(api().db)
  await assert.rejects(work('steadfast'), AggregateError)
  assert.deepEqual(await statesOf(ids), ['sending', 'booked', 'booked'])
  await sql`update courier_bookings set next_look_at = shop_now() - interval '1 second' where id = ${ids[0] ?? 0}`.execute(
    api().db,
  )
  await work('steadfast')
  await lookNow(ids[0] ?? 0)
  assert.equal((await read(ids[0] ?? 0)).state, 'booked')
  assert.deepEqual(countParcels(orders), [1, 1, 1])
})

const parcel = (reference: string): Parcel => ({
  reference,
  recipientName: 'A Shopper',
  recipientPhone: '01712345678',
  recipientAddress: 'House 1, Road 2, Dhanmondi, Dhaka',
  collectTaka: 100,
  weightGrams: 500,
  itemCount: 1,
  note: null,
  place: null,
})
const many = [parcel('A-1'), parcel('B-1'), parcel('C-1')]

for (const [what, answer, expected] of [
  [
    'a list in another order, one left out',
    [
      { invoice: 'C-1', consignment_id: 3 },
      { invoice: 'A-1', consignment_id: 1 },
    ],
    ['booked 1', 'unknown not_in_answer', 'booked 3'],
  ],
  [
    'the list in data',
    { status: 200, data: [{ invoice: 'B-1', consignment_id: 2 }] },
    ['unknown not_in_answer', 'booked 2', 'unknown not_in_answer'],
  ],
  [
    'an order nobody sent, and no order',
    [{ invoice: 'X-9', consignment_id: 9 }, null, 7],
    Array(3).fill('unknown not_in_answer'),
  ],
  [
    'a success without a consignment',
    [{ invoice: 'A-1', status: 'success', consignment_id: null }],
    ['unknown garbled', 'unknown not_in_answer', 'unknown not_in_answer'],
  ],
  ['text', 'thanks', Array(3).fill('unknown not_in_answer')],
] as const) {
  test(`Steadfast answers a bulk with ${what}`, async () => {
    const http = async (): Promise<CourierAnswer> => ({ kind: 'answer', status: 200, body: answer })
    const { bulk } = createSteadfast({ baseUrl: 'http://127.0.0.1', apiKey: 'key', secretKey: 'secret' }, http)
    assert.deepEqual((await bulk.book(many)).map(describe), expected)
  })
}

for (const [status, expected] of [
  [202, 'unknown accepted_in_bulk'],
  [200, 'unknown garbled'],
  [422, 'alone bulk_refused'],
  [429, 'later http_429'],
] as const) {
  test(`Pathao answers a bulk with ${status}`, async () => {
    const http = async ({ url }: { url: string }): Promise<CourierAnswer> =>
      url.endsWith('/issue-token')
        ? { kind: 'answer', status: 200, body: { access_token: 'token', expires_in: 432_000 } }
        : { kind: 'answer', status, body: {} }
    const keys = { clientId: 'a', clientSecret: 'b', username: 'c', password: 'd', storeId: '1' }
    const { bulk } = createPathao({ baseUrl: 'http://127.0.0.1', ...keys }, http)
    assert.deepEqual((await bulk.book(many)).map(describe), Array(3).fill(expected))
  })
}

function describe(outcome: { kind: string; reason?: string; consignmentId?: string }): string {
  return `${outcome.kind} ${outcome.consignmentId ?? outcome.reason}`
}
