import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { addPlaces, addProduct, type ProductFixture } from '@dhakacart/database/testing/fixtures.ts'
import { type PlacedOrder, placeOrder } from '../testing/placed-order.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import { assertLedgerAddsUp, stockOf } from './testing/ledger.ts'

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

test('an order goes from confirmed to delivered step by step, each written down with who did it', async () => {
  const variantId = await product({ stock: 5 })
  const order = await place([[variantId, 2]])
  let answer = await act(warehouse, order.id, 'pack', { version: order.version, units: [] })
  assert.deepEqual([answer.statusCode, answer.json().state], [200, 'packed'])
  const shipment = { version: answer.json().version, courier: 'pathao', trackingNumber: 'DL-2611-1' }
  answer = await act(warehouse, order.id, 'ship', shipment)
  assert.deepEqual(
    [answer.json().state, answer.json().courier, answer.json().trackingNumber],
    ['shipped', 'pathao', 'DL-2611-1'],
  )
  answer = await act(warehouse, order.id, 'delivery', { version: answer.json().version, outcome: 'delivered' })
  assert.equal(answer.json().state, 'delivered')
  assert.deepEqual(
    answer
      .json()
      .timeline.filter((entry: { kind: string }) => entry.kind !== 'shipment')
      .map((entry: { text: string; by: string | null }) => [entry.text, entry.by]),
    [
      ['confirmed', null],
      ['packed', 'The warehouse'],
      ['shipped', 'The warehouse'],
      ['delivered', 'The warehouse'],
    ],
  )
  const entries = await api.db
    .selectFrom('auditEntries')
    .select(['action', 'staffId'])
    .where('subject', '=', `order:${order.id}`)
    .orderBy('id')
    .execute()
  assert.deepEqual(
    entries.map(({ action }) => action),
    ['orders.packed', 'orders.shipped', 'orders.delivered'],
  )
  assert.deepEqual(await stockOf(api.db, variantId), { onHand: 3, held: 0 })
})

test('a step pressed ten times at once is made once, and everybody sees it done', async () => {
  const order = await place([[await product(), 1]])
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => act(warehouse, order.id, 'pack', { version: order.version, units: [] })),
  )
  assert.deepEqual([...new Set(answers.map(({ statusCode }) => statusCode))], [200])
  const steps = await api.db.selectFrom('orderTransitions').select('toState').where('orderId', '=', order.id).execute()
  assert.deepEqual(
    steps.map(({ toState }) => toState),
    ['confirmed', 'packed'],
  )
})

test('whoever looked at an older version is told what the order is now', async () => {
  const order = await place([[await product(), 1]])
  const both = await Promise.all([
    act(warehouse, order.id, 'pack', { version: order.version, units: [] }),
    act(support, order.id, 'cancel', { version: order.version, reason: 'unreachable', note: null }),
  ])
  assert.deepEqual(both.map(({ statusCode }) => statusCode).toSorted(), [200, 409])
  const refused = both.find(({ statusCode }) => statusCode === 409)?.json()
  assert.equal(refused.code, 'VERSION_CONFLICT')
  const { state, version } = await api.db
    .selectFrom('orders')
    .select(['state', 'version'])
    .where('id', '=', order.id)
    .executeTakeFirstOrThrow()
  assert.deepEqual(refused.details, { state, version })
})

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

test('a refused parcel is shipped again or comes back, and only then are its units for sale again', async () => {
  const variantId = await product({ stock: 4 })
  const order = await place([[variantId, 1]])
  const step = async (action: string, body: object) => {
    const { version } = await api.db
      .selectFrom('orders')
      .select('version')
      .where('id', '=', order.id)
      .executeTakeFirstOrThrow()
    return act(warehouse, order.id, action, { version, ...body })
  }
  await step('pack', { units: [] })
  await step('ship', { courier: 'steadfast', trackingNumber: 'SF100' })
  assert.deepEqual(codeOf(await step('delivery', { outcome: 'returned' })), [409, 'ORDER_STATE_FORBIDS'])
  assert.equal((await step('delivery', { outcome: 'delivery_failed' })).json().state, 'delivery_failed')
  assert.equal((await step('ship', { courier: 'steadfast', trackingNumber: 'SF101' })).json().state, 'shipped')
  await step('delivery', { outcome: 'delivery_failed' })
  assert.deepEqual(await stockOf(api.db, variantId), { onHand: 3, held: 0 })
  const back = await step('delivery', { outcome: 'returned' })
  assert.deepEqual([back.json().state, back.json().phoneRefused], ['returned', 1])
  assert.deepEqual(await stockOf(api.db, variantId), { onHand: 4, held: 0 })
})

