import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Home, ProductList } from '@dhakacart/contract/catalogue.schema.ts'
import { informationNames } from '../src/links.ts'
import { shops } from '../src/shop.ts'
import { createFormShopper } from './form-shopper.ts'
import { type ShopUnderTest, startShop } from './shop-under-test.ts'
import { namesOfShop, strayTexts, visibleTexts } from './visible-text.ts'

let shop: ShopUnderTest
let origin: string
let paths: string[]
let product: string

before(async () => {
  shop = await startShop()
  origin = await shop.app.listen({ host: '127.0.0.1', port: 0 })
  const home = (await shop.app.inject('/api/catalogue/home')).json<Home>()
  const leaf = home.categories.find(({ parentSlug }) => parentSlug !== null)?.slug
  const list = (await shop.app.inject(`/api/catalogue/products?category=${leaf}`)).json<ProductList>()
  product = list.products[0]?.slug ?? ''
  const brand = list.brands[0]?.value
  paths = [
    '',
    `/c/${leaf}`,
    `/c/${leaf}?brand=${brand}&sort=price-asc`,
    '/search',
    '/search?q=samsung',
    `/p/${product}`,
  ]
})
after(() => shop.close())

const get = (url: string, headers: Record<string, string> = {}) => shop.app.inject({ url, headers })

