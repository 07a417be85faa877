import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { BookingCourier, ParcelPriceRow } from '@dhakacart/contract/console-couriers.schema.ts'
import { faultNames, faultsOf, isCallFault } from '@dhakacart/simulator/src/provider-faults.ts'
import { sql } from 'kysely'
import type { Courier, PriceAnswer } from './courier.ts'
import type { CourierAnswer } from './courier-http.ts'
import { createParcelPrices } from './parcel-prices.ts'
import { createPathao } from './pathao.ts'
import { useCourierShop } from './testing/courier-shop.ts'

const shop = useCourierShop()
const { api, courier, staff, places, packedOrder, promise, work, read, readLists } = shop

async function prices(name: BookingCourier, ids: readonly number[], weightGrams = 500): Promise<ParcelPriceRow[]> {
  const query = `courier=${name}&weightGrams=${weightGrams}&${ids.map((id) => `id=${id}`).join('&')}`
  const answer = await staff().send('GET', `/api/console/couriers/prices?${query}`)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json().prices
}
const without = (orderId: number, why: string) => ({ orderId, deliveryPaisa: null, collectionPaisa: null, why })

test('a parcel has no price while its place is not known to the courier; it is booked all the same', async () => {
  const { id } = await packedOrder()
  assert.deepEqual(await prices('pathao', [id]), [without(id, 'place_unknown')])
  const [result] = await promise('pathao', id)
  await work('pathao')
  assert.equal((await read(result?.booking?.id ?? 0)).state, 'booked')
})

test('each parcel has its price by place and weight, with what the courier keeps of the money it collects', async () => {
  await readLists()
  const [near, far] = [await packedOrder(), await packedOrder(places.otherUpazilaId)]
  const kept = (totalPaisa: number) => Math.ceil(totalPaisa / 100)
  assert.deepEqual(await prices('pathao', [far.id, near.id, 999_999]), [
    { orderId: far.id, deliveryPaisa: 13_000, collectionPaisa: kept(far.totalPaisa), why: null },
    { orderId: near.id, deliveryPaisa: 8_000, collectionPaisa: kept(near.totalPaisa), why: null },
    without(999_999, 'order_unknown'),
  ])
  assert.equal((await prices('pathao', [near.id], 3_000))[0]?.deliveryPaisa, 12_000)
  await sql`update orders set payment_method = 'bkash' where id = ${far.id}`.execute(api().db)
  assert.equal((await prices('pathao', [far.id]))[0]?.collectionPaisa, 0)
})

test('Steadfast has no question for a price: by contract', async () => {
  const { id } = await packedOrder()
  assert.deepEqual(await prices('steadfast', [id]), [without(id, 'by_contract')])
})

for (const fault of faultsOf('pathao').filter((one) => isCallFault(one) && one !== 'empty_list')) {
  test(`a courier with ${fault} has no price, or one after a new token, and never an error`, async () => {
    const { id } = await packedOrder()
    // A weight of its own, which nobody asked about before.
    const weightGrams = 1_100 + faultNames.indexOf(fault)
    const [row] = await shop.struck('pathao', fault, () => prices('pathao', [id], weightGrams))
    assert.equal(row?.why, fault === 'token_expired' ? null : 'no_answer')
    assert.equal((await prices('pathao', [id], weightGrams))[0]?.deliveryPaisa, 10_000)
  })
}

for (const [what, query] of [
  ['no orders', 'courier=pathao&weightGrams=500'],
  ['no weight', 'courier=pathao&id=1'],
  ['100 grams', 'courier=pathao&weightGrams=100&id=1'],
  ['an unknown courier', 'courier=redx&weightGrams=500&id=1'],
  ['one order twice', 'courier=pathao&weightGrams=500&id=1&id=1'],
  ['101 orders', `courier=pathao&weightGrams=500${Array.from({ length: 101 }, (_, id) => `&id=${id + 1}`).join('')}`],
] as const) {
  test(`asking for prices with ${what} is refused`, async () => {
    assert.equal((await staff().send('GET', `/api/console/couriers/prices?${query}`)).statusCode, 400)
  })
}

