import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { ConsoleZone } from '@dhakacart/contract/console-delivery.schema.ts'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { createShopper } from '../testing/shopper.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

const url = '/api/console/delivery/zones'
const placesUrl = '/api/console/delivery/places'

let api: TestApi
let places: Awaited<ReturnType<typeof addPlaces>>
let manager: Awaited<ReturnType<typeof signInAsStaff>>

before(async () => {
  api = await startTestApi()
  places = await addPlaces(api.db)
  manager = await signInAsStaff(api, 'manager')
})
after(() => api.drop())

const fields = {
  name: { en: 'Hills', bn: 'পার্বত্য এলাকা' },
  baseFeePaisa: 20_000,
  baseWeightGrams: 1_000,
  feePerExtraKgPaisa: 4_000,
  daysMin: 4,
  daysMax: 8,
}
const create = (body: object, key: string = randomUUID()) => manager.send('POST', url, body, { 'idempotency-key': key })
const zone = async (code: string): Promise<ConsoleZone> => {
  const { zones } = (await manager.send('GET', url)).json()
  return zones.find((each: ConsoleZone) => each.code === code) ?? assert.fail(`no zone ${code}`)
}
const save = (code: string, body: object) => manager.send('PUT', `${url}/${code}`, body)
const codeOf = (answer: { json(): { code: string } }) => answer.json().code

test('a zone is added once, and costs what it says as soon as an upazila lies in it', async () => {
  const key = randomUUID()
  const answers = await Promise.all(Array.from({ length: 6 }, () => create({ code: 'hills', ...fields }, key)))
  assert.deepEqual([...new Set(answers.map((answer) => `${answer.statusCode} ${answer.body}`))].length, 1)
  assert.equal(codeOf(await create({ code: 'hills', ...fields })), 'ZONE_CODE_TAKEN')
  assert.equal(codeOf(await create({ code: 'valley', ...fields }, key)), 'IDEMPOTENCY_KEY_REUSED')

  const shopper = createShopper(api)
  await shopper.add((await addProduct(api.db, { weightGrams: 500 })).variantId)
  const fee = async () =>
    (await shopper.send('GET', `/api/cart/quote?upazilaId=${places.outsideDhakaUpazilaId}`)).json().deliveryFeePaisa
  assert.equal(await fee(), 12_000)
  const body = { zoneCode: 'hills', upazilas: [{ id: places.outsideDhakaUpazilaId, zoneCode: 'outside-dhaka' }] }
  const moves = await Promise.all([manager.send('PUT', placesUrl, body), manager.send('PUT', placesUrl, body)])
  assert.deepEqual(
    moves.map(({ statusCode }) => statusCode),
    [200, 200],
  )
  assert.equal(await fee(), 20_000)
  assert.equal((await zone('hills')).upazilaCount, 1)
})

test('a fee changed between quote and order is told to the shopper', async () => {
  const shopper = createShopper(api)
  await shopper.add((await addProduct(api.db, { weightGrams: 100 })).variantId)
  const { orderKey } = await shopper.cart()
  const seen = await shopper.orderBody(places.insideDhakaUpazilaId)
  const { upazilaCount: _, code: __, ...inside } = await zone('inside-dhaka')
  assert.equal((await save('inside-dhaka', { ...inside, baseFeePaisa: 6_500 })).statusCode, 200)
  const answer = await shopper.order(orderKey, seen)
  assert.deepEqual([codeOf(answer), answer.json().details.deliveryFeePaisa], ['DELIVERY_FEE_CHANGED', 6_500])
})

test('whoever saves second is shown what the first saved; the same edit again is the same edit', async () => {
  await create({ code: 'islands', ...fields })
  const edits = [5, 6].map((daysMin) => ({ version: 1, ...fields, daysMin }))
  const answers = await Promise.all(edits.map((edit) => save('islands', edit)))
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted(), [200, 409])
  const held = answers.find(({ statusCode }) => statusCode === 200)?.json()
  assert.deepEqual(answers.find(({ statusCode }) => statusCode === 409)?.json().details, held)
  assert.deepEqual((await save('islands', { version: 1, ...fields, daysMin: held.daysMin })).json(), held)
})