test('home, category, search and product are the same bytes for everybody', async () => {
  const visitors = [
    {},
    { cookie: 'language=bn; cart=0123456789abcdef; anything=else' },
    { 'accept-language': 'bn-BD,bn;q=0.9', 'user-agent': 'Mozilla/5.0 (Linux; Android 8.1; itel A16)' },
    { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-host': 'evil.example', authorization: 'Bearer x', dnt: '1' },
    { host: 'evil.example', referer: 'https://evil.example/', 'save-data': 'on', 'sec-ch-ua-mobile': '?1' },
  ]
  for (const path of ['/en', '/bn'].flatMap((prefix) => paths.map((path) => prefix + path))) {
    const answers: Awaited<ReturnType<typeof get>>[] = []
    for (const headers of visitors) answers.push(await get(path, headers as Record<string, string>))
    const [first] = answers
    assert.equal(first?.statusCode, 200, path)
    for (const answer of answers) {
      assert.ok(answer.rawPayload.equals(first?.rawPayload ?? Buffer.alloc(0)), path)
      assert.equal(answer.headers['set-cookie'], undefined, path)
      assert.equal(answer.headers.vary, 'accept-encoding', path)
    }
  }
})

test('a public page may be kept by caches, and who has it already gets 304', async () => {
  const first = await get(`/en/p/${product}`)
  assert.match(
    String(first.headers['cache-control']),
    /^public, max-age=0, s-maxage=2, stale-while-revalidate=\d+, stale-if-error=\d+$/,
  )
  const again = await get(`/en/p/${product}`, { 'if-none-match': String(first.headers.etag) })
  assert.equal(again.statusCode, 304)
  assert.equal(again.payload, '')
})

test('every page carries the final headers, and nothing in it that they forbid', async () => {
  for (const path of [...paths.map((path) => `/bn${path}`), '/en/offline', '/en/no-such-page', '/no-such-page']) {
    const { headers, payload } = await get(path)
    const policy = String(headers['content-security-policy'])
    assert.ok(policy.startsWith("default-src 'none'; "), path)
    assert.doesNotMatch(policy, /unsafe|nonce|\*|data:/)
    assert.equal(headers['x-content-type-options'], 'nosniff')
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin')
    assert.doesNotMatch(payload, /\sstyle=|<style|\son[a-z]+=|javascript:/i, path)
    for (const [tag] of payload.matchAll(/<script[^>]*>/g)) {
      assert.match(
        tag,
        /^<script type="(application\/ld\+json"|module" src="\/assets\/[^"]+" integrity="sha384-[^"]+")>$/,
        path,
      )
    }
  }
})

test('a page says its language, its one address and its other language; search is not indexed', async () => {
  const english = (await get(`/en/p/${product}?utm_source=x&variant=nothing`)).payload
  assert.match(english, /^<!DOCTYPE html><html lang="en">/)
  const address = (language: string) => `http://localhost:4399/${language}/p/${product}`
  assert.ok(english.includes(`<link rel="canonical" href="${address('en')}">`))
  for (const [name, language] of Object.entries({ en: 'en', bn: 'bn', 'x-default': 'en' })) {
    assert.ok(english.includes(`<link rel="alternate" hreflang="${name}" href="${address(language)}">`), name)
  }
  assert.match((await get('/bn')).payload, /<html lang="bn">.*hreflang="x-default" href="http:\/\/localhost:4399\/"/)
  const search = (await get('/en/search?q=samsung')).payload
  assert.ok(search.includes('<meta name="robots" content="noindex">'))
  assert.ok(!search.includes('rel="canonical"'))
})

test('a product tells search engines its offers and where it stands', async () => {
  const { payload } = await get(`/bn/p/${product}`)
  const data = [...payload.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(
    ([, json]) => JSON.parse(json ?? '') as Record<string, unknown>,
  )
  const found = data.find((one) => one['@type'] === 'Product') as { offers: Record<string, string>[]; mpn: string }
  assert.ok(found.mpn.length > 0)
  for (const offer of found.offers) {
    assert.match(offer.price ?? '', /^\d+\.\d\d$/)
    assert.equal(offer.priceCurrency, 'BDT')
    assert.match(offer.availability ?? '', /^https:\/\/schema\.org\/(InStock|OutOfStock)$/)
  }
  const crumbs = data.find((one) => one['@type'] === 'BreadcrumbList') as { itemListElement: { item: string }[] }
  assert.equal(crumbs.itemListElement.at(-1)?.item, `http://localhost:4399/bn/p/${product}`)
})

test('pictures of products come as AVIF and as WebP, the larger ones in widths that a screen can choose from', async () => {
  for (const path of ['/en', `/en${paths[1]}`, `/bn/p/${product}`]) {
    const { payload } = await get(path)
    const pictures = [...payload.matchAll(/<picture>(?:(?!<\/picture>).)*\/api\/pictures\/.*?<\/picture>/gs)]
    assert.equal(pictures.length, payload.match(/<img [^>]*\/api\/pictures\//g)?.length, `${path}: none without choice`)
    for (const [picture] of pictures) {
      const avif = /<source type="image\/avif" srcSet="([^"]+)" sizes="[^"]+"/.exec(picture)?.[1] ?? ''
      const webp = /<img srcSet="([^"]+)" sizes="[^"]+"/.exec(picture)?.[1] ?? ''
      assert.match(avif, /^\S+\.avif \d+w(?:, \S+\.avif \d+w)*$/, path)
      assert.equal(avif.replaceAll('.avif ', '.webp '), webp, path)
    }
    assert.ok(
      pictures.some(([picture]) => picture.split('.avif ').length > 2),
      `${path}: more than one width`,
    )
  }
})

test('the header only leads to the cart, however much is in it: what that is comes with JavaScript', async () => {
  const variant = await shop.db.selectFrom('variants').select('id').where('isPublished', '=', true).executeTakeFirst()
  for (const language of ['en', 'bn'] as const) {
    const shopper = createFormShopper(origin)
    const quantity = language === 'bn' ? '২' : '2'
    const added = await shopper.post(`/${language}/cart/lines`, { variant: String(variant?.id), quantity })
    assert.equal(added.status, 303)
    const { whole: page } = await shopper.get(`/${language}/p/${product}`)
    assert.match(page, language === 'bn' ? /name="quantity" value="১"/ : /name="quantity" value="1"/)
    for (const path of ['', paths[1], `/p/${product}`, '/cart', '/checkout', '/track', '/nowhere']) {
      const { whole } = await shopper.get(`/${language}${path}`)
      const links = [...whole.matchAll(/<a class="tool tool-cart" href="([^"]+)">(.*?)<\/a>/gs)]
      assert.deepEqual(
        links.map(([link, href]) => [href, visibleTexts(link, language)]),
        [[`/${language}/cart`, [shops[language].texts.layout.cart]]],
        `${path}`,
      )
    }
  }
})

test('Bangla pages show no Latin digit and no English but names, from the home page to the order', async () => {
  const names = await namesOfShop(shop.db)
  const check = (path: string, whole: string) => assert.deepEqual(strayTexts(whole, 'bn', names), [], path)
  const list = (await get('/api/catalogue/products?inStock=true&sort=price-asc')).json<ProductList>()
  const card = list.products.find(({ variantCount }) => variantCount === 1)
  const { variants } = (await get(`/api/catalogue/products/${card?.slug}`)).json<{ variants: { id: number }[] }>()
  const shopper = createFormShopper(origin)
  const others = [
    `/search?q=${encodeURIComponent('ক্ষক্ষক্ষ')}`,
    `/p/${card?.slug}`,
    '/offers',
    '/cart',
    '/checkout',
    '/track',
    '/nowhere',
    '/offline',
  ]
  for (const path of [...paths, ...others, ...informationNames.map((name) => `/${name}`)]) {
    check(path, (await shopper.get(`/bn${path}`)).whole)
  }
  await shopper.post('/bn/cart/lines', { variant: String(variants[0]?.id), quantity: '2' })
  for (const path of ['/cart', '/checkout']) check(path, (await shopper.get(`/bn${path}`)).whole)
  const typed = { name: 'রহিমা বেগম', phone: '০১৭১২-৩৪৫৬৭৮', email: '', district: 'dhaka', street: 'বাড়ি ৭', note: '' }
  const person = { ...typed, payment: 'cash_on_delivery' }
  const refused = await shopper.post('/bn/checkout', { ...person, name: '', phone: '', step: 'order' })
  check('what is missing', refused.whole)
  const district = await shopper.post('/bn/checkout', { ...person, step: 'district' })
  check('upazilas', district.whole)
  const upazila = /id="upazila".*?<option value="(\d+)"/s.exec(district.html)?.[1] ?? ''
  const total = await shopper.post('/bn/checkout', { ...person, upazila, step: 'quote' })
  check('total', total.whole)
  const fields = Object.entries({ ...person, upazila, step: 'order' })
  const placed = await shopper.post('/bn/checkout', [...fields, ...total.hidden])
  assert.equal(placed.status, 303)
  const path = shopper.location(placed)
  const order = await shopper.get(path)
  check('order', order.whole)
  check('checkout after the order', (await shopper.get('/bn/checkout')).whole)
  check('invoice', (await shopper.get(`${path}/invoice`)).whole)
  const number = /DC\w{8}/.exec(order.text)?.[0] ?? ''
  check('tracked', (await shopper.post('/bn/track', { number, phone: person.phone })).whole)
  check('not found', (await shopper.post('/bn/track', { number: 'DC33333333', phone: person.phone })).whole)
})

test('every link on these pages leads somewhere', async () => {
  const seen = new Set<string>()
  for (const path of ['/en', '/bn'].flatMap((prefix) => paths.map((path) => prefix + path))) {
    const { payload } = await get(path)
    for (const [, href = ''] of payload.matchAll(/<a [^>]*?href="([^"]+)"/g)) {
      const target = href.replaceAll('&amp;', '&').split('#')[0] ?? ''
      if (target.startsWith('/')) seen.add(target)
    }
  }
  assert.ok(seen.size > 100)
  for (const target of seen) {
    const { statusCode } = await get(target)
    assert.ok(statusCode < 400, `${target} answers ${statusCode}`)
  }
})

test('paging forth and back shows every product once', async () => {
  const base = (paths[1] ?? '').split('?')[0]
  const slugs = new Set<string>()
  let url: string | undefined = `/en${base}`
  let pages = 0
  let back: string | undefined
  while (url !== undefined && pages < 50) {
    const { payload } = await get(url)
    const found = [...payload.matchAll(/<h3><a href="\/en\/p\/([^"?]+)"/g)].map(([, slug]) => slug ?? '')
    assert.ok(found.length > 0, url)
    for (const slug of found) {
      assert.ok(!slugs.has(slug), `${slug} twice`)
      slugs.add(slug)
    }
    back = /rel="prev" href="([^"]+)"/.exec(payload)?.[1]
    url = /rel="next" href="([^"]+)"/.exec(payload)?.[1]?.replaceAll('&amp;', '&')
    pages += 1
  }
  const total = (await shop.app.inject(`/api/catalogue/products?category=${base?.slice(3)}`)).json<ProductList>()
    .totalCount
  assert.equal(slugs.size, total)
  assert.ok(pages > 1)
  assert.equal((await get((back ?? '').replaceAll('&amp;', '&'))).statusCode, 200)
})

