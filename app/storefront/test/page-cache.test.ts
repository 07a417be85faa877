import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { pageRoutes } from '../src/routes.ts'
import { type ShopProcesses, startShopProcesses } from './shop-processes.ts'

/** An edit is seen within two seconds where there is a core to be had; a machine on which much else runs is slow, not wrong. */
const seenWithinMs = 8_000
const warmWithinMs = 30_000

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }

const folder = mkdtempSync(join(tmpdir(), 'dhakacart-pages-'))
let shop: ShopProcesses
let second: Awaited<ReturnType<ShopProcesses['startStorefront']>>
let phone: Awaited<ReturnType<typeof addProduct>>
let other: typeof phone

before(async () => {
  shop = await startShopProcesses({ PAGE_SNAPSHOT_FOLDER: folder, LOG_LEVEL: 'info' })
  phone = await addProduct(shop.db, { slug: 'phone', nameEn: 'Phone one', nameBn: 'ফোন এক', stock: 20 })
  other = await addProduct(shop.db, { slug: 'other', nameEn: 'Other', nameBn: 'অন্য', stock: 20 })
  // It lives on a disk that it cannot write to.
  writeFileSync(join(folder, 'file'), '')
  second = await shop.startStorefront({ PAGE_SNAPSHOT_FOLDER: join(folder, 'file', 'below') })
})
after(async () => {
  await shop.close()
  rmSync(folder, { recursive: true })
})

/** A request as it is, without what a client would add or take away. */
function ask(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    })
    asked.on('error', reject).end()
  })
}
const brotli = { 'accept-encoding': 'gzip, deflate, br, zstd' }
const textOf = async (url: string) => brotliDecompressSync((await ask(url, brotli)).body).toString()

async function untilShown(origin: string, path: string, wanted: string, limitMs: number): Promise<void> {
  const deadline = performance.now() + limitMs
  let text = ''
  while (performance.now() < deadline) {
    text = await textOf(origin + path)
    if (text.includes(wanted)) return
    await sleep(25)
  }
  assert.fail(`${wanted} is not on ${path} of ${origin} after ${limitMs} ms`)
}

const wanted = ['en', 'bn'].flatMap((language) =>
  ['', '/c/smartphones', '/p/phone', '/p/other'].map((path) => `/${language}${path}`),
)

test('a page from memory has the headers and the bytes of one that was just made, in every encoding', async () => {
  const path = `${shop.origin}/en/p/phone`
  await untilShown(shop.origin, '/en/p/phone', 'Phone one', warmWithinMs)
  // The framework answers what is written otherwise; the front door what is written as we write it.
  const [made, kept] = [await ask(`${shop.origin}/en/p/phon%65`, brotli), await ask(path, brotli)]
  const comparable = ({ headers }: Answer) => {
    const { date, 'x-request-id': id, ...rest } = headers
    assert.match(String(id), /^[0-9a-f-]{36}$/)
    assert.ok(date)
    return rest
  }
  assert.deepEqual(comparable(kept), comparable(made))
  assert.equal(kept.headers['content-encoding'], 'br')
  assert.equal(kept.headers['x-release'], 'test')
  assert.equal(
    kept.headers['cache-control'],
    'public, max-age=0, s-maxage=2, stale-while-revalidate=60, stale-if-error=86400',
  )
  assert.match(String(kept.headers['content-security-policy']), /^default-src 'none'/)
  const plain = await ask(path)
  assert.equal(plain.headers['content-encoding'], undefined)
  assert.ok(brotliDecompressSync(kept.body).equals(plain.body))
  for (const headers of [{ 'accept-encoding': 'gzip' }, { 'accept-encoding': 'br;q=0, gzip;q=1.0' }]) {
    const zipped = await ask(path, headers)
    assert.equal(zipped.headers['content-encoding'], 'gzip')
    assert.ok(gunzipSync(zipped.body).equals(plain.body))
  }
  assert.equal((await ask(path, { 'accept-encoding': 'br;q=0' })).headers['content-encoding'], undefined)
})

test('cookies, languages and whatever else a browser says change no byte, and nothing in the address that the page does not know', async () => {
  const path = `${shop.origin}/bn/p/phone`
  const first = await ask(path, brotli)
  const others = await Promise.all([
    ask(path, { ...brotli, cookie: 'cart=x; session=y; language=en' }),
    ask(path, { ...brotli, 'accept-language': 'en', host: 'evil.example', 'x-forwarded-host': 'evil.example' }),
    ask(`${path}?fbclid=a&utm_source=b&gclid=c&page=9`, brotli),
  ])
  for (const other of others) {
    assert.ok(other.body.equals(first.body))
    assert.equal(other.headers['set-cookie'], undefined)
  }
})

