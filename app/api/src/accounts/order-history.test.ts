import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { OrderOfHistory, PersonalData } from '@dhakacart/contract/personal-data.schema.ts'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { setClock, useSimulatedClock } from '@dhakacart/database/testing/set-clock.ts'
import { sql } from 'kysely'
import { sweepImports } from '../imports/imports.service.ts'
import { lastCode, newPhone, type SignedInBrowser, signInByCode } from '../testing/customer.ts'
import { createImporter } from '../testing/importer.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

const day = 86_400_000
let api: TestApi
let files: ReturnType<typeof createImporter>
let upazilaId: number
let variantId: number
let now = new Date('2026-11-23T10:00:00Z').getTime()

before(async () => {
  api = await startTestApi()
  await useSimulatedClock(api.db, new Date(now))
  files = createImporter(api, await signInAsStaff(api, 'manager'))
  upazilaId = (await addPlaces(api.db)).insideDhakaUpazilaId
  variantId = (await addProduct(api.db, { stock: 50 })).variantId
})
after(() => api.drop())

const header = 'order_number,placed_at,state,phone,customer_name,total_taka,sku,product_name,quantity,unit_price_taka'
let fileCount = 0

/** Takes orders over from a file: one line each, of the phone. Numbers are new in every call. */
async function takeOver(phone: string, moments: readonly string[], name = ''): Promise<string[]> {
  fileCount += 1
  const numbers = moments.map((_, index) => `OLD-${fileCount}-${index}`)
  const rows = moments.map(
    (at, index) => `${numbers[index]},${at},delivered,${phone},${name},1500,S-1,Walton ফ্যান,2,700`,
  )
  const { applied } = await files.run('orders', [header, ...rows].join('\n'))
  assert.equal(applied?.created, moments.length)
  return numbers
}

async function order(browser: SignedInBrowser): Promise<string> {
  await browser.send('POST', '/api/cart/lines', { variantId, quantity: 1 }, { 'idempotency-key': randomUUID() })
  const cart = (await browser.send('GET', '/api/cart')).json()
  const quote = (await browser.send('GET', `/api/cart/quote?upazilaId=${upazilaId}`)).json()
  const body = {
    customerName: 'Rahima Begum',
    customerPhone: newPhone(),
    customerEmail: null,
    upazilaId,
    streetAddress: 'House 7, Road 4, Moghbazar',
    deliveryNote: null,
    paymentMethod: 'cash_on_delivery',
    language: 'en',
    seen: {
      lines: [{ variantId, quantity: 1, unitPricePaisa: cart.lines[0].unitPricePaisa }],
      deliveryFeePaisa: quote.deliveryFeePaisa,
    },
  }
  const answer = await browser.send('POST', '/api/orders', body, { 'idempotency-key': cart.orderKey })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json().number
}

/** Every page of the history, as somebody reads it who goes on to the end. */
async function readHistory(browser: SignedInBrowser, limit: number): Promise<OrderOfHistory[]> {
  const orders: OrderOfHistory[] = []
  let after = ''
  for (;;) {
    const answer = await browser.send('GET', `/api/account/orders?limit=${limit}${after}`)
    assert.equal(answer.statusCode, 200, answer.body)
    const page: { orders: OrderOfHistory[]; nextCursor: string | null } = answer.json()
    assert.ok(page.orders.length <= limit)
    orders.push(...page.orders)
    if (page.nextCursor === null) return orders
    after = `&after=${page.nextCursor}`
  }
}