test('what is not there answers 404 with a page in its language, and junk in an address never fails', async () => {
  for (const path of [
    '/bn/p/no-such-product',
    '/bn/c/no-such-category',
    '/bn/nowhere',
    '/bn/p/UPPER_case',
    `/bn/p/${'x'.repeat(125)}`,
  ]) {
    const { statusCode, payload } = await get(path)
    assert.equal(statusCode, 404, path)
    assert.match(payload, /<html lang="bn">.*role="combobox"/s, path)
  }
  const junk = [
    '?brand=%00',
    '?spec=a&spec=:&spec=ram',
    '?min=-1&max=1e9',
    '?sort=evil',
    '?after=%27;drop',
    '?q=%F0%28%8C',
    `?brand=${'a'.repeat(2000)}`,
  ]
  for (const query of junk) {
    assert.equal((await get(`/en${paths[1]}${query}`)).statusCode, 200, query)
  }
  assert.equal((await get('/en/')).headers.location, '/en')
  const unreadable = await get('/%E0%A4%A')
  assert.deepEqual([unreadable.statusCode, unreadable.headers['cache-control']], [400, 'no-store'])
  assert.equal(unreadable.headers['content-security-policy'], (await get('/en')).headers['content-security-policy'])
})

test('a district in the address shows its delivery without a script', async () => {
  const plain = (await get(`/en/p/${product}`)).payload
  const district = /<option value="([a-z-]+)"/.exec(plain)?.[1]
  const { payload } = await get(`/en/p/${product}?district=${district}`)
  assert.match(payload, new RegExp(`<option value="${district}" selected`))
  assert.match(payload, /class="delivery-result"[^>]*><p><strong>(৳|Free)/)
  assert.equal((await get(`/en/p/${product}?district=nowhere`)).statusCode, 200)
})

