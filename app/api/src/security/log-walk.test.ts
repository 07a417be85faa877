import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { createLog } from '@dhakacart/service-kit/log.ts'
import type { InjectOptions, RouteOptions } from 'fastify'
import { sql } from 'kysely'
import { createBrowser, lastCode } from '../testing/customer.ts'
import { createShopper } from '../testing/shopper.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { addStaffAccount, staffPassword } from '../testing/staff-account.ts'
import { createStaffBrowser } from '../testing/staff-browser.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

/** A person and secrets that occur nowhere else, so that any trace of them in the log is theirs. */
const person = {
  name: 'Canary Nasrin Sultana',
  phone: '01799887766',
  email: 'canary.nasrin@mail.example',
  street: 'Canary Lane 4711',
  note: 'ring the canary bell',
  password: 'canary sings at half past nine',
  token: 'CANARYtokenCANARYtokenCANARYtokenCANARYtok1',
}
const traces = /canary|1799887766/i

type Line = {
  time: string
  level: string
  process: string
  release: string
  pid: number
  msg: string
  reqId?: string
} & {
  code?: string
  reason?: string
  err?: { stack?: string }
}
let written = ''
const lines = (): Line[] =>
  written
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
const linesOf = (requestId: unknown) => lines().filter(({ reqId }) => reqId === requestId)

type WalkedRoute = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  url: string
  schema: { body?: Shape; querystring?: Shape }
}
type Shape = { type?: string; properties?: Record<string, Shape>; items?: Shape; anyOf?: Shape[]; const?: unknown }
const routes: WalkedRoute[] = []
let api: TestApi
let variantId: number
let upazilaId: number
before(async () => {
  const onRoute = ({ method, url, schema }: RouteOptions) => {
    for (const one of [method].flat())
      if (one !== 'HEAD') routes.push({ method: one as 'GET', url, schema: (schema ?? {}) as WalkedRoute['schema'] })
  }
  // The most talkative level there is.
  const destination = {
    write(text: string) {
      written += text
    },
  }
  const log = createLog({ process: 'api', release: 'test', level: 'debug', destination })
  api = await startTestApi({ settings: { onRoute, log } })
  variantId = (await addProduct(api.db)).variantId
  upazilaId = (await addPlaces(api.db)).insideDhakaUpazilaId
})
after(() => api.drop())

/** What a shape asks for, with the person in every text. */
function fill(shape: Shape, name = ''): unknown {
  if (shape.const !== undefined) return shape.const
  if (shape.anyOf) return fill(shape.anyOf[0] as Shape, name)
  if (shape.type === 'object')
    return Object.fromEntries(Object.entries(shape.properties ?? {}).map(([key, inner]) => [key, fill(inner, key)]))
  if (shape.type === 'array') return [fill(shape.items ?? {}, name)]
  if (shape.type === 'integer' || shape.type === 'number') return 1
  if (shape.type === 'boolean') return true
  if (/phone|login/i.test(name)) return person.phone
  if (/email/i.test(name)) return person.email
  if (/password/i.test(name)) return person.password
  if (/token|key|code/i.test(name)) return person.token
  return person.name
}

const headers = {
  authorization: `Bearer ${person.token}`,
  'user-agent': `Mozilla/5.0 (${person.name})`,
  referer: `http://localhost:3000/en/orders/${person.token}?phone=${person.phone}`,
  'idempotency-key': randomUUID(),
}

test('whatever is sent to whatever route, nothing of a person and no secret is in the log', async () => {
  const { cookie } = await signInAsStaff(api, 'owner')
  const query = new URLSearchParams({ q: person.name, phone: person.phone, email: person.email, token: person.token })
  let count = 0
  for (const { method, url, schema } of routes) {
    const path = url.replace(/:\w+/g, person.token)
    const asked = schema.querystring ? new URLSearchParams(fill(schema.querystring) as Record<string, string>) : query
    const isWrite = method === 'POST' || method === 'PUT'
    const filled = fill(schema.body ?? { type: 'object', properties: {} }) as object
    const tries: InjectOptions[] = [
      { url: `${path}?${query}` },
      { url: `${path}?${asked}`, ...(isWrite && { payload: filled }) },
      { url: path, ...(isWrite && { payload: { ...filled, [person.name]: person.phone } }) },
      ...(isWrite
        ? [{ url: path, payload: `{"name":"${person.name}`, headers: { 'content-type': 'application/json' } }]
        : []),
    ]
    for (const given of tries) {
      const strangers = `staff=${person.token}; session=${person.token}; cart=${person.token}`
      for (const who of given.payload === filled ? [cookie, strangers] : [cookie]) {
        const answer = await api.inject({ method, ...given, headers: { ...headers, cookie: who, ...given.headers } })
        assert.ok(answer.statusCode < 500, `${method} ${url}: ${answer.body}`)
        count += 1
      }
    }
  }
  assert.ok(count > routes.length * 3)
  assert.deepEqual(
    written.split('\n').filter((line) => traces.test(line)),
    [],
  )
})

/** Somebody who orders, signs up, sets e-mail and password, and mistypes on the way. */
async function shopAsThePerson(changes: object = {}) {
  const shopper = createShopper(api)
  await shopper.add(variantId)
  const body = await shopper.orderBody(upazilaId, {
    customerName: person.name,
    customerPhone: person.phone,
    customerEmail: person.email,
    streetAddress: person.street,
    deliveryNote: person.note,
    ...changes,
  })
  return shopper.order((await shopper.cart()).orderKey, body)
}

