import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { listProducts, type ProductList, type ProductListQuery } from '@dhakacart/contract/catalogue.schema.ts'
import { addFixtureCatalogue, type FixtureProduct, fixtureProducts } from '../testing/catalogue-fixture.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

const products = fixtureProducts(70)
let api: TestApi
before(async () => {
  api = await startTestApi()
  await addFixtureCatalogue(api.db, products)
})
after(() => api.drop())

async function list(query: ProductListQuery): Promise<ProductList> {
  return (await api.call(listProducts, { query })).body
}

/** What must be listed, found by looking at every product, one condition after the other. */
function expected(query: ProductListQuery): FixtureProduct[] {
  const chosen = Map.groupBy(query.specification ?? [], (token) => token.split(':')[0] as string)
  return products.filter((product) => {
    const stated: Record<string, unknown> = { ...product.specifications, official: product.isOfficial ? 'yes' : 'no' }
    const fitsSpecifications = [...chosen].every(([key, tokens]) => tokens.includes(`${key}:${stated[key]}`))
    return (
      fitsSpecifications &&
      (query.category === undefined || query.category === 'electronics' || product.category === query.category) &&
      (query.brand === undefined || query.brand.includes(product.brand)) &&
      product.pricePaisa >= (query.minPricePaisa ?? 0) &&
      product.pricePaisa <= (query.maxPricePaisa ?? Number.POSITIVE_INFINITY) &&
      (query.inStock !== true || product.stock > 0)
    )
  })
}

const facetValues: Record<string, string[]> = {
  official: ['yes', 'no'],
  memory: ['4', '8', '12'],
  panel: ['ips', 'oled', 'va'],
  hasNfc: ['true', 'false'],
}

const queries: ProductListQuery[] = [
  {},
  { category: 'electronics' },
  { category: 'phones' },
  { category: 'phones', brand: ['samsung', 'xiaomi'] },
  { category: 'televisions', inStock: true },
  { category: 'phones', specification: ['memory:8'] },
  { category: 'phones', specification: ['memory:8', 'memory:12', 'hasNfc:true'] },
  { category: 'phones', specification: ['panel:oled', 'official:no'], brand: ['walton'], inStock: true },
  { category: 'phones', minPricePaisa: 1_300_000, maxPricePaisa: 2_000_000, specification: ['panel:va'] },
  { brand: ['walton'], maxPricePaisa: 1_500_000 },
]

test('a list holds exactly the products that fit every condition', async () => {
  for (const query of queries) {
    const answer = await list({ ...query, limit: 48 })
    const rest =
      answer.nextCursor === null ? [] : (await list({ ...query, limit: 48, after: answer.nextCursor })).products
    const slugs = [...answer.products, ...rest].map(({ slug }) => slug)
    assert.deepEqual(
      slugs.toSorted(),
      expected(query)
        .map(({ slug }) => slug)
        .toSorted(),
      JSON.stringify(query),
    )
    assert.equal(answer.totalCount, slugs.length)
  }
})

test('a count beside a choice is what the list would hold with that choice alone in its group', async () => {
  for (const query of queries) {
    const answer = await list(query)
    const brands = ['samsung', 'walton', 'xiaomi'].map((value) => [
      value,
      expected({ ...query, brand: [value] }).length,
    ])
    const counted = answer.brands.map(({ value, count }) => [value, count])
    assert.deepEqual(
      counted.toSorted(),
      brands.filter(([brand, count]) => count !== 0 || query.brand?.includes(String(brand))),
      JSON.stringify(query),
    )
    for (const { key, values } of answer.facets) {
      const others = (query.specification ?? []).filter((token) => !token.startsWith(`${key}:`))
      for (const value of facetValues[key] ?? []) {
        const token = `${key}:${value}`
        const found = values.find((choice) => choice.value === value)
        const alone = expected({ ...query, specification: [...others, token] })
        // A choice that would list nothing is not offered, unless it is chosen.
        assert.equal(found?.count ?? 0, alone.length, `${JSON.stringify(query)} ${token}`)
        assert.equal(found?.isChosen ?? false, query.specification?.includes(token) ?? false)
      }
    }
    const { minPricePaisa: _min, maxPricePaisa: _max, ...anyPrice } = query
    const prices = expected(anyPrice).map(({ pricePaisa }) => pricePaisa)
    assert.deepEqual(answer.priceRange, { minPaisa: Math.min(...prices), maxPaisa: Math.max(...prices) })
    assert.equal(answer.inStockCount, expected({ ...query, inStock: true }).length)
  }
})

