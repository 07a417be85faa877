import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as contract from '@dhakacart/contract/catalogue.schema.ts'
import type { AnswerOf, QueryOf, Route } from '@dhakacart/contract/route.ts'
import Value from 'typebox/value'
import { addFixtureCatalogue, fixtureProducts } from '../testing/catalogue-fixture.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

const products = fixtureProducts(40)
let api: TestApi
before(async () => {
  api = await startTestApi()
  await addFixtureCatalogue(api.db, products)
})
after(() => api.drop())

const reads: [Route, string][] = [
  [contract.getHome, '/api/catalogue/home'],
  [contract.listCategories, '/api/catalogue/categories'],
  [contract.listProducts, '/api/catalogue/products?category=phones&specification=memory:8'],
  [contract.listProducts, '/api/catalogue/products?query=samsung'],
  [contract.getProduct, '/api/catalogue/products/thing-2'],
  [contract.listSitemap, '/api/catalogue/sitemap'],
]

test('every read answers in exactly the shape of the contract', async () => {
  for (const [route, url] of reads) {
    const answer = await api.inject({ url })
    assert.equal(answer.statusCode, 200, url)
    const schema = route.schema.response[200]
    assert.ok(schema)
    assert.ok(Value.Check(schema, answer.json()), `${url}: ${JSON.stringify(Value.Errors(schema, answer.json()))}`)
    const cleaned = Value.Clean(closed(schema), structuredClone(answer.json()))
    assert.deepEqual(answer.json(), cleaned, `${url} holds more than the contract names`)
  }
})

/** The schema with every object refusing what it does not name, so that Clean removes it. */
function closed(schema: object): never {
  return JSON.parse(JSON.stringify(schema), (_, value) =>
    value?.type === 'object' ? { ...value, additionalProperties: false } : value,
  ) as never
}

test('every read may be kept by shared caches for two seconds and is not sent again to whoever has it', async () => {
  for (const [, url] of reads) {
    const first = await api.inject({ url })
    assert.equal(first.headers['cache-control'], 'public, max-age=0, s-maxage=2')
    assert.equal(first.headers['set-cookie'], undefined)
    const etag = String(first.headers.etag)
    for (const ifNoneMatch of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await api.inject({ url, headers: { 'if-none-match': ifNoneMatch } })
      assert.equal(again.statusCode, 304, `${url} ${ifNoneMatch}`)
      assert.equal(again.body, '')
      assert.equal(again.headers.etag, etag)
    }
    const other = await api.inject({ url, headers: { 'if-none-match': '"other"' } })
    assert.equal(other.statusCode, 200)
  }
})

test('a product shows its specifications ready to read, its variants with what is left, and its neighbours', async () => {
  const { body } = await api.call(contract.getProduct, { params: { slug: 'thing-2' } })
  assert.deepEqual(
    body.categoryPath.map(({ slug }) => slug),
    ['electronics', 'phones'],
  )
  assert.deepEqual(
    body.specifications.map(({ value }) => value),
    [
      { en: '8 GB', bn: '৮ জিবি' },
      { en: 'IPS', bn: 'আইপিএস' },
      { en: 'Yes', bn: 'হ্যাঁ' },
    ],
  )
  const [cheap, dear] = body.variants
  assert.equal(cheap?.availability, 'low_stock')
  assert.equal(cheap?.unitsLeft, 3)
  assert.deepEqual(
    cheap?.options.map(({ key, label }) => [key, label.en]),
    [
      ['colour', 'Black'],
      ['memory', '8/256GB'],
    ],
  )
  assert.equal(dear?.availability, 'sold_out')
  assert.equal(dear?.unitsLeft, null)
  assert.ok(body.related.length > 0)
  assert.ok(body.related.every(({ slug, categorySlug }) => slug !== 'thing-2' && categorySlug === 'phones'))
  assert.ok(body.related.every(({ isInStock }) => isInStock))
})

