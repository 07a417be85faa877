import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { addEditableCategory, laptop } from '../testing/console-catalogue.ts'
import { createImporter } from '../testing/importer.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import { workOnImports } from './imports.service.ts'

let api: TestApi
let manager: Awaited<ReturnType<typeof signInAsStaff>>
let files: ReturnType<typeof createImporter>

before(async () => {
  api = await startTestApi()
  manager = await signInAsStaff(api, 'manager')
  files = createImporter(api, manager)
  const place = await addEditableCategory(api.db)
  const odd = laptop(place, {
    slug: 'odd-laptop',
    name: { en: '=HYPERLINK("http://evil")', bn: '\'আসুস; "ক্ষ"' },
    description: { en: 'Two\nlines, a comma; -1', bn: '@কমা,\tট্যাব' },
    highlights: [
      { en: '+ light', bn: '- হালকা' },
      { en: 'b', bn: 'খ' },
    ],
    vatBasisPoints: 755,
  })
  odd.variants[0] = {
    ...(odd.variants[0] as (typeof odd.variants)[0]),
    pricePaisa: 7_500_050,
    compareAtPaisa: 8_000_000,
  }
  await manager.send('POST', '/api/console/products', odd, { 'idempotency-key': randomUUID() })
})
after(() => api.drop())