test('a tracking number belongs to one parcel of its courier', async () => {
  const [one, other] = await Promise.all([place([[await product(), 1]]), place([[await product(), 1]])])
  const versions = await Promise.all(
    [one, other].map(async (order) => {
      const answer = await act(warehouse, order.id, 'pack', { version: order.version, units: [] })
      return answer.json().version
    }),
  )
  const ship = (order: PlacedOrder, version: number, courier: string) =>
    act(warehouse, order.id, 'ship', { version, courier, trackingNumber: 'T-77' })
  const answers = await Promise.all([ship(one, versions[0], 'redx'), ship(other, versions[1], 'redx')])
  assert.deepEqual(answers.map((answer) => answer.json().code ?? 'shipped').toSorted(), [
    'TRACKING_NUMBER_USED',
    'shipped',
  ])
  const [loser, version] = answers[0].statusCode === 200 ? [other, versions[1]] : [one, versions[0]]
  assert.equal((await ship(loser, version, 'pathao')).statusCode, 200)
})

test('an order whose payment somebody must look at is not packed', async () => {
  const order = await place([[await product(), 1]])
  await api.db.updateTable('orders').set({ paymentReview: 'risk_level 1' }).where('id', '=', order.id).execute()
  const answer = await act(warehouse, order.id, 'pack', { version: order.version, units: [] })
  assert.deepEqual(codeOf(answer), [409, 'PAYMENT_REVIEW_OPEN'])
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

test('a note is added once however often its key comes, at once too', async () => {
  const order = await place([[await product(), 1]])
  const key = { 'idempotency-key': randomUUID() }
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => act(support, order.id, 'notes', { text: 'Call after 6 pm' }, key)),
  )
  assert.deepEqual([...new Set(answers.map(({ statusCode }) => statusCode))], [200])
  const notes = answers[0]?.json().timeline.filter((entry: { kind: string }) => entry.kind === 'note')
  assert.deepEqual(
    notes.map(({ text, by }: { text: string; by: string }) => [text, by]),
    [['Call after 6 pm', 'The support']],
  )
})

test('wrong bodies, unknown orders and missing permissions are refused and change nothing', async () => {
  const order = await place([[await product(), 1]])
  const { version } = order
  const wrong: [string, object][] = [
    ['pack', { version }],
    ['pack', { version, units: [{ variantId: 'x', identities: [] }] }],
    ['pack', { version, units: [], state: 'delivered' }],
    ['ship', { version, courier: 'dhl', trackingNumber: null }],
    ['ship', { version, courier: 'own', trackingNumber: '=1+1' }],
    ['delivery', { version, outcome: 'confirmed' }],
  ]
  for (const [action, body] of wrong) {
    assert.equal((await act(warehouse, order.id, action, body)).statusCode, 400, JSON.stringify([action, body]))
  }
  const cancel = { version, reason: 'because', note: null }
  assert.equal((await act(support, order.id, 'cancel', cancel)).statusCode, 400)
  assert.deepEqual(codeOf(await act(warehouse, 999_999, 'pack', { version, units: [] })), [404, 'ORDER_NOT_FOUND'])
  assert.deepEqual(codeOf(await act(support, order.id, 'pack', { version, units: [] })), [403, 'PERMISSION_DENIED'])
  const mayNot = { version, reason: 'fake_order', note: null }
  assert.deepEqual(codeOf(await act(warehouse, order.id, 'cancel', mayNot)), [403, 'PERMISSION_DENIED'])
  const shipFirst = { version, courier: 'own', trackingNumber: null }
  assert.deepEqual(codeOf(await act(warehouse, order.id, 'ship', shipFirst)), [409, 'ORDER_STATE_FORBIDS'])
  const row = await api.db
    .selectFrom('orders')
    .select(['state', 'version'])
    .where('id', '=', order.id)
    .executeTakeFirst()
  assert.deepEqual(row, { state: 'confirmed', version })
})
