import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { beforeEach, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ChangedProduct } from '@dhakacart/contract/changes.schema.ts'
import { createMetrics } from '@dhakacart/service-kit/metrics.ts'
import { pageRoutes } from '../routes.ts'
import type { KeptPage, RenderedPage } from './kept-page.ts'
import { createAddressReader, type PageAddress } from './page-address.ts'
import { PageCache, type RenderPage } from './page-cache.ts'
import { PriceBoundaries } from './price-boundaries.ts'

const readAddress = createAddressReader(pageRoutes)
const at = (url: string): PageAddress => readAddress(url) ?? assert.fail(url)
const reads = { products: ['phone'], categories: ['phones'], isList: false }
const phone: ChangedProduct = { slugs: ['phone'], categorySlugs: ['phones'], isEdited: true }
const changeOf = (...products: ChangedProduct[]) => ({ isEverything: false, products })
const nothing = changeOf()

let rendered: string[]
let made: Partial<RenderedPage>
/** What rendering waits for. */
let gate: Promise<void>
let boundaries: PriceBoundaries
let cache: PageCache

const render: RenderPage = async (address) => {
  rendered.push(address.key)
  const trueAt = performance.now()
  const page: RenderedPage = {
    status: 200,
    html: `${address.key} ${rendered.length}`,
    location: null,
    reads,
    trueAt,
    isIncomplete: false,
    ...made,
  }
  await gate
  return page
}

function openCache(bytesMax = 1_000_000): PageCache {
  boundaries = new PriceBoundaries()
  const metrics = createMetrics({ process: 'storefront', release: 'test' })
  const opened = new PageCache({ render, boundaries, bytesMax, metrics })
  opened.beginFollowing()
  opened.tell(nothing, performance.now())
  return opened
}

beforeEach(() => {
  rendered = []
  made = {}
  gate = Promise.resolve()
  cache = openCache()
})

const get = (url: string) => cache.get(at(url), 'request')
const textOf = async (page: KeptPage) => (await cache.body(page, 'identity')).toString()

test('200 who ask at once for a page that is not there are one rendering, and so is everybody after them', async () => {
  const pages = await Promise.all(Array.from({ length: 200 }, (_, index) => get(`/en/p/phone?fbclid=${index}`)))
  assert.equal(new Set(pages).size, 1)
  await get('/en/p/phone')
  assert.deepEqual(rendered, ['/en/p/phone'])
})

test('a page that takes long holds up nobody who wants another', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  gate = promise
  const slow = get('/en/p/slow')
  gate = Promise.resolve()
  assert.equal((await get('/en/p/quick')).status, 200)
  resolve()
  assert.equal((await slow).status, 200)
})

test('a change of what a page shows makes it anew, once however many ask; of anything else it does not', async () => {
  await get('/en/p/phone')
  cache.tell(changeOf({ ...phone, slugs: ['other'], categorySlugs: ['televisions'] }), performance.now())
  assert.ok(cache.peek('/en/p/phone', performance.now()))
  assert.equal(rendered.length, 1)
  cache.tell(changeOf(phone), performance.now())
  // Within the grace the old one is shown; the first who sees it when the api knows of the change causes the new one.
  const changedAt = performance.now()
  const look = (afterMs: number) => {
    for (let visitor = 0; visitor < 50; visitor++) assert.ok(cache.peek('/en/p/phone', changedAt + afterMs))
  }
  look(400)
  assert.equal(rendered.length, 1, 'the api may not know of the change yet')
  look(600)
  const fresh = await cache.refresh(at('/en/p/phone'), 'change')
  assert.equal(await textOf(fresh), '/en/p/phone 2')
  assert.equal(rendered.length, 2)
})

test('a page whose change is no longer new is not shown: who asks waits for the right one', async () => {
  await get('/en/p/phone')
  const heardAt = performance.now()
  cache.tell(changeOf(phone), heardAt)
  cache.tell(nothing, heardAt + 1_000)
  assert.equal(cache.peek('/en/p/phone', performance.now() + 1_000), null)
})

