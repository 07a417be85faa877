import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { openApiConnections } from '@dhakacart/service-kit/api-connections.ts'
import type { BuiltApp } from '@dhakacart/service-kit/built-files/one-page-app.ts'
import { createLog } from '@dhakacart/service-kit/log.ts'
import { createMetrics } from '@dhakacart/service-kit/metrics.ts'
import { scoreAnswer } from '@dhakacart/service-kit/testing/observatory.ts'
import type { FastifyInstance } from 'fastify'
import { build } from '../build.ts'
import { readConsoleConfig } from '../src/config.ts'
import { createConsoleServer } from '../src/console-server.ts'

const dist = join(dirname(fileURLToPath(import.meta.url)), '../dist')
const connections = openApiConnections()
let api: Server
let app: FastifyInstance
const seen: { url: string; bytes: number; length: string | undefined }[] = []

before(async () => {
  await build()
  api = createServer(async (request, response) => {
    let bytes = 0
    for await (const chunk of request) bytes += (chunk as Buffer).length
    seen.push({ url: request.url ?? '', bytes, length: request.headers['content-length'] })
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  })
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve))
  const config = readConsoleConfig({
    CONSOLE_ORIGIN: 'https://console.shop.example',
    API_ORIGIN: `http://127.0.0.1:${(api.address() as AddressInfo).port}`,
    LOG_LEVEL: 'silent',
  })
  app = await createConsoleServer({
    config,
    connections,
    dist,
    log: createLog({ process: 'console', release: 'test', level: 'silent' }),
    metrics: createMetrics({ process: 'console', release: 'test' }),
    lifecycle: { isDraining: false },
  })
})
after(async () => {
  await app.close()
  await connections.close()
  api.close()
})

test('a console with a host of its own: at least 125 points of the Mozilla Observatory, its sign-in, what is not there and what fails too', async () => {
  for (const url of ['/console', '/console/sign-in', '/console/orders', '/nothing', '/assets/nothing.js', '/%ff']) {
    const { headers, cookies, body } = await app.inject({ url, headers: { accept: 'text/html' } })
    const { score, findings } = scoreAnswer(headers, cookies, body)
    assert.ok(score >= 125, `${url}: ${score}: ${JSON.stringify(findings)}`)
  }
})

test('every address below /console is the one page, never stored; the root leads there', async () => {
  for (const url of ['/console', '/console/', '/console/orders/12?tab=notes']) {
    const { statusCode, headers, body } = await app.inject({ url })
    assert.equal(statusCode, 200, url)
    assert.equal(headers['cache-control'], 'no-store')
    assert.match(body, /<div id="app"><\/div>/)
  }
  const root = await app.inject({ url: '/' })
  assert.deepEqual([root.statusCode, root.headers.location], [302, '/console'])
})

test('neither sources nor maps of them, nor what git keeps, are served', async () => {
  const { body } = await app.inject({ url: '/console' })
  const script = /src="([^"]+)"/.exec(body)?.[1] ?? ''
  const kept = ['.git/HEAD', 'package.json', 'app.json', 'src/main.tsx']
  const ways = ['/', '/console/assets/', '/console/assets/..%2f', '/console/assets/%2e%2e/']
  for (const url of [`${script}.map`, ...ways.flatMap((way) => kept.map((file) => way + file))]) {
    const answer = await app.inject({ url })
    // Below its prefix every address that is no file is the one page.
    assert.ok([400, 404].includes(answer.statusCode) || answer.body === body, `${url}: ${answer.statusCode}`)
  }
  assert.doesNotMatch((await app.inject({ url: script })).body, /sourceMappingURL/)
})

test('page and files forbid everything that is not needed', async () => {
  const page = await app.inject({ url: '/console' })
  const policy = String(page.headers['content-security-policy'])
  assert.match(policy, /^default-src 'none'; /)
  assert.match(policy, /frame-ancestors 'none'/)
  assert.match(policy, /require-trusted-types-for 'script'/)
  assert.doesNotMatch(policy, /unsafe|https?:|\*/)
  assert.match(String(page.headers['strict-transport-security']), /max-age=31536000/)
  assert.equal(page.headers['x-robots-tag'], 'noindex, nofollow')
  assert.doesNotMatch(page.body, /style=|onload=|<script(?![^>]* integrity=)/)
  const script = /src="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const file = await app.inject({ url: script, headers: { 'accept-encoding': 'br' } })
  assert.equal(file.headers['cache-control'], 'public, max-age=31536000, immutable')
  assert.equal(file.headers['content-encoding'], 'br')
  assert.equal(file.headers['content-security-policy'], policy)
})

test('a file of staff goes through to the api as it comes, also when it is larger than any form', async () => {
  const payload = Buffer.alloc(3 * 1024 * 1024, 'a')
  const headers = { 'content-type': 'image/png' }
  const answer = await app.inject({ method: 'POST', url: '/api/console/pictures', headers, payload })
  assert.equal(answer.statusCode, 200)
  assert.deepEqual(seen.at(-1), { url: '/api/console/pictures', bytes: payload.length, length: String(payload.length) })
})

test('what is not staff’s does not pass: neither the shop’s api nor files outside the build', async () => {
  const before = seen.length
  for (const url of ['/api/cart', '/api/openapi.json', '/metrics', '/livez', '/assets/x-00000000.js', '/app.json']) {
    assert.equal((await app.inject({ url })).statusCode, 404, url)
  }
  for (const name of ['app.json', '..%2fapp.json', '%2e%2e%2fapp.json']) {
    const { statusCode, body } = await app.inject({ url: `/console/assets/${name}` })
    assert.ok(statusCode === 404 || body.includes('<div id="app">'), name)
  }
  assert.equal(seen.length, before)
})

/** Of JavaScript, before the first page; react-dom alone is half of it. */
const firstMaxBytes = 131_072

test('what a browser loads before the first page fits into 128 kB, with the words of one language', () => {
  const { page, files } = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8')) as BuiltApp
  const named = [...page.matchAll(/(?:src|href)="[^"]*\/([^"/]+\.js)"/g)].map(([, name = '']) => name)
  assert.ok(named.length > 1, 'the page names its script and what that imports')
  const size = (name: string) => gzipSync(readFileSync(join(dist, 'assets', name)), { level: 9 }).length
  const total = named.reduce((sum, name) => sum + size(name), 0)
  for (const language of ['en', 'bn']) {
    const texts = files.find((name) => name.startsWith(`texts-${language}-`) && name.endsWith('.js')) ?? ''
    assert.ok(!named.includes(texts), 'nobody loads both languages')
    assert.ok(total + size(texts) <= firstMaxBytes, `${language}: ${total + size(texts)} bytes`)
  }
})
