import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { OrderReturn } from '@dhakacart/contract/returns.schema.ts'
import { addPlaces, addProduct, type ProductFixture } from '@dhakacart/database/testing/fixtures.ts'
import { sql } from 'kysely'
import { assertLedgerAddsUp, stockOf } from '../orders/testing/ledger.ts'
import { type PlacedOrder, placeOrder } from '../testing/placed-order.ts'
import { promisedMessages } from '../testing/promised-messages.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

let api: TestApi
let upazilaId: number
let manager: Awaited<ReturnType<typeof signInAsStaff>>
let phoneNumber = 0

before(async () => {
  api = await startTestApi()
  upazilaId = (await addPlaces(api.db)).insideDhakaUpazilaId
  manager = await signInAsStaff(api, 'manager')
})
after(async () => {
  await assertLedgerAddsUp(api.db)
  await api.drop()
})

const product = async (fixture: ProductFixture = {}) => (await addProduct(api.db, fixture)).variantId
const codeOf = (answer: { statusCode: number; json(): { code?: string } }) => [answer.statusCode, answer.json().code]

/** An order that has arrived. */
async function delivered(lines: [number, number][], units: object[] = []): Promise<PlacedOrder> {
  const customerPhone = `0181${String(++phoneNumber).padStart(7, '0')}`
  const order = await placeOrder(api, upazilaId, lines, { customerPhone })
  const steps: [string, object][] = [
    ['pack', { units }],
    ['ship', { courier: 'own', trackingNumber: null }],
    ['delivery', { outcome: 'delivered' }],
  ]
  for (const [index, [action, body]] of steps.entries()) {
    const url = `/api/console/orders/${order.id}/${action}`
    const answer = await manager.send('POST', url, { version: order.version + index, ...body })
    assert.equal(answer.statusCode, 200, answer.body)
  }
  return { ...order, version: order.version + steps.length }
}

const ask = (order: PlacedOrder, lines: object[], key: string = randomUUID(), changes = {}) =>
  api.inject({
    method: 'POST',
    url: `/api/orders/${order.token}/returns`,
    headers: { 'idempotency-key': key },
    payload: { reason: 'defective', note: null, lines, ...changes },
  })
const decide = ({ id, version }: OrderReturn, isApproved: boolean, note: string | null = null) =>
  manager.send('POST', `/api/console/returns/${id}/decision`, { version, isApproved, note })
const receive = ({ id, version }: OrderReturn, lines: object[]) =>
  manager.send('POST', `/api/console/returns/${id}/receipt`, { version, lines })
