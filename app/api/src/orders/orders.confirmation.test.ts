import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { sql } from 'kysely'
import { readFirstCodes, sendFirstCodes } from '../testing/first-codes.ts'
import { placeOrder } from '../testing/placed-order.ts'
import { createShopper } from '../testing/shopper.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import { sendFirstCodeOf } from './orders.confirmation.ts'
import { expireHolds, lockOrder, transition } from './orders.service.ts'
import { assertLedgerAddsUp, stockOf } from './testing/ledger.ts'

let api: TestApi
let upazilaId: number
let dear: number
let cheap: number
let phoneNumber = 0

before(async () => {
  api = await startTestApi()
  upazilaId = (await addPlaces(api.db)).insideDhakaUpazilaId
  dear = (await addProduct(api.db, { pricePaisa: 2_500_000, stock: 100 })).variantId
  cheap = (await addProduct(api.db, { pricePaisa: 50_000, stock: 1_000 })).variantId
})
after(async () => {
  await assertLedgerAddsUp(api.db)
  await api.drop()
})

const newPhone = () => `0131${String(++phoneNumber).padStart(7, '0')}`
const place = (variantId: number, customerPhone = newPhone()) =>
  placeOrder(api, upazilaId, [[variantId, 1]], { customerPhone })
const post = (token: string, action: string, payload?: object) =>
  api.inject({ method: 'POST', url: `/api/orders/${token}/${action}`, ...(payload !== undefined && { payload }) })

/** The code that the SMS to a phone carries. */
async function codeOf(phone: string): Promise<string> {
  await sendFirstCodes(api.db)
  const { rows } = await sql<{ code: string }>`
    select payload -> 'data' ->> 'code' as code from jobs
    where payload ->> 'phone' = ${phone} and payload -> 'data' ->> 'code' is not null order by id desc limit 1`.execute(
    api.db,
  )
  return rows[0]?.code ?? ''
}

/** The codes that were sent to a phone. */
async function codesOf(phone: string): Promise<unknown[]> {
  const { rows } = await sql`
    select from jobs where payload ->> 'phone' = ${phone} and payload -> 'data' ->> 'code' is not null`.execute(api.db)
  return rows
}

test('a dear order to be paid on delivery holds its stock until the code of its SMS comes, and is sold then', async () => {
  const before = await stockOf(api.db, dear)
  const order = await place(dear)
  assert.equal(order.state, 'pending_confirmation')
  assert.ok(order.holdExpiresAt !== null)
  assert.deepEqual(await stockOf(api.db, dear), { onHand: before?.onHand, held: (before?.held ?? 0) + 1 })
  const code = await codeOf(order.customerPhone)
  assert.match(code, /^\d{6}$/)
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
  assert.deepEqual((await post(order.token, 'confirm', { code: wrong })).json().code, 'CODE_WRONG')
  const answer = await post(order.token, 'confirm', { code: `${code.slice(0, 3)} ${code.slice(3)}` })
  assert.deepEqual([answer.statusCode, answer.json().state, answer.json().holdExpiresAt], [200, 'confirmed', null])
  assert.deepEqual(await stockOf(api.db, dear), { onHand: (before?.onHand ?? 0) - 1, held: before?.held })
  assert.equal((await post(order.token, 'confirm', { code })).json().state, 'confirmed', 'again is fine')
  const { rows } = await sql`
    select from jobs where payload ->> 'template' = 'order-confirmed' and (payload ->> 'orderId')::bigint = ${order.id}`.execute(
    api.db,
  )
  assert.equal(rows.length, 1)
})

test('the right code ten times at once confirms once', async () => {
  const order = await place(dear)
  const code = await codeOf(order.customerPhone)
  const answers = await Promise.all(Array.from({ length: 4 }, () => post(order.token, 'confirm', { code })))
  assert.ok(answers.some(({ statusCode }) => statusCode === 200))
  const steps = await api.db.selectFrom('orderTransitions').select('toState').where('orderId', '=', order.id).execute()
  assert.deepEqual(
    steps.map(({ toState }) => toState),
    ['pending_confirmation', 'confirmed'],
  )
})