test('only a zone without upazilas is removed; again is fine', async () => {
  assert.equal(codeOf(await manager.send('DELETE', `${url}/inside-dhaka`)), 'ZONE_IN_USE')
  await create({ code: 'short-lived', ...fields })
  const answers = await Promise.all([1, 2].map(() => manager.send('DELETE', `${url}/short-lived`)))
  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [200, 200],
  )
})

test('upazilas move all or none', async () => {
  const before = await zone('inside-dhaka')
  const inside = { id: places.insideDhakaUpazilaId, zoneCode: 'inside-dhaka' }
  const refused = await manager.send('PUT', placesUrl, {
    zoneCode: 'hills',
    upazilas: [inside, { id: 999_999_999, zoneCode: 'inside-dhaka' }],
  })
  assert.equal(codeOf(refused), 'PLACE_NOT_FOUND')
  assert.deepEqual(await zone('inside-dhaka'), before)
  const unknown = await manager.send('PUT', placesUrl, {
    zoneCode: 'atlantis',
    upazilas: [inside],
  })
  assert.equal(codeOf(unknown), 'ZONE_NOT_FOUND')
  const { districts } = (await manager.send('GET', placesUrl)).json()
  assert.ok(districts.every((district: { upazilas: object[] }) => district.upazilas.length > 0))
})

test('of two who move one upazila at once one moves it, the other is told where it lies now', async () => {
  for (const code of ['coast', 'forest']) await create({ code, ...fields })
  const id = places.insideDhakaUpazilaId
  const move = (zoneCode: string, seen = 'inside-dhaka') =>
    manager.send('PUT', placesUrl, { zoneCode, upazilas: [{ id, zoneCode: seen }] })
  const answers = await Promise.all(['coast', 'forest'].map((code) => move(code)))
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted(), [200, 409])
  const [held, late] = answers[0]?.statusCode === 200 ? (['coast', 'forest'] as const) : (['forest', 'coast'] as const)
  const refused = answers.find(({ statusCode }) => statusCode === 409)?.json()
  assert.deepEqual([refused.code, refused.details], ['VERSION_CONFLICT', { upazilas: [{ id, zoneCode: held }] }])
  assert.deepEqual([(await zone(held)).upazilaCount, (await zone(late)).upazilaCount], [1, 0])

  assert.equal((await move(held)).statusCode, 200, 'the same move again')
  const written = await api.db
    .selectFrom('auditEntries')
    .select('detail')
    .where('action', '=', 'delivery.upazilas_moved')
    .where('subject', '=', `zone:${held}`)
    .execute()
  assert.deepEqual(written, [{ detail: { upazilas: [{ id, zoneCode: 'inside-dhaka' }] } }], 'written down once')
  assert.equal((await move('inside-dhaka', held)).statusCode, 200, 'whoever has seen it moves it')
})

test('wrong zones are refused and change nothing', async () => {
  const before = (await manager.send('GET', url)).body
  const wrong = [
    { code: 'Hills!', ...fields },
    { code: 'other', ...fields, baseFeePaisa: -1 },
    { code: 'other', ...fields, baseFeePaisa: 1_000_001 },
    { code: 'other', ...fields, baseFeePaisa: 10.5 },
    { code: 'other', ...fields, daysMin: 9, daysMax: 3 },
    { code: 'other', ...fields, name: { en: 'x', bn: '' } },
    { code: 'other', ...fields, version: 1 },
  ]
  for (const body of wrong) assert.equal((await create(body)).statusCode, 400, JSON.stringify(body))
  assert.equal((await save('atlantis', { version: 1, ...fields })).statusCode, 404)
  assert.equal((await manager.send('GET', url)).body, before)
})