const toldAbout = async ({ id }: PlacedOrder) => (await promisedMessages(api.db, id)).map(({ template }) => template)
const stateOf = async ({ id }: PlacedOrder) =>
  (await api.db.selectFrom('orders').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state

async function approved(order: PlacedOrder, lines: object[]): Promise<OrderReturn> {
  const asked = (await ask(order, lines)).json().returns.at(-1) as OrderReturn
  return (await decide(asked, true)).json()
}

test('a part comes back: what is fit is for sale again, the rest is written off, and its price is to be given back', async () => {
  const phone = await product({ stock: 10, pricePaisa: 300_000 })
  const cable = await product({ stock: 10, pricePaisa: 20_000 })
  const order = await delivered([
    [phone, 1],
    [cable, 4],
  ])
  const open = await approved(order, [{ variantId: cable, quantity: 3 }])
  assert.equal(await stateOf(order), 'return_requested')
  const answer = await receive(open, [{ variantId: cable, restocked: 1, writtenOff: 1, identities: [] }])
  assert.deepEqual([answer.statusCode, answer.json().state, answer.json().refundPaisa], [200, 'received', 40_000])
  assert.equal(await stateOf(order), 'delivered')
  const refund = await api.db
    .selectFrom('refunds')
    .select(['amountPaisa', 'state', 'requestedBy'])
    .where('orderId', '=', order.id)
    .executeTakeFirst()
  assert.deepEqual(refund, { amountPaisa: 40_000, state: 'by_hand', requestedBy: manager.id }, 'cash goes back by hand')
  assert.deepEqual(await stockOf(api.db, cable), { onHand: 7, held: 0 })
  assert.deepEqual(await stockOf(api.db, phone), { onHand: 9, held: 0 })
  const { rows } = await sql`
    select kind, on_hand_change from stock_movements where variant_id = ${cable} and order_id = ${order.id} order by id`.execute(
    api.db,
  )
  assert.deepEqual(rows, [
    { kind: 'sold', onHandChange: -4 },
    { kind: 'returned', onHandChange: 2 },
    { kind: 'adjusted', onHandChange: -1 },
  ])
  const { lines, canRequest } = (await api.inject({ url: `/api/orders/${order.token}/returns` })).json()
  assert.deepEqual([canRequest, lines.map(({ returnable }: { returnable: number }) => returnable)], [true, [1, 2]])
  assert.deepEqual((await toldAbout(order)).slice(-3), ['order-delivered', 'return-accepted', 'refund-started'])
})

test('when the last unit is back the order is returned, and nothing more can come back', async () => {
  const variantId = await product({ stock: 5 })
  const order = await delivered([[variantId, 2]])
  for (const [count, state] of [
    [1, 'delivered'],
    [1, 'returned'],
  ] as const) {
    const open = await approved(order, [{ variantId, quantity: count }])
    await receive(open, [{ variantId, restocked: count, writtenOff: 0, identities: [] }])
    assert.equal(await stateOf(order), state)
  }
  assert.deepEqual(await stockOf(api.db, variantId), { onHand: 5, held: 0 })
  assert.deepEqual(codeOf(await ask(order, [{ variantId, quantity: 1 }])), [409, 'ORDER_STATE_FORBIDS'])
})

test('a refused return leaves the order delivered, with the reason for the shopper', async () => {
  const variantId = await product({ stock: 5 })
  const order = await delivered([[variantId, 1]])
  const asked = (await ask(order, [{ variantId, quantity: 1 }])).json().returns[0]
  assert.equal((await decide(asked, false, 'The seal is broken')).statusCode, 200)
  assert.equal(await stateOf(order), 'delivered')
  const { returns } = (await api.inject({ url: `/api/orders/${order.token}/returns` })).json()
  assert.deepEqual([returns[0].state, returns[0].decisionNote], ['refused', 'The seal is broken'])
  assert.deepEqual(await stockOf(api.db, variantId), { onHand: 4, held: 0 })
  assert.equal((await decide(asked, false, 'The seal is broken')).statusCode, 200, 'the same again')
  const told = await toldAbout(order)
  assert.equal(told.filter((template) => template === 'order-delivered').length, 1, `${told}`)
  assert.equal(told.filter((template) => template === 'return-refused').length, 1, `${told}`)
  assert.ok(!told.includes('return-accepted'))
})

test('one request however often its key comes; two different ones at once open one', async () => {
  const variantId = await product({ stock: 5 })
  const order = await delivered([[variantId, 2]])
  const key = randomUUID()
  const lines = [{ variantId, quantity: 1 }]
  const same = await Promise.all(Array.from({ length: 6 }, () => ask(order, lines, key)))
  assert.deepEqual([...new Set(same.map(({ statusCode }) => statusCode))], [200])
  assert.equal((await ask(order, lines)).json().code, 'ORDER_STATE_FORBIDS')
  const other = await delivered([[variantId, 2]])
  const both = await Promise.all([ask(other, lines), ask(other, lines)])
  assert.deepEqual(both.map(({ statusCode }) => statusCode).toSorted(), [200, 409])
  assert.deepEqual(codeOf(await ask(other, lines, key)), [422, 'IDEMPOTENCY_KEY_REUSED'])
})

test('one key for two orders in the same moment opens one return; the other is told that the key is used, by shopper and staff alike', async () => {
  const variantId = await product({ stock: 20 })
  const lines = [{ variantId, quantity: 1 }]
  const record = ({ id }: PlacedOrder, key: string) =>
    manager.send(
      'POST',
      `/api/console/orders/${id}/returns`,
      { reason: 'defective', note: null, lines },
      { 'idempotency-key': key },
    )
  for (let round = 0; round < 4; round++) {
    const [one, other] = [await delivered([[variantId, 1]]), await delivered([[variantId, 1]])]
    const key = randomUUID()
    const answers = await Promise.all([
      ask(one, lines, key),
      round % 2 === 0 ? ask(other, lines, key) : record(other, key),
    ])
    assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [200, 422])
    assert.equal(answers.find(({ statusCode }) => statusCode === 422)?.json().code, 'IDEMPOTENCY_KEY_REUSED')
  }
})

test('received ten times at once the units come back once; decided differently at once, one decision holds', async () => {
  const variantId = await product({ stock: 5 })
  const order = await delivered([[variantId, 2]])
  const asked = (await ask(order, [{ variantId, quantity: 2 }])).json().returns[0]
  const decisions = await Promise.all([decide(asked, true), decide(asked, false)])
  assert.deepEqual(decisions.map(({ statusCode }) => statusCode).toSorted(), [200, 409])
  const second = await delivered([[variantId, 2]])
  const open = await approved(second, [{ variantId, quantity: 2 }])
  const before = await stockOf(api.db, variantId)
  const arrival = [{ variantId, restocked: 2, writtenOff: 0, identities: [] }]
  const answers = await Promise.all(Array.from({ length: 10 }, () => receive(open, arrival)))
  assert.deepEqual([...new Set(answers.map(({ statusCode }) => statusCode))], [200])
  assert.deepEqual(await stockOf(api.db, variantId), { onHand: (before?.onHand ?? 0) + 2, held: 0 })
})