test('a right code that comes as the hold ends and the units are gone confirms nothing, and nobody is told so', async () => {
  const order = await place(dear)
  const code = await codeOf(order.customerPhone)
  const { id } = await api.db
    .selectFrom('orders')
    .select('id')
    .where('token', '=', order.token)
    .executeTakeFirstOrThrow()
  const { onHand } = (await stockOf(api.db, dear)) ?? { onHand: 0 }
  const confirming = await inTransaction(api.db, async (tx) => {
    const locked = await lockOrder(tx, id)
    const pressed = post(order.token, 'confirm', { code })
    // It has read the order as waiting when it waits for the order's row.
    while ((await sql`select from pg_locks where not granted`.execute(tx)).rows.length === 0);
    if (locked !== null) await transition(tx, locked, 'expired', 'hold expired')
    await sql`update stock_levels set on_hand = held where variant_id = ${dear}`.execute(tx)
    return { pressed }
  })
  assert.equal((await confirming.pressed).json().code, 'ORDER_STATE_FORBIDS')
  await sql`update stock_levels set on_hand = ${onHand} where variant_id = ${dear}`.execute(api.db)
  const { rows } = await sql`
    select from jobs where payload ->> 'template' = 'order-confirmed' and (payload ->> 'orderId')::bigint = ${id}`.execute(
    api.db,
  )
  assert.equal(rows.length, 0)
})

test('a new code is sent after a pause, the old one stops working, and too many are refused', async () => {
  const order = await place(dear)
  await sendFirstCodes(api.db)
  const early = await post(order.token, 'confirmation-code')
  assert.deepEqual([early.statusCode, early.json().code], [429, 'TOO_MANY_CODES'])
  const first = await codeOf(order.customerPhone)
  await sql`update codes set created_at = created_at - interval '2 minutes'`.execute(api.db)
  const sent = await post(order.token, 'confirmation-code')
  assert.deepEqual([sent.statusCode, sent.json().resendAfterSeconds > 0], [200, true])
  const second = await codeOf(order.customerPhone)
  if (first !== second) assert.equal((await post(order.token, 'confirm', { code: first })).json().code, 'CODE_WRONG')
  assert.equal((await post(order.token, 'confirm', { code: second })).json().state, 'confirmed')
  assert.equal((await post(order.token, 'confirmation-code')).json().code, 'ORDER_STATE_FORBIDS')
})

test('the first code is promised with the order: sent once by two workers at once, and not for an order that is over', async () => {
  const waiting = await place(dear)
  const cancelled = await place(dear)
  assert.equal((await post(cancelled.token, 'cancel')).json().state, 'cancelled')
  assert.equal((await codesOf(waiting.customerPhone)).length, 0, 'nobody waits for it')
  const [job] = await readFirstCodes(api.db)
  await Promise.all([sendFirstCodes(api.db), sendFirstCodes(api.db)])
  assert.equal((await codesOf(waiting.customerPhone)).length, 1)
  await sql`update codes set created_at = created_at - interval '2 minutes'`.execute(api.db)
  if (job !== undefined) await sendFirstCodeOf({ db: api.db, randomBytes }, job)
  assert.equal((await codesOf(waiting.customerPhone)).length, 1, 'a worker that comes late sends nothing')
  assert.equal((await codesOf(cancelled.customerPhone)).length, 0)
  assert.deepEqual(await readFirstCodes(api.db), [])
})

test('a phone that had its codes gets no first one; its order stands and no job is left', async () => {
  const customerPhone = newPhone()
  const first = await place(dear, customerPhone)
  await sendFirstCodes(api.db)
  await sql`update code_counts set count = 10 where count < 10`.execute(api.db)
  const second = await place(dear, customerPhone)
  await sendFirstCodes(api.db)
  assert.deepEqual([second.state, (await codesOf(first.customerPhone)).length], ['pending_confirmation', 1])
  assert.deepEqual(await readFirstCodes(api.db), [])
})