test('sitemaps name every category and product in both languages, robots.txt names them', async () => {
  const robots = (await get('/robots.txt')).payload
  assert.match(robots, /Sitemap: http:\/\/localhost:4399\/sitemap\.xml/)
  const index = (await get('/sitemap.xml')).payload
  const files = [...index.matchAll(/<loc>http:\/\/localhost:4399([^<]+)<\/loc>/g)].map(([, path]) => path ?? '')
  const all = (await Promise.all(files.map(async (path) => (await get(path)).payload))).join('')
  const total = (await shop.app.inject('/api/catalogue/sitemap')).json<{ products: unknown[] }>().products.length
  assert.equal([...all.matchAll(/<loc>http:\/\/localhost:4399\/en\/p\//g)].length, total)
  assert.equal([...all.matchAll(/<loc>http:\/\/localhost:4399\/bn\/p\//g)].length, total)
  assert.ok(all.includes(`/bn${(paths[1] ?? '').split('?')[0]}</loc>`))
})

test('the offline page, seen at the address that could not be reached, leads there again', async () => {
  for (const [language, words] of Object.entries({ en: 'Try again', bn: 'আবার চেষ্টা করুন' })) {
    assert.ok((await get(`/${language}/offline`)).payload.includes(`<a class="button" href="">${words}</a>`), language)
  }
})