test('a unit with a number comes back by its number, and may then be sold again', async () => {
  const variantId = await product({ stock: 5, categorySlug: 'laptops' })
  await api.db.updateTable('categories').set({ unitIdentity: 'serial' }).where('slug', '=', 'laptops').execute()
  const units = [{ variantId, identities: ['SER-0001', 'SER-0002'] }]
  const order = await delivered([[variantId, 2]], units)
  const open = await approved(order, [{ variantId, quantity: 1 }])
  for (const identities of [[], ['SER-9999'], ['SER-0001', 'SER-0002']]) {
    const answer = await receive(open, [{ variantId, restocked: 1, writtenOff: 0, identities }])
    assert.deepEqual(codeOf(answer), [422, 'UNITS_INCOMPLETE'], String(identities))
  }
  await receive(open, [{ variantId, restocked: 1, writtenOff: 0, identities: ['ser-0001'] }])
  const again = await delivered([[variantId, 1]], [{ variantId, identities: ['SER-0001'] }])
  assert.equal(await stateOf(again), 'delivered')
})

test('the window is the owner’s, from the day it was delivered; staff may record a return after it', async () => {
  const variantId = await product({ stock: 5 })
  const order = await delivered([[variantId, 1]])
  await sql`alter table order_transitions disable trigger order_transitions_append_only`.execute(api.db)
  await sql`
    update order_transitions set changed_at = shop_now() - interval '8 days'
    where order_id = ${order.id} and to_state = 'delivered'`.execute(api.db)
  await sql`alter table order_transitions enable trigger order_transitions_append_only`.execute(api.db)
  const lines = [{ variantId, quantity: 1 }]
  assert.deepEqual(codeOf(await ask(order, lines)), [409, 'RETURN_WINDOW_OVER'])
  assert.equal((await api.inject({ url: `/api/orders/${order.token}/returns` })).json().canRequest, false)
  const key = { 'idempotency-key': randomUUID() }
  const record = () =>
    manager.send(
      'POST',
      `/api/console/orders/${order.id}/returns`,
      { reason: 'wrong_item', note: 'by phone', lines },
      key,
    )
  const [one, other] = await Promise.all([record(), record()])
  assert.deepEqual([one.statusCode, one.json().id], [200, other.json().id])
})

test('more than was bought, unknown lines, wrong bodies, orders that have not arrived and strangers are refused', async () => {
  const variantId = await product({ stock: 9 })
  const order = await delivered([[variantId, 2]])
  const wrong: [object[], object, string][] = [
    [[{ variantId, quantity: 3 }], {}, 'RETURN_TOO_MANY'],
    [[{ variantId: 999_999, quantity: 1 }], {}, 'RETURN_TOO_MANY'],
    [[], {}, 'BAD_REQUEST'],
    [[{ variantId, quantity: 0 }], {}, 'BAD_REQUEST'],
    [
      [
        { variantId, quantity: 1 },
        { variantId, quantity: 1 },
      ],
      {},
      'BAD_REQUEST',
    ],
    [[{ variantId, quantity: 1 }], { reason: 'bored' }, 'BAD_REQUEST'],
    [[{ variantId, quantity: 1 }], { refundPaisa: 1_000_000 }, 'BAD_REQUEST'],
  ]
  for (const [lines, changes, code] of wrong) {
    assert.equal((await ask(order, lines, randomUUID(), changes)).json().code, code, JSON.stringify([lines, changes]))
  }
  const young = await placeOrder(api, upazilaId, [[variantId, 1]], { customerPhone: '01811999999' })
  assert.deepEqual(codeOf(await ask(young, [{ variantId, quantity: 1 }])), [409, 'ORDER_STATE_FORBIDS'])
  const stranger = { ...order, token: 'A'.repeat(43) }
  assert.deepEqual(codeOf(await ask(stranger, [{ variantId, quantity: 1 }])), [404, 'ORDER_NOT_FOUND'])
  const open = await approved(order, [{ variantId, quantity: 1 }])
  const tooMany = [{ variantId, restocked: 1, writtenOff: 1, identities: [] }]
  assert.deepEqual(codeOf(await receive(open, tooMany)), [422, 'RETURN_TOO_MANY'])
  const support = await signInAsStaff(api, 'support')
  const url = `/api/console/returns/${open.id}/receipt`
  assert.equal((await support.send('POST', url, { version: open.version, lines: tooMany })).statusCode, 403)
  assert.deepEqual(codeOf(await decide({ ...open, id: 999_999 }, true)), [404, 'RETURN_NOT_FOUND'])
})

test('what waits for staff is listed oldest first, page by page', async () => {
  const first = (await manager.send('GET', '/api/console/returns?limit=1')).json()
  const rest = (await manager.send('GET', `/api/console/returns?after=${first.nextCursor}`)).json()
  const ids = [...first.returns, ...rest.returns].map(({ id }: { id: number }) => id)
  assert.deepEqual(
    ids,
    ids.toSorted((a, b) => a - b),
  )
  assert.ok(ids.length >= 3)
  const states = new Set(rest.returns.map(({ state }: { state: string }) => state))
  assert.ok([...states].every((state) => state === 'requested' || state === 'approved'))
})