const exported = async (kind: string) => {
  const answer = await manager.send('GET', `/api/console/exports/${kind}`)
  assert.match(String(answer.headers['content-disposition']), /^attachment; filename="dhakacart-/)
  return answer.body
}
const header =
  'slug,sku,category,brand,model_number,name_en,name_bn,description_en,description_bn,weight_grams,price_taka,colour,specifications'
const row = (slug: string, sku: string, changes: Record<string, string> = {}) => {
  const cells: Record<string, string> = {
    slug,
    sku,
    category: 'laptops',
    brand: 'asus',
    model_number: 'M1',
    name_en: 'Laptop',
    name_bn: 'ল্যাপটপ',
    description_en: 'Good.',
    description_bn: 'ভালো।',
    weight_grams: '"১,৫০০"',
    price_taka: '"৳ ৭৫,০০০.৫০"',
    colour: 'black',
    specifications: '"memory=16\npanel=ips\nhasTouch=না"',
    ...changes,
  }
  return header
    .split(',')
    .map((column) => cells[column])
    .join(',')
}
const fileOf = (...rows: string[]) => [header, ...rows].join('\n')
const productOf = async (slug: string) => {
  const { products } = (await manager.send('GET', `/api/console/products?query=${slug}`)).json()
  return (await manager.send('GET', `/api/console/products/${products[0].id}`)).json()
}

test('what was exported changes nothing when it comes back, formulas, quotes and Bangla included', async () => {
  const before = await productOf('odd-laptop')
  const text = await exported('products')
  assert.ok(text.startsWith('\ufeffslug,sku,'))
  assert.doesNotMatch(text, /(?:^|,)"?[=@](?!)/m)
  const result = await files.run('products', text)
  assert.deepEqual(result.checked, { created: 0, changed: 0, unchanged: 2, refused: 0 })
  assert.deepEqual(result.applied, result.checked)
  assert.deepEqual(await productOf('odd-laptop'), before)
})

test('a dry run tells what would happen and does nothing; applying does it, and once more does nothing', async () => {
  const text = fileOf(row('new-one', 'NEW-1'), row('new-one', 'NEW-2', { colour: 'silver' }))
  const checked = await files.check('products', text)
  assert.deepEqual([checked.state, checked.checked.created], ['checked', 2])
  assert.equal((await manager.send('GET', '/api/console/products?query=new-one')).json().products.length, 0)
  await Promise.all([files.apply(checked.id), files.apply(checked.id)])
  await files.workThrough()
  assert.deepEqual((await files.read(checked.id)).applied.created, 2)
  const product = await productOf('new-one')
  assert.deepEqual(
    [product.weightGrams, product.variants[1].pricePaisa, product.isPublished, product.specifications],
    [1_500, 7_500_050, false, { memory: 16, panel: 'ips', hasTouch: false }],
  )
  assert.deepEqual((await files.run('products', text)).applied, { created: 0, changed: 0, unchanged: 2, refused: 0 })
  assert.equal((await productOf('new-one')).version, 1)
})

test('a file with two columns changes what they say and leaves the rest', async () => {
  await files.run('products', fileOf(row('partly', 'PARTLY-1'), row('partly', 'PARTLY-2', { colour: 'silver' })))
  const result = await files.run('products', 'slug;sku;price_taka\npartly;PARTLY-2;60000\n')
  assert.deepEqual(result.applied.changed, 1)
  const { variants, name, specifications } = await productOf('partly')
  assert.deepEqual(
    [variants.map(({ pricePaisa }: { pricePaisa: number }) => pricePaisa), name.bn, specifications.memory],
    [[7_500_050, 6_000_000], 'ল্যাপটপ', 16],
  )
})

test('every row that does not fit is told with its line, column and reason, and may be left out on purpose', async () => {
  const text = fileOf(
    row('good', 'GOOD-1'),
    row('bad-a', 'BAD-1', { category: 'shoes', price_taka: 'much', weight_grams: '' }),
    row('bad-b', 'BAD-2', { colour: 'beige', specifications: '"memory=lots"' }),
    row('bad-c', 'BAD-3'),
    row('bad-c', 'BAD-3'),
    row('bad-d', 'BAD-4', { name_en: 'x'.repeat(161) }),
    row('bad-e', 'ODD-LAPTOP-BLACK'),
    row('', 'BAD-5'),
    row('Bad Slug', 'BAD-6'),
    row('bad-f', 'BAD-7'),
    row('bad-f', 'BAD-8', { name_en: 'Another name', colour: 'silver' }),
  )
  const checked = await files.check('products', text)
  // A row begins where the one before ended; most span three lines.
  assert.deepEqual(
    (await files.problems(checked.id)).toSorted(),
    [
      '5 category category_unknown',
      '5 weight_grams missing',
      '5 price_taka not_money',
      '8 specifications specification_wrong_type',
      '8 colour colour_unknown',
      '9 sku repeated',
      '12 sku repeated',
      '15 name_en wrong_form',
      '18 sku sku_taken',
      '21 slug missing',
      '24 slug wrong_form',
      '30 name_en differs',
    ].toSorted(),
  )
  assert.equal((await files.apply(checked.id)).json().code, 'IMPORT_STATE_FORBIDS')
  assert.equal((await files.apply(checked.id, true)).statusCode, 200)
  await files.workThrough()
  const { applied } = await files.read(checked.id)
  assert.deepEqual([applied.created, applied.refused], [1, 0])
})

test('a worker that dies between two batches leaves nothing half done and nothing done twice', async () => {
  const rows = Array.from({ length: 450 }, (_, index) => row(`many-${index}`, `MANY-${index}`))
  const { id } = await files.check('products', fileOf(...rows))
  await files.apply(id)
  assert.equal(await workOnImports(api.db, files.log), 200)
  // The second worker dies in the middle: its claim lapses and what it did not commit is gone.
  await api.db
    .updateTable('imports')
    .set({ lockedUntil: new Date(Date.now() + 60_000) })
    .where('id', '=', id)
    .execute()
  assert.equal(await workOnImports(api.db, files.log), 0)
  await api.db
    .updateTable('imports')
    .set({ lockedUntil: new Date(0) })
    .where('id', '=', id)
    .execute()
  await Promise.all([files.workThrough(), files.workThrough()])
  const { state, applied } = await files.read(id)
  assert.deepEqual([state, applied.created], ['done', 450])
  const made = await api.db.selectFrom('products').select('slug').where('slug', 'like', 'many-%').execute()
  assert.equal(made.length, 450)
})

test('the same upload ten times at once is one import; its key for another file is refused', async () => {
  const key = randomUUID()
  const text = fileOf(row('once', 'ONCE-1'))
  const answers = []
  while (answers.length < 6) {
    for (const answer of await Promise.all([files.send('products', text, key), files.send('products', text, key)])) {
      if (answer.statusCode === 200) answers.push(answer.json().id)
    }
  }
  assert.equal(new Set(answers).size, 1)
  assert.equal((await files.send('stock', 'sku,on_hand\nONCE-1,1', key)).json().code, 'IDEMPOTENCY_KEY_REUSED')
  await files.workThrough()
})

test('what is no file of the kind is refused as a whole and leaves nothing', async () => {
  const count = async () => (await api.db.selectFrom('imports').select('id').execute()).length
  const before = await count()
  const refused: [string | Buffer, string][] = [
    ['', 'empty'],
    [`${header}\n`, 'empty'],
    ['slug,sku,colour,price\na,B,black,1', 'column_unknown'],
    ['slug,price_taka\na,1', 'column_missing'],
    ['slug,sku,sku\na,B,C', 'column_repeated'],
    ['slug,sku\n"a,B', 'quote_open'],
    ['slug,sku\na,B,a comma that nobody quoted', 'too_many_cells'],
    [Buffer.from('\ufeffslug,sku\nকাগজ,B', 'utf16le'), 'not_utf8'],
    [Buffer.concat([Buffer.from('slug,sku\n'), Buffer.from([0x93, 0x94])]), 'not_utf8'],
    [`slug,sku\n${'a,B\n'.repeat(20_001)}`, 'too_many_rows'],
    [`slug,sku\n${`${'a'.repeat(9_000)},B\n`.repeat(2_400)}`, 'too_large'],
  ]
  for (const [content, code] of refused) {
    const answer = await files.send('products', content)
    assert.deepEqual([answer.statusCode, answer.json().details?.code], [422, code], code)
  }
  const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024, 'slug,sku\n'))
  assert.ok(bomb.length < 200_000)
  const packed = { 'content-encoding': 'gzip' }
  assert.match((await files.send('products', bomb, randomUUID(), packed)).json().details.code, /too_/)
  const broken = await files.send('products', 'slug,sku\na,B', randomUUID(), packed)
  assert.equal(broken.json().details.code, 'not_gzip')
  assert.equal(await count(), before)
  const good = await files.send('products', gzipSync(fileOf(row('packed', 'PACKED-1'))), randomUUID(), packed)
  assert.equal(good.json().totalRows, 1)
  await files.workThrough()
})

