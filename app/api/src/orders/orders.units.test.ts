import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addPlaces, addProduct, type ProductFixture } from '@dhakacart/database/testing/fixtures.ts'
import { type PlacedOrder, placeOrder } from '../testing/placed-order.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import { assertLedgerAddsUp } from './testing/ledger.ts'

type Staff = Awaited<ReturnType<typeof signInAsStaff>>

let api: TestApi
let upazilaId: number
let warehouse: Staff
let support: Staff
let phoneNumber = 0

before(async () => {
  api = await startTestApi()
  upazilaId = (await addPlaces(api.db)).insideDhakaUpazilaId
  warehouse = await signInAsStaff(api, 'warehouse')
  support = await signInAsStaff(api, 'support')
})
after(async () => {
  await assertLedgerAddsUp(api.db)
  await api.drop()
})

const product = async (fixture: ProductFixture = {}) => (await addProduct(api.db, fixture)).variantId
const place = (lines: [number, number][]) =>
  placeOrder(api, upazilaId, lines, { customerPhone: `0171${String(++phoneNumber).padStart(7, '0')}` })
const act = (staff: Staff, id: number, action: string, body: object, headers = {}) =>
  staff.send('POST', `/api/console/orders/${id}/${action}`, body, headers)
const codeOf = (answer: { statusCode: number; json(): { code?: string } }) => [answer.statusCode, answer.json().code]

/** A category whose units have a number each, and a variant in it. */
async function numberedVariant(unitIdentity: 'imei' | 'serial', stock = 10): Promise<number> {
  const categorySlug = `${unitIdentity}-category`
  const variantId = await product({ categorySlug, stock })
  await api.db.updateTable('categories').set({ unitIdentity }).where('slug', '=', categorySlug).execute()
  return variantId
}

/** Fifteen digits of which the last follows from the others. */
function makeImei(serial: number): string {
  const body = `35${String(serial).padStart(12, '0')}`
  const sum = [...body].reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return body + String((10 - (sum % 10)) % 10)
}

test('each phone goes out with its IMEI, read however it was scanned', async () => {
  const phone = await numberedVariant('imei')
  const cable = await product()
  const order = await place([
    [phone, 2],
    [cable, 1],
  ])
  const [first, second] = [makeImei(1), makeImei(2)]
  const spelt = [`${first.slice(0, 2)} ${first.slice(2)}`, second]
  const pack = (units: object[]) => act(warehouse, order.id, 'pack', { version: order.version, units })
  const wrong: [object[], string][] = [
    [[], 'UNITS_INCOMPLETE'],
    [[{ variantId: phone, identities: [first] }], 'UNITS_INCOMPLETE'],
    [[{ variantId: phone, identities: [first, first] }], 'UNITS_INCOMPLETE'],
    [[{ variantId: phone, identities: [first, `${second.slice(0, 14)}x`] }], 'UNIT_IDENTITY_INVALID'],
    [
      [
        { variantId: phone, identities: [first] },
        { variantId: phone, identities: [second] },
      ],
      'UNITS_INCOMPLETE',
    ],
    [
      [
        { variantId: phone, identities: spelt },
        { variantId: cable, identities: ['ABCD1234'] },
      ],
      'UNITS_INCOMPLETE',
    ],
    [
      [
        { variantId: phone, identities: spelt },
        { variantId: 999_999, identities: [] },
      ],
      'UNITS_INCOMPLETE',
    ],
  ]
  for (const [units, code] of wrong) {
    assert.deepEqual([JSON.stringify(units), ...codeOf(await pack(units))], [JSON.stringify(units), 422, code])
  }
  const answer = await pack([{ variantId: phone, identities: spelt }])
  assert.equal(answer.statusCode, 200)
  const line = answer.json().lines.find((each: { variantId: number }) => each.variantId === phone)
  assert.deepEqual(line.units, [first, second])
  // The answer was lost and the button pressed again; then somebody else scanned other units from the same screen.
  assert.equal((await pack([{ variantId: phone, identities: spelt }])).statusCode, 200)
  const others = [{ variantId: phone, identities: [makeImei(3), makeImei(4)] }]
  assert.deepEqual(codeOf(await pack(others)), [409, 'VERSION_CONFLICT'])
})

test('one serial number is sold once: of ten orders packed at once with it one gets it, and it comes back with a cancellation', async () => {
  const laptop = await numberedVariant('serial', 20)
  const orders = await Promise.all(Array.from({ length: 10 }, () => place([[laptop, 1]])))
  const units = [{ variantId: laptop, identities: ['c02x1234'] }]
  const pack = (order: PlacedOrder) => act(warehouse, order.id, 'pack', { version: order.version, units })
  const answers = await Promise.all(orders.map(pack))
  const winners = answers.filter(({ statusCode }) => statusCode === 200).map((answer) => answer.json())
  assert.equal(winners.length, 1)
  for (const answer of answers.filter(({ statusCode }) => statusCode !== 200)) {
    assert.deepEqual(codeOf(answer), [409, 'UNIT_SOLD_ALREADY'])
    assert.deepEqual(answer.json().details.units, [{ identity: 'C02X1234', orderNumber: winners[0].number }])
  }
  const { id, version } = winners[0]
  const cancelled = await act(support, id, 'cancel', { version, reason: 'customer_request', note: 'wants it in red' })
  assert.deepEqual([cancelled.statusCode, cancelled.json().lines[0].units], [200, []])
  const next = orders.find((order) => order.id !== id) as PlacedOrder
  assert.equal((await pack(next)).statusCode, 200)
})

test('two orders that name the same units in opposite order never deadlock', async () => {
  const laptop = await numberedVariant('serial', 100)
  const pairs = await Promise.all(
    Array.from({ length: 8 }, async (_, index) => {
      const identities = [`ORDER${index}A`, `ORDER${index}B`]
      const [one, other] = await Promise.all([place([[laptop, 2]]), place([[laptop, 2]])])
      const pack = (order: PlacedOrder, each: string[]) =>
        act(warehouse, order.id, 'pack', { version: order.version, units: [{ variantId: laptop, identities: each }] })
      return Promise.all([pack(one, identities), pack(other, identities.toReversed())])
    }),
  )
  for (const answers of pairs) {
    assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted(), [200, 409])
  }
})

test('many are packed and shipped together, each on its own', async () => {
  const numbered = await numberedVariant('serial')
  const orders = await Promise.all([
    place([[await product(), 1]]),
    place([[numbered, 1]]),
    place([[await product(), 1]]),
  ])
  const bodies = orders.map(({ id, version }) => ({ id, version }))
  const packed = await warehouse.send('POST', '/api/console/orders/pack', {
    orders: [...bodies, { id: 999_999, version: 1 }],
  })
  const codes = (answer: typeof packed) => answer.json().results.map(({ code }: { code: string | null }) => code)
  assert.deepEqual(codes(packed), [null, 'UNITS_INCOMPLETE', null, 'ORDER_NOT_FOUND'])
  const toShip = packed
    .json()
    .results.filter(({ code }: { code: string | null }) => code === null)
    .map(({ id, version }: { id: number; version: number }) => ({ id, version }))
  const ship = () => warehouse.send('POST', '/api/console/orders/ship', { orders: toShip, courier: 'own' })
  assert.deepEqual(codes(await ship()), [null, null])
  assert.deepEqual(codes(await ship()), [null, null], 'pressed again it is the same')
  const tooMany = Array.from({ length: 101 }, (_, index) => ({ id: index + 1, version: 1 }))
  assert.equal((await warehouse.send('POST', '/api/console/orders/pack', { orders: tooMany })).statusCode, 400)
})
