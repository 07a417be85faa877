import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { ConsoleProduct, ProductContent } from '@dhakacart/contract/console-catalogue.schema.ts'
import { addEditableCategory, laptop } from '../testing/console-catalogue.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

let api: TestApi
let place: Awaited<ReturnType<typeof addEditableCategory>>
let manager: Awaited<ReturnType<typeof signInAsStaff>>

before(async () => {
  api = await startTestApi()
  place = await addEditableCategory(api.db)
  manager = await signInAsStaff(api, 'manager')
})
after(() => api.drop())

const url = '/api/console/products'
const create = (content: object, key: string = randomUUID()) =>
  manager.send('POST', url, content, { 'idempotency-key': key })
const save = (id: number, body: object) => manager.send('PUT', `${url}/${id}`, body)
const read = async (id: number): Promise<ConsoleProduct> => (await manager.send('GET', `${url}/${id}`)).json()

async function made(slug: string, changes: Partial<ProductContent> = {}): Promise<ConsoleProduct> {
  const answer = await create(laptop(place, { slug, ...changes }))
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json()
}

/** What the form sends for a product that was read. */
function bodyOf(product: ConsoleProduct, changes: Partial<ProductContent> = {}) {
  const { id: _, formerSlugs: __, createdAt: ___, updatedAt: ____, variants, ...fields } = product
  return { ...fields, variants: variants.map(({ onHand: _____, held: ______, ...variant }) => variant), ...changes }
}
const problemsOf = (answer: { json(): { code: string; details: { field: string; code: string }[] } }) => {
  assert.equal(answer.json().code, 'CATALOGUE_INVALID', JSON.stringify(answer.json()))
  return answer.json().details.map(({ field, code }) => `${field} ${code}`)
}

test('a new product is what was typed, has empty shelves and stands in the shop within two seconds', async () => {
  const product = await made('new-laptop')
  assert.deepEqual(
    [product.version, product.name.bn, product.specifications.memory, product.variants.length],
    [1, 'আসুস ভিভোবুক ১৫', 16, 2],
  )
  assert.deepEqual(
    product.variants.map(({ onHand, held }) => [onHand, held]),
    [
      [0, 0],
      [0, 0],
    ],
  )
  const shown = (await api.inject({ url: '/api/catalogue/products/new-laptop' })).json()
  assert.equal(shown.name.bn, 'আসুস ভিভোবুক ১৫')
  assert.equal(shown.variants[0].availability, 'sold_out')
})

test('a shopper sees an edit within two seconds, as the shop is set up by default', async () => {
  const product = await made('edited-laptop')
  const shop = await startTestApi({ settings: { db: api.db, catalogueAge: {} } })
  const priceShown = async () =>
    (await shop.inject({ url: '/api/catalogue/products/edited-laptop' })).json().variants[0].pricePaisa
  assert.equal(await priceShown(), 7_500_000)
  const [first, second] = bodyOf(product).variants
  const answer = await save(
    product.id,
    bodyOf(product, { variants: [{ ...first, pricePaisa: 7_000_000 }, second] as never }),
  )
  assert.equal(answer.statusCode, 200)
  const savedAt = performance.now()
  while ((await priceShown()) !== 7_000_000) assert.ok(performance.now() - savedAt < 2_000)
  await shop.drop()
})

test('the same creation ten times at once makes one product; the key with other content is refused', async () => {
  const key = randomUUID()
  const content = laptop(place, { slug: 'pressed-often' })
  const answers = await Promise.all(Array.from({ length: 10 }, () => create(content, key)))
  assert.deepEqual(new Set(answers.map((answer) => answer.statusCode)), new Set([200]))
  assert.equal(new Set(answers.map((answer) => answer.json().id)).size, 1)
  const other = await create({ ...content, slug: 'pressed-otherwise' }, key)
  assert.equal(other.json().code, 'IDEMPOTENCY_KEY_REUSED')
})

test('of two products made at once with one slug or SKU one is made', async () => {
  const content = laptop(place, { slug: 'wanted-twice' })
  const answers = await Promise.all([create(content), create(content)])
  assert.deepEqual(answers.map((answer) => answer.statusCode).toSorted(), [200, 422])
  const refused = answers.find((answer) => answer.statusCode === 422)
  assert.match(String(problemsOf(refused as never)), /slug_taken|sku_taken/)
})

