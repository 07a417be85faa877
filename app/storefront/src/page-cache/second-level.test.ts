import assert from 'node:assert/strict'
import { after, beforeEach, type TestContext, test } from 'node:test'
import { Cache } from '@dhakacart/service-kit/cache/cache.ts'
import { createLog } from '@dhakacart/service-kit/log.ts'
import { createMetrics } from '@dhakacart/service-kit/metrics.ts'
import { startFakeValkey } from '@dhakacart/service-kit/testing/fake-valkey.ts'
import { pageRoutes } from '../routes.ts'
import { createAddressReader, type PageAddress } from './page-address.ts'
import { PageCache } from './page-cache.ts'
import type { PageChange } from './page-reads.ts'
import { PriceBoundaries } from './price-boundaries.ts'
import { SecondLevel } from './second-level.ts'

const readAddress = createAddressReader(pageRoutes)
const at = (url: string): PageAddress => readAddress(url) ?? assert.fail(url)
const log = createLog({ process: 'storefront', release: 'test', level: 'silent' })
const nothing: PageChange = { isEverything: false, products: [] }
const phone: PageChange = {
  isEverything: false,
  products: [{ slugs: ['phone'], categorySlugs: ['phones'], isEdited: true }],
}
const other: PageChange = {
  isEverything: false,
  products: [{ slugs: ['other'], categorySlugs: ['televisions'], isEdited: true }],
}
/** As on a busy machine: no test waits for it. */
const timeoutMs = 500

const valkey = await startFakeValkey()
after(() => valkey.close())

let rendered: string[]
let gate: Promise<void>
let status = 200
let isApiAway = false
beforeEach(async () => {
  rendered = []
  gate = Promise.resolve()
  status = 200
  isApiAway = false
  await valkey.kill()
  await valkey.start()
})

/** A storefront as far as its pages go. `clockMs`: what its clock is ahead of the others' before it is set right. */
async function openReplica(context: TestContext, name: string, { build = 'build', skewMs = 0, sinceMs = 0 } = {}) {
  const metrics = createMetrics({ process: name, release: 'test' })
  const shared = new Cache({ settings: { url: valkey.url(), password: undefined, tls: null, timeoutMs }, log, metrics })
  context.after(() => shared.close())
  await shared.open(5_000)
  const clock = { offsetMs: 1_000_000 + skewMs, offsetErrorMs: 1 }
  const boundaries = new PriceBoundaries()
  const secondLevel = new SecondLevel({ cache: shared, build, clock, metrics })
  const pages = new PageCache({
    boundaries,
    bytesMax: 1_000_000,
    metrics,
    secondLevel,
    async render(address) {
      if (isApiAway) throw new Error('the api is away')
      rendered.push(`${name} ${address.key}`)
      const trueAt = performance.now() + 1_000_000 - clock.offsetMs
      const number = rendered.length
      await gate
      const reads = { products: ['phone'], categories: ['phones'], isList: false }
      return { status, html: `${address.key} ${number}`, location: null, reads, trueAt, isIncomplete: false }
    },
  })
  pages.beginFollowing()
  pages.history.begin(sinceMs)
  pages.tell(nothing, performance.now())
  return { pages, boundaries, secondLevel, shared, metrics: () => metrics.registry.metrics() }
}
const key = '/en/p/phone'
const textOf = async (pages: PageCache, url = key) =>
  String(await pages.body(await pages.get(at(url), 'request'), 'identity'))
/** What it sent before has arrived: answers come in the order of the questions. */
const settled = (replica: { shared: Cache }) => replica.shared.read('anything')

test('what one storefront made is not made by another: renders follow addresses, however many storefronts there are', async (context) => {
  const [first, second] = [await openReplica(context, 'first'), await openReplica(context, 'second')]
  assert.equal(await textOf(first.pages), `${key} 1`)
  await settled(first)
  assert.equal(await textOf(second.pages), `${key} 1`)
  const [one, two] = [first.pages.shelves.get(key), second.pages.shelves.get(key)]
  assert.deepEqual([two?.etag, two?.brotli, two?.reads], [one?.etag, one?.brotli, one?.reads])
  assert.match(await second.metrics(), /page_second_level_total\{outcome="hit"[^}]*\} 1/)
  // Kept warm by two at once, each page is made by one of them.
  const paths = ['/en', '/bn', '/en/c/phones', '/bn/c/phones'].map(at)
  rendered = []
  await Promise.all(paths.flatMap((path) => [first, second].map(({ pages }) => pages.refresh(path, 'warmth'))))
  assert.equal(rendered.length, paths.length)
})

test('a page is taken across changes that do not concern it, and never across one that does', async (context) => {
  const [first, second] = [await openReplica(context, 'first'), await openReplica(context, 'second')]
  await textOf(first.pages)
  await settled(first)
  second.pages.tell(other, performance.now())
  assert.equal(await textOf(second.pages), `${key} 1`)
  const third = await openReplica(context, 'third')
  third.pages.tell(phone, performance.now())
  assert.equal(await textOf(third.pages), `${key} 2`)
  await settled(third)
  // And what it made now is right for those who heard of the change later.
  second.pages.tell(phone, performance.now() - 15)
  await second.pages.refresh(at(key), 'change')
  assert.equal(rendered.length, 3, 'made before the second heard of the change, so not surely after it')
})

test('a storefront that knows nothing of the time before its start takes nothing of it', async (context) => {
  const first = await openReplica(context, 'first')
  await textOf(first.pages)
  await settled(first)
  const late = await openReplica(context, 'late', { sinceMs: performance.now() })
  assert.equal(await textOf(late.pages), `${key} 2`)
})