test('a count by file sets what is on hand, once however often it comes, and refuses what moved meanwhile', async () => {
  const text = await exported('stock')
  assert.deepEqual((await files.run('stock', text)).applied.changed, 0)
  const levelOf = async (sku: string) =>
    (await manager.send('GET', `/api/console/stock/by-sku?sku=${sku}`)).json().onHand
  const counted = 'sku,expected_on_hand,on_hand\nONE-SKU,0,25\nODD-LAPTOP-BLACK,0,25\nODD-LAPTOP-SILVER,0,৫\n'
  const first = await files.run('stock', counted, true)
  assert.deepEqual(first.applied, { created: 0, changed: 2, unchanged: 0, refused: 0 })
  assert.deepEqual(await files.problems(first.id), ['2 sku sku_unknown'])
  assert.deepEqual([await levelOf('ODD-LAPTOP-BLACK'), await levelOf('ODD-LAPTOP-SILVER')], [25, 5])
  assert.deepEqual((await files.run('stock', counted, true)).applied, {
    created: 0,
    changed: 0,
    unchanged: 2,
    refused: 0,
  })
  const stale = await files.check('stock', 'sku,expected_on_hand,on_hand\nODD-LAPTOP-BLACK,30,28\n')
  assert.deepEqual(await files.problems(stale.id), ['2 expected_on_hand moved_since'])
  const { id } = (await manager.send('GET', '/api/console/stock/by-sku?sku=ODD-LAPTOP-BLACK')).json()
  assert.equal(id, undefined)
  const negative = await files.check('stock', 'sku,on_hand\nODD-LAPTOP-BLACK,-1\nODD-LAPTOP-SILVER,x\n')
  assert.deepEqual((await files.problems(negative.id)).toSorted(), ['2 on_hand wrong_form', '3 on_hand not_a_number'])
})

test('a cancelled import stops where it is; only whoever may run imports sees them', async () => {
  const { id } = await files.check('products', fileOf(row('cancelled', 'CANCELLED-1')))
  const answers = await Promise.all([
    manager.send('DELETE', `/api/console/imports/${id}`),
    manager.send('DELETE', `/api/console/imports/${id}`),
  ])
  assert.deepEqual(
    answers.map((answer) => answer.json().state),
    ['cancelled', 'cancelled'],
  )
  assert.equal((await files.apply(id)).json().code, 'IMPORT_STATE_FORBIDS')
  assert.equal((await manager.send('DELETE', '/api/console/imports/999999')).json().code, 'IMPORT_NOT_FOUND')
  const viewer = await signInAsStaff(api, 'viewer')
  assert.equal((await viewer.send('GET', '/api/console/imports')).statusCode, 403)
  const template = await manager.send('GET', '/api/console/import-templates/orders')
  assert.match(template.body, /^\ufefforder_number,placed_at,/)
})
