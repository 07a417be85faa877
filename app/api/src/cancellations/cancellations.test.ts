import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { CancellationRequest } from '@dhakacart/contract/cancellations.schema.ts'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { followParcel } from '../orders/orders.parcels.ts'
import { assertLedgerAddsUp, stockOf } from '../orders/testing/ledger.ts'
import { type PlacedOrder, placeOrder } from '../testing/placed-order.ts'
import { promisedMessages } from '../testing/promised-messages.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

let api: TestApi
let upazilaId: number
let support: Awaited<ReturnType<typeof signInAsStaff>>
let manager: Awaited<ReturnType<typeof signInAsStaff>>
let phoneNumber = 0

before(async () => {
  api = await startTestApi()
  upazilaId = (await addPlaces(api.db)).insideDhakaUpazilaId
  support = await signInAsStaff(api, 'support')
  manager = await signInAsStaff(api, 'manager')
})
after(async () => {
  await assertLedgerAddsUp(api.db)
  await api.drop()
})

type Answer = { statusCode: number; body: string; json(): { code?: string } }
type Ordered = PlacedOrder & { variantId: number; customerPhone: string }
const codeOf = (answer: Answer) => [answer.statusCode, answer.json().code]

const steps = {
  pack: { units: [] },
  ship: { courier: 'own', trackingNumber: null },
  delivered: { outcome: 'delivered' },
  delivery_failed: { outcome: 'delivery_failed' },
  returned: { outcome: 'returned' },
}

/** Takes an order of two units, of five in the shop, as far as these steps. */
async function ordered(...taken: (keyof typeof steps)[]): Promise<Ordered> {
  const { variantId } = await addProduct(api.db, { stock: 5 })
  const customerPhone = `0191${String(++phoneNumber).padStart(7, '0')}`
  const order = await placeOrder(api, upazilaId, [[variantId, 2]], { customerPhone })
  for (const step of taken) await take(order, step)
  return { ...order, variantId, customerPhone }
}

async function take(order: PlacedOrder, step: keyof typeof steps): Promise<void> {
  const answer = await sendStep(order, step)
  assert.equal(answer.statusCode, 200, answer.body)
}

async function sendStep(order: PlacedOrder, step: keyof typeof steps) {
  const { version } = await orderRow(order)
  const url = `/api/console/orders/${order.id}/${step === 'pack' || step === 'ship' ? step : 'delivery'}`
  return manager.send('POST', url, { version, ...steps[step] })
}

const orderRow = async ({ id }: PlacedOrder) =>
  api.db.selectFrom('orders').select(['state', 'version']).where('id', '=', id).executeTakeFirstOrThrow()
const stateOf = async (order: PlacedOrder) => (await orderRow(order)).state
const toldAbout = async ({ id }: PlacedOrder) => (await promisedMessages(api.db, id)).map(({ template }) => template)
const ask = ({ token }: PlacedOrder, body: object = {}, key: string = randomUUID()) =>
  api.inject({
    method: 'POST',
    url: `/api/orders/${token}/cancellation-requests`,
    headers: { 'idempotency-key': key },
    payload: { reason: 'changed_mind', note: null, ...body },
  })
const withdraw = ({ token }: PlacedOrder, { id }: { id: number }) =>
  api.inject({ method: 'POST', url: `/api/orders/${token}/cancellation-requests/${id}/withdrawal` })
const decide = ({ id, version }: CancellationRequest, isAccepted: boolean, note: string | null = null) =>
  support.send('POST', `/api/console/cancellation-requests/${id}/decision`, { version, isAccepted, note })
const read = async ({ token }: PlacedOrder) =>
  (await api.inject({ url: `/api/orders/${token}/cancellation-requests` })).json() as {
    canRequest: boolean
    requests: CancellationRequest[]
  }
