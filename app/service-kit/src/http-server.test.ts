import assert from 'node:assert/strict'
import { once } from 'node:events'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
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

test('requests in flight are counted back to zero, also when visitors leave before the answer', async () => {
  const given = settings()
  const app = createHttpServer(given)
  app.get('/slow', async () => sleep(150, 'done'))
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const ask = () => request({ host: '127.0.0.1', port, path: '/slow' }).on('error', () => undefined)
  const inFlight = async () => (await given.metrics.requestsInFlight.get()).values[0]?.value
  const [leaving, staying] = [ask(), ask()]
  leaving.end()
  staying.end()
  while ((await inFlight()) !== 2) await sleep(5)
  leaving.destroy()
  const [answer] = await once(staying, 'response')
  answer.resume()
  await once(answer, 'end')
  await sleep(100)
  assert.equal(await inFlight(), 0)
  await app.close()
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
  given.lifecycle.isDraining = true
  assert.equal((await app.inject({ url: '/', headers })).headers.connection, 'close')
  await app.close()
})