test('an edit, a new product, a withdrawn one and the last unit sold are seen by the next reader', async () => {
  const name = async () => (await api.call(contract.getProduct, { params: { slug: 'thing-4' } })).body.name.en
  await name()
  await api.db.updateTable('products').set({ nameEn: 'Renamed' }).where('slug', '=', 'thing-4').execute()
  assert.equal(await name(), 'Renamed')
  await api.db.updateTable('brands').set({ name: 'WALTON' }).where('slug', '=', 'walton').execute()
  const { body } = await api.call(contract.getProduct, { params: { slug: 'thing-4' } })
  assert.equal(body.brand.name, 'WALTON')
  await api.db.updateTable('products').set({ isPublished: false }).where('slug', '=', 'thing-4').execute()
  const gone = await api.inject({ url: '/api/catalogue/products/thing-4' })
  assert.equal(gone.json().code, 'PRODUCT_NOT_FOUND')
  await api.db.updateTable('products').set({ isPublished: true }).where('slug', '=', 'thing-4').execute()
  const { body: back } = await api.call(contract.getProduct, { params: { slug: 'thing-4' } })
  const variantId = back.variants[0]?.id as number
  await api.db.updateTable('stockLevels').set({ onHand: 0 }).where('variantId', '=', variantId).execute()
  const { body: soldOut } = await api.call(contract.getProduct, { params: { slug: 'thing-4' } })
  assert.equal(soldOut.variants[0]?.availability, 'sold_out')
  await api.db.updateTable('stockLevels').set({ onHand: 4 }).where('variantId', '=', variantId).execute()
  const { body: received } = await api.call(contract.getProduct, { params: { slug: 'thing-4' } })
  assert.equal(received.variants[0]?.unitsLeft, 4)
})

test('a change whose transaction was open while others committed and were read is not missed', async () => {
  const description = async () =>
    (await api.call(contract.getProduct, { params: { slug: 'thing-7' } })).body.description.en
  await api.db.transaction().execute(async (tx) => {
    await tx.updateTable('products').set({ descriptionEn: 'Slowly written' }).where('slug', '=', 'thing-7').execute()
    await api.db.updateTable('products').set({ descriptionEn: 'Quick' }).where('slug', '=', 'thing-8').execute()
    assert.equal(await description(), 'A product of a test.')
  })
  assert.equal(await description(), 'Slowly written')
})

test('categories count the products in and below them and come parents first', async () => {
  const { body } = await api.call(contract.listCategories)
  assert.deepEqual(
    body.categories.map(({ slug, parentSlug, productCount }) => [slug, parentSlug, productCount]),
    [
      ['electronics', null, 40],
      ['phones', 'electronics', 26],
      ['televisions', 'electronics', 14],
    ],
  )
})

test('the home page shows only what can be bought, offers by the largest saving', async () => {
  const { body } = await api.call(contract.getHome)
  for (const shelf of [body.offers, body.popular, body.newest]) assert.ok(shelf.every(({ isInStock }) => isInStock))
  const savings = body.offers.map(({ pricePaisa, compareAtPaisa }) => 1 - pricePaisa / (compareAtPaisa as number))
  assert.ok(savings.length > 3)
  assert.deepEqual(
    savings,
    savings.toSorted((a, b) => b - a),
  )
})

test('the sitemap names every product once over its pages and refuses a cursor that is not its own', async () => {
  const slugs: string[] = []
  for (let after: string | null = ''; after !== null; ) {
    const query: QueryOf<typeof contract.listSitemap> = { limit: 7, ...(after !== '' && { after }) }
    const { body }: { body: AnswerOf<typeof contract.listSitemap> } = await api.call(contract.listSitemap, { query })
    slugs.push(...body.products.map(({ slug }) => slug))
    after = body.nextCursor
  }
  assert.deepEqual(slugs.toSorted(), products.map(({ slug }) => slug).toSorted())
  const bad = await api.inject({ url: '/api/catalogue/sitemap?after=AAAA' })
  assert.equal(bad.json().code, 'BAD_REQUEST')
})

test('an unknown product is PRODUCT_NOT_FOUND and a slug of a wrong form BAD_REQUEST', async () => {
  const unknown = await api.inject({ url: '/api/catalogue/products/constructor' })
  assert.equal(unknown.statusCode, 404)
  assert.equal(unknown.json().code, 'PRODUCT_NOT_FOUND')
  for (const slug of ['A', "x'--", 'a%20b', '%E0%A6%95', 'a'.repeat(121)]) {
    const answer = await api.inject({ url: `/api/catalogue/products/${slug}` })
    assert.equal(answer.statusCode, 400, slug)
  }
})
