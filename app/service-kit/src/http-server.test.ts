import assert from 'node:assert/strict'
import { once } from 'node:events'
import { request } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { trustedPeers } from './forwarded.ts'
import { createHttpServer } from './http-server.ts'
import { createLog } from './log.ts'
import { createMetrics } from './metrics.ts'

const settings = () => ({
  log: createLog({ process: 'test', release: 'test', level: 'silent' }),
  metrics: createMetrics({ process: 'test', release: 'test' }),
  lifecycle: { isDraining: false },
  release: 'test',
  bodyLimitBytes: 1_000,
  clientAddress: trustedPeers(['loopback']),
  keepsRequestId: false,
})

test('requests in flight are counted back to zero, also when visitors leave before the answer', async (t) => {
  const given = settings()
  const app = createHttpServer(given)
  t.after(() => app.close())
  const answering = Promise.withResolvers<string>()
  app.get('/slow', () => answering.promise)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const ask = () => request({ host: '127.0.0.1', port, path: '/slow' }).on('error', () => undefined)
  const inFlight = async () => (await given.metrics.requestsInFlight.get()).values[0]?.value
  const [leaving, staying] = [ask(), ask()]
  leaving.end()
  staying.end()
  while ((await inFlight()) !== 2) await sleep(5)
  leaving.destroy()
  while ((await inFlight()) !== 1) await sleep(5)
  const answered = once(staying, 'response')
  answering.resolve('done')
  const [answer] = await answered
  answer.resume()
  await once(answer, 'end')
  while ((await inFlight()) !== 0) await sleep(5)
})

test('a draining server answers and asks for the connection to be closed; an id of a visitor is not believed', async () => {
  const given = settings()
  const app = createHttpServer(given)
  app.get('/', async (visit) => ({ id: visit.id, address: visit.clientAddress }))
  const headers = { 'x-request-id': 'chosen-by-visitor', 'x-forwarded-for': '203.0.113.7' }
  const before = await app.inject({ url: '/', headers })
  assert.equal(before.headers.connection, 'keep-alive')
  assert.notEqual(before.json().id, 'chosen-by-visitor')
  assert.equal(before.headers['x-request-id'], before.json().id)
  assert.equal(before.json().address, '203.0.113.7')
  assert.equal(before.headers['x-release'], given.release)
  given.lifecycle.isDraining = true
  assert.equal((await app.inject({ url: '/', headers })).headers.connection, 'close')
  await app.close()
})

for (const kind of ['as the api', 'with a front door, as the storefront'] as const) {
  test(`who sends headers or a body drop by drop is cut off, and who sends too large ones is refused: ${kind}`, async (t) => {
    const app = createHttpServer({
      ...settings(),
      arrival: { headersMs: 300, requestMs: 600, checkEveryMs: 50 },
      ...(kind !== 'as the api' && { front: () => false }),
    })
    t.after(() => app.close())
    app.post('/', async () => 'taken')
    app.get('/*', async () => 'here')
    await app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = app.server.address() as AddressInfo
    /** Sends the beginning, then a letter every few milliseconds for as long as somebody listens; all that was answered. */
    async function drip(beginning: string): Promise<string> {
      const socket = connect(port, '127.0.0.1')
      let answer = ''
      socket.on('data', (bytes) => {
        answer += bytes
      })
      socket.on('error', () => undefined)
      socket.write(beginning)
      const dripping = setInterval(() => socket.write('a'), 20)
      await once(socket, 'close')
      clearInterval(dripping)
      return answer
    }
    /** First line of the answer; whoever is refused with more still on its way may see the connection end before it is read. */
    const send = (text: string) =>
      new Promise<string>((resolve) => {
        const socket = connect(port, '127.0.0.1', () => socket.write(text))
        socket.on('error', () => undefined)
        socket.once('data', (first) => {
          resolve(String(first).split('\r\n')[0] ?? '')
          socket.destroy()
        })
        socket.once('close', () => resolve('ended'))
      })
    const head = 'POST / HTTP/1.1\r\nhost: a\r\ncontent-type: text/plain\r\ncontent-length: 900\r\n'
    const slow = Promise.all([drip(`${head}x-slow: `), drip(`${head}\r\n`)])
    const large = 'x'.repeat(17_000)
    const refused = [
      `GET / HTTP/1.1\r\nhost: a\r\ncookie: ${large}\r\n\r\n`,
      `GET /${large} HTTP/1.1\r\nhost: a\r\n\r\n`,
    ]
    for (const text of refused) assert.match(await send(text), /^HTTP\/1\.1 431 |^ended$/)
    // Others are served meanwhile, and so is what is large but not too large.
    const fair = `GET /${'x'.repeat(7_000)} HTTP/1.1\r\nhost: a\r\ncookie: ${'x'.repeat(7_000)}\r\n\r\n`
    assert.equal(await send(fair), 'HTTP/1.1 200 OK')
    for (const answer of await slow) assert.match(answer, /^HTTP\/1\.1 408 /)
  })
}
