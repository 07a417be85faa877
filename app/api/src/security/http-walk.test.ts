import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { setClock, useSimulatedClock } from '@dhakacart/database/testing/set-clock.ts'
import type { RouteOptions } from 'fastify'
import { sql } from 'kysely'
import { createBrowser, type SignedInBrowser, signInByCode } from '../testing/customer.ts'
import { type PlacedOrder, placeOrder } from '../testing/placed-order.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { addStaffAccount, staffPassword } from '../testing/staff-account.ts'
import { createStaffBrowser } from '../testing/staff-browser.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

const routes: { method: string; url: string; schema: object }[] = []
let api: TestApi
let order: PlacedOrder
let customer: SignedInBrowser
before(async () => {
  const onRoute = ({ method, url, schema }: RouteOptions) => {
    for (const one of [method].flat()) routes.push({ method: one, url, schema: schema ?? {} })
  }
  api = await startTestApi({ settings: { onRoute } })
  const { variantId } = await addProduct(api.db)
  const { insideDhakaUpazilaId } = await addPlaces(api.db)
  order = await placeOrder(api, insideDhakaUpazilaId, [[variantId, 1]])
  customer = await signInByCode(api)
})
after(() => api.drop())

/** Every table as one hash; sessions without when they were used, and without the log of who read what. */
async function hashOfEverything(): Promise<Record<string, string>> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'audit%' order by 1`.execute(
    api.db,
  )
  const hashes: Record<string, string> = {}
  for (const { name } of rows) {
    const found = await sql<{ hash: string }>`
      select md5(coalesce(string_agg((to_jsonb(t) - 'last_used_at')::text, '' order by to_jsonb(t)::text), '')) as hash
      from ${sql.table(name)} t`.execute(api.db)
    hashes[name] = found.rows[0]?.hash ?? ''
  }
  return hashes
}

const filled = (url: string) =>
  url
    .replace(':token', order.token)
    .replace(':method', 'bkash')
    .replace(':kind', 'products')
    .replace(/:\w+/g, String(order.id))

test('a read changes nothing, whoever asks; and the files it gives are named by us', async () => {
  const owner = await signInAsStaff(api, 'owner')
  const before = await hashOfEverything()
  const reads = routes.filter(({ method }) => method === 'GET')
  assert.ok(reads.length > 40)
  const named: string[] = []
  let answered = 0
  for (const { url } of reads) {
    for (const send of [owner.send, customer.send]) {
      const answer = await send('GET', `${filled(url)}${url.endsWith('.pdf') ? '?language=en' : ''}`)
      assert.ok(answer.statusCode < 500, `${url}: ${answer.body}`)
      if (answer.statusCode === 200) answered += 1
      const name = answer.headers['content-disposition']
      if (name !== undefined) named.push(String(name))
    }
  }
  assert.ok(answered > reads.length / 2, `${answered} of ${reads.length}`)
  assert.deepEqual(await hashOfEverything(), before)
  assert.ok(new Set(named).size >= 4, String(named))
  for (const name of named) assert.match(name, /^(?:attachment|inline); filename="[a-z0-9][A-Za-z0-9.-]*"$/)
})

test('no route takes TRACE or any method but the five; TRACE gives back nothing of what was sent', async () => {
  const methods = [...new Set(routes.map(({ method }) => method))].toSorted()
  assert.deepEqual(methods, ['DELETE', 'GET', 'HEAD', 'POST', 'PUT'])
  await api.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = api.app.server.address() as { port: number }
  for (const method of ['TRACE', 'TRACK', 'CONNECT', 'PATCH', 'PROPFIND']) {
    const socket = connect(port, '127.0.0.1')
    let received = ''
    socket.on('data', (chunk) => {
      received += chunk
    })
    socket.on('error', () => undefined)
    socket.write(`${method} /api/catalogue/home HTTP/1.1\r\nhost: x\r\ncookie: staff=echo\r\nconnection: close\r\n\r\n`)
    await once(socket, 'close')
    assert.doesNotMatch(received, /^HTTP\/1\.1 2|echo/, method)
  }
})

test('no path can be reached by pretending another method in a header, a parameter or a field', async () => {
  for (const name of ['x-http-method-override', 'x-http-method', 'x-method-override']) {
    const answer = await api.inject({ url: '/api/orders/track?_method=POST', headers: { [name]: 'POST' } })
    assert.notEqual(answer.statusCode, 200)
    const posted = await api.inject({
      method: 'POST',
      url: '/api/account/sign-out?_method=GET',
      headers: { [name]: 'GET', origin: 'https://evil.example' },
      payload: {},
    })
    assert.equal(posted.json().code, 'FOREIGN_ORIGIN')
  }
})

test('there are no password hints and no questions whose answers others know', async () => {
  const { rows } = await sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`.execute(
    api.db,
  )
  const asked = routes.flatMap(({ method, url, schema }) => [
    `${method} ${url}`,
    ...[...JSON.stringify(schema).matchAll(/"(\w+)":\{/g)].map(([, name = '']) => name),
  ])
  assert.ok(rows.length > 300 && asked.length > 1_000)
  const questions =
    /password_?hint|security_?question|secret_?question|\bquestion|secret_?answer|maiden|first_?pet|birth/i
  assert.match('customers.security_question', questions)
  assert.deepEqual(
    [...rows.map(({ name }) => name), ...asked].filter((name) => questions.test(name)),
    [],
  )
})

test('signing out tells the browser to forget what it keeps of the staff pages', async () => {
  const { send } = await signInAsStaff(api, 'support')
  const answer = await send('DELETE', '/api/console/session')
  assert.equal(answer.headers['clear-site-data'], '"cache"')
})

test('a password is good for ten years and more: none expires by itself', async () => {
  await useSimulatedClock(api.db, new Date('2026-12-01T06:00:00Z'))
  const browser = await signInByCode(api)
  const password = 'tumi robe nirobe'
  const set = await browser.send('PUT', '/api/account/password', { currentPassword: null, newPassword: password })
  assert.equal(set.statusCode, 200, set.body)
  const { email } = await addStaffAccount(api)
  await setClock(api.db, new Date('2037-01-01T06:00:00Z'))
  const signIn = (given: string) =>
    createBrowser(api).send('POST', '/api/account/sign-in/password', { login: browser.phone, password: given })
  assert.equal((await signIn('tumi robe')).statusCode, 422)
  assert.equal((await signIn(password)).statusCode, 200)
  assert.equal((await createStaffBrowser(api).givePassword(email, staffPassword)).statusCode, 200)
})
