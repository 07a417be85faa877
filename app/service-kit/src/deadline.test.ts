import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { test } from 'node:test'
import { TooLate, within } from './deadline.ts'

test('what does not come is not waited for', async () => {
  await assert.rejects(within(5, new Promise(() => undefined)), TooLate)
})

test('an answer that came in time counts, though this process looked late', async () => {
  const server = createServer((socket) => socket.end('answer')).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const client = connect((server.address() as { port: number }).port, '127.0.0.1')
  const [serverSide] = await once(server, 'connection')
  const asked = within(200, once(client, 'data'))
  await once(serverSide, 'finish')
  const busyUntil = performance.now() + 300
  while (performance.now() < busyUntil);
  assert.equal(String((await asked)[0]), 'answer')
  client.destroy()
  server.close()
})
