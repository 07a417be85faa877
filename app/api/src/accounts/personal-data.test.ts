import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Order } from '@dhakacart/contract/orders.schema.ts'
import type { OrderSummary, PersonalData } from '@dhakacart/contract/personal-data.schema.ts'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { setClock, useSimulatedClock } from '@dhakacart/database/testing/set-clock.ts'
import { createLog } from '@dhakacart/service-kit/log.ts'
import { readPublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import { sql } from 'kysely'
import { runDueJobs } from '../jobs/jobs.service.ts'
import { makeSendMessage, sendMessage } from '../messages/messages.service.ts'
import { deliver } from '../orders/testing/deliver.ts'
import { type Browser, createBrowser, lastCode, newPhone, signInByCode } from '../testing/customer.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

const log = createLog({ process: 'worker', release: 'test', level: 'silent' })
const handlers = { [sendMessage]: makeSendMessage(readPublicOrigin('http://localhost:3000')) }
const minute = 60_000
let api: TestApi
let upazilaId: number
let variantId: number
let now = new Date('2026-11-23T10:00:00Z').getTime()

before(async () => {
  api = await startTestApi()
  await useSimulatedClock(api.db, new Date(now))
  upazilaId = (await addPlaces(api.db)).insideDhakaUpazilaId
  variantId = (await addProduct(api.db, { stock: 500, nameEn: 'Walton NEXG N74', nameBn: 'ওয়ালটন নেক্সজি এন৭৪' }))
    .variantId
})
after(() => api.drop())

async function pass(ms: number): Promise<void> {
  now += ms
  await setClock(api.db, new Date(now))
}

const sendMessages = () => runDueJobs({ db: api.db, randomBytes }, handlers, log, 200)

/** Orders in this browser what is put into its cart now. */
async function order(
  browser: Browser,
  person: Partial<Record<'customerName' | 'customerPhone' | 'customerEmail', string>> = {},
) {
  const key = { 'idempotency-key': randomUUID() }
  await browser.send('POST', '/api/cart/lines', { variantId, quantity: 2 }, key)
  const cart = (await browser.send('GET', '/api/cart')).json()
  const quote = (await browser.send('GET', `/api/cart/quote?upazilaId=${upazilaId}`)).json()
  const body = {
    customerName: 'Rahima Begum',
    // One number may have only so many orders to be paid on delivery at once.
    customerPhone: newPhone(),
    customerEmail: null,
    upazilaId,
    streetAddress: 'House 7, Road 4, Moghbazar',
    deliveryNote: 'Ring twice at the blue gate',
    paymentMethod: 'cash_on_delivery',
    language: 'en',
    seen: {
      lines: [{ variantId, quantity: 2, unitPricePaisa: cart.lines[0].unitPricePaisa }],
      deliveryFeePaisa: quote.deliveryFeePaisa,
    },
    ...person,
  }
  const answer = await browser.send('POST', '/api/orders', body, { 'idempotency-key': cart.orderKey })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json() as Order
}

const ordersOf = async (browser: Browser, query = ''): Promise<{ orders: OrderSummary[]; nextCursor: string | null }> =>
  (await browser.send('GET', `/api/account/orders${query}`)).json()

/** As if they had asked to cancel with this note and staff had answered with it. */
async function refuseCancelling({ number }: Order, note: string): Promise<void> {
  await sql`
    insert into cancellation_requests (order_id, key, state, reason, note, decision_note, settled_at)
    select id, gen_random_uuid(), 'refused', 'other', ${note}, ${note}, shop_now() from orders where number = ${number}`.execute(
    api.db,
  )
}

test('orders placed while signed in are the account’s, newest first, by cursor', async () => {
  const browser = await signInByCode(api)
  const numbers = []
  for (let index = 0; index < 5; index++) numbers.push((await order(browser)).number)
  const first = await ordersOf(browser, '?limit=3')
  const second = await ordersOf(browser, `?limit=3&after=${first.nextCursor}`)
  assert.deepEqual(
    [...first.orders, ...second.orders].map(({ number }) => number),
    numbers.toReversed(),
  )
  assert.equal(second.nextCursor, null)
  assert.deepEqual(
    [first.orders[0]?.itemCount, first.orders[0]?.lineCount, first.orders[0]?.firstName.en],
    [2, 1, 'Walton NEXG N74'],
  )
  assert.equal((await browser.send('GET', '/api/account/orders?after=abc')).statusCode, 400)
  assert.equal((await browser.send('GET', '/api/account/orders?limit=51')).statusCode, 400)
  const stranger = await signInByCode(api)
  assert.deepEqual(await ordersOf(stranger), { orders: [], nextCursor: null })
})

test('guest orders with the confirmed number of the last year can be claimed, twice at once too; others cannot', async () => {
  const phone = newPhone()
  const old = await order(createBrowser(api), { customerPhone: phone })
  await pass(366 * 24 * 60 * minute)
  const own = await order(createBrowser(api), { customerPhone: phone })
  const somebodyElses = await order(createBrowser(api), { customerPhone: newPhone() })
  const browser = await signInByCode(api, phone)
  assert.equal(browser.account.claimableOrders, 1)
  assert.deepEqual(await ordersOf(browser), { orders: [], nextCursor: null }, 'not by themselves')
  const claims = await Promise.all([1, 2, 3].map(() => browser.send('POST', '/api/account/orders/claim', {})))
  assert.equal(
    claims.reduce((sum, answer) => sum + answer.json().claimedOrders, 0),
    1,
  )
  assert.deepEqual(
    (await ordersOf(browser)).orders.map(({ number }) => number),
    [own.number],
  )
  assert.equal((await browser.send('GET', '/api/account')).json().claimableOrders, 0)
  const owners = await sql<{ number: string }>`
    select number from orders where customer_id is null and number in (${old.number}, ${somebodyElses.number})`.execute(
    api.db,
  )
  assert.equal(owners.rows.length, 2)
})

test('the export holds everything about the person and nothing of anybody else, and no code', async () => {
  const browser = await signInByCode(api)
  await browser.send('PUT', '/api/account/profile', { name: 'Rahima Begum', language: 'bn' })
  await browser.send(
    'POST',
    '/api/account/addresses',
    {
      recipientName: 'Karim Uddin',
      recipientPhone: '01812345678',
      upazilaId,
      streetAddress: 'House 9, Road 2',
      deliveryNote: null,
      isDefault: true,
    },
    { 'idempotency-key': randomUUID() },
  )
  const placed = await order(browser)
  const guest = await order(createBrowser(api), { customerPhone: browser.phone })
  const foreign = await order(createBrowser(api), { customerPhone: newPhone(), customerName: 'Somebody Else' })
  for (const each of [guest, foreign]) await refuseCancelling(each, each.number)
  for (const each of [placed, foreign]) await deliver(api.db, each)
  await browser.send('POST', '/api/account/erasure/codes', {})
  const code = await lastCode(api, browser.phone)
  await sendMessages()
  const answer = await browser.send('GET', '/api/account/personal-data')
  assert.match(String(answer.headers['content-disposition']), /^attachment; filename="[\w.-]+"$/)
  assert.equal(answer.headers['cache-control'], 'no-store')
  const data = answer.json() as PersonalData
  assert.equal(data.isComplete, true)
  assert.deepEqual([data.account.name, data.account.phone], ['Rahima Begum', browser.phone])
  assert.equal(data.addresses[0]?.streetAddress, 'House 9, Road 2')
  assert.equal(data.sessions.length, 1)
  assert.deepEqual(data.orders.map(({ number }) => number).toSorted(), [placed.number, guest.number].toSorted())
  assert.equal(data.orders[0]?.deliveryNote, 'Ring twice at the blue gate')
  assert.deepEqual(
    data.cancellationRequests.map(({ orderNumber, note, state }) => [orderNumber, note, state]),
    [[guest.number, guest.number, 'refused']],
  )
  assert.deepEqual(
    data.money.map(({ at: _, ...money }) => money),
    [{ orderNumber: placed.number, kind: 'paid_at_door', method: 'cash', amountPaisa: placed.totalPaisa }],
  )
  assert.ok(data.messages.length >= 2)
  assert.ok(!answer.body.includes('Somebody Else'))
  assert.ok(code !== '' && !answer.body.includes(code), 'whoever holds a session must not read a code here')
})

/** Every place of the database where a text stands in any column. */
async function findInDatabase(text: string): Promise<string[]> {
  const { rows: columns } = await sql<{ tableName: string; columnName: string }>`
    select table_name, column_name from information_schema.columns
    where table_schema = 'public' and table_name in (
      select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace)`.execute(api.db)
  const found: string[] = []
  for (const { tableName, columnName } of columns) {
    const { rows } = await sql`
      select from ${sql.table(tableName)} where ${sql.ref(columnName)}::text ilike ${`%${text}%`} limit 1`.execute(
      api.db,
    )
    if (rows.length > 0) found.push(`${tableName}.${columnName}`)
  }
  return found
}

test('after erasure nothing of the person is left in any column of any table; orders, amounts and stock stay', async () => {
  const local = `19${String(Date.now()).slice(-8)}`
  const phone = `+880${local}`
  const words = {
    name: 'Zubaida Qureshi',
    email: 'zubaida.q@mail.example',
    street: 'House 7, Road 4, Moghbazar',
    note: 'blue gate',
  }
  const guestOrder = await order(createBrowser(api), {
    customerPhone: phone,
    customerName: words.name,
    customerEmail: words.email,
  })
  const browser = await signInByCode(api, phone)
  await browser.send('PUT', '/api/account/profile', { name: words.name, language: 'en' })
  await browser.send('PUT', '/api/account/password', { currentPassword: null, newPassword: 'mango tree by the river' })
  const address = {
    recipientName: words.name,
    recipientPhone: phone,
    upazilaId,
    streetAddress: words.street,
    deliveryNote: words.note,
    isDefault: true,
  }
  await browser.send('POST', '/api/account/addresses', address, { 'idempotency-key': randomUUID() })
  const own = await order(browser, { customerPhone: phone, customerName: words.name, customerEmail: words.email })
  const gift = await order(browser, { customerPhone: newPhone(), customerName: `${words.name} for Karim` })
  await sql`
    with coupon as (
      insert into coupons (code, percent, starts_at, ends_at, used_count)
      values ('ERASED', 5, shop_now(), shop_now() + interval '1 day', 1)
      returning id
    )
    insert into coupon_claims (order_id, coupon_id, phone)
    select o.id, coupon.id, o.customer_phone from orders o, coupon where o.number = ${own.number}`.execute(api.db)
  await browser.send('POST', '/api/cart/lines', { variantId, quantity: 1 }, { 'idempotency-key': randomUUID() })
  await pass(2 * minute)
  await browser.send('POST', '/api/account/erasure/codes', {})
  const code = await lastCode(api, phone)
  const erase = () => browser.send('POST', '/api/account/erasure', { code })

  const open = await erase()
  assert.deepEqual([open.statusCode, open.json().code], [409, 'ORDERS_OPEN'])
  assert.equal((await browser.send('GET', '/api/account')).statusCode, 200)
  await sendMessages()
  await refuseCancelling(own, `Not for ${words.name}`)
  for (const { token } of [guestOrder, own, gift]) await browser.send('POST', `/api/orders/${token}/cancel`, {})
  // Messages that are still to be sent when the person goes.
  for (const text of [local, words.name, words.email]) assert.notDeepEqual(await findInDatabase(text), [], text)

  const cookies = [...browser.jar]
  const answers = await Promise.all([
    erase(),
    createBrowser(api, cookies).send('POST', '/api/account/erasure', { code }),
  ])
  assert.equal(answers.filter(({ statusCode }) => statusCode === 200).length, 1)
  assert.ok(answers.every(({ statusCode }) => [200, 401, 422].includes(statusCode)))
  await sendMessages()

  // Other tests' shoppers live at the same road, so the street is looked for among this person's orders.
  for (const text of [local, words.name, words.email]) assert.deepEqual(await findInDatabase(text), [], text)
  const { rows } = await sql<Record<string, unknown>>`
    select customer_name, customer_phone, street_address, delivery_note, customer_id, total_paisa, state
    from orders where number in (${guestOrder.number}, ${own.number}, ${gift.number})`.execute(api.db)
  assert.equal(rows.length, 3)
  for (const row of rows) {
    assert.deepEqual(row, {
      customerName: '—',
      customerPhone: '',
      streetAddress: '—',
      deliveryNote: null,
      customerId: null,
      totalPaisa: own.totalPaisa,
      state: 'cancelled',
    })
  }
  assert.equal((await createBrowser(api, cookies).send('GET', '/api/account')).statusCode, 401)
  const cleared = answers.find(({ statusCode }) => statusCode === 200)?.cookies ?? []
  assert.deepEqual(
    cleared
      .filter(({ value }) => value === '')
      .map(({ name }) => name)
      .toSorted(),
    ['cart', 'device', 'session'],
  )
  const again = await signInByCode(api, phone)
  assert.deepEqual([again.account.name, again.account.claimableOrders], [null, 0], 'a new beginning')
})

test('erasing needs the code of this account and number', async () => {
  const browser = await signInByCode(api)
  const other = await signInByCode(api)
  await other.send('POST', '/api/account/erasure/codes', {})
  const code = await lastCode(api, other.phone)
  assert.equal((await browser.send('POST', '/api/account/erasure', { code })).json().code, 'CODE_WRONG')
  assert.equal((await createBrowser(api).send('POST', '/api/account/erasure', { code })).json().code, 'NOT_SIGNED_IN')
  assert.equal((await other.send('GET', '/api/account')).statusCode, 200)
  const signInCode = await other.send('POST', '/api/account/sign-in/code', { phone: other.phone, code, language: 'en' })
  assert.equal(signInCode.json().code, 'CODE_WRONG', 'a code opens what it was sent for')
})
