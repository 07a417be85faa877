import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foldName, matchPlaces } from './place-names.ts'

let lastId = 0
const ours = (upazila: string, district: string, isMetropolitanThana = false) => ({
  upazilaId: ++lastId,
  upazila,
  isMetropolitanThana,
  district,
  districtSlug: district.toLowerCase().replace(/[^a-z]+/g, '-'),
})
const cities = ['Dhaka', 'Chittagong', 'B. Baria', "Cox's Bazar", 'Bogra ', 'Khagrachari'].map((name, index) => ({
  id: index + 1,
  name,
}))
const zone = (cityId: number, name: string) => ({ id: ++lastId, cityId, name })

for (const [one, other] of [
  ['Hazaribagh', 'Hazaribag'],
  ['Bhatara', 'Vatara'],
  ['Kamrangirchar', 'kamranggirchar'],
  ['Gaurnadi', 'Gournadi'],
  ['Ukhiya', 'Ukhia'],
  ['Phulbari', 'Fulbari'],
  ['Wazirpur', 'Wajirpur'],
  ["Cox's Bazar", 'Coxs Bazar'],
  ['Muktagachha', 'Muktagacha'],
  ['Kishoreganj', 'Kishoregonj'],
  [' Dhamrai', 'Dhamrai'],
] as const) {
  test(`${one} and ${other.trim()} are one name`, () => assert.equal(foldName(one), foldName(other)))
}

for (const [one, other] of [
  ['Uttara East', 'Uttara West'],
  ['Mirpur 1', 'Mirpur 10'],
  ['Mirpur 1', 'Mirpur 11'],
  ['Kaliganj', 'Kalihati'],
  ['Matlab Uttar', 'Matlab Dakshin'],
  ['Daulatpur', 'Daulatkhan'],
] as const) {
  test(`${one} and ${other} are two names`, () => assert.notEqual(foldName(one), foldName(other)))
}

test('a place is the zone of its name in the city of its district, under whatever name the courier has for that', () => {
  const [anwara, sadar, coxs, bogura] = [
    ours('Anwara', 'Chattogram'),
    ours('Brahmanbaria Sadar', 'Brahmanbaria'),
    ours("Cox's Bazar Sadar", "Cox's Bazar"),
    ours('Bogura Sadar', 'Bogura'),
  ]
  const zones = [zone(2, 'Anwara'), zone(3, 'B. Baria Sadar'), zone(4, "Cox's Bazar Sadar"), zone(5, 'Bogra Sadar')]
  const places = [anwara, sadar, coxs, bogura]
  assert.deepEqual(
    matchPlaces(places, cities, zones),
    places.map(({ upazilaId }, index) => ({ upazilaId, zoneId: zones[index]?.id, isPriceOnly: false })),
  )
})

test('the same name elsewhere, twice in the city, or of two places of ours is left to a person', () => {
  const kotwali = ours('Kotwali', 'Chattogram', true)
  assert.deepEqual(matchPlaces([kotwali], cities, [zone(1, 'Kotwali')]), [])
  assert.deepEqual(matchPlaces([kotwali], cities, [zone(2, 'Kotwali'), zone(2, 'Kotowali'), zone(2, 'KOTWALI')]), [])
  const twins = [ours('Nawabganj', 'Dhaka'), ours('Nababganj', 'Dhaka')]
  assert.deepEqual(matchPlaces(twins, cities, [zone(1, 'Nawabganj')]).length, 1)
  const same = [ours('Nawabganj', 'Dhaka'), ours('Nawabganj', 'Dhaka')]
  assert.deepEqual(matchPlaces(same, cities, [zone(1, 'Nawabganj')]), [])
  assert.deepEqual(matchPlaces([ours('Anwara', 'Chattogram')], [], []), [])
})

test('a thana of a city is matched for the price alone', () => {
  const dhanmondi = zone(1, 'Dhanmondi')
  assert.deepEqual(
    matchPlaces([ours('Dhanmondi', 'Dhaka', true)], cities, [dhanmondi]).map(({ zoneId, isPriceOnly }) => [
      zoneId,
      isPriceOnly,
    ]),
    [[dhanmondi.id, true]],
  )
})
