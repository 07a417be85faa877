import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Difference } from '@dhakacart/contract/console-reconciliation.schema.ts'
import type { OnlineMethod } from '@dhakacart/contract/payments.schema.ts'
import { addPlaces } from '@dhakacart/database/testing/fixtures.ts'
import { setClock, useSimulatedClock } from '@dhakacart/database/testing/set-clock.ts'
import { createTestDatabase, type TestDatabase } from '@dhakacart/database/testing/test-database.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { readPublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import type { PaymentContext } from '../payments/payment-context.ts'
import { createPaymentProviders } from '../payments/providers/configured-providers.ts'
import { type FakeGateways, startFakeGateways } from '../payments/testing/fake-gateways.ts'
import { assertMoneyAddsUp } from '../payments/testing/money.ts'
import { type OrderToPay, orderToPay } from '../payments/testing/paying-shopper.ts'
import { runDueRefund } from '../refunds/refund-sending.ts'
import * as refunds from '../refunds/refunds.service.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import { reconcile } from './reconciliation.service.ts'

/** 22:00 of the 27th in Dhaka, and 04:00 of the 28th. */
const evening = new Date('2026-11-27T16:00:00Z')
const night = new Date('2026-11-27T22:00:00Z')

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
  await useSimulatedClock(database.db, evening)
})
after(async () => {
  await assertMoneyAddsUp(database.db)
  await api.drop()
  await gateways.close()
  await database.drop()
})

async function order(method: OnlineMethod, isPaid = true): Promise<{ order: OrderToPay; reference: string }> {
  const placed = await orderToPay(api, upazilaId, method)
  const reference = await placed.startedReference()
  if (isPaid) {
    gateways.pay(reference)
    await api.inject({ url: `/api/payments/${method}/return/${reference}` })
  }
  return { order: placed, reference }
}
async function compareAll(method: OnlineMethod): Promise<void> {
  while ((await reconcile(context, method)) > 0);
}
async function found(query = ''): Promise<Difference[]> {
  const viewer = await signInAsStaff(api, 'viewer')
  const answer = await viewer.send('GET', `/api/console/reconciliation/differences${query}`)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json().differences
}

test('every kind of difference of a day is found, once, and what agrees is not', async () => {
  await setClock(database.db, evening)
  const agreeing = await order('bkash')
  const unpaid = await order('bkash', false)
  const missingHere = await order('nagad', false)
  const missingThere = await order('sslcommerz')
  const amount = await order('sslcommerz')
  const state = await order('bkash')
  const refunded = await order('bkash')
  const vanished = await order('bkash')
  for (const { order: each } of [refunded, vanished]) {
    await inTransaction(database.db, (tx) =>
      refunds.request(tx, {
        orderId: each.id,
        amountPaisa: 100,
        lines: [],
        reason: 'test',
        requestedBy: null,
        idempotencyKey: randomUUID(),
      }),
    )
  }
  while ((await runDueRefund(context, 'bkash')) > 0);
  const there = (reference: string) => {
    const payment = gateways.payments.get(reference)
    if (payment === undefined) throw new Error('no payment')
    return payment
  }
  gateways.pay(missingHere.reference)
  there(missingThere.reference).state = 'open'
  there(amount.reference).lies = { amount: '1.00' }
  there(state.reference).lies = { trxID: 'ANOTHER' }
  const [back] = there(refunded.reference).refunds
  if (back !== undefined) back.state = 'Failed'
  there(vanished.reference).refunds = []

  await setClock(database.db, night)
  staff = await signInAsStaff(api, 'manager')
  for (const method of ['bkash', 'nagad', 'sslcommerz'] as const) await compareAll(method)
  const kinds = new Map((await found()).map((each) => [each.orderId, each.kind]))
  assert.deepEqual(
    [missingHere, missingThere, amount, state, refunded, vanished].map(({ order: { id } }) => kinds.get(id)),
    ['missing_here', 'missing_there', 'amount_differs', 'state_differs', 'refund_differs', 'refund_missing_there'],
  )
  assert.deepEqual([kinds.has(agreeing.order.id), kinds.has(unpaid.order.id), kinds.size], [false, false, 6])
  // What the provider had and we had not is booked: the hold was over, and the unit is still there.
  assert.equal((await missingHere.order.read()).state, 'confirmed')
  const { runs } = (await staff.send('GET', '/api/console/reconciliation/runs')).json()
  assert.deepEqual(
    runs.map((run: { day: string; state: string }) => [run.day, run.state]),
    [
      ['2026-11-27', 'done'],
      ['2026-11-27', 'done'],
      ['2026-11-27', 'done'],
    ],
  )
})

test('a night is compared once, however many workers do it and however often', async () => {
  const before = (await found()).length
  await Promise.all(Array.from({ length: 4 }, () => reconcile(context, 'bkash')))
  assert.equal((await found()).length, before)
  const rows = await database.db.selectFrom('reconciliationRuns').select('id').execute()
  assert.equal(rows.length, 3)
})

test('a provider that does not answer is a difference of its own, and the rest is compared', async () => {
  const later = new Date(evening.getTime() + 86_400_000)
  await setClock(database.db, later)
  const { order: silent } = await order('nagad')
  gateways.faults.set('verify', 'away')
  await setClock(database.db, new Date(night.getTime() + 86_400_000))
  await compareAll('nagad')
  gateways.faults.clear()
  const difference = (await found()).find(({ orderId }) => orderId === silent.id)
  assert.equal(difference?.kind, 'unanswered')
})

test('a difference is resolved with a note, once; a second opinion is a conflict', async () => {
  staff = await signInAsStaff(api, 'manager')
  const [open] = await found('?isOpen=true')
  if (open === undefined) throw new Error('nothing is open')
  const resolve = (note: string, version = open.version) =>
    staff.send('POST', `/api/console/reconciliation/differences/${open.id}/resolve`, { note, version })
  assert.equal((await resolve('  ')).statusCode, 400)
  const answers = await Promise.all([resolve('asked the bank'), resolve('asked the bank')])
  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [200, 200],
  )
  assert.equal((await resolve('something else')).json().code, 'VERSION_CONFLICT')
  assert.ok(!(await found('?isOpen=true')).some(({ id }) => id === open.id))
  const viewer = await signInAsStaff(api, 'viewer')
  const refused = await viewer.send('POST', `/api/console/reconciliation/differences/${open.id}/resolve`, {
    note: 'x',
    version: 1,
  })
  assert.equal(refused.statusCode, 403)
  const nowhere = await staff.send('POST', '/api/console/reconciliation/differences/999999/resolve', {
    note: 'x',
    version: 1,
  })
  assert.equal(nowhere.json().code, 'DIFFERENCE_NOT_FOUND')
})
