import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ConsoleCustomer, CustomerOrder, CustomerRow } from '@dhakacart/contract/console-customers.schema.ts'
import { permissionsOf, staffRoles } from '@dhakacart/contract/staff-permissions.ts'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { sql } from 'kysely'
import { type SignedInBrowser, signInByCode } from '../testing/customer.ts'
import { type PlacedOrder, placeOrder } from '../testing/placed-order.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

type Staff = Awaited<ReturnType<typeof signInAsStaff>>

let api: TestApi
let support: Staff
let viewer: Staff
let rahima: SignedInBrowser
let karim: PlacedOrder
let karimAgain: PlacedOrder
let order: (changes: Parameters<typeof placeOrder>[3]) => Promise<PlacedOrder>

before(async () => {
  api = await startTestApi()
  const { insideDhakaUpazilaId } = await addPlaces(api.db)
  const { variantId } = await addProduct(api.db, { pricePaisa: 500_000, stock: 100 })
  order = (changes) => placeOrder(api, insideDhakaUpazilaId, [[variantId, 1]], changes)
  ;[support, viewer] = await Promise.all([signInAsStaff(api, 'support'), signInAsStaff(api, 'viewer')])
  const guest = { customerName: 'Abdul Karim', customerPhone: '01911000002', customerEmail: 'Karim@example.com' }
  karim = await order(guest)
  // As a guest before she had an account: hers by her number.
  await order({ customerName: 'রহিমা বেগম', customerPhone: '01811000001' })
  rahima = await signInByCode(api, '+8801811000001')
  karimAgain = await order({ ...guest, customerName: 'A. Karim' })
  await sql`
    insert into customers (phone, name, language)
    values ('+8801511000003', 'Old Shop Hasan', 'bn'), ('+8801511000004', 'Old Shop Jamal', 'bn')`.execute(api.db)
  const address = { recipientName: 'Rahima Begum', recipientPhone: '01811000009', upazilaId: insideDhakaUpazilaId }
  await rahima.send(
    'POST',
    '/api/account/addresses',
    { ...address, streetAddress: 'House 7, Road 4', deliveryNote: 'Ring twice', isDefault: true },
    { 'idempotency-key': crypto.randomUUID() },
  )
})
after(() => api.drop())

const get = async <T>(path: string, staff = support): Promise<T> =>
  (await staff.send('GET', `/api/console/customers${path}`)).json()
const list = (query = '', staff = support) =>
  get<{ customers: CustomerRow[]; nextCursor: string | null }>(`?${query}`, staff)
const phones = async (query: string) => (await list(query)).customers.map(({ phone }) => phone)
const everybody = ['+8801911000002', '+8801811000001', '+8801511000004', '+8801511000003']

test('each person stands once: who ordered last first, with or without an account, then who never ordered', async () => {
  const { customers } = await list()
  assert.deepEqual(
    customers.map(({ phone, hasAccount, orderCount }) => [phone, hasAccount, orderCount]),
    [
      ['+8801911000002', false, 2],
      ['+8801811000001', true, 1],
      ['+8801511000004', true, 0],
      ['+8801511000003', true, 0],
    ],
  )
  assert.equal(customers[0]?.name, 'A. Karim')
})

test('pages of any size together show everybody once', async () => {
  for (const limit of [1, 2, 3, 4]) {
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page = await list(`limit=${limit}${cursor && `&after=${cursor}`}`)
      assert.ok(page.customers.length <= limit)
      seen.push(...page.customers.map(({ phone }) => phone))
      cursor = page.nextCursor
    }
    assert.deepEqual(seen, everybody, `${limit} a page`)
  }
})