test('whoever signs in with the number of the old shop has its orders among their own, newest first, whatever the page', async () => {
  const phone = newPhone()
  const [first, ahead, same, alsoSame] = await takeOver(phone, [
    '2024-03-01 14:30',
    '2027-01-01',
    '2024-03-02',
    '2024-03-02',
  ])
  const browser = await signInByCode(api, phone)
  const own = [await order(browser), await order(browser)]
  // At the very moment of one of ours.
  const [third] = await takeOver(phone, [new Date(now + 6 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')])
  const whole = (await readHistory(browser, 50)).map(({ number }) => number)
  // Of the two that came at one moment from one file, either may be the first, and stays it.
  const pair = whole.slice(4, 6)
  assert.deepEqual(pair.toSorted(), [same, alsoSame])
  assert.deepEqual(whole, [ahead, own[1], own[0], third, ...pair, first])
  for (const limit of [1, 2, 3]) {
    const found = await readHistory(browser, limit)
    assert.deepEqual(
      found.map(({ number }) => number),
      whole,
      `in pages of ${limit}`,
    )
  }
  const [oldest] = (await readHistory(browser, 50)).toReversed()
  assert.ok(oldest?.from === 'old_shop')
  const { id, ...shown } = oldest
  assert.deepEqual(shown, {
    from: 'old_shop',
    number: first,
    state: 'delivered',
    placedAt: '2024-03-01T08:30:00.000Z',
    totalPaisa: 150_000,
    itemCount: 2,
    lineCount: 1,
    firstName: 'Walton ফ্যান',
  })
  assert.deepEqual((await browser.send('GET', `/api/account/imported-orders/${id}`)).json(), {
    number: first,
    state: 'delivered',
    placedAt: '2024-03-01T08:30:00.000Z',
    totalPaisa: 150_000,
    lines: [{ sku: 'S-1', name: 'Walton ফ্যান', quantity: 2, unitPricePaisa: 70_000 }],
  })
})

test('a cursor that was never ours is refused', async () => {
  const browser = await signInByCode(api)
  const write = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const at = '2024-03-01T08:30:00.000Z'
  for (const cursor of [
    'abc',
    '7',
    write([at, 7]),
    write([at, 'elsewhere', 7]),
    write(['2024-13-01T08:30:00.000Z', 'here', 7]),
    write(['now', 'here', 7]),
  ]) {
    const answer = await browser.send('GET', `/api/account/orders?after=${cursor}`)
    assert.deepEqual([answer.statusCode, answer.json().code], [400, 'BAD_REQUEST'], cursor)
  }
})

test('orders of the old shop are in the export, and nobody else’s', async () => {
  const phone = newPhone()
  const [own] = await takeOver(phone, ['2024-03-01'])
  await takeOver(newPhone(), ['2024-03-01'])
  const browser = await signInByCode(api, phone)
  const data: PersonalData = (await browser.send('GET', '/api/account/personal-data')).json()
  assert.deepEqual(
    data.importedOrders.map(({ number, lines }) => [number, lines.length]),
    [[own, 1]],
  )
})

async function cellsHolding(text: string): Promise<number> {
  const { rows } = await sql`
    select from import_rows where cells::text like ${`%${text}%`} or problems::text like ${`%${text}%`}`.execute(api.db)
  return rows.length
}

test('erasing takes the person out of the old shop’s orders and files, and the same files do not bring them back', async () => {
  const phone = newPhone()
  const local = phone.slice(4)
  const people = `legacy_id,phone,name\nL-77,${phone},Zubaida Qureshi\n`
  await files.run('customers', people)
  await takeOver(phone, ['2024-03-01', '2024-03-02'], 'Zubaida Qureshi')
  // Once more, and not applied yet.
  const { id: waiting } = await files.check('customers', people)
  const browser = await signInByCode(api, phone)
  const { id } = (await readHistory(browser, 50)).find(({ from }) => from === 'old_shop') as {
    id: number
  } & OrderOfHistory
  now += 2 * 60_000
  await setClock(api.db, new Date(now))
  await browser.send('POST', '/api/account/erasure/codes', {})
  const code = await lastCode(api, phone)
  assert.equal(await cellsHolding('Zubaida'), 4)
  assert.equal((await browser.send('POST', '/api/account/erasure', { code })).statusCode, 200)
  assert.deepEqual([await cellsHolding('Zubaida'), await cellsHolding(local)], [0, 0])
  const kept = await api.db.selectFrom('importedOrders').select('customerId').where('id', '=', id).execute()
  assert.deepEqual(kept, [{ customerId: null }], 'the order stays, without the person')
  assert.equal((await files.apply(waiting, true)).statusCode, 200)
  await files.workThrough()
  const { applied } = await files.run('customers', people)
  assert.equal(applied?.unchanged, 1)
  const found = await api.db.selectFrom('customers').select('id').where('phone', '=', phone).execute()
  assert.deepEqual(found, [])
  const again = await signInByCode(api, phone)
  assert.deepEqual(await readHistory(again, 50), [], 'a new beginning')
})

test('what files said of people is forgotten after thirty days, applied or not; what became of each line stays', async () => {
  const phone = newPhone()
  await takeOver(phone, ['2024-03-01'], 'Kulsum Akter')
  const { id: unused } = await files.check('customers', `legacy_id,phone,name\nL-88,${phone},Kulsum Akter\n`)
  const sweep = async () => {
    while ((await sweepImports(api.db)) > 0);
  }
  now += 29 * day
  await setClock(api.db, new Date(now))
  await sweep()
  assert.equal(await cellsHolding('Kulsum'), 2)
  now += 2 * day
  await setClock(api.db, new Date(now))
  await sweep()
  assert.equal(await cellsHolding('Kulsum'), 0)
  const left = await api.db.selectFrom('imports').select('id').where('id', '=', unused).execute()
  assert.deepEqual(left, [])
  const { imports } = (await (await signInAsStaff(api, 'manager')).send('GET', '/api/console/imports')).json()
  assert.ok(imports.some(({ applied }: { applied: { created: number } }) => applied.created === 1))
})
