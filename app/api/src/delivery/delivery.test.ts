import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { estimateDelivery, listDistricts, listUpazilas, listZones } from '@dhakacart/contract/delivery.schema.ts'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import { deliveryFeePaisa } from './delivery-fee.ts'
import { findPlaces } from './places.repository.ts'

let api: TestApi
let places: Awaited<ReturnType<typeof addPlaces>>
before(async () => {
  api = await startTestApi()
  places = await addPlaces(api.db)
  await addProduct(api.db, { slug: 'cable', weightGrams: 80 })
  await addProduct(api.db, { slug: 'microwave', weightGrams: 12_300 })
})
after(() => api.drop())

test('the fee is the base fee up to the base weight and grows with every kilogram begun', () => {
  const zone = { baseFeePaisa: 6_000, baseWeightGrams: 1_000, feePerExtraKgPaisa: 2_000 }
  const fees = [1, 999, 1_000, 1_001, 2_000, 2_001, 12_300].map((grams) => deliveryFeePaisa(zone, grams))
  assert.deepEqual(fees, [6_000, 6_000, 6_000, 8_000, 8_000, 10_000, 30_000])
})

test('every zone says what it costs and how long it takes, cheapest first', async () => {
  const { body } = await api.call(listZones)
  assert.deepEqual(
    body.zones.map(({ code, baseFeePaisa, feePerExtraKgPaisa, daysMin, daysMax }) => [
      code,
      baseFeePaisa,
      feePerExtraKgPaisa,
      daysMin,
      daysMax,
    ]),
    [
      ['inside-dhaka', 6_000, 2_000, 1, 2],
      ['outside-dhaka', 12_000, 3_000, 3, 5],
    ],
  )
  assert.deepEqual(body.zones[0]?.name, { en: 'Inside Dhaka', bn: 'ঢাকার ভিতরে' })
})

test('districts stand under their division, named in both languages', async () => {
  const { body, headers } = await api.call(listDistricts)
  assert.deepEqual(body.divisions, [
    { slug: 'dhaka', name: { en: 'Dhaka', bn: 'ঢাকা' }, districts: [{ slug: 'dhaka', name: { en: 'Dhaka', bn: 'ঢাকা' } }] },
    {
      slug: 'sylhet',
      name: { en: 'Sylhet', bn: 'সিলেট' },
      districts: [{ slug: 'sylhet', name: { en: 'Sylhet', bn: 'সিলেট' } }],
    },
  ])
  assert.match(String(headers['cache-control']), /s-maxage/)
})

test('the upazilas of a district carry their zone', async () => {
  const { body } = await api.call(listUpazilas, { params: { district: 'sylhet' } })
  assert.equal(body.district.name.bn, 'সিলেট')
  assert.deepEqual(body.upazilas, [
    {
      id: places.outsideDhakaUpazilaId,
      slug: 'beanibazar',
      name: { en: 'Beanibazar', bn: 'বিয়ানীবাজার' },
      isMetropolitanThana: false,
      zoneCode: 'outside-dhaka',
    },
  ])
})

test('an estimate gives fee and days of each zone of the district for the weight of the product', async () => {
  const estimate = async (district: string, product: string) => {
    const { body } = await api.call(estimateDelivery, { query: { district, product } })
    return body.estimates.map(({ zone, feePaisa }) => [zone.code, zone.daysMin, zone.daysMax, feePaisa])
  }
  assert.deepEqual(await estimate('dhaka', 'cable'), [['inside-dhaka', 1, 2, 6_000]])
  assert.deepEqual(await estimate('sylhet', 'cable'), [['outside-dhaka', 3, 5, 12_000]])
  assert.deepEqual(await estimate('sylhet', 'microwave'), [['outside-dhaka', 3, 5, 12_000 + 12 * 3_000]])
})

test('upazilas are read with their zone for carts and orders; unknown ones are missing', async () => {
  const { insideDhakaUpazilaId, outsideDhakaUpazilaId } = places
  const found = await findPlaces(api.db, [
    insideDhakaUpazilaId,
    999_999_999,
    outsideDhakaUpazilaId,
    insideDhakaUpazilaId,
  ])
  assert.equal(found.size, 2)
  assert.equal(found.get(insideDhakaUpazilaId)?.zoneCode, 'inside-dhaka')
  assert.equal(found.get(outsideDhakaUpazilaId)?.zoneCode, 'outside-dhaka')
})

test('an unknown district or product is told apart, and a slug of a wrong form is BAD_REQUEST', async () => {
  const codeOf = async (url: string) => (await api.inject({ url })).json().code
  assert.equal(await codeOf('/api/delivery/districts/atlantis/upazilas'), 'PLACE_NOT_FOUND')
  assert.equal(await codeOf('/api/delivery/estimate?district=atlantis&product=cable'), 'PLACE_NOT_FOUND')
  assert.equal(await codeOf('/api/delivery/estimate?district=dhaka&product=spoon'), 'PRODUCT_NOT_FOUND')
  const bad = [
    'district=dhaka',
    'district=dhaka&product=A',
    "district='or'1'='1&product=cable",
    'district=dhaka&district=sylhet&product=cable',
  ]
  for (const query of bad) assert.equal(await codeOf(`/api/delivery/estimate?${query}`), 'BAD_REQUEST', query)
  assert.equal(await codeOf('/api/delivery/districts/%E0%A6/upazilas'), 'BAD_REQUEST')
})