test('a person is found by phone, part of a name, e-mail and number of an order, however they are written', async () => {
  const search = (text: string) => phones(`q=${encodeURIComponent(text)}`)
  for (const text of ['০১৯১১-০০০০০২', '+880 1911 000002', 'abdul', 'KARIM@example.com', karim.number, 'a. kar']) {
    assert.deepEqual(await search(text), ['+8801911000002'], text)
  }
  for (const text of ['রহিমা', '01811000001']) assert.deepEqual(await search(text), ['+8801811000001'], text)
  assert.deepEqual(await search('old shop'), ['+8801511000004', '+8801511000003'])
  for (const text of ['01911000009', 'nobody@example.com', '%%%', 'DC99999999'])
    assert.deepEqual(await search(text), [])
  const first = await list('q=old+shop&limit=1')
  assert.deepEqual(await phones(`q=old+shop&limit=1&after=${first.nextCursor}`), ['+8801511000003'])
})

test('any order of a guest leads to the guest, and to the account once there is one', async () => {
  const ofKarim = await get<ConsoleCustomer>(`/o${karim.id}`)
  assert.deepEqual(
    [ofKarim.ref, ofKarim.account, ofKarim.email, ofKarim.orderCount],
    [`o${karimAgain.id}`, null, 'karim@example.com', 2],
  )
  const { customers } = await list('q=01811000001')
  const { orders } = await get<{ orders: CustomerOrder[] }>(`/${customers[0]?.ref}/orders`)
  const byOrder = await get<ConsoleCustomer>(`/o${orders[0]?.id}`)
  assert.equal(byOrder.ref, customers[0]?.ref)
  assert.equal(byOrder.name, 'রহিমা বেগম')
  assert.equal(byOrder.account?.sessionCount, 1)
  assert.deepEqual(
    byOrder.account?.addresses.map(({ streetAddress, recipientPhone, deliveryNote }) => [
      streetAddress,
      recipientPhone,
      deliveryNote,
    ]),
    [['House 7, Road 4', '+8801811000009', 'Ring twice']],
  )
})

test('a gift to another number belongs to the account that gave it, not to that number', async () => {
  const gift = await order({ customerName: 'Nasrin Akter', customerPhone: '01611000007' })
  assert.equal((await list('q=01611000007')).customers[0]?.hasAccount, false)
  await sql`
    update orders set customer_id = (select id from customers where phone = ${rahima.phone})
    where id = ${gift.id}`.execute(api.db)
  const [giver, ...others] = (await list('q=01611000007')).customers
  assert.deepEqual([giver?.phone, giver?.orderCount, others], [rahima.phone, 2, []])
  assert.notEqual(giver?.name, 'Nasrin Akter')
  assert.equal((await get<ConsoleCustomer>(`/o${gift.id}`)).ref, giver?.ref)
})

test('orders come page by page, newest first; an account also has its orders of the old shop', async () => {
  const url = `/o${karim.id}/orders?limit=1`
  const first = await get<{ orders: CustomerOrder[]; nextCursor: string }>(url)
  const second = await get<{ orders: CustomerOrder[]; nextCursor: null }>(`${url}&after=${first.nextCursor}`)
  assert.deepEqual(
    [...first.orders, ...second.orders].map(({ number }) => number),
    [karimAgain.number, karim.number],
  )
  assert.equal(second.nextCursor, null)
  await sql`
    insert into imported_orders (legacy_number, customer_id, state, placed_at, total_paisa, lines)
    select 'OLD-' || n, c.id, 'delivered', '2024-03-01T08:00:00.123456Z', 90000, '[{"sku":null,"name":"Cable","quantity":1,"unitPricePaisa":90000}]'
    from customers c, generate_series(1, 3) n where c.phone = '+8801511000003'`.execute(api.db)
  const [hasan] = (await list('q=01511000003')).customers
  const seen: string[] = []
  let after = ''
  while (after !== 'null') {
    const page = await get<{ orders: { legacyNumber: string }[]; nextCursor: string | null }>(
      `/${hasan?.ref}/imported-orders?limit=1${after && `&after=${after}`}`,
    )
    seen.push(...page.orders.map(({ legacyNumber }) => legacyNumber))
    after = String(page.nextCursor)
  }
  assert.deepEqual(seen, ['OLD-3', 'OLD-2', 'OLD-1'])
  assert.equal((await get<ConsoleCustomer>(`/${hasan?.ref}`)).importedOrderCount, 3)
  assert.deepEqual((await get<{ orders: unknown[] }>(`/o${karim.id}/imported-orders`)).orders, [])
})