test('what is made of answers older than the change is made again', async () => {
  await get('/en/p/phone')
  cache.tell(changeOf(phone), performance.now())
  made = { trueAt: performance.now() - 500 }
  await cache.refresh(at('/en/p/phone'), 'change')
  assert.notEqual(cache.shelves.get('/en/p/phone')?.doubtedAt, null)
  made = {}
  await cache.refresh(at('/en/p/phone'), 'change')
  assert.equal(cache.shelves.get('/en/p/phone')?.doubtedAt, null)
})

test('a change told of while a page is made is not lost', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  gate = promise
  const slow = get('/en/p/phone')
  cache.tell(changeOf(phone), performance.now())
  resolve()
  await slow
  assert.notEqual(cache.shelves.get('/en/p/phone')?.doubtedAt, null)
})

test('lists: an edit may concern any, stock only those of the category; an address of nothing may become something', async () => {
  const affected = async (product: ChangedProduct, part: Partial<RenderedPage>) => {
    cache = openCache()
    made = part
    await get('/en/p/phone')
    cache.tell(changeOf(product), performance.now())
    return cache.shelves.get('/en/p/phone')?.doubtedAt !== null
  }
  const other = { ...phone, slugs: ['other'] }
  const sold = { ...other, isEdited: false }
  const list = (category: string) => ({ reads: { products: [], categories: [category], isList: true } })
  assert.equal(await affected(other, list('televisions')), true)
  assert.equal(await affected(sold, list('televisions')), false)
  assert.equal(await affected(sold, list('phones')), true)
  assert.equal(await affected(sold, list('*')), true)
  assert.equal(await affected(other, {}), true, 'it may stand beside this one now')
  assert.equal(await affected(sold, {}), false)
  assert.equal(await affected({ ...sold, slugs: ['old', 'phone'] }, {}), true)
  const missing = { status: 404, reads: { products: ['else'], categories: [], isList: false } }
  assert.equal(await affected(other, missing), true)
  assert.equal(await affected(sold, missing), false)
})

test('when making a page anew fails or only half succeeds, the old one is shown; a first one fails as it does', async () => {
  await get('/en/p/phone')
  const doubt = () => {
    cache.tell(changeOf(phone), performance.now() - 2_000)
    cache.tell(nothing, performance.now())
    const page = cache.shelves.get('/en/p/phone') ?? assert.fail()
    page.doubtedAt = performance.now() - 2_000
  }
  doubt()
  gate = Promise.reject(new Error('the api is away'))
  gate.catch(() => undefined)
  assert.equal(await textOf(await get('/en/p/phone')), '/en/p/phone 1')
  await assert.rejects(get('/en/p/other'), /the api is away/)
  assert.equal(cache.shelves.get('/en/p/other'), undefined)
  gate = Promise.resolve()
  made = { isIncomplete: true }
  doubt()
  assert.equal(await textOf(await get('/en/p/phone')), '/en/p/phone 1')
  assert.equal((await get('/en/p/third')).isIncomplete, true)
  assert.equal(cache.shelves.get('/en/p/third'), undefined)
})

test('nobody waits longer than a second for a new page while there is an old one, and after that nobody waits', async () => {
  await get('/en/p/phone')
  const page = cache.shelves.get('/en/p/phone') ?? assert.fail()
  page.doubtedAt = performance.now() - 2_000
  const { promise, resolve } = Promise.withResolvers<void>()
  gate = promise
  const news = setInterval(() => cache.tell(nothing, performance.now()), 100)
  // Whoever waits on in spite of it would wait for ever.
  const end = setTimeout(resolve, 3_000)
  try {
    assert.equal(await textOf(await get('/en/p/phone')), '/en/p/phone 1')
    assert.ok(cache.peek('/en/p/phone', performance.now()))
  } finally {
    clearInterval(news)
    clearTimeout(end)
    resolve()
  }
})

test('without news everything kept is shown, and what is asked for is tried again now and then', async () => {
  await get('/en/p/phone')
  cache.tell(changeOf(phone), performance.now())
  const silent = performance.now() + 10_000
  for (let visitor = 0; visitor < 50; visitor++) assert.ok(cache.peek('/en/p/phone', silent))
  await sleep(0)
  assert.equal(rendered.length, 2)
})

