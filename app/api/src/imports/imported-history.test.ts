import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createImporter } from '../testing/importer.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

let api: TestApi
let manager: Awaited<ReturnType<typeof signInAsStaff>>
let files: ReturnType<typeof createImporter>

before(async () => {
  api = await startTestApi()
  manager = await signInAsStaff(api, 'manager')
  files = createImporter(api, manager)
})
after(() => api.drop())

const people = 'legacy_id,phone,name,language\n7,০১৭১২-৩৪৫৬৭৮,রহিমা,bn\n8,+880 1812 345678,Karim,en\n'

test('people of the old shop have accounts by their number, without any password, once however often they come', async () => {
  await api.db
    .insertInto('customers')
    .values({ phone: '+8801812345678', name: 'Abdul Karim', language: 'bn' })
    .execute()
  assert.deepEqual((await files.run('customers', people)).applied, { created: 1, changed: 1, unchanged: 0, refused: 0 })
  assert.deepEqual((await files.run('customers', people)).applied, { created: 0, changed: 0, unchanged: 2, refused: 0 })
  const customers = await api.db
    .selectFrom('customers')
    .select(['phone', 'name', 'passwordHash'])
    .orderBy('phone')
    .execute()
  assert.deepEqual(customers, [
    { phone: '+8801712345678', name: 'রহিমা', passwordHash: null },
    { phone: '+8801812345678', name: 'Abdul Karim', passwordHash: null },
  ])
})

test('two files with the same people at once make each account once', async () => {
  const rows = Array.from({ length: 60 }, (_, index) => `${1_000 + index},017000000${10 + index},P${index}`)
  const text = (list: string[]) => `legacy_id,phone,name\n${list.join('\n')}\n`
  const ids = [await files.check('customers', text(rows)), await files.check('customers', text(rows.toReversed()))].map(
    ({ id }) => id,
  )
  for (const id of ids) await files.apply(id)
  await Promise.all([files.workThrough(), files.workThrough()])
  const made = await api.db.selectFrom('customers').select('id').where('phone', 'like', '+8801700000%').execute()
  assert.equal(made.length, 60)
})

test('rows of people that cannot be are told without repeating their numbers', async () => {
  const { id } = await files.check(
    'customers',
    'legacy_id,phone,name,language\n9,12345,A,bn\n,01712345679,B,bn\n10,01712345670,C,fr\n',
  )
  assert.deepEqual(await files.problems(id), [
    '2 phone not_a_phone',
    '3 legacy_id missing',
    '4 language language_unknown',
  ])
  const { rows } = (await manager.send('GET', `/api/console/imports/${id}/problems`)).json()
  assert.ok(!JSON.stringify(rows[0]).includes('12345'))
})

const header = 'order_number,placed_at,state,phone,customer_name,total_taka,sku,product_name,quantity,unit_price_taka'
const orders = [
  header,
  'OLD-1,2024-03-01 14:30,delivered,01712345678,রহিমা,"52,000",A,ফোন,1,50000',
  'OLD-1,,,,,,B,Cover,2,1000',
  'OLD-2,2024-03-02,cancelled,01912345678,New Person,900,,Cable,1,900',
].join('\n')

test('old orders are history: found by their number or phone, marked, moving no stock, and once however often they come', async () => {
  const movements = async () => (await api.db.selectFrom('stockMovements').select('id').execute()).length
  const before = await movements()
  assert.deepEqual((await files.run('orders', orders)).applied, { created: 3, changed: 0, unchanged: 0, refused: 0 })
  assert.deepEqual((await files.run('orders', orders)).applied, { created: 0, changed: 0, unchanged: 3, refused: 0 })
  assert.equal(await movements(), before)
  assert.deepEqual(await api.db.selectFrom('orders').select('id').execute(), [])
  const find = async (query: string) =>
    (await manager.send('GET', `/api/console/imported-orders?${query}`)).json().orders
  const [first] = await find('query=OLD-1')
  assert.deepEqual(
    [first.state, first.totalPaisa, first.placedAt, first.customer.name],
    ['delivered', 5_200_000, '2024-03-01T08:30:00.000Z', 'রহিমা'],
  )
  assert.deepEqual(
    first.lines.map(({ name, quantity, unitPricePaisa }: Record<string, unknown>) => [name, quantity, unitPricePaisa]),
    [
      ['ফোন', 1, 5_000_000],
      ['Cover', 2, 100_000],
    ],
  )
  assert.deepEqual(
    (await find(`query=${encodeURIComponent('০১৯১২-৩৪৫৬৭৮')}`)).map(
      ({ legacyNumber }: { legacyNumber: string }) => legacyNumber,
    ),
    ['OLD-2'],
  )
  assert.equal((await find('')).length, 2)
})

test('whoever may not see personal data sees the orders without it', async () => {
  const viewer = await signInAsStaff(api, 'viewer')
  const { orders: found } = (await viewer.send('GET', '/api/console/imported-orders?query=OLD-1')).json()
  assert.ok(!JSON.stringify(found).includes('12345678'))
})

test('orders that cannot be are told by line and column', async () => {
  const { id } = await files.check(
    'orders',
    [
      header,
      'OLD-3,31/02/2024,lost,123,X,x,,,,',
      'OLD-4,2024-02-31,delivered,,,1,,A,0,1',
      'OLD-5,2024-01-01,delivered,,,1,,A,1,1',
      'OLD-5,,cancelled,,,,,B,1,1',
    ].join('\n'),
  )
  assert.deepEqual(await files.problems(id), [
    '2 placed_at not_a_date',
    '2 total_taka not_money',
    '2 state state_unknown',
    '2 phone not_a_phone',
    '3 placed_at not_a_date',
    '3 quantity wrong_form',
    '5 state differs',
  ])
})