test('refused parcels and open orders are counted as cash on delivery counts them', async () => {
  const refused = await order({ customerName: 'Refuser', customerPhone: '01311000005' })
  const open = await order({ customerName: 'Refuser', customerPhone: '01311000005' })
  await sql`update orders set state = 'returned', hold_expires_at = null where id = ${refused.id}`.execute(api.db)
  await sql`
    insert into order_transitions (order_id, from_state, to_state, cause)
    values (${refused.id}, 'delivery_failed', 'returned', 'staff')`.execute(api.db)
  const person = await get<ConsoleCustomer>(`/o${open.id}`)
  assert.deepEqual([person.orderCount, person.codOpenOrders, person.refusedParcels], [2, 1, 1])
  assert.equal((await list('q=01311000005')).customers[0]?.refusedParcels, 1)
})

test('who may not see personal data sees none of it, in the list or of one person', async () => {
  const { customers } = await list('q=01811000001')
  const ref = customers[0]?.ref
  for (const role of staffRoles) {
    const staff = role === 'support' ? support : role === 'viewer' ? viewer : await signInAsStaff(api, role)
    const answers = JSON.stringify([
      await list('q=01911000002', staff),
      await get(`/${ref}`, staff),
      await get(`/o${karim.id}`, staff),
    ])
    const whole = [
      '+8801911000002',
      'A. Karim',
      'karim@example.com',
      '+8801811000001',
      'House 7',
      '+8801811000009',
      'Ring',
    ]
    const isOpen = permissionsOf[role].includes('customers.personal_data')
    assert.deepEqual(
      whole.filter((text) => answers.includes(text)),
      isOpen ? whole : [],
      role,
    )
    assert.equal(answers.includes('"isMasked":true'), !isOpen)
  }
})

test('whoever had their data erased is nobody any more', async () => {
  const gone = await order({ customerName: 'Gone Away', customerPhone: '01411000006' })
  await sql`
    update orders set customer_phone = '', customer_name = '—', customer_email = null where id = ${gone.id}`.execute(
    api.db,
  )
  const { rows } = await sql<{ id: number }>`
    insert into customers (language, erased_at) values ('en', shop_now()) returning id`.execute(api.db)
  for (const ref of [`o${gone.id}`, `a${rows[0]?.id}`]) {
    for (const path of ['', '/orders', '/imported-orders']) {
      assert.equal(
        (await support.send('GET', `/api/console/customers/${ref}${path}`)).json().code,
        'CUSTOMER_NOT_FOUND',
      )
    }
  }
  assert.ok((await list('limit=100')).customers.every(({ phone, name }) => phone !== '' && name !== '—'))
})

test('wrong questions and unknown people are refused', async () => {
  const ofOrders = Buffer.from('["order","x"]').toString('base64url')
  const ofOthers = Buffer.from('["gone",1]').toString('base64url')
  const never = Buffer.from('["never",1]').toString('base64url')
  for (const path of [
    '?q=a',
    '?limit=0',
    '?limit=101',
    '?after=abc',
    `?after=${ofOrders}`,
    `?after=${ofOthers}`,
    '?phone=1',
    '/12',
    '/a0',
    '/x5',
    '/a1%20or%201=1',
    '/+8801911000002',
    `/o${karim.id}/orders?after=${never}`,
    `/o${karim.id}/orders?state=shipped`,
  ]) {
    assert.equal((await support.send('GET', `/api/console/customers${path}`)).statusCode, 400, path)
  }
  const [hasan] = (await list('q=01511000003')).customers
  const wrongDay = `/api/console/customers/${hasan?.ref}/imported-orders?after=${never}`
  assert.equal((await support.send('GET', wrongDay)).statusCode, 400)
  for (const ref of ['a999999', 'o999999']) {
    assert.equal((await support.send('GET', `/api/console/customers/${ref}`)).json().code, 'CUSTOMER_NOT_FOUND')
  }
})
