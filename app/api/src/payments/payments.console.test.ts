import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { after, afterEach, before, test } from 'node:test'
import type { StaffRole } from '@dhakacart/contract/staff-permissions.ts'
import { addPlaces } from '@dhakacart/database/testing/fixtures.ts'
import { createTestDatabase, type TestDatabase } from '@dhakacart/database/testing/test-database.ts'
import { readPublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import { runDueRefund } from '../refunds/refund-sending.ts'
import { promisedMessages } from '../testing/promised-messages.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import type { PaymentContext } from './payment-context.ts'
import { createPaymentProviders } from './providers/configured-providers.ts'
import { type FakeGateways, startFakeGateways } from './testing/fake-gateways.ts'
import { assertMoneyAddsUp } from './testing/money.ts'
import { type OrderToPay, orderToPay } from './testing/paying-shopper.ts'

let database: TestDatabase
let gateways: FakeGateways
let api: TestApi
let context: PaymentContext
let upazilaId: number
let staff: Awaited<ReturnType<typeof signInAsStaff>>

before(async () => {
  database = await createTestDatabase()
  gateways = await startFakeGateways()
  const providers = createPaymentProviders(gateways.settings, database.db)
  api = await startTestApi({ settings: { db: database.db, paymentProviders: providers } })
  api.db = database.db
  context = { db: database.db, randomBytes, providers, publicOrigin: readPublicOrigin('http://localhost:3000') }
  upazilaId = (await addPlaces(database.db)).insideDhakaUpazilaId
  staff = await signInAsStaff(api, 'manager')
})
afterEach(async () => {
  gateways.faults.clear()
  await assertMoneyAddsUp(database.db)
})
after(async () => {
  await api.drop()
  await gateways.close()
  await database.drop()
})

async function paidOrder(lies: Record<string, string> = {}): Promise<OrderToPay> {
  const order = await orderToPay(api, upazilaId, 'sslcommerz', { stock: 2 })
  const reference = await order.startedReference()
  gateways.pay(reference).lies = lies
  await api.inject({ url: `/api/payments/sslcommerz/return/${reference}` })
  return order
}
const refund = (order: OrderToPay, body: object, key: string = randomUUID()) =>
  staff.send('POST', `/api/console/orders/${order.id}/refunds`, body, { 'idempotency-key': key })
const whole = (order: OrderToPay) => ({
  amountPaisa: null,
  lines: [{ variantId: order.variantId, quantity: 1 }],
  reason: 'wrong colour',
})
const entriesOf = (subject: string) =>
  database.db.selectFrom('auditEntries').select('action').where('subject', '=', subject).orderBy('id').execute()

test('payments are listed newest first, by page, and found by order number and by the provider’s id', async () => {
  const orders = [await paidOrder(), await paidOrder(), await paidOrder()]
  const first = (await staff.send('GET', '/api/console/payments?limit=2')).json()
  assert.equal(first.payments.length, 2)
  const second = (await staff.send('GET', `/api/console/payments?limit=2&after=${first.nextCursor}`)).json()
  const ids = [...first.payments, ...second.payments].map((payment: { orderId: number }) => payment.orderId)
  assert.deepEqual(ids.slice(0, 3), orders.map(({ id }) => id).reverse())
  const [found] = first.payments
  for (const text of [found.orderNumber.toLowerCase(), found.providerReference]) {
    const answer = (await staff.send('GET', `/api/console/payments?text=${text}`)).json()
    assert.deepEqual(answer.payments, [found])
  }
  assert.equal((await staff.send('GET', '/api/console/payments?after=x')).statusCode, 400)
  assert.equal((await staff.send('GET', '/api/console/payments?limit=101')).statusCode, 400)
})

test('a refund from the console: once per key, however often it is pressed, and written down once', async () => {
  const order = await paidOrder()
  const key = randomUUID()
  const answers = await Promise.all(Array.from({ length: 4 }, () => refund(order, whole(order), key)))
  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [200, 200, 200, 200],
  )
  const money = (await staff.send('GET', `/api/console/orders/${order.id}/money`)).json()
  assert.deepEqual([money.refunds.length, money.refunds[0].amountPaisa], [1, 100_000])
  const sum = money.ledger.reduce((total: number, entry: { amountPaisa: number }) => total + entry.amountPaisa, 0)
  assert.equal(sum, 0)
  assert.deepEqual(
    (await entriesOf(`order:${order.id}`)).map(({ action }) => action),
    ['refunds.requested'],
  )
})

test('of two of the staff who refund the same units at once, or use one key for two things, one holds and the other is told', async () => {
  const other = await signInAsStaff(api, 'owner')
  const both = (order: OrderToPay, bodies: readonly [object, object], keys: readonly [string, string]) =>
    Promise.all(
      [staff, other].map((person, index) =>
        person.send('POST', `/api/console/orders/${order.id}/refunds`, bodies[index] ?? {}, {
          'idempotency-key': keys[index] ?? '',
        }),
      ),
    )
  const codesOf = (answers: Awaited<ReturnType<typeof both>>) =>
    answers.map((answer) => (answer.statusCode === 200 ? 'done' : answer.json().code)).sort()
  const [units, keyed] = [await paidOrder(), await paidOrder()]
  const all = { ...whole(units), lines: [{ variantId: units.variantId, quantity: 2 }] }
  const one = { ...whole(units), reason: 'scratched' }
  const sameUnits = await both(units, [all, one], [randomUUID(), randomUUID()])
  assert.deepEqual(codesOf(sameUnits), ['REFUND_TOO_LARGE', 'done'])
  const key = randomUUID()
  const sameKey = await both(keyed, [whole(keyed), { ...whole(keyed), reason: 'scratched' }], [key, key])
  assert.deepEqual(codesOf(sameKey), ['IDEMPOTENCY_KEY_REUSED', 'done'])
  for (const order of [units, keyed]) {
    const { refunds } = (await staff.send('GET', `/api/console/orders/${order.id}/money`)).json()
    assert.equal(refunds.length, 1)
    assert.deepEqual(await entriesOf(`order:${order.id}`), [{ action: 'refunds.requested' }])
  }
  // Given back by hand under two references at once.
  const { refunds } = (await staff.send('GET', `/api/console/orders/${keyed.id}/money`)).json()
  await database.db
    .updateTable('refunds')
    .set({ state: 'by_hand', dueAt: null })
    .where('id', '=', refunds[0].id)
    .execute()
  const finish = (person: typeof staff, providerReference: string) =>
    person.send('POST', `/api/console/refunds/${refunds[0].id}/done`, { providerReference })
  const finished = await Promise.all([finish(staff, 'A1'), finish(other, 'B2')])
  assert.deepEqual(codesOf(finished), ['REFUND_STATE_FORBIDS', 'done'])
})

