import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { freePort } from '@dhakacart/service-kit/testing/processes.ts'
import { type StorefrontUnderTest, startStorefront } from './shop-under-test.ts'

// A server that repeats what it was sent stands behind: the passage must not care what the api means.
let echo: Server
let storefront: StorefrontUnderTest

before(async () => {
  echo = createServer(async (request, response) => {
    if (request.url === '/api/reset') return void request.socket.destroy()
    if (request.url?.startsWith('/api/catalogue/')) return void response.writeHead(404).end()
    if (request.url === '/api/unchanged') return void response.writeHead(304, { etag: '"a"' }).end()
    response.writeHead(201, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'set-cookie': ['cart=1', 'other=2'],
      'x-request-id': 'of-the-api',
    })
    response.end(JSON.stringify(await received(request)))
  })
  await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve))
  storefront = await startStorefront(`http://127.0.0.1:${(echo.address() as AddressInfo).port}`)
})
after(async () => {
  await storefront.close()
  echo.close()
})

async function received(request: IncomingMessage) {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return { method: request.method, url: request.url, headers: request.headers, body: Buffer.concat(chunks).toString() }
}
type Received = Awaited<ReturnType<typeof received>>

test('/api is passed on as it is: method, query, body, cookies there and back', async () => {
  const answer = await storefront.app.inject({
    method: 'PUT',
    url: '/api/cart/lines/7?a=%20b&a=c',
    headers: {
      cookie: 'cart=x',
      'content-type': 'application/json',
      'idempotency-key': 'k',
      origin: 'http://localhost:4399',
    },
    payload: '{"quantity":2}',
  })
  const seen = answer.json<Received>()
  assert.equal(answer.statusCode, 201)
  assert.deepEqual(answer.headers['set-cookie'], ['cart=1', 'other=2'])
  assert.deepEqual([seen.method, seen.url, seen.body], ['PUT', '/api/cart/lines/7?a=%20b&a=c', '{"quantity":2}'])
  assert.deepEqual(
    [seen.headers.cookie, seen.headers['idempotency-key'], seen.headers.origin],
    ['cart=x', 'k', 'http://localhost:4399'],
  )
})

test('the api hears our judgement of who asks, not what the visitor wrote', async () => {
  const ask = async (remoteAddress: string) => {
    const answer = await storefront.app.inject({
      url: '/api/x',
      remoteAddress,
      headers: {
        'x-forwarded-for': '6.6.6.6',
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'https',
        forwarded: 'for=6.6.6.6',
        'x-real-ip': '6.6.6.6',
        'x-request-id': 'chosen-by-visitor',
        host: 'evil.example',
      },
    })
    const { headers } = answer.json<Received>()
    for (const name of ['x-forwarded-host', 'x-forwarded-proto', 'forwarded', 'x-real-ip'])
      assert.equal(headers[name], undefined)
    assert.match(String(headers['x-request-id']), /^[0-9a-f-]{36}$/)
    assert.equal(answer.headers['x-request-id'], headers['x-request-id'])
    assert.notEqual(headers.host, 'evil.example')
    return headers['x-forwarded-for']
  }
  assert.equal(await ask('203.0.113.9'), '203.0.113.9')
  // From a peer that is named as trusted the forwarded address is believed.
  assert.equal(await ask('127.0.0.1'), '6.6.6.6')
})

test('answers without a body pass, and security headers stand on them too', async () => {
  const unchanged = await storefront.app.inject('/api/unchanged')
  assert.equal(unchanged.statusCode, 304)
  assert.equal(unchanged.headers.etag, '"a"')
  assert.equal(unchanged.headers['x-content-type-options'], 'nosniff')
  assert.equal((await storefront.app.inject({ method: 'HEAD', url: '/api/x' })).statusCode, 201)
})

test('a body over 64 kB is refused before the api sees it', async () => {
  const payload = 'x'.repeat(64 * 1024 + 1)
  const answer = await storefront.app.inject({
    method: 'POST',
    url: '/api/orders',
    payload,
    headers: { 'content-type': 'text/plain' },
  })
  assert.equal(answer.statusCode, 413)
  assert.equal(answer.json<{ code: string }>().code, 'BODY_TOO_LARGE')
})

test('a write from another site is stopped here', async () => {
  for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }]) {
    const answer = await storefront.app.inject({
      method: 'POST',
      url: '/en/offline',
      headers: headers as Record<string, string>,
    })
    assert.equal(answer.statusCode, 403)
  }
})

test('without an answer the visitor hears at once that it is our fault and when to come back', async () => {
  const lost = await storefront.app.inject('/api/reset')
  assert.equal(lost.statusCode, 503)
  assert.equal(lost.headers['retry-after'], '2')
  assert.equal(lost.json<{ code: string }>().code, 'TOO_BUSY')
})

test('with the api away a page says so, keeps its frame, and is not kept by caches', async () => {
  const alone = await startStorefront(`http://127.0.0.1:${await freePort()}`)
  try {
    const answer = await alone.app.inject('/bn/p/anything')
    assert.equal(answer.statusCode, 503)
    assert.match(String(answer.headers['retry-after']), /^\d+$/)
    assert.equal(answer.headers['cache-control'], 'no-store')
    assert.match(answer.payload, /<html lang="bn">.*href="\/bn\/p\/anything"/s)
    assert.equal((await alone.app.inject('/en/offline')).statusCode, 200)
  } finally {
    await alone.close()
  }
})

test('health and metrics are not on the public origin', async () => {
  for (const url of ['/metrics', '/livez', '/readyz']) assert.equal((await storefront.app.inject(url)).statusCode, 404)
})
