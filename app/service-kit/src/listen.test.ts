import assert from 'node:assert/strict'
import { type ChildProcess, fork } from 'node:child_process'
import { on, once } from 'node:events'
import { BoundSocket, connect } from 'node:net'
import path from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { listenDescriptorsKey } from './listen.ts'
import { readInheritedEnvironment } from './testing/config.ts'
import { freePort } from './testing/processes.ts'

const file = path.join(import.meta.dirname, 'testing', 'listening-process.ts')

/** A process that accepts on so many descriptors of one socket. */
async function start(t: TestContext, count: number): Promise<{ child: ChildProcess; port: number }> {
  const socket = new BoundSocket({ host: '127.0.0.1' })
  const copies = Array.from({ length: count }, () => socket.fd())
  const child = fork(file, [copies.map((_, index) => 4 + index).join(','), String(await freePort())], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc', ...copies],
    env: readInheritedEnvironment(),
  })
  t.after(() => {
    child.kill('SIGKILL')
    socket.close()
  })
  assert.deepEqual(await once(child, 'message'), ['listening', undefined])
  const { port } = socket.address() as { port: number }
  return { child, port }
}

async function visit(port: number): Promise<{ ask: (path: string) => Promise<string> }> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  return {
    async ask(path) {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n`)
      let answer = ''
      for await (const chunk of socket) answer += chunk
      return answer
    },
  }
}

/** Visitors who wait together: a process that is stopped lets nobody in, and the kernel keeps who comes. */
async function gather(child: ChildProcess, port: number, count: number) {
  child.kill('SIGSTOP')
  const visitors = await Promise.all(Array.from({ length: count }, () => visit(port)))
  child.kill('SIGCONT')
  return visitors
}

for (const [descriptors, accepted] of [
  [1, 1],
  [4, 4],
] as const) {
  test(`with ${descriptors} descriptors ${accepted} of those who wait are let in at a turn`, async (t) => {
    const { child, port } = await start(t, descriptors)
    const visitors = await gather(child, port, 12)
    for (const answer of await Promise.all(visitors.slice(1).map(({ ask }) => ask('/most')))) {
      assert.match(answer, /^HTTP\/1\.1 200 /)
    }
    const most = (await visitors[0]?.ask('/most'))?.split('\r\n\r\n')[1]
    assert.equal(most, String(accepted))
  })
}

test('whoever was accepted on any of them is answered before the process ends', async (t) => {
  const { child, port } = await start(t, 3)
  const asked = on(child, 'message')
  const visitors = await gather(child, port, 6)
  const answers: Promise<string>[] = []
  for (const { ask } of visitors) {
    answers.push(ask('/slow'))
    await asked.next()
  }
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  // Longer than it waits for requests that are on their way; then one after the other, so that the last is alone with it.
  await sleep(500)
  for (const answer of answers) {
    child.send('answer the first of those who wait')
    assert.match(await answer, /^HTTP\/1\.1 200 .*slow$/s)
  }
  assert.deepEqual(await ended, [0, null])
})

test('a process whose starter is gone ends by itself', async (t) => {
  const { child } = await start(t, 2)
  const ended = once(child, 'exit')
  child.disconnect()
  assert.deepEqual(await ended, [0, null])
})

test('descriptors are different numbers with commas between them', () => {
  assert.deepEqual(listenDescriptorsKey.parse('4,5,12'), [4, 5, 12])
  for (const text of ['', '4,', '4 5', '-1', '4,4', 'four']) {
    assert.throws(() => listenDescriptorsKey.parse(text), /must be different descriptors/)
  }
})
