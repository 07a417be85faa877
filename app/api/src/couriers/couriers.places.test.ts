import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CourierPlaceRow } from '@dhakacart/contract/console-courier-places.schema.ts'
import { sql } from 'kysely'
import type { CourierAnswer } from './courier-http.ts'
import { createPathao } from './pathao.ts'
import { claimList } from './places.repository.ts'
import { readNextList } from './places.service.ts'
import { useCourierShop } from './testing/courier-shop.ts'

const shop = useCourierShop()
const { api, simulator, courier, staff, manager, places, readLists, book, parcelsOf } = shop
const url = '/api/console/couriers/pathao/places'

const list = async (query = '') => (await staff().send('GET', `${url}${query}`)).json()
async function place(upazilaId: number): Promise<CourierPlaceRow> {
  const { places: found } = await list('?limit=100')
  return found.find(({ id }: CourierPlaceRow) => id === upazilaId) ?? assert.fail(`no place ${upazilaId}`)
}
const set = (upazilaId: number, body: object, who = staff()) => who.send('PUT', `${url}/${upazilaId}`, body)
const fault = (name: 'empty_list' | 'down' | 'token_expired' | 'slow' | 'unreachable', count = 1) =>
  simulator().simulator.faults.addNext('pathao', name, count)
/** The worker reads all lists now, whatever it had planned. */
async function readAllNow() {
  await sql`update courier_place_lists set next_read_at = shop_now()`.execute(api().db)
  await readLists()
}
const sentWith = (orderNumber: string) => parcelsOf(orderNumber)[0]?.details

test('before any list was read a parcel is booked by its address, and every place waits for a match', async () => {
  const { counts, lists } = await list()
  assert.deepEqual(counts, { unmatched: 2, gone: 0, name: 0, staff: 0 })
  assert.deepEqual(lists, { readAt: null, waiting: 0, problem: null })
  const { order, booking } = await book('pathao')
  assert.equal(booking.state, 'booked')
  assert.deepEqual(sentWith(order.number), { recipientCity: '', recipientZone: '' })
})

test('workers at once take each list once', async () => {
  const asked: (number | null)[] = []
  const pathao = courier('pathao')
  const read = async (cityId: number | null) => {
    asked.push(cityId)
    return (await pathao.places?.read(cityId)) ?? assert.fail('no places')
  }
  const counting = { ...pathao, places: { price: async () => assert.fail('no price'), read } }
  for (let round = 0; round < 3; round += 1) {
    await Promise.all([1, 2, 3].map(() => readNextList(api().db, counting)))
  }
  assert.ok(asked.length >= 3 && asked[0] === null)
  assert.equal(new Set(asked).size, asked.length, String(asked))
})

test('lists are read city by city and match by name: upazilas go with the booking, thanas of a city are for the price', async () => {
  await readLists()
  const { counts, lists } = await list()
  assert.deepEqual(counts, { unmatched: 0, gone: 0, name: 2, staff: 0 })
  assert.ok(lists.readAt !== null && lists.waiting === 0 && lists.problem === null, JSON.stringify(lists))
  const [thana, upazila] = [await place(places.upazilaId), await place(places.otherUpazilaId)]
  assert.deepEqual([thana.city?.name, thana.zone?.name, thana.isPriceOnly], ['Dhaka', 'Dhanmondi', true])
  assert.deepEqual([upazila.city?.name, upazila.zone?.name, upazila.isPriceOnly], ['Sylhet', 'Beanibazar', false])
  const near = await book('pathao')
  assert.deepEqual(sentWith(near.order.number), { recipientCity: '', recipientZone: '' })
  const far = await book('pathao', undefined, places.otherUpazilaId)
  assert.deepEqual(sentWith(far.order.number), {
    recipientCity: String(upazila.city?.id),
    recipientZone: String(upazila.zone?.id),
  })
})