test('refunds of nothing, of too much, of what is not there, and with unknown fields are refused', async () => {
  const order = await paidOrder()
  const bad = [
    { ...whole(order), amountPaisa: 0 },
    { ...whole(order), amountPaisa: -1 },
    { ...whole(order), reason: '   ' },
    { ...whole(order), requestedBy: 1 },
    { ...whole(order), lines: [{ variantId: order.variantId, quantity: 0 }] },
  ]
  for (const body of bad) assert.equal((await refund(order, body)).statusCode, 400, JSON.stringify(body))
  const much = { amountPaisa: order.totalPaisa + 1, lines: [], reason: 'x' }
  assert.equal((await refund(order, much)).json().code, 'REFUND_TOO_LARGE')
  const nowhere = await staff.send('POST', '/api/console/orders/999999/refunds', whole(order), {
    'idempotency-key': randomUUID(),
  })
  assert.equal(nowhere.json().code, 'ORDER_NOT_FOUND')
})

test('only those who may refund can; who may read money sees it', async () => {
  const order = await paidOrder()
  const may: Record<StaffRole, [number, number]> = {
    owner: [200, 200],
    manager: [200, 200],
    support: [200, 403],
    viewer: [200, 403],
    warehouse: [403, 403],
  }
  for (const [role, expected] of Object.entries(may)) {
    const other = await signInAsStaff(api, role as StaffRole)
    const read = await other.send('GET', `/api/console/orders/${order.id}/money`)
    const body = { amountPaisa: 100, lines: [], reason: 'x' }
    const headers = { 'idempotency-key': randomUUID() }
    const write = await other.send('POST', `/api/console/orders/${order.id}/refunds`, body, headers)
    assert.deepEqual([read.statusCode, write.statusCode], expected, role)
  }
})

test('a refused refund is sent again, or given back by hand, once', async () => {
  const order = await paidOrder()
  await refund(order, whole(order))
  gateways.faults.set('refund', 'refuses')
  // Those of the tests before come first.
  while ((await runDueRefund(context, 'sslcommerz')) > 0);
  const list = (await staff.send('GET', '/api/console/refunds?state=refused')).json()
  const [refused] = list.refunds.filter((each: { orderId: number }) => each.orderId === order.id)
  assert.match(refused.problem, /not allowed/)
  const retries = await Promise.all([1, 2].map(() => staff.send('POST', `/api/console/refunds/${refused.id}/retry`)))
  assert.deepEqual(
    retries.map((answer) => answer.json().state),
    ['requested', 'requested'],
  )
  gateways.faults.clear()
  gateways.faults.set('refund', 'refuses')
  while ((await runDueRefund(context, 'sslcommerz')) > 0);
  const done = (providerReference: string) =>
    staff.send('POST', `/api/console/refunds/${refused.id}/done`, { providerReference })
  const answers = await Promise.all([done('BY-HAND-1'), done('BY-HAND-1')])
  assert.deepEqual(
    answers.map((answer) => answer.json().state),
    ['done', 'done'],
  )
  assert.equal((await done('ANOTHER')).json().code, 'REFUND_STATE_FORBIDS')
  const told = (await promisedMessages(database.db, order.id)).map(({ template }) => template)
  assert.deepEqual(told, ['order-confirmed', 'refund-started', 'refund-done'])
  assert.equal((await staff.send('POST', '/api/console/refunds/999999/retry')).json().code, 'REFUND_NOT_FOUND')
})

test('a risky payment: packing waits; it passes, or the order is cancelled and the money goes back', async () => {
  const risky = { risk_level: '1', risk_title: 'Not safe' }
  const [good, bad] = [await paidOrder(risky), await paidOrder(risky)]
  const waiting = (await staff.send('GET', '/api/console/payments?isUnderReview=true')).json()
  assert.deepEqual(
    waiting.payments.map((payment: { orderId: number }) => payment.orderId),
    [bad.id, good.id],
  )
  const decide = (order: OrderToPay, decision: string) =>
    staff.send('POST', `/api/console/orders/${order.id}/payment-review`, { decision, note: 'called the shopper' })
  await Promise.all([decide(good, 'accept'), decide(good, 'accept')])
  assert.deepEqual([(await good.read()).state, (await good.money()).isUnderReview], ['confirmed', false])
  await Promise.all([decide(bad, 'return'), decide(bad, 'return')])
  assert.equal((await bad.read()).state, 'cancelled')
  assert.deepEqual(
    (await bad.money()).refunds.map((each: { amountPaisa: number }) => each.amountPaisa),
    [bad.totalPaisa],
  )
  assert.equal((await entriesOf(`order:${bad.id}`)).length, 1)
})
