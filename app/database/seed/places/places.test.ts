import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type BilingualName, deliveryZones, loadPlaces } from './places.ts'

const divisions = loadPlaces()
const districts = divisions.flatMap((division) => division.districts)
const upazilas = districts.flatMap((district) => district.upazilas.map((upazila) => ({ ...upazila, district })))

function assertUnique(values: readonly string[], where: string): void {
  const doubles = values.filter((value, index) => values.indexOf(value) !== index)
  assert.deepEqual(doubles, [], `twice in ${where}`)
}

function zoneOf(path: string): string | undefined {
  const [district, slug] = path.split('/')
  return upazilas.find((upazila) => upazila.district.slug === district && upazila.slug === slug)?.zone
}

test('all of Bangladesh is here: 8 divisions, 64 districts, 495 upazilas, and the thanas of ten cities', () => {
  assert.equal(divisions.length, 8)
  assert.equal(districts.length, 64)
  assert.equal(upazilas.filter((upazila) => !upazila.isMetropolitanThana).length, 495)
  const thanas = Map.groupBy(
    upazilas.filter((upazila) => upazila.isMetropolitanThana),
    (thana) => thana.district.slug,
  )
  const counts = Object.fromEntries([...thanas].map(([district, list]) => [district, list.length]))
  assert.deepEqual(counts, {
    barishal: 4,
    chattogram: 15,
    dhaka: 50,
    gazipur: 8,
    khulna: 8,
    mymensingh: 1,
    narayanganj: 2,
    rajshahi: 11,
    rangpur: 6,
    sylhet: 5,
  })
})

test('each division has the districts it has had since Mymensingh became one', () => {
  const counts = Object.fromEntries(divisions.map((division) => [division.slug, division.districts.length]))
  const expected = {
    barishal: 6,
    chattogram: 11,
    dhaka: 13,
    khulna: 10,
    mymensingh: 4,
    rajshahi: 8,
    rangpur: 8,
    sylhet: 4,
  }
  assert.deepEqual(counts, expected)
  for (const district of districts) assert.ok(district.upazilas.length >= 3, district.slug)
})

test('every name is written in both scripts, without stray characters', () => {
  const named: { slug: string; name: BilingualName }[] = [...divisions, ...districts, ...upazilas]
  for (const { slug, name } of named) {
    assert.match(name.en, /^[A-Z][A-Za-z'-]+( [A-Za-z-]+)*$/, slug)
    assert.match(name.bn, /^[\u0980-\u09ff]+( [\u0980-\u09ff]+)*$/, slug)
    assert.doesNotMatch(name.bn, /^[\u09be-\u09cd]|[\u09be-\u09cc]{2}|[০-৯]/, `${slug}: a vowel sign stands wrongly`)
    assert.equal(name.bn, name.bn.normalize('NFC'), `${slug} must be normalised, or searches miss it`)
  }
})

test('slugs and names are unique where they are looked up', () => {
  assertUnique(
    divisions.map(({ slug }) => slug),
    'divisions',
  )
  assertUnique(
    districts.map(({ slug }) => slug),
    'districts',
  )
  for (const district of districts) {
    for (const field of ['en', 'bn'] as const) {
      assertUnique(
        district.upazilas.map(({ name }) => name[field]),
        district.slug,
      )
    }
    assertUnique(
      district.upazilas.map(({ slug }) => slug),
      district.slug,
    )
  }
  for (const { slug } of [...divisions, ...districts, ...upazilas]) assert.match(slug, /^[a-z]+(-[a-z]+)*$/)
})

test('places carry the names in use today', () => {
  const names = new Set(upazilas.map(({ name }) => name.en).concat(districts.map(({ name }) => name.en)))
  for (const today of [
    'Chattogram',
    'Cumilla',
    'Barishal',
    'Jashore',
    'Bogura',
    'Shantiganj',
    'Zianagar',
    'Shayestaganj',
  ]) {
    assert.ok(names.has(today), today)
  }
  for (const name of names) assert.doesNotMatch(name, /Chittagong|Comilla|Barisal|Jessore|Bogra\b/)
})

test('postcodes are four digits, none twice in a list, and no two upazilas outside the cities share one', () => {
  const codes = upazilas.filter((upazila) => !upazila.isMetropolitanThana).flatMap(({ postcodes = [] }) => postcodes)
  assert.ok(codes.length > 1_000, `only ${codes.length} postcodes`)
  assertUnique(codes, 'upazilas')
  for (const { slug, postcodes } of upazilas) {
    if (postcodes === undefined) continue
    assert.ok(postcodes.length > 0, slug)
    assertUnique(postcodes, slug)
    for (const code of postcodes) assert.match(code, /^[1-9]\d{3}$/, slug)
  }
})

test('every upazila has a zone that exists, and every zone is used', () => {
  const known = deliveryZones.map(({ slug }) => slug)
  assertUnique(known, 'zones')
  assert.deepEqual(new Set(upazilas.map(({ zone }) => zone)), new Set(known))
})

test('zones follow where the courier goes', () => {
  const expected = {
    'dhaka/dhanmondi': 'inside-dhaka',
    'dhaka/uttara-west': 'inside-dhaka',
    'dhaka/savar': 'dhaka-suburbs',
    'dhaka/keraniganj': 'dhaka-suburbs',
    'gazipur/tongi-east': 'dhaka-suburbs',
    'narayanganj/fatullah': 'dhaka-suburbs',
    'manikganj/singair': 'outside-dhaka',
    'chattogram/kotwali': 'outside-dhaka',
    'chattogram/sandwip': 'remote',
    'coxs-bazar/kutubdia': 'remote',
    'coxs-bazar/maheshkhali': 'remote',
    'noakhali/hatiya': 'remote',
    'bhola/monpura': 'remote',
    'patuakhali/rangabali': 'remote',
    'rangamati/kaptai': 'remote',
    'bandarban/thanchi': 'remote',
    'khagrachhari/ramgarh': 'remote',
  }
  for (const [path, zone] of Object.entries(expected)) assert.equal(zoneOf(path), zone, path)
  assert.equal(upazilas.filter(({ zone }) => zone === 'inside-dhaka').length, 50)
})

test('fees and days are whole, grow with distance and keep the legal delivery time', () => {
  for (const [index, zone] of deliveryZones.entries()) {
    const nearer = deliveryZones[index - 1]
    for (const amount of [zone.baseFeePaisa, zone.baseWeightGrams, zone.feePerExtraKgPaisa]) {
      assert.ok(Number.isSafeInteger(amount) && amount > 0)
    }
    assert.ok(zone.daysMin >= 1 && zone.daysMin <= zone.daysMax)
    assert.ok(zone.daysMax <= (zone.slug === 'inside-dhaka' ? 5 : 10))
    assert.ok(zone.name.en !== '' && /^[\u0980-\u09ff ]+$/.test(zone.name.bn))
    if (nearer) assert.ok(nearer.baseFeePaisa < zone.baseFeePaisa && nearer.daysMax < zone.daysMax)
  }
})