const statesOf = async (order: PlacedOrder) => (await read(order)).requests.map(({ state }) => state)
const shown = async ({ token }: PlacedOrder) => (await api.inject({ url: `/api/orders/${token}` })).json()
const problemsOf = async ({ id }: PlacedOrder) =>
  (await support.send('GET', `/api/console/orders/${id}`)).json().problems as string[]

async function asked(order: PlacedOrder): Promise<CancellationRequest> {
  const answer = await ask(order)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json().requests.at(-1)
}

test('until staff decide the order stays as it is, and they see that somebody asked', async () => {
  const order = await ordered('pack')
  assert.deepEqual(await read(order), { canRequest: true, requests: [] })
  const { requests, canRequest } = (await ask(order, { reason: 'takes_too_long', note: '  Too late  ' })).json()
  assert.deepEqual(
    [canRequest, requests[0].state, requests[0].reason, requests[0].note],
    [false, 'requested', 'takes_too_long', 'Too late'],
  )
  assert.equal(await stateOf(order), 'packed')
  assert.deepEqual(await problemsOf(order), ['cancel_asked'])
  const queue = (await support.send('GET', '/api/console/orders?problem=cancel_asked')).json().orders
  assert.ok(queue.some(({ id }: { id: number }) => id === order.id))
  assert.equal((await support.send('GET', '/api/console/overview')).json().problems.cancel_asked, queue.length)
  const shown = (await support.send('GET', `/api/console/orders/${order.id}`)).json()
  assert.deepEqual(shown.cancellations, requests)
  assert.ok(
    shown.timeline.some(({ kind, text }: { kind: string; text: string }) => kind + text === 'cancellationrequested'),
  )
})

test('accepted while it is packed: cancelled, its units for sale again, and the customer told once', async () => {
  const order = await ordered('pack')
  const request = await asked(order)
  const answers = await Promise.all([1, 2, 3].map(() => decide(request, true)))
  assert.deepEqual(
    answers.map((answer) => [answer.statusCode, answer.json().state]),
    answers.map(() => [200, 'accepted']),
  )
  assert.equal(await stateOf(order), 'cancelled')
  assert.deepEqual(await stockOf(api.db, order.variantId), { onHand: 5, held: 0 })
  assert.deepEqual((await toldAbout(order)).slice(-1), ['order-cancelled'])
  assert.equal((await toldAbout(order)).includes('cancellation-accepted'), false)
  const entries = await api.db
    .selectFrom('auditEntries')
    .select(['staffId', 'action'])
    .where('subject', '=', `order:${order.id}`)
    .where('action', 'like', 'cancellations.%')
    .execute()
  assert.deepEqual(entries, [{ staffId: support.id, action: 'cancellations.accepted' }])
})

test('accepted on its way: called back, gone the way of a parcel that comes back, and not counted as refused', async () => {
  const order = await ordered('pack', 'ship')
  const request = await asked(order)
  assert.equal((await decide(request, true)).statusCode, 200)
  assert.equal(await stateOf(order), 'shipped')
  assert.deepEqual(await problemsOf(order), ['called_back'])
  assert.equal((await shown(order)).isCalledBack, true)
  const { canRequest, requests } = await read(order)
  assert.deepEqual([canRequest, requests.map(({ state }) => state)], [false, ['accepted']])
  assert.deepEqual(codeOf(await ask(order)), [409, 'ORDER_STATE_FORBIDS'])
  await take(order, 'delivery_failed')
  assert.deepEqual((await toldAbout(order)).slice(-1), ['cancellation-accepted'], 'nobody is told that we try again')
  await take(order, 'returned')
  assert.equal((await shown(order)).isCalledBack, false)
  assert.deepEqual(await stockOf(api.db, order.variantId), { onHand: 5, held: 0 })
  assert.deepEqual(await problemsOf(order), [])
  const { phoneRefused } = (await support.send('GET', `/api/console/orders/${order.id}`)).json()
  assert.equal(phoneRefused, 0)
})

