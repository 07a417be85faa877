import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { Cache } from '@dhakacart/service-kit/cache/cache.ts'
import { createLog } from '@dhakacart/service-kit/log.ts'
import { createMetrics } from '@dhakacart/service-kit/metrics.ts'
import { readPublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import { startValkey, type TestValkey } from '@dhakacart/service-kit/testing/valkey.ts'
import { signInByCode } from '../testing/customer.ts'
import { placeOrder } from '../testing/placed-order.ts'
import { addSaleWithRoom, createRoundsOf } from '../testing/room.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import { createClientCookie } from './client-cookie.ts'
import { classOf, clientLimits } from './rate-limits.ts'

const origin = readPublicOrigin('http://localhost:3000')
const keys = `test:${randomBytes(32).toString('base64')}`
const cookie = createClientCookie(origin, keys)
/** As the real ones, but so that a test can reach them. */
const smallLines = {
  known: { perSecond: 1, burst: 60 },
  strangers: { perSecond: 1, burst: 30 },
  newTickets: { perSecond: 1, burst: 10 },
}
const log = createLog({ process: 'api', release: 'test', level: 'silent' })
let valkey: TestValkey
let metrics: ReturnType<typeof createMetrics>
let caches: Cache[]
/** Two processes of one shop with one cache. */
let one: TestApi
let two: TestApi
let variantId: number
let upazilaId: number

before(async () => {
  valkey = await startValkey()
  metrics = createMetrics({ process: 'api', release: 'test' })
  caches = [metrics, createMetrics({ process: 'api', release: 'test' })].map(
    (own) =>
      new Cache({ settings: { url: valkey.url(), password: undefined, tls: null, timeoutMs: 500 }, log, metrics: own }),
  )
  await Promise.all(caches.map((cache) => cache.open(5_000)))
  one = await startTestApi({ settings: { metrics, rateLimits: { cookie, cache: caches[0], ofAddress: smallLines } } })
  two = await startTestApi({
    settings: { db: one.db, rateLimits: { cookie, cache: caches[1], ofAddress: smallLines } },
  })
  upazilaId = (await addPlaces(one.db)).insideDhakaUpazilaId
  variantId = (await addProduct(one.db, { stock: 1_000 })).variantId
})
after(async () => {
  await two.drop()
  await one.drop()
  await Promise.all(caches.map((cache) => cache.close()))
  await valkey.close()
})

let addresses = 0
const newAddress = () => `203.0.113.${++addresses}`
type Asking = { method?: string; url?: string; address?: string; client?: string; payload?: object }
const ask = (api: TestApi, asking: Asking) => {
  const { method = 'GET', url = '/api/cart/summary', address = newAddress(), client = '', payload } = asking
  const headers = { 'x-forwarded-for': address, cookie: client, 'idempotency-key': randomUUID() }
  return api.inject({ method: method as 'GET', url, headers, ...(payload !== undefined && { payload }) })
}
const cookiesOf = ({ headers }: { headers: Record<string, unknown> }) =>
  [headers['set-cookie'] ?? []].flat().map((line) => String(line).split(';')[0] ?? '')
/** What the small personal request brings. */
const newClient = async (address?: string) =>
  cookiesOf(await ask(one, address === undefined ? {} : { address })).find((one) => one.startsWith('client=')) ?? ''
async function askMany(api: TestApi, times: number, asking: Asking) {
  const answers = await Promise.all(Array.from({ length: times }, () => ask(api, asking)))
  return { served: answers.filter(({ statusCode }) => statusCode !== 429).length, last: answers[times - 1] }
}
async function until(isTrue: () => Promise<boolean>, what: string): Promise<void> {
  const deadline = performance.now() + 30_000
  while (!(await isTrue())) {
    if (performance.now() > deadline) assert.fail(`never: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
const order = { method: 'POST', url: '/api/orders', payload: {} }
const { burst } = clientLimits.order
/** What grows back while many requests are answered is a few. */
const isAbout = (served: number, wanted: number) =>
  assert.ok(served >= wanted && served <= wanted + 5, `${served} served, ${wanted} wanted`)

test('a storefront is given names in bulk, by which the limits know browsers; nobody else is', async () => {
  const { clients } = (await one.inject('/api/clients?count=3')).json()
  assert.equal(new Set(clients.map((text: string) => cookie.read(`client=${text}`))).size, 3)
  assert.equal((await one.inject('/api/clients?count=1000')).json().clients.length, 1_000)
  const headers = { 'x-forwarded-for': newAddress() }
  assert.equal((await one.inject({ url: '/api/clients?count=3', headers })).statusCode, 404)
  for (const count of ['0', '1001', '-1', 'x', ''])
    assert.equal((await one.inject(`/api/clients?count=${count}`)).statusCode, 400)
})

test('every route has its class: what is signed or kept is free, what has counts of its own is by address, the rest by client', () => {
  for (const [method, route, url, expected] of [
    ['GET', '/api/changes', '', null],
    ['GET', '/api/machine/orders', '', null],
    ['POST', '/api/couriers/pathao/webhook', '', null],
    ['GET', '/api/pictures/:pictureId/:file', '', null],
    ['POST', '/api/account/sign-in/code', '', 'address'],
    ['POST', '/api/account/phone/codes', '', 'address'],
    ['GET', '/api/console/overview', '', 'address'],
    ['GET', '/api/cart/summary', '', 'read'],
    ['GET', '/api/account/orders', '', 'read'],
    ['GET', '/api/waiting-rooms/:saleId/visit', '', 'read'],
    ['GET', '/api/catalogue/products', '?category=phones', 'read'],
    ['GET', '/api/catalogue/products', '?query=ph', 'search'],
    ['GET', '/api/catalogue/suggestions', '?query=ph', 'search'],
    ['POST', '/api/cart/lines', '', 'write'],
    ['PUT', '/api/account/profile', '', 'write'],
    ['POST', '/api/orders', '', 'order'],
    ['POST', '/api/orders/:token/payments', '', 'order'],
    ['PUT', '/api/waiting-rooms/:saleId/ticket', '', 'ticket'],
  ] as const) {
    assert.equal(classOf(method, route, route + url), expected, `${method} ${route}${url}`)
  }
})

test('a client that asks too fast is refused in the form of every error; others behind its address are not, nor is it elsewhere', async () => {
  const address = newAddress()
  const [fast, calm] = [await newClient(address), await newClient(address)]
  const { served, last } = await askMany(one, 3 * burst, { ...order, address, client: fast })
  isAbout(served, burst)
  assert.equal(last?.statusCode, 429)
  const seconds = Number(last?.headers['retry-after'])
  assert.ok(seconds >= 1 && seconds <= 2, `${seconds} s for one order each two seconds`)
  const { requestId, message, ...body } = last?.json() ?? {}
  assert.deepEqual(body, { code: 'TOO_MANY_REQUESTS', details: { retryAfterSeconds: seconds } })
  assert.match(requestId, /^[0-9a-f-]{36}$/)
  assert.match(message, /Retry-After/)
  assert.equal(last?.headers['cache-control'], 'no-store')
  assert.notEqual((await ask(one, { ...order, address, client: calm })).statusCode, 429)
  assert.equal((await ask(one, { address, client: fast })).statusCode, 200, 'reading is another class')
  const text = await metrics.registry.metrics()
  assert.match(text, new RegExp(`requests_limited_total\\{class="order",process="api"\\} ${3 * burst - served}\n`))
  // What was taken at one process is gone at the other, once it has heard.
  await ask(two, { ...order, address, client: fast })
  await until(async () => (await ask(two, { ...order, address, client: fast })).statusCode === 429, 'the other hears')
})

test('the cookie comes with the personal request and the first write, not with what caches may keep, and once', async () => {
  const address = newAddress()
  const asked = await ask(one, { address })
  const [line = ''] = [asked.headers['set-cookie'] ?? []].flat().map(String)
  assert.match(line, /^client=test\.[\w-]{22}\.[\w-]{43}; Max-Age=2678400; Path=\/; HttpOnly; SameSite=Lax$/)
  assert.equal(asked.headers['cache-control'], 'no-store')
  const client = cookiesOf(asked)[0] ?? ''
  assert.deepEqual(cookiesOf(await ask(one, { address, client })), [])
  const written = await ask(one, {
    method: 'POST',
    url: '/api/cart/lines',
    payload: { variantId, quantity: 1 },
    address,
  })
  assert.deepEqual(
    cookiesOf(written).map((text) => text.split('=')[0]),
    ['cart', 'client'],
  )
  for (const url of [
    '/api/catalogue/home',
    '/api/catalogue/categories',
    '/api/delivery/zones',
    '/api/waiting-rooms',
    '/api/cart',
  ]) {
    assert.equal((await ask(one, { url, address })).headers['set-cookie'], undefined, url)
  }
})

test('a cookie that somebody made up, changed or signed with another key is none', async () => {
  const client = await newClient()
  const own = client.slice('client='.length)
  const foreign = createClientCookie(origin, `test:${randomBytes(32).toString('base64')}`)
  const signed = { text: '' }
  foreign.giveNew({ setCookie: (_name: string, text: string) => Object.assign(signed, { text }) } as never)
  assert.equal(cookie.read(`a=b; client=${own}; cart=x`), own.split('.')[1])
  for (const text of [
    signed.text,
    `${own}x`,
    own.replace(/.$/, own.endsWith('A') ? 'B' : 'A'),
    own.replace('test', 'next'),
    '',
    '..',
  ]) {
    // The last letter of 43 carries four bits: two of them may be the same signature.
    assert.equal(cookie.read(`client=${text}`), null, text)
  }
  assert.equal(cookie.read(`other-client=${own}`), null)
  // A new key in front signs; the old one still counts.
  const [rotated, secure] = [
    createClientCookie(origin, `next:${randomBytes(32).toString('base64')},${keys}`),
    createClientCookie(readPublicOrigin('https://shop.example'), keys),
  ]
  assert.equal(rotated.read(client), own.split('.')[1])
  assert.equal(secure.read(client), null)
  assert.equal(secure.read(`__Host-client=${own}`), own.split('.')[1])
})

test('strangers of an address have a line of their own, and take nothing from those behind it who have a cookie', async () => {
  const address = newAddress()
  const client = await newClient(address)
  const { strangers } = smallLines
  const { served } = await askMany(one, 3 * strangers.burst, { address, url: '/api/nothing' })
  isAbout(served, strangers.burst - 1)
  assert.equal((await ask(one, { address, client })).statusCode, 200)
  assert.equal((await ask(one, {})).statusCode, 200)
  // And all of them together one more, however many cookies they have.
  const clients = await Promise.all(Array.from({ length: 10 }, () => newClient()))
  const answers = await Promise.all(
    clients.flatMap((each) => Array.from({ length: 20 }, () => ask(one, { address, client: each }))),
  )
  const known = answers.filter(({ statusCode }) => statusCode === 200).length
  isAbout(known, smallLines.known.burst - 1)
})

test('tickets for a waiting room are limited by address too; whoever holds one may ask again', async () => {
  const inRoom = await addProduct(one.db, { stock: 10 })
  const saleId = await addSaleWithRoom(one.db, [inRoom.variantId], new Date(Date.now() + 600_000))
  await createRoundsOf(one.db)()
  const address = newAddress()
  const ticket = { method: 'PUT', url: `/api/waiting-rooms/${saleId}/ticket`, address }
  const clients = await Promise.all(Array.from({ length: smallLines.newTickets.burst + 5 }, () => newClient()))
  const answers = await Promise.all(clients.map((client) => ask(one, { ...ticket, client })))
  const refused = answers.filter(({ statusCode }) => statusCode === 429)
  isAbout(answers.length - refused.length, smallLines.newTickets.burst)
  assert.equal(refused[0]?.json().code, 'TOO_MANY_REQUESTS')
  assert.ok(Number(refused[0]?.headers['retry-after']) >= 1)
  const [first = ''] = clients
  const mine = [first, ...cookiesOf(answers[0] ?? { headers: {} })].join('; ')
  assert.equal((await ask(one, { ...ticket, client: mine })).json().number, answers[0]?.json().number)
})

test('our own processes, providers and couriers are not counted', async () => {
  const { strangers } = smallLines
  const own = await Promise.all(
    Array.from({ length: 3 * strangers.burst }, () => one.inject('/api/catalogue/categories')),
  )
  assert.ok(own.every(({ statusCode }) => statusCode === 200))
  const told = await askMany(one, 3 * strangers.burst, {
    method: 'POST',
    url: '/api/payments/sslcommerz/ipn',
    address: newAddress(),
  })
  assert.equal(told.served, 3 * strangers.burst)
})

test('all browsers of an account are one client', async () => {
  const [mine, foreign] = [await signInByCode(one), await signInByCode(one)]
  const idOf = ({ jar }: { jar: Map<string, string> }) => cookie.read(`client=${jar.get('client')}`)
  const { id } = await one.db
    .selectFrom('customers')
    .select('id')
    .where('phone', '=', mine.phone)
    .executeTakeFirstOrThrow()
  const again = new Map<string, string>()
  cookie.giveAccount({ setCookie: (name: string, text: string) => again.set(name, text) } as never, id)
  const ids = [idOf(mine), idOf({ jar: again }), idOf(foreign)]
  assert.match(String(ids[0]), /^[\w-]{22}$/)
  assert.equal(ids[0], ids[1])
  assert.notEqual(ids[0], ids[2])
})

test('killed, back and empty, frozen or full: orders go on without a failure, and the limits hold in each process', async () => {
  for (const hurt of [
    valkey.kill,
    valkey.start,
    valkey.freeze,
    valkey.thaw,
    () => valkey.fill(true),
    () => valkey.fill(false),
  ]) {
    const client = await newClient()
    await hurt()
    const [placed, { served }] = await Promise.all([
      Promise.all([
        placeOrder(one, upazilaId, [[variantId, 1]]),
        placeOrder({ ...two, db: one.db }, upazilaId, [[variantId, 2]]),
      ]),
      askMany(one, 3 * burst, { ...order, client }),
    ])
    assert.equal(placed.length, 2)
    isAbout(served, burst)
  }
})