test('what a person decides goes with the booking, is audited, and stays when the lists are read again', async () => {
  const before = await place(places.upazilaId)
  const { zones } = (await staff().send('GET', `/api/console/couriers/pathao/zones?city=${before.city?.id}`)).json()
  const banani = zones.find(({ name }: { name: string }) => name === 'Banani')
  const decision = { version: before.version, zoneId: banani.id, isPriceOnly: false }
  const answers = await Promise.all([set(places.upazilaId, decision), set(places.upazilaId, decision)])
  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [200, 200],
  )
  await readAllNow()
  const after = await place(places.upazilaId)
  assert.deepEqual([after.state, after.zone?.name, after.version], ['staff', 'Banani', before.version + 1])
  const { order } = await book('pathao')
  assert.equal(sentWith(order.number)?.recipientZone, String(banani.id))
  const entries = await api()
    .db.selectFrom('auditEntries')
    .select('detail')
    .where('subject', '=', `upazila:${places.upazilaId}`)
    .execute()
  assert.equal(entries.length, 1)
  // Leaving it to the courier is a decision too.
  await set(places.upazilaId, { version: after.version, zoneId: null, isPriceOnly: true })
  const left = await place(places.upazilaId)
  assert.deepEqual([left.state, left.zone, left.isPriceOnly], ['staff', null, false])
  assert.deepEqual((await list('?state=staff')).places, [left])
})

test('a place of which nothing is known is offered the city that the others of its district lie in', async () => {
  await sql`
    insert into upazilas (district_id, zone_id, slug, name_en, name_bn, is_metropolitan_thana)
    select district_id, zone_id, 'nowhere', 'Nowhere', 'অজানা', false from upazilas where id = ${places.otherUpazilaId}`.execute(
    api().db,
  )
  const [nowhere] = (await list('?q=nowhere')).places
  assert.deepEqual([nowhere.state, nowhere.city, nowhere.suggestedCityId], ['unmatched', null, 3])
  assert.equal((await place(places.otherUpazilaId)).suggestedCityId, null)
  await sql`delete from upazilas where slug = 'nowhere'`.execute(api().db)
})

test('of two people who decide at once the second is shown what the first said', async () => {
  await sql`delete from courier_place_matches where upazila_id = ${places.otherUpazilaId}`.execute(api().db)
  for (const version of [0, 1]) {
    const answers = await Promise.all(
      [staff(), manager()].map((who, index) =>
        set(places.otherUpazilaId, { version, zoneId: 301 + index + version * 2, isPriceOnly: false }, who),
      ),
    )
    assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted(), [200, 409])
    const held = answers.find(({ statusCode }) => statusCode === 200)?.json()
    assert.deepEqual(answers.find(({ statusCode }) => statusCode === 409)?.json().details, held)
  }
})

for (const [what, id, body, status, code] of [
  [
    'a zone that Pathao has not',
    null,
    { version: 2, zoneId: 999_999, isPriceOnly: false },
    422,
    'COURIER_PLACE_UNKNOWN',
  ],
  ['a place that we have not', 999_999, { version: 0, zoneId: null, isPriceOnly: false }, 404, 'PLACE_NOT_FOUND'],
  ['no version', null, { zoneId: null, isPriceOnly: false }, 400, 'BAD_REQUEST'],
  ['a version below nothing', null, { version: -1, zoneId: null, isPriceOnly: false }, 400, 'BAD_REQUEST'],
  ['a name for a zone', null, { version: 0, zoneId: 'Banani', isPriceOnly: false }, 400, 'BAD_REQUEST'],
  ['a field nobody knows', null, { version: 0, zoneId: null, isPriceOnly: false, cityId: 1 }, 400, 'BAD_REQUEST'],
] as const) {
  test(`deciding with ${what} is refused`, async () => {
    const answer = await set(id ?? places.otherUpazilaId, body)
    assert.deepEqual([answer.statusCode, answer.json().code], [status, code])
  })
}

test('an empty list, a courier in maintenance and one that cannot be reached leave what is known, and say so', async () => {
  const before = await list('?limit=100')
  for (const [name, problem] of [
    ['empty_list', 'empty'],
    ['down', 'http_503'],
    ['unreachable', /./],
  ] as const) {
    await sql`update courier_place_lists set next_read_at = case city_id when 0 then shop_now() else shop_now() + interval '1 day' end`.execute(
      api().db,
    )
    fault(name)
    await readLists()
    const now = await list('?limit=100')
    assert.deepEqual(now.places, before.places, name)
    assert.match(now.lists.problem, new RegExp(problem))
  }
  const { rows } = await sql<{ failures: number; isLater: boolean }>`
    select failures, next_read_at > shop_now() + interval '100 seconds' as is_later from courier_place_lists where city_id = 0`.execute(
    api().db,
  )
  assert.deepEqual(rows, [{ failures: 3, isLater: true }])
})

