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
