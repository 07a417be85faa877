import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ConsoleOrderRow } from '@dhakacart/contract/console-orders.schema.ts'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { sql } from 'kysely'
import { type PlacedOrder, placeOrder } from '../testing/placed-order.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import { readOrderSearch } from './orders.search.ts'

type Staff = Awaited<ReturnType<typeof signInAsStaff>>

let api: TestApi
let support: Staff
let viewer: Staff
let rahima: PlacedOrder
let karim: PlacedOrder
let formula: PlacedOrder
let sku: string

before(async () => {
  api = await startTestApi()
  const places = await addPlaces(api.db)
  ;[support, viewer] = await Promise.all([signInAsStaff(api, 'support'), signInAsStaff(api, 'viewer')])
  const dear = await addProduct(api.db, { pricePaisa: 500_000, stock: 100 })
  const cheap = await addProduct(api.db, { pricePaisa: 20_000, stock: 100, sku: 'CABLE-01' })
  sku = cheap.sku
  rahima = await placeOrder(api, places.insideDhakaUpazilaId, [[dear.variantId, 1]], {
    customerName: 'রহিমা বেগম',
    customerPhone: '01811000001',
    customerEmail: 'rahima@example.com',
  })
  karim = await placeOrder(api, places.outsideDhakaUpazilaId, [[cheap.variantId, 2]], {
    customerName: 'Abdul Karim 100%_x',
    customerPhone: '01911000002',
  })
  formula = await placeOrder(api, places.insideDhakaUpazilaId, [[cheap.variantId, 1]], {
    customerName: '=HYPERLINK("http://evil","x")',
    customerPhone: '01511000003',
  })
})
after(() => api.drop())

const list = async (query: string, staff = support) =>
  (await staff.send('GET', `/api/console/orders?${query}`)).json().orders as ConsoleOrderRow[]
const numbers = async (query: string) => (await list(query)).map(({ number }) => number)

test('orders come newest first, page by page, each once', async () => {
  const first = (await support.send('GET', '/api/console/orders?limit=2')).json()
  const second = (await support.send('GET', `/api/console/orders?limit=2&after=${first.nextCursor}`)).json()
  assert.deepEqual(
    [...first.orders, ...second.orders].map(({ number }) => number),
    [formula.number, karim.number, rahima.number],
  )
  assert.equal(second.nextCursor, null)
})

test('one field finds an order by number, phone, name, SKU, serial number and IMEI, however it is written', async () => {
  await sql`
    insert into order_units (order_id, variant_id, kind, identity)
    select ${karim.id}, variant_id, 'imei', '490154203237518' from order_lines where order_id = ${karim.id}`.execute(
    api.db,
  )
  const search = (text: string) => numbers(`q=${encodeURIComponent(text)}`)
  const spelt = `dc-${rahima.number.slice(2).toLowerCase()}`
  for (const text of [
    rahima.number,
    spelt,
    rahima.number.slice(2),
    '০১৮১১-০০০০০১',
    '+8801811000001',
    'রহিমা',
    'মা বেগম',
  ]) {
    assert.deepEqual(await search(text), [rahima.number], text)
  }
  for (const text of ['abdul', 'KARIM', '49-015420-323751-8', '100%_x']) {
    assert.deepEqual(await search(text), [karim.number], text)
  }
  assert.deepEqual(await search(sku.toLowerCase()), [formula.number, karim.number])
  for (const text of ['%%%', '___', "' or 1=1 --", 'nobody at all', '01700000000']) {
    assert.deepEqual(await search(text), [], text)
  }
})

test('what cannot be meant is not looked for', () => {
  assert.deepEqual(readOrderSearch('ab'), { number: null, phone: null, name: null, unit: null, sku: 'AB' })
  assert.equal(readOrderSearch('01712345678').name, null)
  assert.equal(readOrderSearch('50%_\\').name, '%50\\%\\_\\\\%')
})

