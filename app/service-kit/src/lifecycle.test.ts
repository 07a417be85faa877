import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, get, type IncomingMessage } from 'node:http'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { freePort, stopProcess, untilReady } from './testing/processes.ts'

const file = path.join(import.meta.dirname, 'testing', 'farewell-process.ts')

async function ask(port: number, agent: Agent): Promise<IncomingMessage> {
  const [answer] = (await once(get({ host: '127.0.0.1', port, agent }), 'response')) as [IncomingMessage]
  assert.equal(await text(answer), 'here')
  return answer
}

test('after the signal a kept connection is served once more and told to end, while nobody is sent here any more', async () => {
  const [port, healthPort] = [await freePort(), await freePort()]
  // Longer than anything here takes: the process ends when it is over, which is not waited for.
  const child = fork(file, [String(port), String(healthPort), '5000'])
  let isStopping = false
  child.on('message', () => {
    isStopping = true
  })
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  try {
    await untilReady(healthPort, child)
    assert.equal((await ask(port, agent)).headers.connection, 'keep-alive')
    child.kill('SIGTERM')
    let status = 200
    while (status === 200) status = (await fetch(`http://127.0.0.1:${healthPort}/readyz`)).status
    assert.equal(status, 503)
    assert.equal((await ask(port, agent)).headers.connection, 'close')
    assert.equal(isStopping, false)
  } finally {
    agent.destroy()
    await stopProcess(child, 'SIGKILL')
  }
})