test('without a code the hold ends and the units are for sale again; then no code helps', async () => {
  const before = await stockOf(api.db, dear)
  const order = await place(dear)
  const code = await codeOf(order.customerPhone)
  const holdMinutes = await sql<{ minutes: number }>`
    select round(extract(epoch from hold_expires_at - placed_at) / 60)::integer as minutes from orders where id = ${order.id}`.execute(
    api.db,
  )
  assert.equal(holdMinutes.rows[0]?.minutes, 30)
  await sql`update orders set hold_expires_at = shop_now() - interval '1 second' where id = ${order.id}`.execute(api.db)
  await expireHolds({ db: api.db, randomBytes: Buffer.alloc }, 100)
  assert.deepEqual(await stockOf(api.db, dear), before)
  assert.equal((await post(order.token, 'confirm', { code })).json().code, 'ORDER_STATE_FORBIDS')
})

test('staff confirm an order by telephone, and a shopper cancels one that waits', async () => {
  const support = await signInAsStaff(api, 'manager')
  const order = await place(dear)
  const url = `/api/console/orders/${order.id}/confirm`
  const answers = await Promise.all([1, 2, 3].map(() => support.send('POST', url, { version: order.version })))
  assert.deepEqual([...new Set(answers.map((answer) => answer.json().state))], ['confirmed'])
  const other = await place(dear)
  assert.equal((await post(other.token, 'cancel')).json().state, 'cancelled')
})

test('one phone has five orders on their way and no sixth, however many are pressed at once', async () => {
  const customerPhone = newPhone()
  const ready = await Promise.all(
    Array.from({ length: 9 }, async () => {
      const shopper = createShopper(api)
      await shopper.add(cheap)
      const { orderKey } = await shopper.cart()
      return { shopper, orderKey, body: await shopper.orderBody(upazilaId, { customerPhone }) }
    }),
  )
  const second = await startTestApi({ settings: { db: api.db } })
  const answers = await Promise.all(
    ready.map(({ shopper, orderKey, body }, index) =>
      index % 2 === 0 ? shopper.order(orderKey, body) : createShopper(second, shopper.cookie()).order(orderKey, body),
    ),
  )
  await second.drop()
  const codes = answers.map((answer) => answer.json().code ?? 'placed').toSorted()
  assert.deepEqual(codes, [...Array(4).fill('TOO_MANY_OPEN_ORDERS'), ...Array(5).fill('placed')])
  const placed = answers.find(({ statusCode }) => statusCode === 200)?.json()
  await post(placed.token, 'cancel')
  assert.equal((await place(cheap, customerPhone)).state, 'confirmed')
})

test('a phone that refused two parcels waits for people, where nothing can be paid online', async () => {
  const customerPhone = newPhone()
  const manager = await signInAsStaff(api, 'manager')
  for (let parcel = 0; parcel < 2; parcel++) {
    const order = await place(cheap, customerPhone)
    assert.equal(order.state, 'confirmed')
    const steps: [string, object][] = [
      ['pack', { units: [] }],
      ['ship', { courier: 'own', trackingNumber: null }],
      ['delivery', { outcome: 'delivery_failed' }],
      ['delivery', { outcome: 'returned' }],
    ]
    for (const [index, [action, body]] of steps.entries()) {
      await manager.send('POST', `/api/console/orders/${order.id}/${action}`, { version: 1 + index, ...body })
    }
  }
  assert.equal((await place(cheap, customerPhone)).state, 'pending_confirmation')
})

test('wrong codes, bodies and tokens are refused', async () => {
  const order = await place(dear)
  for (const payload of [
    {},
    { code: 123_456 },
    { code: '' },
    { code: '1'.repeat(21) },
    { code: '123456', state: 'confirmed' },
  ]) {
    assert.equal((await post(order.token, 'confirm', payload)).statusCode, 400, JSON.stringify(payload))
  }
  assert.equal((await post('A'.repeat(43), 'confirm', { code: '123456' })).json().code, 'ORDER_NOT_FOUND')
  assert.equal((await post('A'.repeat(43), 'confirmation-code')).json().code, 'ORDER_NOT_FOUND')
})
