import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import type { MessageProvider } from './provider.ts'
import { createSmsNetBd } from './sms-net-bd.ts'

const server = createServer((request, response) => void answer(request, response))
let baseUrl: string
let provider: MessageProvider
let respond: (response: ServerResponse) => void
let requests: { method: string; url: string; form: Record<string, string> }[] = []

before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  provider = createSmsNetBd({ baseUrl, apiKey: 'key-of-test', senderId: 'DhakaCart' })
})
after(() => {
  server.closeAllConnections()
  server.close()
})

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()))
  requests.push({ method: request.method ?? '', url: request.url ?? '', form })
  respond(response)
}

const json =
  (body: unknown, status = 200) =>
  (response: ServerResponse) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
const message = { id: 7, recipient: '+8801712345678', subject: null, body: 'ঢাকাকার্ট: ৳১,২৫,০০০' }

async function send(response: typeof respond, by = provider) {
  requests = []
  respond = response
  return by.send(message)
}

test('a message is sent as the documentation says, with the key in the body and not in the address', async () => {
  const outcome = await send(json({ error: 0, msg: 'Request successfully submitted', data: { request_id: 4711 } }))
  assert.deepEqual(outcome, { kind: 'sent', providerMessageId: '4711' })
  const form = { api_key: 'key-of-test', msg: message.body, to: '8801712345678', sender_id: 'DhakaCart' }
  assert.deepEqual(requests, [{ method: 'POST', url: '/sendsms', form }])
})

test('the provider’s errors are told apart: final, worth another try, unknown', async () => {
  const outcomes: Record<number, unknown> = {}
  for (const error of [400, 403, 405, 409, 410, 416, 417, 420]) {
    const outcome = await send(json({ error, msg: 'No' }))
    outcomes[error] = outcome.kind === 'refused' ? outcome.isFinal : outcome.kind
  }
  assert.deepEqual(outcomes, {
    400: true,
    403: false,
    405: false,
    409: 'unknown',
    410: false,
    416: true,
    417: false,
    420: true,
  })
  const tooMany = await send(json({ error: 0 }, 429))
  assert.deepEqual(tooMany, { kind: 'refused', reason: 'http_429', isFinal: false })
})

test('silence, a broken connection and an answer nobody can read leave it unknown', async () => {
  const hasty = createSmsNetBd({ baseUrl, apiKey: 'key-of-test', senderId: undefined, timeoutMs: 300 })
  const silence = await send(() => undefined, hasty)
  const broken = await send((response) => response.destroy())
  const page = await send((response) => response.writeHead(502).end('<h1>Bad gateway</h1>'))
  const endless = await send((response) => response.writeHead(200).end(JSON.stringify({ pad: 'x'.repeat(40_000) })))
  const redirect = await send((response) => response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end())
  assert.deepEqual(
    [silence, broken, page, endless, redirect].map(({ kind }) => kind),
    ['unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
  )
  assert.deepEqual(
    [silence, page],
    [
      { kind: 'unknown', reason: 'timeout' },
      { kind: 'unknown', reason: 'http_502' },
    ],
  )
})

test('where nobody listens nothing was sent', async () => {
  const closed = createServer()
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
  const { port } = closed.address() as AddressInfo
  await new Promise((resolve) => closed.close(resolve))
  const away = createSmsNetBd({
    baseUrl: `http://127.0.0.1:${port}`,
    apiKey: 'key',
    senderId: undefined,
    timeoutMs: 300,
  })
  assert.deepEqual(await away.send(message), { kind: 'refused', reason: 'econnrefused', isFinal: false })
})

test('the delivery report is fetched, and only clear words are believed', async () => {
  const reports: Record<string, unknown> = {}
  for (const status of ['Sent', 'Delivered', 'DELIVRD', 'Failed', 'Undelivered', 'Rejected', 'Whatever']) {
    respond = json({ error: 0, msg: 'Success', data: { request_status: 'Complete', recipients: [{ status }] } })
    reports[status] = await provider.readReport?.('4711')
  }
  assert.deepEqual(reports, {
    Sent: 'sent',
    Delivered: 'delivered',
    DELIVRD: 'delivered',
    Failed: 'failed',
    Undelivered: 'failed',
    Rejected: 'failed',
    Whatever: 'sent',
  })
  const { method, url, form } = requests.at(-1) as (typeof requests)[number]
  assert.deepEqual([method, url, form], ['POST', '/report/request/4711/', { api_key: 'key-of-test' }])
  for (const body of [{ error: 404 }, { error: 0, data: {} }, { error: 0, data: { recipients: 'none' } }, null]) {
    respond = json(body)
    assert.equal(await provider.readReport?.('4711'), null)
  }
})