test('filters narrow by state, way to pay, district, amount and day, together', async () => {
  assert.deepEqual(await numbers('district=sylhet'), [karim.number])
  assert.deepEqual(await numbers('minPaisa=400000'), [rahima.number])
  assert.deepEqual(await numbers('maxPaisa=30000'), [formula.number])
  assert.deepEqual(await numbers('state=packed&state=shipped'), [])
  assert.equal((await numbers('state=confirmed&method=cash_on_delivery')).length, 3)
  assert.deepEqual(await numbers('courier=pathao'), [])
  assert.deepEqual(await numbers('district=dhaka&minPaisa=400000&q=rahima'), [])
  const { rows } = await sql<{ today: string; tomorrow: string }>`
    select to_char(shop_now() at time zone 'Asia/Dhaka', 'YYYY-MM-DD') as today,
           to_char(shop_now() at time zone 'Asia/Dhaka' + interval '1 day', 'YYYY-MM-DD') as tomorrow`.execute(api.db)
  const { today, tomorrow } = rows[0] as { today: string; tomorrow: string }
  assert.equal((await numbers(`from=${today}&to=${today}`)).length, 3)
  assert.deepEqual(await numbers(`from=${tomorrow}`), [])
})

test('problems are shown and found: too late to ship, too late to arrive, not delivered', async () => {
  assert.deepEqual((await list('q=karim'))[0]?.problems, [])
  await sql`update orders set placed_at = shop_now() - interval '49 hours' where id = ${karim.id}`.execute(api.db)
  assert.deepEqual(
    (await list('problem=late_to_ship')).map(({ number, problems }) => [number, problems]),
    [[karim.number, ['late_to_ship']]],
  )
  await sql`
    update orders set state = 'delivery_failed', placed_at = shop_now() - interval '11 days' where id = ${karim.id}`.execute(
    api.db,
  )
  assert.deepEqual((await list('problem=late_to_deliver'))[0]?.problems, ['late_to_deliver', 'delivery_failed'])
  await sql`update orders set state = 'confirmed', placed_at = shop_now() where id = ${karim.id}`.execute(api.db)
})

test('whoever may not see personal data sees none, in the list, the order and the file', async () => {
  const url = `/api/console/orders/${rahima.id}`
  const whole = JSON.stringify((await support.send('GET', url)).json())
  for (const text of ['রহিমা বেগম', '+8801811000001', 'rahima@example.com', 'House 7'])
    assert.ok(whole.includes(text), text)
  const answers = await Promise.all([
    viewer.send('GET', url),
    viewer.send('GET', '/api/console/orders'),
    viewer.send('GET', '/api/console/orders.csv'),
  ])
  for (const { body, statusCode } of answers) {
    assert.equal(statusCode, 200)
    for (const text of ['রহিমা বেগম', '1811000001', 'rahima@', 'House 7', 'Abdul Karim']) {
      assert.equal(body.includes(text), false, text)
    }
  }
})

test('the packing slip has name, address and the amount to collect; who printed it is written down', async () => {
  const warehouse = await signInAsStaff(api, 'warehouse')
  const url = `/api/console/orders/${rahima.id}/packing-slip`
  const slip = (await warehouse.send('POST', url)).json()
  assert.deepEqual(
    [slip.customerName, slip.customerPhone, slip.address.street, slip.collectPaisa],
    ['রহিমা বেগম', '+8801811000001', 'House 7, Road 4', 506_000],
  )
  const entry = await api.db
    .selectFrom('auditEntries')
    .select(['staffId', 'subject'])
    .where('action', '=', 'orders.slip_printed')
    .executeTakeFirst()
  assert.deepEqual(entry, { staffId: warehouse.id, subject: `order:${rahima.id}` })
  assert.equal((await viewer.send('POST', url)).statusCode, 403)
})

test('the file opens as it is and runs nothing', async () => {
  const answer = await support.send('GET', '/api/console/orders.csv?q=HYPERLINK')
  assert.deepEqual(
    [answer.headers['content-type'], answer.headers['content-disposition']],
    ['text/csv; charset=utf-8', 'attachment; filename="orders.csv"'],
  )
  const row = answer.body.split('\r\n')[1] ?? ''
  assert.ok(row.startsWith(`${formula.number},`))
  assert.ok(row.includes(`"'=HYPERLINK(""http://evil"",""x"")"`), row)
  assert.ok(answer.body.startsWith('\ufeffNumber,'))
})

test('wrong questions and unknown orders are refused', async () => {
  const wrong = [
    'q=a',
    'state=gone',
    'limit=0',
    'limit=101',
    'after=abc',
    'from=2026-13-01',
    'from=2026-02-30',
    'minPaisa=-1',
    'orderBy=id',
  ]
  for (const query of wrong) {
    assert.equal((await support.send('GET', `/api/console/orders?${query}`)).statusCode, 400, query)
  }
  assert.equal((await support.send('GET', '/api/console/orders/999999')).json().code, 'ORDER_NOT_FOUND')
  assert.equal((await support.send('GET', '/api/console/orders/0')).statusCode, 400)
})