test('whoever saves second is shown what the first saved, and loses nothing by a repeated press', async () => {
  const product = await made('edited-by-two')
  const mine = bodyOf(product, { warrantyMonths: 6 })
  const yours = bodyOf(product, { warrantyMonths: 36 })
  const answers = await Promise.all([save(product.id, mine), save(product.id, yours)])
  assert.deepEqual(answers.map((answer) => answer.statusCode).toSorted(), [200, 409])
  const conflict = answers.find((answer) => answer.statusCode === 409)?.json()
  assert.equal(conflict.code, 'VERSION_CONFLICT')
  const now = await read(product.id)
  assert.deepEqual(conflict.details, now)
  assert.equal(now.version, 2)
  const again = await save(product.id, now.warrantyMonths === 6 ? mine : yours)
  assert.deepEqual([again.statusCode, again.json().version], [200, 2])
})

test('each price a variant had is kept with who changed it', async () => {
  const product = await made('cheaper-laptop')
  const [first, second] = bodyOf(product).variants as [ProductContent['variants'][0], ProductContent['variants'][0]]
  const reduced = { ...first, pricePaisa: 7_000_000, compareAtPaisa: 7_500_000 }
  await save(product.id, bodyOf(product, { variants: [second, reduced] }))
  const { changes } = (await manager.send('GET', `${url}/${product.id}/price-changes?limit=1`)).json()
  assert.deepEqual(
    [changes[0].sku, changes[0].oldPricePaisa, changes[0].pricePaisa, changes[0].compareAtPaisa, changes[0].staffName],
    [first.sku, 7_500_000, 7_000_000, 7_500_000, 'The manager'],
  )
  assert.deepEqual(
    (await read(product.id)).variants.map(({ sku }) => sku),
    [second.sku, first.sku],
  )
})

test('pages of the history and of the list come one after the other without gap or double', async () => {
  await made('paged-laptop')
  const found: string[] = []
  let after = ''
  for (let pages = 0; pages < 50; pages += 1) {
    const { products, nextCursor } = (await manager.send('GET', `${url}?limit=2${after}`)).json()
    found.push(...products.map(({ slug }: { slug: string }) => slug))
    if (nextCursor === null) break
    after = `&after=${nextCursor}`
  }
  const all = await api.db.selectFrom('products').select('slug').execute()
  assert.deepEqual(found.toSorted(), all.map(({ slug }) => slug).toSorted())
  assert.equal(found[0], 'paged-laptop')
})

test('products are found by any letters of name, SKU or model in both languages, which stand for themselves', async () => {
  await made('gaming-laptop', { modelNumber: 'G_614', name: { en: 'ROG Strix 100%', bn: 'রগ স্ট্রিক্স' } })
  const slugs = async (query: string) =>
    (await manager.send('GET', `${url}?${new URLSearchParams(query)}`))
      .json()
      .products.map(({ slug }: { slug: string }) => slug)
  for (const query of ['strix', 'স্ট্রি', 'G_614', '100%', 'GAMING-LAPTOP-BLACK'])
    assert.deepEqual(await slugs(`query=${encodeURIComponent(query)}`), ['gaming-laptop'], query)
  assert.deepEqual(await slugs('query=1_0'), [])
  assert.ok((await slugs(`categoryId=${place.parentId}&stock=sold_out`)).includes('gaming-laptop'))
  assert.deepEqual(await slugs('stock=in_stock'), [])
})

test('a slug that changed leads on to the new one, until another product takes it', async () => {
  const product = await made('old-name')
  const renamed = (await save(product.id, bodyOf(product, { slug: 'new-name' }))).json()
  assert.deepEqual(renamed.formerSlugs, ['old-name'])
  assert.equal((await api.inject({ url: '/api/catalogue/products/old-name' })).json().slug, 'new-name')
  const variants = laptop(place).variants.map((variant, index) => ({ ...variant, sku: `TAKER-${index}` }))
  await made('old-name', { variants })
  assert.deepEqual((await read(product.id)).formerSlugs, [])
  assert.deepEqual((await api.inject({ url: '/api/catalogue/products/old-name' })).json().variants[0].sku, 'TAKER-0')
  const back = (await save(product.id, bodyOf(renamed, { slug: 'very-new-name' }))).json()
  assert.deepEqual(back.formerSlugs, ['new-name'])
})

test('hiding takes a product out of the shop and showing brings it back; pressing twice changes nothing more', async () => {
  const product = await made('hidden-laptop')
  const publish = (isPublished: boolean) => manager.send('PUT', `${url}/${product.id}/publication`, { isPublished })
  const answers = await Promise.all([publish(false), publish(false)])
  assert.deepEqual(answers.map((answer) => answer.json().version).toSorted(), [2, 2])
  assert.equal((await api.inject({ url: '/api/catalogue/products/hidden-laptop' })).statusCode, 404)
  await publish(true)
  assert.equal((await api.inject({ url: '/api/catalogue/products/hidden-laptop' })).statusCode, 200)
})

