import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { readInheritedEnvironment } from '@dhakacart/service-kit/testing/config.ts'
import { freePort, stopProcess, untilReady } from '@dhakacart/service-kit/testing/processes.ts'

const door = fileURLToPath(new URL('../server.ts', import.meta.url))
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
  const stop = () => stopProcess(child)
  try {
    await untilReady(healthPort, child)
  } catch (error) {
    await stop()
    throw error
  }
  return { origin: `http://127.0.0.1:${port}`, stop }
}