test('HEAD is the head of GET; who has the page already is told so', async () => {
  for (const path of ['/en', '/en/p/phon%65']) {
    const got = await ask(shop.origin + path, brotli)
    const head = await ask(shop.origin + path, brotli, 'HEAD')
    assert.deepEqual([head.status, head.body.length], [200, 0])
    assert.equal(head.headers['content-length'], got.headers['content-length'])
    const etag = String(got.headers.etag)
    for (const known of [etag, `"x", ${etag}`, etag.slice(2)]) {
      const unchanged = await ask(shop.origin + path, { ...brotli, 'if-none-match': known })
      assert.deepEqual([unchanged.status, unchanged.body.length, unchanged.headers.etag], [304, 0, etag])
    }
    assert.equal((await ask(shop.origin + path, { ...brotli, 'if-none-match': '"x"' })).status, 200)
  }
})

test('what an edit changes is on every storefront within two seconds: product, list, home, menu', async () => {
  const { db } = shop
  const setProduct = (values: { nameEn?: string; nameBn?: string }) =>
    db.updateTable('products').set(values).where('id', '=', phone.productId).execute()
  const zone = { code: 'far', nameEn: 'Far away', nameBn: 'দূরে', baseFeePaisa: 1, baseWeightGrams: 1 }
  const edits: [() => Promise<unknown>, string, string][] = [
    [() => setProduct({ nameEn: 'Phone two' }), '/en/p/phone', 'Phone two'],
    [() => setProduct({ nameBn: 'ফোন দুই' }), '/bn/c/smartphones', 'ফোন দুই'],
    [
      () => db.updateTable('variants').set({ pricePaisa: 777_700 }).where('id', '=', phone.variantId).execute(),
      '/en',
      '7,777',
    ],
    [
      () => db.updateTable('stockLevels').set({ onHand: 3 }).where('variantId', '=', phone.variantId).execute(),
      '/en/p/phone',
      'Only 3 left',
    ],
    [
      () => db.updateTable('categories').set({ nameEn: 'Handsets' }).where('slug', '=', 'smartphones').execute(),
      '/en/p/other',
      'Handsets',
    ],
    [
      () =>
        db
          .insertInto('deliveryZones')
          .values({ ...zone, feePerExtraKgPaisa: 1, daysMin: 1, daysMax: 1 })
          .execute(),
      '/en/delivery',
      'Far away',
    ],
  ]
  for (const [edit, path, shown] of edits) {
    await Promise.all([textOf(shop.origin + path), textOf(second.origin + path)])
    await edit()
    await Promise.all([
      untilShown(shop.origin, path, shown, seenWithinMs),
      untilShown(second.origin, path, shown, seenWithinMs),
    ])
  }
})

test('a sale opens on every storefront at its second, without an edit and whatever was kept before', async () => {
  const startsAt = Date.now() + 4_000
  const [from = '', to = ''] = [startsAt, startsAt + 3_600_000].map((instant) => new Date(instant).toISOString())
  const { id: saleId } = await shop.db
    .insertInto('sales')
    .values({
      creationKey: crypto.randomUUID(),
      nameEn: 'Sale',
      nameBn: 'সেল',
      startsAt: from,
      endsAt: to,
      prewarmMinutes: 0,
      hasWaitingRoom: false,
      state: 'scheduled',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const line = { saleId, variantId: other.variantId, pricePaisa: 43_210, allotment: 5 }
  await shop.db
    .insertInto('saleLines')
    .values({ ...line, during: `[${from},${to})`, isScheduled: true })
    .execute()
  await sleep(startsAt - Date.now() - 500)
  const priceNow = '"price":"432.10"'
  for (const { origin } of [shop, second]) assert.ok(!(await textOf(`${origin}/en/p/other`)).includes(priceNow))
  await sleep(startsAt - Date.now())
  await Promise.all([shop, second].map(({ origin }) => untilShown(origin, '/en/p/other', priceNow, seenWithinMs)))
  // The head of a page that says that there is nothing names the sale too, and goes from every cache with it, in an hour.
  const { headers } = await fetch(`${shop.origin}/en/nothing/here`)
  assert.match(headers.get('cache-control') ?? '', /stale-if-error=3\d{3}$/)
})

test('the personal request of a guest is answered as the api would; who has a cart or a session is passed on to it', async () => {
  const summary = `${shop.origin}/api/cart/summary`
  const first = await ask(summary)
  const [client = ''] = String(first.headers['set-cookie']).split(';')
  assert.match(client, /^client=/, 'the api knows each browser by a cookie that it gives')
  const asked = () => figure(shop.health, 'http_request_duration_seconds_count', 'route="/api/cart/summary"')
  const before = await asked()
  const [own, ofApi] = [await ask(summary, { cookie: client }), await ask(summary, { cookie: `${client}; cart=x` })]
  assert.equal((await asked()) - before, 1, 'one of the two did not come to the api')
  const comparable = ({ headers }: Answer) => {
    const { date, 'x-request-id': id, 'keep-alive': _, ...rest } = headers
    assert.match(String(id), /^[0-9a-f-]{36}$/)
    return rest
  }
  assert.deepEqual(comparable(own), comparable(ofApi))
  const { now, ...rest } = JSON.parse(own.body.toString()) as { now: string }
  assert.deepEqual(rest, { itemCount: 0, name: null })
  assert.ok(Math.abs(Date.parse(now) - Date.parse(JSON.parse(ofApi.body.toString()).now)) < 5_000)
  for (const cookie of [`session=x; ${client}`, 'cart=x']) {
    const count = await asked()
    assert.equal((await ask(summary, { cookie })).status, 200)
    assert.equal(await asked(), count, `${cookie} is for the api to judge`)
  }
  const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), cookie: client }
  const body = JSON.stringify({ variantId: phone.variantId, quantity: 2 })
  const added = await fetch(`${shop.origin}/api/cart/lines`, { method: 'POST', headers, body })
  const [cart] = /cart=[^;]+/.exec(added.headers.getSetCookie().join()) ?? []
  assert.equal(JSON.parse((await ask(summary, { cookie: `${client}; ${cart}` })).body.toString()).itemCount, 2)
})