test('what does not fit is told field by field, and nothing of it is written', async () => {
  await made('first-laptop')
  const [black, silver] = laptop(place, { slug: 'wrong-laptop' }).variants as [
    ProductContent['variants'][0],
    ProductContent['variants'][0],
  ]
  const answer = await create(
    laptop(place, {
      slug: 'first-laptop',
      brandId: 999_999,
      specifications: { memory: 'much', panel: 'tn', speed: 4, hasTouch: true },
      pictureIds: ['ab'.repeat(32)],
      isPublished: true,
      variants: [
        { ...black, sku: 'FIRST-LAPTOP-BLACK', compareAtPaisa: 7_500_000, isPublished: false },
        { ...silver, sku: 'SAME', options: { colour: 'beige' }, isPublished: false },
        { ...silver, sku: 'SAME', options: { colour: 'beige' }, isPublished: false, id: 4 },
      ],
    }),
  )
  assert.deepEqual(problemsOf(answer), [
    'slug slug_taken',
    'brandId brand_unknown',
    'specifications.memory specification_wrong_type',
    'specifications.panel specification_choice_unknown',
    'specifications.speed specification_unknown',
    'pictureIds.0 picture_unknown',
    'variants.0.sku sku_taken',
    'variants.0.compareAtPaisa compare_at_not_higher',
    'variants.1.options.colour colour_unknown',
    'variants.2.id variant_unknown',
    'variants.2.sku sku_repeated',
    'variants.2.options options_repeated',
    'variants.2.options.colour colour_unknown',
    'isPublished no_published_variant',
  ])
  assert.deepEqual(problemsOf(await create(laptop(place, { slug: 'in-a-parent', categoryId: place.parentId }))), [
    'categoryId category_not_leaf',
  ])
  assert.deepEqual(await api.db.selectFrom('variants').select('sku').where('sku', '=', 'SAME').execute(), [])
})

test('a variant that exists cannot be left out: what was sold stays known', async () => {
  const product = await made('smaller-laptop')
  const answer = await save(product.id, bodyOf(product, { variants: bodyOf(product).variants.slice(0, 1) }))
  assert.deepEqual(problemsOf(answer), ['variants variant_missing'])
})

test('bodies of a wrong form and fields nobody may set are refused', async () => {
  const product = await made('strict-laptop')
  const bodies = [
    { ...bodyOf(product), popularity: 1_000_000 },
    { ...bodyOf(product), id: 1 },
    { ...bodyOf(product), version: '1' },
    bodyOf(product, { slug: 'Not A Slug' }),
    bodyOf(product, { name: { en: '', bn: 'x' } }),
    bodyOf(product, { weightGrams: 1.5 }),
    bodyOf(product, { variants: [] }),
    bodyOf(product, { variants: bodyOf(product).variants.map((variant) => ({ ...variant, onHand: 5 })) }),
    bodyOf(product, { variants: bodyOf(product).variants.map((variant) => ({ ...variant, pricePaisa: -1 })) }),
    bodyOf(product, { specifications: { memory: { $gt: 0 } } as never }),
  ]
  for (const body of bodies)
    assert.equal((await save(product.id, body)).statusCode, 400, JSON.stringify(body).slice(0, 80))
  assert.equal((await save(999_999, bodyOf(product))).json().code, 'PRODUCT_NOT_FOUND')
  assert.equal((await create(laptop(place, { slug: 'keyless' }), 'no-uuid')).statusCode, 400)
  assert.deepEqual(await read(product.id), product)
})

test('every write leaves an entry in the audit log, and whoever may only look changes nothing', async () => {
  const product = await made('audited-laptop')
  await save(product.id, bodyOf(product, { warrantyMonths: 1 }))
  const entries = await api.db
    .selectFrom('auditEntries')
    .select(['action', 'detail', 'staffId'])
    .where('subject', '=', `product:${product.id}`)
    .orderBy('id')
    .execute()
  assert.deepEqual(
    entries.map(({ action, detail, staffId }) => [action, (detail as { changed: string[] }).changed, staffId]),
    [
      ['catalogue.product_created', [], manager.id],
      ['catalogue.product_changed', ['warrantyMonths'], manager.id],
    ],
  )
  const viewer = await signInAsStaff(api, 'viewer')
  assert.equal((await viewer.send('GET', `${url}/${product.id}`)).statusCode, 200)
  assert.equal((await viewer.send('PUT', `${url}/${product.id}`, bodyOf(product))).statusCode, 403)
})
