import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { ProviderProblem } from './provider.ts'
import { createProviderHttp } from './provider-http.ts'

let origin: string
let answer: (response: ServerResponse) => void
let inFlight = 0
let mostInFlight = 0
let requests = 0
const server = createServer((_request, response) => {
  requests++
  mostInFlight = Math.max(mostInFlight, ++inFlight)
  response.once('close', () => inFlight--)
  answer(response)
})
before(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
after(() => {
  server.closeAllConnections()
  server.close()
})

const limits = { maxInFlight: 3, maxWaiting: 4, maxWaitMs: 100, failuresToOpen: 3, openMs: 300 }
const make = (more = {}) => createProviderHttp('sslcommerz', origin, undefined, { ...limits, ...more })
const ask = (http: ReturnType<typeof make>, timeoutMs = 500) =>
  http({ operation: 'query', method: 'GET', url: `${origin}/?store_passwd=hidden-secret`, timeoutMs })
const kindOf = (error: unknown) => (error instanceof ProviderProblem ? error.kind : String(error))

test('a provider that hangs holds three requests, and those who would wait too long are not sent', async () => {
  answer = () => undefined
  mostInFlight = 0
  const http = make({ failuresToOpen: 100 })
  const kinds = await Promise.all(Array.from({ length: 12 }, () => ask(http).then(() => 'answered', kindOf)))
  assert.ok(mostInFlight <= 3, `${mostInFlight} were on their way`)
  assert.equal(kinds.filter((kind) => kind === 'unanswered').length, 3)
  assert.equal(kinds.filter((kind) => kind === 'not_asked').length, 9)
})

test('after three silences it is left alone, then one asks again, and an answer opens the way', async () => {
  answer = (response) => response.writeHead(503).end()
  const http = make()
  for (let round = 0; round < 3; round++) assert.equal(await ask(http).then(String, kindOf), 'unanswered')
  const before = requests
  assert.equal(await ask(http).then(String, kindOf), 'not_asked')
  assert.equal(requests, before)
  answer = (response) => response.end('{"status":"VALID"}')
  await new Promise((resolve) => setTimeout(resolve, 350))
  assert.deepEqual(await ask(http), { status: 200, body: { status: 'VALID' } })
  assert.equal((await ask(http)).status, 200)
})

test('an endless answer, one that is no JSON, and a redirect are not followed', async () => {
  answer = (response) => response.end(`"${'x'.repeat(70_000)}"`)
  assert.equal(await ask(make()).then(String, kindOf), 'garbled')
  answer = (response) => response.end('<html>')
  assert.equal(await ask(make()).then(String, kindOf), 'garbled')
  answer = (response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end('{}')
  assert.equal((await ask(make())).status, 302)
})

test('no error carries the address, which carries a password', async () => {
  answer = (response) => response.destroy()
  const error: unknown = await ask(make()).then(String, (reason: unknown) => reason)
  assert.ok(error instanceof ProviderProblem)
  const text = `${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`
  assert.ok(!text.includes('hidden-secret'), text)
})