test('refused: the order stays as it is, the customer is told why, and may ask again, three times in all', async () => {
  const order = await ordered('pack', 'ship')
  for (const attempt of [1, 2, 3]) {
    const refused = await decide(await asked(order), false, `It is at your door ${attempt}`)
    assert.deepEqual([refused.statusCode, refused.json().state], [200, 'refused'])
  }
  assert.equal(await stateOf(order), 'shipped')
  const messages = await promisedMessages(api.db, order.id)
  assert.equal(messages.at(-1)?.template, 'cancellation-refused')
  assert.equal((await read(order)).requests[0]?.decisionNote, 'It is at your door 1')
  assert.equal((await read(order)).canRequest, false)
  assert.deepEqual(codeOf(await ask(order)), [409, 'ORDER_STATE_FORBIDS'])
})

test('one key for two orders in the same moment asks once; the other is told that the key is used', async () => {
  for (let round = 0; round < 4; round++) {
    const orders = [await ordered('pack'), await ordered('pack')]
    const key = randomUUID()
    const answers = await Promise.all(orders.map((order) => ask(order, {}, key)))
    assert.deepEqual(answers.map(codeOf).sort(), [
      [200, undefined],
      [422, 'IDEMPOTENCY_KEY_REUSED'],
    ])
  }
})

test('asked twice at once it is asked once; with another key the open one stands', async () => {
  const order = await ordered('pack')
  const key = randomUUID()
  const same = await Promise.all([1, 2, 3, 4].map(() => ask(order, {}, key)))
  assert.deepEqual(
    same.map(({ statusCode }) => statusCode),
    [200, 200, 200, 200],
  )
  assert.deepEqual(await statesOf(order), ['requested'])
  assert.deepEqual(codeOf(await ask(order)), [409, 'CANCELLATION_OPEN'])
  const another = await ordered('pack')
  const different = await Promise.all([1, 2, 3].map(() => ask(another)))
  assert.deepEqual(different.map(({ statusCode }) => statusCode).toSorted(), [200, 409, 409])
  assert.deepEqual(codeOf(await ask(another, {}, key)), [422, 'IDEMPOTENCY_KEY_REUSED'])
})

test('staff decide while the customer takes it back: one of both holds, and the order agrees with it', async () => {
  for (const _ of [1, 2, 3, 4]) {
    const order = await ordered('pack')
    const request = await asked(order)
    const [accepted, withdrawn] = await Promise.all([decide(request, true), withdraw(order, request)])
    const [state] = await statesOf(order)
    assert.ok(state === 'accepted' || state === 'withdrawn', String(state))
    const expected =
      state === 'accepted'
        ? [[200, undefined], [409, 'CANCELLATION_SETTLED'], 'cancelled']
        : [[409, 'VERSION_CONFLICT'], [200, undefined], 'packed']
    assert.deepEqual([codeOf(accepted), codeOf(withdrawn), await stateOf(order)], expected)
  }
})

test('taken back it can be taken back again, nobody can decide it any more, and it may be asked anew', async () => {
  const order = await ordered('pack', 'ship')
  const request = await asked(order)
  const answers = await Promise.all([withdraw(order, request), withdraw(order, request)])
  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [200, 200],
  )
  assert.deepEqual(codeOf(await decide(request, true)), [409, 'VERSION_CONFLICT'])
  const [now] = (await read(order)).requests as [CancellationRequest]
  assert.deepEqual(codeOf(await decide(now, true)), [409, 'ORDER_STATE_FORBIDS'])
  await asked(order)
  assert.deepEqual(await statesOf(order), ['withdrawn', 'requested'])
})