test('a token that ended early is fetched anew, and the list read all the same', async () => {
  await sql`update courier_place_lists set next_read_at = shop_now() where city_id = 0`.execute(api().db)
  fault('token_expired')
  await readLists()
  assert.equal((await list()).lists.problem, null)
})

test('a zone that Pathao gives up is not used any more, and its place comes back for a decision', async () => {
  await sql`insert into courier_places (courier, kind, place_id, city_id, name) values ('pathao', 'zone', 399, 3, 'Old Town')`.execute(
    api().db,
  )
  const { version } = await place(places.otherUpazilaId)
  const decided = await set(places.otherUpazilaId, { version, zoneId: 399, isPriceOnly: false })
  assert.equal(decided.statusCode, 200, decided.body)
  // Not read again yet: Pathao refuses the zone, and the parcel goes by its address.
  const first = await book('pathao', undefined, places.otherUpazilaId)
  assert.deepEqual(
    [first.booking.state, sentWith(first.order.number)?.recipientZone, parcelsOf(first.order.number).length],
    ['booked', '', 1],
  )
  await readAllNow()
  const { counts, places: found } = await list('?state=gone')
  assert.deepEqual([counts.gone, found[0]?.zone?.name], [1, 'Old Town'])
  const second = await book('pathao', undefined, places.otherUpazilaId)
  assert.equal(sentWith(second.order.number)?.recipientZone, '')
})

test('places are found by the names of either language, page by page, and wrong questions are refused', async () => {
  assert.equal((await list('?q=syl')).places.length, 1)
  assert.equal((await list(`?q=${encodeURIComponent('ধানমন্ডি')}`)).places[0]?.id, places.upazilaId)
  assert.equal((await list('?q=%25')).places.length, 0)
  const first = await list('?limit=1')
  const second = await list(`?limit=1&after=${first.nextCursor}`)
  assert.notEqual(first.places[0]?.id, second.places[0]?.id)
  for (const query of ['?state=lost', '?q=', '?limit=101', '?after=x', '?city=1']) {
    assert.equal((await staff().send('GET', url + query)).statusCode, 400, query)
  }
})

test('staff have the lists read again, but not those that were just read; pressed twice it is asked for, and written down, once', async () => {
  const again = () => staff().send('POST', `${url}/read-again`)
  const entries = async () => {
    const rows = api().db.selectFrom('auditEntries').select('detail').where('action', '=', 'couriers.places_asked')
    return (await rows.execute()).map(({ detail }) => detail)
  }
  assert.deepEqual((await again()).json(), { lists: 0 })
  await sql`update courier_place_lists set read_at = shop_now() - interval '1 day'`.execute(api().db)
  const answers = await Promise.all([again(), again()])
  assert.deepEqual(
    answers.map((answer) => answer.json()),
    [{ lists: 65 }, { lists: 65 }],
  )
  assert.equal((await list()).lists.waiting, 65)
  // The worker has begun with one of them.
  await claimList(api().db, 'pathao')
  assert.deepEqual((await again()).json(), { lists: 65 })
  assert.deepEqual(await entries(), [{ lists: 65 }])
})

for (const [what, body, expected] of [
  ['no list', {}, 'garbled'],
  ['a list of nothing', { data: { data: [] } }, 'empty'],
  [
    'a row without a number',
    { data: { data: [{ city_id: 1, city_name: 'Dhaka' }, { city_name: 'Sylhet' }] } },
    'garbled',
  ],
  ['a row without a name', { data: { data: [{ city_id: 1, city_name: '  ' }] } }, 'garbled'],
  ['null for a row', { data: { data: [null] } }, 'garbled'],
] as const) {
  test(`Pathao answers a question for its cities with ${what}`, async () => {
    const http = async ({ url: asked }: { url: string }): Promise<CourierAnswer> =>
      asked.endsWith('/issue-token')
        ? { kind: 'answer', status: 200, body: { access_token: 'token', expires_in: 432_000 } }
        : { kind: 'answer', status: 200, body }
    const keys = { clientId: 'a', clientSecret: 'b', username: 'c', password: 'd', storeId: '1' }
    const pathao = createPathao({ baseUrl: 'http://127.0.0.1', ...keys }, http)
    assert.deepEqual(await pathao.places?.read(null), { kind: 'no_answer', reason: expected })
  })
}
