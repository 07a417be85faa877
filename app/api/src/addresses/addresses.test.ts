import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Address } from '@dhakacart/contract/addresses.schema.ts'
import { addPlaces } from '@dhakacart/database/testing/fixtures.ts'
import { type Browser, createBrowser, signInByCode } from '../testing/customer.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

let api: TestApi
let places: Awaited<ReturnType<typeof addPlaces>>

before(async () => {
  api = await startTestApi()
  places = await addPlaces(api.db)
})
after(() => api.drop())

const fields = (changes: object = {}) => ({
  recipientName: '  Karim   Uddin ',
  recipientPhone: '০১৮১২-৩৪৫৬৭৮',
  upazilaId: places.insideDhakaUpazilaId,
  streetAddress: 'House 9, Road 2',
  deliveryNote: '  ',
  isDefault: false,
  ...changes,
})

const add = (browser: Browser, changes: object = {}, key: string = randomUUID()) =>
  browser.send('POST', '/api/account/addresses', fields(changes), { 'idempotency-key': key })
const listed = async (browser: Browser): Promise<Address[]> =>
  (await browser.send('GET', '/api/account/addresses')).json().addresses

test('the first address is the default, and another one only when asked', async () => {
  const browser = await signInByCode(api)
  const answer = await add(browser)
  assert.equal(answer.statusCode, 200, answer.body)
  const [first] = answer.json().addresses as Address[]
  assert.deepEqual(
    [first?.recipientName, first?.recipientPhone, first?.deliveryNote, first?.isDefault, first?.districtSlug],
    ['Karim Uddin', '+8801812345678', null, true, 'dhaka'],
  )
  await add(browser, { streetAddress: 'House 10' })
  await add(browser, { streetAddress: 'House 11', isDefault: true, upazilaId: places.outsideDhakaUpazilaId })
  assert.deepEqual(
    (await listed(browser)).map(({ streetAddress, isDefault }) => [streetAddress, isDefault]),
    [
      ['House 11', true],
      ['House 10', false],
      ['House 9, Road 2', false],
    ],
  )
})

test('editing and removing are safe to repeat; the newest left becomes the default', async () => {
  const browser = await signInByCode(api)
  await add(browser, { streetAddress: 'House 1' })
  await add(browser, { streetAddress: 'House 2' })
  await add(browser, { streetAddress: 'House 3', isDefault: true })
  const [third, second, first] = (await listed(browser)).map(({ id }) => id)
  for (let time = 0; time < 2; time++) {
    const answer = await browser.send(
      'PUT',
      `/api/account/addresses/${first}`,
      fields({ streetAddress: 'House 1a', isDefault: true }),
    )
    assert.equal(answer.statusCode, 200)
  }
  assert.deepEqual((await listed(browser)).map(({ streetAddress, isDefault }) => [streetAddress, isDefault])[0], [
    'House 1a',
    true,
  ])
  for (let time = 0; time < 2; time++) {
    assert.equal((await browser.send('DELETE', `/api/account/addresses/${first}`)).statusCode, 200)
  }
  const left = await listed(browser)
  assert.deepEqual(
    left.map(({ id, isDefault }) => [id, isDefault]),
    [
      [third, true],
      [second, false],
    ],
  )
})

test('the same key adds once, also many times at once; twenty addresses are the limit', async () => {
  const browser = await signInByCode(api)
  const key = randomUUID()
  const repeats = await Promise.all(Array.from({ length: 6 }, () => add(browser, {}, key)))
  assert.deepEqual([...new Set(repeats.map(({ statusCode }) => statusCode))], [200])
  assert.equal((await listed(browser)).length, 1)
  for (let index = 0; index < 18; index++) await add(browser)
  const last = await Promise.all([add(browser, { isDefault: true }), add(browser, { isDefault: true })])
  assert.deepEqual(last.map(({ statusCode }) => statusCode).toSorted(), [200, 409])
  assert.equal(last.find(({ statusCode }) => statusCode === 409)?.json().code, 'ADDRESSES_FULL')
  const all = await listed(browser)
  assert.equal(all.length, 20)
  assert.equal(all.filter(({ isDefault }) => isDefault).length, 1)
})

test('the address of somebody else is not there', async () => {
  const owner = await signInByCode(api)
  await add(owner)
  const [address] = await listed(owner)
  const stranger = await signInByCode(api)
  const edit = await stranger.send('PUT', `/api/account/addresses/${address?.id}`, fields({ isDefault: true }))
  assert.deepEqual([edit.statusCode, edit.json().code], [404, 'ADDRESS_NOT_FOUND'])
  await stranger.send('DELETE', `/api/account/addresses/${address?.id}`)
  assert.deepEqual(await listed(owner), [address])
  for (const [method, url] of [
    ['GET', ''],
    ['POST', ''],
    ['PUT', '/1'],
    ['DELETE', '/1'],
  ] as const) {
    const answer = await createBrowser(api).send(
      method,
      `/api/account/addresses${url}`,
      method === 'GET' ? undefined : fields(),
    )
    assert.deepEqual([answer.statusCode, answer.json().code], [401, 'NOT_SIGNED_IN'])
  }
})

test('addresses of every wrong kind are refused and change nothing', async () => {
  const browser = await signInByCode(api)
  const wrong: [object, string][] = [
    [{ recipientName: 'Al' }, 'BAD_REQUEST'],
    [{ recipientName: '    ' }, 'BAD_REQUEST'],
    [{ recipientPhone: '12345' }, 'PHONE_INVALID'],
    [{ upazilaId: 999_999 }, 'PLACE_NOT_FOUND'],
    [{ upazilaId: 1.5 }, 'BAD_REQUEST'],
    [{ streetAddress: 'x' }, 'BAD_REQUEST'],
    [{ streetAddress: 'x'.repeat(161) }, 'BAD_REQUEST'],
    [{ streetAddress: 'House\u0000 7' }, 'BAD_REQUEST'],
    [{ isDefault: 'yes' }, 'BAD_REQUEST'],
    [{ customerId: 1 }, 'BAD_REQUEST'],
  ]
  for (const [changes, code] of wrong)
    assert.equal((await add(browser, changes)).json().code, code, JSON.stringify(changes))
  assert.equal((await add(browser, {}, 'no-uuid')).statusCode, 400)
  assert.deepEqual(await listed(browser), [])
})