/** Pathao with another answer to questions for a price; counts them. */
function stub(answer: () => Promise<PriceAnswer>, deadlineMs?: number) {
  const asked: string[] = []
  const pathao: Courier = {
    ...courier('pathao'),
    places: {
      read: async () => ({ kind: 'no_answer', reason: 'down' }),
      price: ({ cityId, zoneId, weightGrams }) => {
        asked.push(`${cityId}/${zoneId}/${weightGrams}`)
        return answer()
      },
    },
  }
  return { asked, readPrices: createParcelPrices(api().db, new Map([['pathao', pathao]]), deadlineMs) }
}
const right = async (): Promise<PriceAnswer> => ({ kind: 'price', deliveryPaisa: 8_000, collectionShare: 0 })

test('equal parcels, and two people who look at once, ask the courier once; a failed question is asked again', async () => {
  const orderIds = [(await packedOrder()).id, (await packedOrder()).id]
  // The second asks while the first still waits.
  const { asked, readPrices } = stub(() => sleep(200).then(right))
  const request = { courier: 'pathao', orderIds, weightGrams: 500 } as const
  await Promise.all([readPrices(request), readPrices(request)])
  await readPrices(request)
  assert.equal(asked.length, 1)
  const failing = stub(async () => ({ kind: 'no_price', reason: 'http_429' }))
  await failing.readPrices(request)
  await failing.readPrices(request)
  assert.equal(failing.asked.length, 2)
})

test('whoever asks does not wait for a courier that never answers', async () => {
  const { id } = await packedOrder()
  const { readPrices } = stub(() => new Promise<never>(() => {}), 20)
  assert.deepEqual(await readPrices({ courier: 'pathao', orderIds: [id], weightGrams: 500 }), [
    without(id, 'no_answer'),
  ])
})

test('one call asks twenty questions; the rest is told to whoever asks again', async () => {
  const orderIds: number[] = []
  for (let index = 0; index < 22; index += 1) {
    const { id } = await packedOrder()
    const slug = `place-${'abcdefghijklmnopqrstuvwxyz'[index]}`
    const zoneId = 50_000 + index
    await sql`
      with placed as (
        insert into upazilas (district_id, zone_id, slug, name_en, name_bn, is_metropolitan_thana)
        select district_id, zone_id, ${slug}, ${slug}, 'জায়গা', false from upazilas where id = ${places.upazilaId} returning id
      ), known as (
        insert into courier_places (courier, kind, place_id, city_id, name) values ('pathao', 'zone', ${zoneId}, 1, ${slug})
      ), matched as (
        insert into courier_place_matches (courier, upazila_id, zone_id, matched_by) select 'pathao', id, ${zoneId}, 'staff' from placed
      )
      update orders set upazila_id = (select id from placed) where id = ${id}`.execute(api().db)
    orderIds.push(id)
  }
  const { asked, readPrices } = stub(right)
  const request = { courier: 'pathao', orderIds, weightGrams: 500 } as const
  const first = await readPrices(request)
  assert.deepEqual([asked.length, first.filter(({ why }) => why === 'not_asked').length], [20, 2])
  const second = await readPrices(request)
  assert.deepEqual([asked.length, second.filter(({ why }) => why !== null).length], [22, 0])
})

for (const [what, data] of [
  ['no price', { cod_enabled: 1, cod_percentage: 0.01 }],
  ['a price below nothing', { final_price: -1, cod_enabled: 1, cod_percentage: 0.01 }],
  ['a share of more than all', { final_price: 80, cod_enabled: 1, cod_percentage: 1 }],
  ['text for a price', { final_price: '80', cod_enabled: 1, cod_percentage: 0.01 }],
] as const) {
  test(`Pathao answers a question for a price with ${what}`, async () => {
    const http = async ({ url }: { url: string }): Promise<CourierAnswer> =>
      url.endsWith('/issue-token')
        ? { kind: 'answer', status: 200, body: { access_token: 'token', expires_in: 432_000 } }
        : { kind: 'answer', status: 200, body: { data } }
    const keys = { clientId: 'a', clientSecret: 'b', username: 'c', password: 'd', storeId: '1' }
    const pathao = createPathao({ baseUrl: 'http://127.0.0.1', ...keys }, http)
    const answer = await pathao.places?.price({ cityId: 1, zoneId: 1, weightGrams: 500 })
    assert.deepEqual(answer, { kind: 'no_price', reason: 'garbled' })
  })
}