test('before anybody follows changes nothing kept is shown while it can be made', async () => {
  cache = new PageCache({
    render,
    boundaries,
    bytesMax: 1_000_000,
    metrics: createMetrics({ process: 'storefront', release: 'test' }),
  })
  await get('/en/p/phone')
  assert.equal(await textOf(await get('/en/p/phone')), '/en/p/phone 2')
})

test('no page is shown across the instant at which its price switches, neither as fresh nor as stale', async () => {
  await get('/en/p/phone')
  await get('/en/p/other')
  made = { reads: { products: ['other'], categories: [], isList: false } }
  await cache.refresh(at('/en/p/other'), 'change')
  const nowMs = performance.now()
  const instant = new Date(performance.timeOrigin + nowMs + 100).toISOString()
  boundaries.set([{ at: instant, products: [{ ...phone, isEdited: false }] }], performance.timeOrigin, nowMs)
  assert.match(cache.cacheControl(nowMs), /s-maxage=0, stale-while-revalidate=0, stale-if-error=0$/)
  assert.ok(cache.peek('/en/p/phone', nowMs + 90))
  await sleep(150)
  cache.tell(nothing, performance.now())
  assert.equal(cache.peek('/en/p/phone', performance.now()), null)
  assert.ok(cache.peek('/en/p/other', performance.now()), 'no price of its own switched')
  // But its header may name the sale that began or ended, so it is made anew for the next who asks.
  const renders = rendered.length
  assert.ok(cache.peek('/en/p/other', performance.now() + 1_000))
  assert.deepEqual(rendered.slice(renders), ['/en/p/other'])
  await cache.refresh(at('/en/p/other'), 'change')
  assert.equal(cache.shelves.get('/en/p/other')?.isAged, true, 'the list of sales may still be the old one')
  const trueAt = performance.now() + 2_000
  made = { trueAt, reads: { products: ['other'], categories: [], isList: false } }
  await cache.refresh(at('/en/p/other'), 'change')
  assert.equal(cache.shelves.get('/en/p/other')?.isAged, false)
  assert.equal(
    cache.cacheControl(performance.now()),
    'public, max-age=0, s-maxage=2, stale-while-revalidate=60, stale-if-error=86400',
  )
  made = {}
  assert.equal((await get('/en/p/phone')).isOver, false)
})

test('caches before us keep a page no longer than until the instant', () => {
  const set = (seconds: number) =>
    boundaries.set([{ at: new Date(1_000_000 + seconds * 1_000).toISOString(), products: null }], 1_000_000, 0)
  set(30)
  assert.equal(
    boundaries.cacheControl(0),
    'public, max-age=0, s-maxage=2, stale-while-revalidate=28, stale-if-error=28',
  )
  set(3_600)
  assert.equal(
    boundaries.cacheControl(0),
    'public, max-age=0, s-maxage=2, stale-while-revalidate=60, stale-if-error=3598',
  )
})

test('however much is asked for that is made up, home, categories and products stay, and the bytes stay bounded', async () => {
  const bytesMax = 120_000
  cache = openCache(bytesMax)
  const wanted = ['/en', '/bn', '/en/c/phones', '/bn/c/phones', '/en/p/phone', '/bn/p/phone']
  for (const url of wanted) await get(url)
  made = { html: null }
  for (let junk = 0; junk < 60; junk++) {
    made = { html: randomBytes(2_000).toString('base64') }
    await get(`/en/search?q=${junk}`)
    await get(`/en/c/phones?brand=b${junk}`)
    await get(`/en/p/phone?variant=V${junk}`)
    made = { ...made, status: 404 }
    await get(`/en/p/nothing-${junk}`)
  }
  for (const url of wanted) assert.ok(cache.shelves.get(url), url)
  assert.ok(cache.shelves.bytes <= bytesMax, String(cache.shelves.bytes))
  assert.ok(cache.shelves.count < 40)
})

test('of what is made up, what is asked for again outlives what is not', async () => {
  cache = openCache(100_000)
  await get('/en/search?q=phone')
  for (let junk = 0; junk < 40; junk++) {
    await get(`/en/search?q=${junk}`)
    assert.ok(cache.peek('/en/search?q=phone', performance.now()), `after ${junk}`)
  }
})
