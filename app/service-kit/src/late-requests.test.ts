import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import fastify, { type FastifyInstance } from 'fastify'
import { answerLateRequests } from './late-requests.ts'

async function startServer(): Promise<{ app: FastifyInstance; visit: () => Promise<Socket> }> {
  const app = fastify({ return503OnClosing: false })
  answerLateRequests(app)
  app.get('/slow', async () => {
    await sleep(300)
    return 'slow'
  })
  app.get('/', async () => 'here')
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const visit = async () => {
    const socket = connect(port, '127.0.0.1')
    const accepted = once(app.server, 'connection')
    await Promise.all([once(socket, 'connect'), accepted])
    return socket
  }
  return { app, visit }
}

async function ask(socket: Socket, path = '/'): Promise<string> {
  socket.write(`GET ${path} HTTP/1.1\r\nHost: shop\r\n\r\n`)
  let answer = ''
  for await (const chunk of socket) answer += chunk
  return answer
}

test('a request that arrives after the close began, on a connection from before, is answered', async () => {
  const { app, visit } = await startServer()
  const visitor = await visit()
  const closed = app.close()
  await sleep(100)
  const answer = await ask(visitor)
  assert.match(answer, /^HTTP\/1.1 200/)
  assert.match(answer, /connection: close/i)
  await closed
})

test('no new connection is accepted while late requests are awaited', async () => {
  const { app, visit } = await startServer()
  const { port } = app.server.address() as AddressInfo
  const visitor = await visit()
  const closed = app.close()
  await sleep(50)
  const refused = connect(port, '127.0.0.1')
  const [error] = await once(refused, 'error')
  assert.equal((error as NodeJS.ErrnoException).code, 'ECONNREFUSED')
  visitor.destroy()
  await closed
})

test('the close waits for answers that are being made, and not for connections that say nothing', async () => {
  const { app, visit } = await startServer()
  const answer = ask(await visit(), '/slow')
  await sleep(50)
  const silent = await visit()
  const startedAt = performance.now()
  await app.close()
  assert.match(await answer, /slow$/)
  assert.ok(performance.now() - startedAt < 10_000)
  silent.destroy()
})

test('a request sent on a kept connection while the process was too busy to read it is answered', async () => {
  const { app, visit } = await startServer()
  const visitor = await visit()
  visitor.write('GET / HTTP/1.1\r\nHost: shop\r\n\r\n')
  const [first] = await once(visitor, 'data')
  assert.match(String(first), /^HTTP\/1.1 200/)
  const answer = ask(visitor)
  const busyUntil = performance.now() + 1_000
  const closed = app.close()
  while (performance.now() < busyUntil);
  assert.match(await answer, /^HTTP\/1.1 200/)
  await closed
})

test('a server nobody is connected to closes at once', async () => {
  const { app } = await startServer()
  const startedAt = performance.now()
  await app.close()
  assert.ok(performance.now() - startedAt < 1_000)
})