test('an address of nothing is a page when it becomes one, and a page that is gone is none', async () => {
  assert.equal((await ask(`${shop.origin}/en/p/third`, brotli)).status, 404)
  await addProduct(shop.db, { slug: 'third', nameEn: 'Third' })
  await untilShown(shop.origin, '/en/p/third', 'Third', seenWithinMs)
  await shop.db.updateTable('products').set({ isPublished: false }).where('slug', '=', 'third').execute()
  const deadline = performance.now() + seenWithinMs
  while ((await ask(`${shop.origin}/en/p/third`, brotli)).status !== 404) {
    assert.ok(performance.now() < deadline, 'the page is still there')
    await sleep(25)
  }
})

test('with the api dead every page is there, asked for before or not, also on a storefront that starts only then', async () => {
  const deadline = performance.now() + warmWithinMs
  while (!(await isWarm())) {
    assert.ok(performance.now() < deadline, 'not warm in time')
    await sleep(100)
  }
  await shop.killApi()
  const late = await shop.startStorefront()
  for (const { origin } of [shop, second, late]) {
    for (const path of wanted) {
      const answer = await ask(origin + path, brotli)
      assert.equal(answer.status, 200, origin + path)
      assert.match(brotliDecompressSync(answer.body).toString(), /<main/)
    }
    assert.equal((await ask(`${origin}/en/search?q=never-asked`, brotli)).status, 503)
    assert.equal((await ask(`${origin}/en/search?q=never-asked`, brotli)).headers['cache-control'], 'no-store')
    const summaryOf = async (cookie: string) => (await ask(`${origin}/api/cart/summary`, { cookie })).status
    assert.deepEqual([await summaryOf('client=x'), await summaryOf('client=x; cart=y')], [200, 503])
  }
})

test('a snapshot that is broken is left alone with one line in the log, and the storefront starts', async () => {
  const before = shop.log()
  for (const name of readdirSync(folder).filter(isSnapshot)) truncateSync(join(folder, name), 1_000)
  const broken = await shop.startStorefront()
  const lines = shop
    .log()
    .slice(before.length)
    .match(/the snapshot of pages cannot be used/g)
  assert.equal(lines?.length, 1)
  assert.equal((await ask(`${broken.origin}/en/p/phone`, brotli)).status, 503)
})

test('when the api is back, what changed meanwhile is shown', async () => {
  await shop.db.updateTable('products').set({ nameEn: 'Phone three' }).where('id', '=', phone.productId).execute()
  await shop.startApi()
  await untilShown(shop.origin, '/en/p/phone', 'Phone three', warmWithinMs)
})

const isSnapshot = (name: string) => name.endsWith('.snapshot')

/** Home, category and products in both languages are in the memory of a storefront that nobody asked, and in the snapshot. */
async function isWarm(): Promise<boolean> {
  const fixed = pageRoutes.filter(
    ({ method, path, page }) => method === 'GET' && page.audience === 'public' && !path.includes(':'),
  )
  if ((await figure(second.health, 'page_cache_pages')) < 2 * (fixed.length + 3)) return false
  return readdirSync(folder)
    .filter(isSnapshot)
    .some((name) => wanted.every((path) => readFileSync(join(folder, name)).includes(`"${path}"`)))
}

async function figure(healthPort: number, name: string, label = ''): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${healthPort}/metrics`)).text()
  return Number(new RegExp(`^dhakacart_${name}\\{[^}]*${label}[^}]*\\} (\\S+)$`, 'm').exec(text)?.[1] ?? 0)
}