test('facets come in reading order with labels in both languages', async () => {
  const { facets, category } = await list({ category: 'phones' })
  assert.equal(category?.slug, 'phones')
  assert.deepEqual(
    facets.map(({ key }) => key),
    ['official', 'memory', 'panel', 'hasNfc'],
  )
  const labels = facets.map(({ values }) => values.map(({ label }) => label))
  assert.deepEqual(labels[1], [
    { en: '4 GB', bn: '৪ জিবি' },
    { en: '8 GB', bn: '৮ জিবি' },
    { en: '12 GB', bn: '১২ জিবি' },
  ])
  assert.deepEqual(
    labels[2]?.map(({ en }) => en),
    ['IPS', 'OLED', 'VA'],
  )
  assert.deepEqual(labels[3], [
    { en: 'Yes', bn: 'হ্যাঁ' },
    { en: 'No', bn: 'না' },
  ])
})

test('a list without a category has no facets, and one of nothing says so', async () => {
  assert.deepEqual((await list({})).facets, [])
  const nothing = await list({ category: 'phones', brand: ['no-such-brand'] })
  assert.equal(nothing.totalCount, 0)
  assert.equal(nothing.firstPosition, 0)
  assert.equal(nothing.nextCursor, null)
  const impossible = await list({ category: 'phones', minPricePaisa: 5, maxPricePaisa: 4 })
  assert.equal(impossible.totalCount, 0)
})

for (const sort of ['popular', 'newest', 'price-asc', 'price-desc'] as const) {
  test(`walking ${sort} forwards and back shows every product once, in one order`, async () => {
    const forwards: ProductList[] = []
    for (let after: string | null = ''; after !== null; after = forwards.at(-1)?.nextCursor ?? null) {
      forwards.push(await list({ sort, limit: 9, ...(after !== '' && { after }) }))
    }
    const slugs = forwards.flatMap((page) => page.products.map(({ slug }) => slug))
    assert.equal(slugs.length, products.length)
    assert.equal(new Set(slugs).size, products.length)
    assert.deepEqual(
      forwards.map(({ firstPosition }) => firstPosition),
      [1, 10, 19, 28, 37, 46, 55, 64],
    )
    const backwards: ProductList[] = [forwards.at(-1) as ProductList]
    for (
      let before = backwards[0]?.previousCursor ?? null;
      before !== null;
      before = backwards[0]?.previousCursor ?? null
    ) {
      backwards.unshift(await list({ sort, limit: 9, before }))
    }
    assert.deepEqual(backwards, forwards)
    const prices = forwards.flatMap((page) => page.products.map(({ pricePaisa }) => pricePaisa))
    if (sort === 'price-asc')
      assert.deepEqual(
        prices,
        prices.toSorted((a, b) => a - b),
      )
    if (sort === 'price-desc')
      assert.deepEqual(
        prices,
        prices.toSorted((a, b) => b - a),
      )
  })
}

test('a cursor stays where it was when products before it go or come', async () => {
  const first = await list({ sort: 'price-asc', limit: 10 })
  const second = await list({ sort: 'price-asc', limit: 10, after: first.nextCursor as string })
  const gone = first.products.slice(5).map(({ slug }) => slug)
  await api.db.updateTable('products').set({ isPublished: false }).where('slug', 'in', gone).execute()
  const again = await list({ sort: 'price-asc', limit: 10, after: first.nextCursor as string })
  assert.deepEqual(again.products, second.products)
  assert.equal(again.firstPosition, 6)
  await api.db.updateTable('products').set({ isPublished: true }).where('slug', 'in', gone).execute()
})

