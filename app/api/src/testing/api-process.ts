import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { readInheritedEnvironment } from '@dhakacart/service-kit/testing/config.ts'

const door = fileURLToPath(new URL('../server.ts', import.meta.url))
/** It is ready within a second; forty leave room for a machine on which much else runs. */
const readyTimeoutMs = 40_000

export type ApiProcess = { origin: string; stop(): Promise<void> }

/** Api processes of one shop, as an orchestrator runs them: one database, one set of keys, nothing else shared. */
export async function startApiProcesses(databaseUrl: string, count: number): Promise<ApiProcess[]> {
  const key = () => `test:${randomBytes(32).toString('base64')}`
  const shared = {
    ...readInheritedEnvironment(),
    PUBLIC_ORIGIN: 'http://localhost:3000',
    DATABASE_URL: databaseUrl,
    STAFF_SECRETS_KEY: key(),
    WAITING_ROOM_KEY: key(),
    LOG_LEVEL: 'error',
    RELEASE: 'test',
  }
  const started = await Promise.allSettled(Array.from({ length: count }, () => startOne(shared)))
  const failed = started.find(({ status }) => status === 'rejected')
  const running = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  if (failed === undefined) return running
  await Promise.all(running.map((one) => one.stop()))
  throw (failed as PromiseRejectedResult).reason
}

async function startOne(shared: Record<string, string>): Promise<ApiProcess> {
  const [port, healthPort] = [await freePort(), await freePort()]
  const child = spawn(process.execPath, [door], {
    env: { ...shared, PORT: String(port), HEALTH_PORT: String(healthPort) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const stop = () => end(child)
  try {
    await untilReady(child, healthPort)
  } catch (error) {
    await stop()
    throw error
  }
  return { origin: `http://127.0.0.1:${port}`, stop }
}

async function untilReady(child: ChildProcess, healthPort: number): Promise<void> {
  const givesUpAt = performance.now() + readyTimeoutMs
  while (performance.now() < givesUpAt && child.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${healthPort}/readyz`).catch(() => null)
    if (answer?.ok) return
    await sleep(50)
  }
  throw new Error(`the api was not ready within ${readyTimeoutMs} ms`)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