test('a request closes by itself when staff, or the courier, bring the order to its end first', async () => {
  const delivered = await ordered('pack', 'ship')
  const cancelled = await ordered('pack')
  const followed = await ordered('pack', 'ship')
  const request = await asked(delivered)
  for (const order of [cancelled, followed]) await asked(order)
  await take(delivered, 'delivered')
  const { version } = await orderRow(cancelled)
  const body = { version, reason: 'customer_request', note: null }
  assert.equal((await manager.send('POST', `/api/console/orders/${cancelled.id}/cancel`, body)).statusCode, 200)
  const parcel = { orderId: followed.id, courier: 'pathao', trackingNumber: 'DT1', cause: 'pathao: Delivered' } as const
  await inTransaction(api.db, (tx) => followParcel(tx, { ...parcel, toState: 'delivered' }))
  for (const order of [delivered, cancelled, followed]) assert.deepEqual(await statesOf(order), ['closed'])
  assert.deepEqual(codeOf(await decide(request, true)), [409, 'VERSION_CONFLICT'])
  assert.deepEqual(codeOf(await withdraw(delivered, request)), [409, 'CANCELLATION_SETTLED'])
})

test('staff decide while the courier delivers: it is called back before, or closed, and never both', async () => {
  for (const [index] of [1, 2, 3, 4].entries()) {
    const order = await ordered('pack', 'ship')
    const request = await asked(order)
    const parcel = {
      orderId: order.id,
      courier: 'pathao',
      trackingNumber: `DT9${index}`,
      cause: 'pathao: Delivered',
    } as const
    const deliver = () => inTransaction(api.db, (tx) => followParcel(tx, { ...parcel, toState: 'delivered' }))
    const isCourierFirst = index % 2 === 1
    const delivery = isCourierFirst ? deliver() : undefined
    const [decision] = await Promise.all([decide(request, true), delivery ?? deliver()])
    const expected = decision.statusCode === 200 ? 'accepted' : 'closed'
    assert.deepEqual([await stateOf(order), await statesOf(order)], ['delivered', [expected]])
    assert.deepEqual(await problemsOf(order), [])
  }
})

test('a parcel that could not be delivered closes nothing: it may still come back', async () => {
  const order = await ordered('pack', 'ship')
  await asked(order)
  await take(order, 'delivery_failed')
  assert.deepEqual(await statesOf(order), ['requested'])
  await take(order, 'returned')
  assert.deepEqual(await statesOf(order), ['closed'])
})

test('orders that are not packed, wrong bodies, strangers and roles without the right are refused', async () => {
  const young = await ordered()
  assert.deepEqual(codeOf(await ask(young)), [409, 'ORDER_STATE_FORBIDS'])
  assert.equal((await read(young)).canRequest, false)
  assert.deepEqual(codeOf(await ask(await ordered('pack', 'ship', 'delivered'))), [409, 'ORDER_STATE_FORBIDS'])
  const order = await ordered('pack')
  const wrong = [
    { reason: 'bored' },
    { note: 'x'.repeat(501) },
    { note: 'a\u0000b' },
    { state: 'accepted' },
    { note: 7 },
  ]
  for (const body of wrong) {
    assert.deepEqual(codeOf(await ask(order, body)), [400, 'BAD_REQUEST'], JSON.stringify(body))
  }
  assert.deepEqual(codeOf(await ask(order, {}, 'no-key')), [400, 'BAD_REQUEST'])
  const stranger = { ...order, token: 'A'.repeat(43) }
  assert.deepEqual(codeOf(await ask(stranger)), [404, 'ORDER_NOT_FOUND'])
  const request = await asked(order)
  assert.deepEqual(codeOf(await withdraw(young, request)), [404, 'CANCELLATION_NOT_FOUND'], 'of another order')
  assert.deepEqual(codeOf(await decide({ ...request, id: 999_999 }, true)), [404, 'CANCELLATION_NOT_FOUND'])
  const warehouse = await signInAsStaff(api, 'warehouse')
  const url = `/api/console/cancellation-requests/${request.id}/decision`
  const refused = await warehouse.send('POST', url, { version: request.version, isAccepted: true, note: null })
  assert.deepEqual(codeOf(refused), [403, 'PERMISSION_DENIED'])
  assert.deepEqual(await statesOf(order), ['requested'])
})