test('a person who orders, signs up, mistypes and signs in leaves nothing of theirs in the log', async () => {
  written = ''
  const ordered = await shopAsThePerson()
  assert.equal(ordered.statusCode, 200, ordered.body)
  const { token, number } = ordered.json()
  await api.inject({ method: 'POST', url: '/api/orders/track', payload: { number, phone: person.phone } })
  await api.inject({ url: `/api/orders/${token}?phone=${person.phone}` })
  const browser = createBrowser(api)
  const phone = `+88${person.phone}`
  await browser.send('POST', '/api/account/codes', { phone, language: 'en' })
  const code = await lastCode(api, phone)
  assert.match(code, /^\d{6}$/)
  await browser.send('POST', '/api/account/sign-in/code', { phone, code: '000000', language: 'en' })
  const signedIn = await browser.send('POST', '/api/account/sign-in/code', { phone, code, language: 'en' })
  assert.equal(signedIn.statusCode, 200, signedIn.body)
  const newPassword = { currentPassword: null, newPassword: person.password }
  assert.equal((await browser.send('PUT', '/api/account/password', newPassword)).statusCode, 200)
  await browser.send('POST', '/api/account/email/codes', { email: person.email })
  await createBrowser(api).send('POST', '/api/account/sign-in/password', { login: person.phone, password: 'x' })
  const staff = await addStaffAccount(api)
  await createStaffBrowser(api).givePassword(staff.email, staffPassword)
  await createStaffBrowser(api).givePassword(staff.email, person.password)
  assert.ok(lines().length > 10)
  const secrets = [token, code, staff.email, staffPassword, browser.jar.get('session') as string]
  for (const line of written.split('\n'))
    assert.ok(!traces.test(line) && !secrets.some((secret) => line.includes(secret)), line)
})

test('what fails in the database is logged with its cause, hides it from the caller, and holds nothing of the row', async () => {
  await sql`alter table orders add constraint orders_refused check (customer_name not like 'Canary%') not valid`.execute(
    api.db,
  )
  written = ''
  const answer = await shopAsThePerson({ customerPhone: '01799887765' })
  await sql`alter table orders drop constraint orders_refused`.execute(api.db)
  assert.equal(answer.statusCode, 500)
  assert.deepEqual(Object.keys(answer.json()), ['code', 'message', 'requestId'])
  assert.doesNotMatch(answer.body, /constraint|orders_refused|\.ts|node_modules|select|insert/)
  const [failed] = lines().filter(({ msg }) => msg === 'request failed')
  assert.equal(failed?.level, 'error')
  assert.equal(failed?.reqId, answer.headers['x-request-id'])
  assert.match(failed?.err?.stack ?? '', /orders_refused[\s\S]*\.ts:\d+/)
  assert.doesNotMatch(written, traces)
  assert.doesNotMatch(written, /1799887765/)
})

test('every refusal, of a permission too, is logged with its code and the id that the caller was told', async () => {
  written = ''
  const viewer = await signInAsStaff(api, 'viewer')
  const attempts: [InjectOptions, string][] = [
    [
      { method: 'POST', url: '/api/console/staff', payload: {}, headers: { cookie: viewer.cookie } },
      'PERMISSION_DENIED',
    ],
    [{ url: '/api/console/orders' }, 'STAFF_SIGN_IN_REQUIRED'],
    [{ url: '/api/account' }, 'NOT_SIGNED_IN'],
    [
      { url: '/api/machine/orders', headers: { authorization: `Bearer ${person.token}` } },
      'MACHINE_CREDENTIAL_REQUIRED',
    ],
    [
      { method: 'POST', url: '/api/account/sign-out', payload: {}, headers: { origin: 'https://evil.example' } },
      'FOREIGN_ORIGIN',
    ],
    [{ method: 'POST', url: '/api/orders/track', payload: { x: 1 } }, 'BAD_REQUEST'],
  ]
  for (const [attempt, code] of attempts) {
    const answer = await api.inject(attempt)
    assert.equal(answer.json().code, code)
    const refusal = linesOf(answer.headers['x-request-id']).find(({ msg }) => msg === 'request refused')
    // The usual level of a process is info.
    assert.deepEqual([refusal?.code, refusal?.level], [code, 'info'])
  }
})

test('every line is JSON with its time in UTC, level, process, release and words, and no text that was sent makes a line', async () => {
  written = ''
  const forged = '\n{"level":"fatal","time":"2026-01-01T00:00:00.000Z","msg":"forged"}\r\n\u2028\u0000'
  await api.inject({ url: `/api/${encodeURIComponent(forged)}` })
  await api.inject({ url: `/api/catalogue/products?${new URLSearchParams({ [forged]: forged })}` })
  await api.inject({ method: 'POST', url: '/api/orders/track', payload: { [forged]: forged, number: forged } })
  await api.inject({ method: 'POST', url: '/api/console/sign-in', payload: { email: forged, password: forged } })
  await api.inject({ url: '/api/nothing', headers: { 'user-agent': 'x\\n{"msg":"forged"}' } })
  const startedAt = Date.now()
  const seen = lines()
  assert.ok(seen.length >= 8)
  for (const line of seen) {
    assert.match(line.time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    assert.ok(Math.abs(Date.parse(line.time) - startedAt) < 60_000)
    assert.match(line.level, /^(?:debug|info|warn|error|fatal)$/)
    assert.deepEqual([line.process, line.release, line.pid], ['api', 'test', process.pid])
    assert.match(line.msg, /^request(?: refused)?$/)
    assert.match(line.reqId ?? '', /^[0-9a-f-]{36}$/)
  }
})
