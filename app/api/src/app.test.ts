import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import { startTestApi, type TestApi } from './testing/test-api.ts'

let api: TestApi
before(async () => {
  api = await startTestApi()
})
after(() => api.drop())

test('an unknown address is NOT_FOUND in the form of every error', async () => {
  const answer = await api.inject({ url: '/api/nothing' })
  assert.equal(answer.statusCode, 404)
  const body = answer.json()
  assert.deepEqual(Object.keys(body).sort(), ['code', 'message', 'requestId'])
  assert.equal(body.code, 'NOT_FOUND')
  assert.equal(body.requestId, answer.headers['x-request-id'])
  assert.equal(answer.headers['cache-control'], 'no-store')
})

test('an address that is not UTF-8 is BAD_REQUEST, not a failure of ours', async () => {
  const answer = await api.inject({ url: '/api/catalogue/products/%C3%28' })
  assert.equal(answer.statusCode, 400)
  assert.equal(answer.json().code, 'BAD_REQUEST')
})

test('bodies are JSON in UTF-8: other bytes are refused, not kept with letters replaced', async () => {
  const body = JSON.stringify({ customerName: 'Réhima Begum' })
  const send = async (type: string, payload: Buffer) => {
    const headers = { 'content-type': type, 'idempotency-key': randomUUID() }
    const answer = await api.inject({ method: 'POST', url: '/api/orders', headers, payload })
    return [answer.json().code, answer.json().message]
  }
  const [code, message] = await send('application/json', Buffer.from(body, 'latin1'))
  assert.deepEqual([code, message], ['BAD_REQUEST', 'The body is not UTF-8. Send text in UTF-8.'])
  assert.match((await send('application/json', Buffer.from(body)))[1], /lacks/)
  assert.equal((await send('text/plain', Buffer.from(body)))[0], 'UNSUPPORTED_MEDIA_TYPE')
})

test('a write from another site is refused; the shop itself and programs without an origin pass', async () => {
  const write = (headers: Record<string, string>) =>
    api.inject({ method: 'POST', url: '/api/nothing', headers }).then((answer) => answer.json().code)
  assert.equal(await write({ origin: 'https://evil.example' }), 'FOREIGN_ORIGIN')
  assert.equal(await write({ origin: 'null' }), 'FOREIGN_ORIGIN')
  assert.equal(await write({ 'sec-fetch-site': 'cross-site' }), 'FOREIGN_ORIGIN')
  assert.equal(await write({ origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }), 'NOT_FOUND')
  assert.equal(await write({}), 'NOT_FOUND')
})

test('an inner request id is kept and a malformed one is replaced', async () => {
  const kept = await api.inject({ url: '/api/nothing', headers: { 'x-request-id': 'abcdef-123456' } })
  assert.equal(kept.headers['x-request-id'], 'abcdef-123456')
  const replaced = await api.inject({ url: '/api/nothing', headers: { 'x-request-id': 'a b\tc' } })
  assert.match(String(replaced.headers['x-request-id']), /^[0-9a-f-]{36}$/)
})

test('bytes that are no HTTP are answered with 400 and do not end the process', async () => {
  await api.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = api.app.server.address() as { port: number }
  const text = await new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.end('\u0000\u0001 nonsense\r\n\r\n'))
    let received = ''
    socket.on('data', (chunk) => {
      received += chunk
    })
    socket.on('close', () => resolve(received))
    socket.on('error', reject)
  })
  assert.match(text, /^HTTP\/1\.1 400 /)
})