const badQueries: [string, RegExp][] = [
  ['limit=0', /limit/],
  ['limit=49', /limit/],
  ['limit=1000000000', /limit/],
  ['limit=1.5', /limit/],
  ['limit=1e1', /limit/],
  ['limit=abc', /limit/],
  ['limit=5&limit=6', /limit/],
  ['category=a&category=b', /category/],
  ["category=phones'%20or%201=1--", /category/],
  ['category=..%2f..%2fetc', /category/],
  [`category=${'a'.repeat(121)}`, /category/],
  ['sort=best', /sort/],
  ['inStock=perhaps', /inStock/],
  ['minPricePaisa=-1', /minPricePaisa/],
  ['minPricePaisa=99999999999999999999', /minPricePaisa/],
  [`query=${'x'.repeat(101)}`, /query/],
  ['query=', /query/],
  ['specification=memory', /specification/],
  ['specification=:', /specification/],
  [`specification=memory:${'x'.repeat(200)}`, /specification/],
  [Array.from({ length: 31 }, (_, number) => `brand=b${number}`).join('&'), /brand/],
  ['unknown=1', /unknown/],
  ['after=%00', /after/],
  ['after=AAAA', /cursor/],
  [`after=${Buffer.from('[1,2]').toString('base64url')}`, /cursor/],
  [`after=${Buffer.from('[1,null,{}]').toString('base64url')}`, /cursor/],
  [`after=${Buffer.from('{"__proto__":1}').toString('base64url')}`, /cursor/],
  [`after=${'A'.repeat(201)}`, /after/],
]

test('a query of a wrong form is BAD_REQUEST and names what is wrong', async () => {
  for (const [query, message] of badQueries) {
    const answer = await api.inject({ url: `/api/catalogue/products?${query}` })
    assert.equal(answer.statusCode, 400, query)
    assert.equal(answer.json().code, 'BAD_REQUEST', query)
    assert.match(answer.json().message, message, query)
  }
})

test('a cursor of another order, or two cursors at once, are refused', async () => {
  const { nextCursor } = await list({ sort: 'newest', limit: 5 })
  const wrong = await api.inject({ url: `/api/catalogue/products?sort=popular&after=${nextCursor}` })
  assert.equal(wrong.json().code, 'BAD_REQUEST')
  const both = await api.inject({ url: `/api/catalogue/products?sort=newest&after=${nextCursor}&before=${nextCursor}` })
  assert.equal(both.json().code, 'BAD_REQUEST')
})

test('texts that look like SQL or come in broken UTF-8 choose nothing and break nothing', async () => {
  for (const text of [
    "'; drop table products; --",
    '%',
    '_',
    '\\',
    '%00',
    '%FF%FE',
    '{{7*7}}',
    '__proto__',
    'constructor',
  ]) {
    const answer = await api.inject({ url: '/api/catalogue/products', query: { specification: `memory:${text}` } })
    assert.equal(answer.statusCode, 200, text)
    assert.equal(answer.json().totalCount, 0, text)
  }
  for (const raw of ['specification=__proto__:x', 'query=%FF%FE%00']) {
    const answer = await api.inject({ url: `/api/catalogue/products?${raw}` })
    assert.ok(answer.statusCode === 200 || answer.statusCode === 400, raw)
  }
  assert.equal((await list({})).totalCount, products.length)
})

test('an unknown category is CATEGORY_NOT_FOUND', async () => {
  const answer = await api.inject({ url: '/api/catalogue/products?category=spaceships' })
  assert.equal(answer.statusCode, 404)
  assert.equal(answer.json().code, 'CATEGORY_NOT_FOUND')
})