test('processes whose own clocks differ agree by the clock of the shop', async (context) => {
  const first = await openReplica(context, 'first', { skewMs: 3_600_000 })
  await textOf(first.pages)
  await settled(first)
  const stored = first.pages.shelves.get(key)
  assert.ok(stored)
  const second = await openReplica(context, 'second')
  assert.equal(await textOf(second.pages), `${key} 1`)
  assert.ok(Math.abs((second.pages.shelves.get(key)?.trueAt ?? 0) - (stored.trueAt + 3_600_000)) < 10)
})

test('pages of another build, and those over whose price an instant has passed, are not taken', async (context) => {
  const first = await openReplica(context, 'first')
  const shopNow = performance.now() + 1_000_000
  first.boundaries.set([{ at: new Date(shopNow + 60).toISOString(), products: null }], 1_000_000, performance.now())
  await textOf(first.pages)
  await settled(first)
  const otherBuild = await openReplica(context, 'other', { build: 'next' })
  assert.equal(await textOf(otherBuild.pages), `${key} 2`)
  await new Promise((resolve) => setTimeout(resolve, 60))
  const late = await openReplica(context, 'late')
  assert.equal(await textOf(late.pages), `${key} 3`)
})

test('what visitors make up never gets into it: searches, choices, addresses of nothing', async (context) => {
  const replica = await openReplica(context, 'first')
  const { pages } = replica
  for (const url of ['/en/search?q=a', '/en/c/phones?sort=newest', '/bn/search?q=b']) await textOf(pages, url)
  status = 404
  for (let index = 0; index < 20; index++) await textOf(pages, `/en/p/nothing-${index}`)
  await settled(replica)
  assert.equal(await valkey.count(), 0)
  status = 200
  await textOf(pages)
  await settled(replica)
  assert.equal(await valkey.count(), 1)
})

test('whoever looks waits for nobody who makes the page; whoever makes it beforehand does, but not for ever', async (context) => {
  const [first, second] = [await openReplica(context, 'first'), await openReplica(context, 'second')]
  const { promise, resolve } = Promise.withResolvers<void>()
  gate = promise
  const slow = first.pages.refresh(at(key), 'warmth')
  while (rendered.length === 0) await new Promise((again) => setImmediate(again))
  gate = Promise.resolve()
  assert.equal(await textOf(second.pages), `${key} 2`)
  const third = await openReplica(context, 'third')
  await valkey.fill(true)
  const other = await third.pages.refresh(at('/en'), 'warmth')
  assert.equal(other.status, 200)
  resolve()
  await slow
})

test('bytes that are not a page are made anew: cut off, changed, another address, nonsense', async (context) => {
  const first = await openReplica(context, 'first')
  await textOf(first.pages)
  await settled(first)
  const name = 'build:page:/en/p/phone'
  const whole = (await first.shared.read(name)) ?? assert.fail('it was kept')
  const changed = Buffer.from(whole)
  changed[changed.length - 3] = (changed.at(-3) ?? 0) ^ 1
  const foreign = Buffer.from(String(whole.toString('latin1')).replace(key, '/en/p/fhone'), 'latin1')
  for (const bytes of [whole.subarray(0, -2), changed, foreign, Buffer.from('nonsense'), Buffer.alloc(0)]) {
    await first.shared.write(name, bytes, 60_000)
    const before = rendered.length
    const replica = await openReplica(context, 'replica')
    await textOf(replica.pages)
    await settled(replica)
    assert.equal(rendered.length, before + 1)
  }
})

test('with the api away a storefront without the page shows what another last made', async (context) => {
  const first = await openReplica(context, 'first')
  await textOf(first.pages)
  await settled(first)
  isApiAway = true
  const late = await openReplica(context, 'late', { sinceMs: performance.now() })
  assert.equal(await textOf(late.pages), `${key} 1`)
  await assert.rejects(textOf(late.pages, '/en'), /away/)
})

test('killed, frozen or full, the cache changes no answer', async (context) => {
  const { pages } = await openReplica(context, 'first')
  for (const [index, hurt] of [
    valkey.kill,
    valkey.start,
    valkey.freeze,
    valkey.thaw,
    () => valkey.fill(true),
  ].entries()) {
    await hurt()
    for (let page = 0; page < 10; page++) {
      const url = `/en/p/phone-${index}-${page}`
      assert.match(await textOf(pages, url), new RegExp(`^${url} \\d+$`))
    }
  }
})

test('a position to begin from is told, and is never younger than what was told to whom begins there', async (context) => {
  const first = await openReplica(context, 'first')
  assert.equal(await first.secondLevel.readPosition(), null)
  await first.secondLevel.notePosition('41', 10, false)
  const known = await first.secondLevel.readPosition()
  assert.deepEqual(known, { position: '41', toldAtMs: 1_000_011 })
  // Each process looks once a minute, and the kept one moves on in steps of five.
  await first.secondLevel.notePosition('42', 20, false)
  assert.equal((await first.secondLevel.readPosition())?.position, '41')
  await first.secondLevel.notePosition('43', 310_011, false)
  assert.equal((await first.secondLevel.readPosition())?.position, '41')
  await first.secondLevel.notePosition('44', 620_022, false)
  assert.equal((await first.secondLevel.readPosition())?.position, '43')
  await first.secondLevel.notePosition('45', 620_023, true)
  assert.equal((await first.secondLevel.readPosition())?.position, '45')
})
