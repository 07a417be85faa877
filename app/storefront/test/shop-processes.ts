import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Db } from '@dhakacart/database/connect.ts'
import { createTestDatabase } from '@dhakacart/database/testing/test-database.ts'
import { readInheritedEnvironment } from '@dhakacart/service-kit/testing/config.ts'
import { freePort, stopProcess, untilReady } from '@dhakacart/service-kit/testing/processes.ts'
import { build } from '../build.ts'
import { staffSecretsKey } from './shop-under-test.ts'

const apiDoor = fileURLToPath(new URL('../../api/src/server.ts', import.meta.url))
const storefrontDoor = fileURLToPath(new URL('../src/server.ts', import.meta.url))

export type ShopProcesses = {
  origin: string
  /** Port of health and figures of the first storefront. */
  health: number
  db: Db
  /** Every line that api and storefront have logged. */
  log(): string
  killApi(): Promise<void>
  startApi(): Promise<void>
  /** One storefront more, beside the first. */
  startStorefront(own?: Record<string, string>): Promise<{ origin: string; health: number; close(): Promise<void> }>
  close(): Promise<void>
}

/** Api and storefront as processes of their own over an empty shop, logging everything they ever would. */
export async function startShopProcesses(env: Record<string, string> = {}): Promise<ShopProcesses> {
  await build()
  const database = await createTestDatabase()
  const [apiPort, apiHealth, port, health] = await Promise.all([freePort(), freePort(), freePort(), freePort()])
  const origin = `http://localhost:${port}`
  const shared = { PUBLIC_ORIGIN: origin, LOG_LEVEL: 'debug', RELEASE: 'test', ...env }
  const lines: string[] = []
  let api: ChildProcess | null = null
  const startApi = async () => {
    const own = {
      PORT: String(apiPort),
      HEALTH_PORT: String(apiHealth),
      DATABASE_URL: database.url,
      STAFF_SECRETS_KEY: staffSecretsKey,
      WAITING_ROOM_KEY: staffSecretsKey,
    }
    api = start(apiDoor, { ...shared, ...own }, lines)
    await untilReady(apiHealth, api)
  }
  const killApi = async () => {
    if (api !== null) await stopProcess(api, 'SIGKILL')
  }
  // One person orders more in these tests than one phone may at once.
  await database.db
    .updateTable('shopSettings')
    .set({ chosen: JSON.stringify({ codOpenOrdersPerPhone: 100 }) })
    .execute()
  await startApi()
  const apiOrigin = `http://127.0.0.1:${apiPort}`
  const startStorefrontAt = async (at: { port: number; health: number }, own: Record<string, string>) => {
    const ports = { PORT: String(at.port), HEALTH_PORT: String(at.health), API_ORIGIN: apiOrigin }
    const child = start(storefrontDoor, { ...shared, ...ports, ...own }, lines)
    await untilReady(at.health, child)
    return { origin: `http://127.0.0.1:${at.port}`, health: at.health, close: () => stopProcess(child, 'SIGTERM') }
  }
  const storefront = await startStorefrontAt({ port, health }, {}).catch(async (error: unknown) => {
    await killApi()
    await database.drop()
    throw error
  })
  const others: { close(): Promise<void> }[] = []
  return {
    origin: `http://127.0.0.1:${port}`,
    health,
    db: database.db,
    log: () => lines.join(''),
    killApi,
    startApi,
    async startStorefront(own = {}) {
      const [otherPort, otherHealth] = await Promise.all([freePort(), freePort()])
      const other = await startStorefrontAt({ port: otherPort, health: otherHealth }, own)
      others.push(other)
      return other
    },
    async close() {
      await Promise.all([storefront, ...others].map((one) => one.close()))
      if (api !== null) await stopProcess(api, 'SIGTERM')
      await database.drop()
    },
  }
}

function start(door: string, env: Record<string, string>, lines: string[]): ChildProcess {
  const child = spawn(process.execPath, [door], {
    env: { ...readInheritedEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child.stdout.setEncoding('utf8').on('data', (text: string) => lines.push(text))
  return child
}
