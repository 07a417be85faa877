import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Db } from '@dhakacart/database/connect.ts'
import { createTestDatabase } from '@dhakacart/database/testing/test-database.ts'
import { openApiConnections } from '@dhakacart/service-kit/api-connections.ts'
import { createLog } from '@dhakacart/service-kit/log.ts'
import { createMetrics } from '@dhakacart/service-kit/metrics.ts'
import { readInheritedEnvironment } from '@dhakacart/service-kit/testing/config.ts'
import { freePort, stopProcess, untilReady } from '@dhakacart/service-kit/testing/processes.ts'
import { build } from '../build.ts'
import { createApiClient } from '../src/api-client.ts'
import { createStorefront, type Storefront } from '../src/app.ts'
import { readStorefrontConfig } from '../src/config.ts'

const here = dirname(fileURLToPath(import.meta.url))
const apiDoor = join(here, '../../api/src/server.ts')
export const dist = join(here, '../dist')

/** Nobody signs in to the console here, but the api asks for the key all the same. */
export const staffSecretsKey = `test:${'A'.repeat(43)}=`

export type StorefrontUnderTest = Storefront & { close(): Promise<void> }
export type ShopUnderTest = StorefrontUnderTest & { db: Db }

/** The storefront in this process, in front of whatever answers at `apiOrigin`. */
export async function startStorefront(
  apiOrigin: string,
  env: Record<string, string> = {},
): Promise<StorefrontUnderTest> {
  await build()
  const config = readStorefrontConfig({
    PUBLIC_ORIGIN: 'http://localhost:4399',
    API_ORIGIN: apiOrigin,
    LOG_LEVEL: 'silent',
    ...env,
  })
  const connections = openApiConnections()
  const { app, pages } = await createStorefront({
    config,
    log: createLog({ process: 'storefront', release: 'test', level: 'silent' }),
    metrics: createMetrics({ process: 'storefront', release: 'test' }),
    lifecycle: { isDraining: false },
    call: createApiClient(apiOrigin, connections),
    connections,
    dist,
  })
  return {
    app,
    pages,
    async close() {
      await app.close()
      await pages.stop()
      await connections.close()
    },
  }
}

/** The whole shop: a seeded database of its own, the real api as a process, the storefront in this one. */
export async function startShop(env: Record<string, string> = {}): Promise<ShopUnderTest> {
  const database = await createTestDatabase({ seeded: true })
  const [port, healthPort] = [await freePort(), await freePort()]
  const api = spawn(process.execPath, [apiDoor], {
    env: {
      ...readInheritedEnvironment(),
      PUBLIC_ORIGIN: 'http://localhost:4399',
      PORT: String(port),
      HEALTH_PORT: String(healthPort),
      DATABASE_URL: database.url,
      STAFF_SECRETS_KEY: staffSecretsKey,
      WAITING_ROOM_KEY: staffSecretsKey,
      LOG_LEVEL: 'error',
      RELEASE: 'test',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    await untilReady(healthPort)
    const storefront = await startStorefront(`http://127.0.0.1:${port}`, env)
    return {
      ...storefront,
      db: database.db,
      async close() {
        await storefront.close()
        await stopProcess(api)
        await database.drop()
      },
    }
  } catch (error) {
    await stopProcess(api)
    await database.drop()
    throw error
  }
}
