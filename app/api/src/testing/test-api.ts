import { randomBytes } from 'node:crypto'
import { type Call, createClient } from '@dhakacart/contract/client.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import { createTestDatabase, type TestDatabase } from '@dhakacart/database/testing/test-database.ts'
import { trustedPeers } from '@dhakacart/service-kit/forwarded.ts'
import { createLog } from '@dhakacart/service-kit/log.ts'
import { createMetrics } from '@dhakacart/service-kit/metrics.ts'
import { readPublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import type { FastifyInstance } from 'fastify'
import { type ApiSettings, createApi } from '../app.ts'
import { assertMoneyAddsUp } from '../payments/testing/money.ts'
import { createSecretBox } from '../staff/secret-box.ts'
import { createTicketSigner } from '../waiting-room/ticket-signer.ts'

export type TestApi = {
  app: FastifyInstance
  db: Db
  database: TestDatabase
  inject: FastifyInstance['inject']
  /** The contract's client over inject: typed answers, ApiError for everything outside 2xx. */
  call: Call
  /** Closes the api and drops its database. */
  drop(): Promise<void>
}

export type TestApiOptions = {
  /** true: the whole seeded shop; false: the schema alone. */
  seeded?: boolean
  settings?: Partial<ApiSettings>
}

/** The whole api on a database of its own, for one test file. */
export async function startTestApi({ seeded = false, settings = {} }: TestApiOptions = {}): Promise<TestApi> {
  const database = await createTestDatabase({ seeded })
  const app = await createApi({
    db: database.db,
    publicOrigin: readPublicOrigin('http://localhost:3000'),
    clientAddress: trustedPeers(['loopback']),
    release: 'test',
    log: createLog({ process: 'api', release: 'test', level: 'silent' }),
    metrics: createMetrics({ process: 'api', release: 'test' }),
    lifecycle: { isDraining: false },
    staffSecrets: createSecretBox(`test:${randomBytes(32).toString('base64')}`),
    tickets: createTicketSigner(`test:${randomBytes(32).toString('base64')}`),
    catalogueAge: { maxAgeMs: 0, patienceMs: 5_000 },
    ...settings,
  })
  return {
    app,
    db: database.db,
    database,
    inject: app.inject.bind(app) as FastifyInstance['inject'],
    call: createClient((request) => sendByInject(app, request)),
    async drop() {
      await app.close()
      // A test that brought a database of its own looks itself: its way there may be cut.
      if (settings.db === undefined) await assertMoneyAddsUp(database.db)
      await database.drop()
    },
  }
}

async function sendByInject(app: FastifyInstance, request: Parameters<Parameters<typeof createClient>[0]>[0]) {
  const { method, path, headers, body } = request
  const answer = await app.inject({ method, url: path, headers, ...(body !== null && { payload: body }) })
  const isJson = String(answer.headers['content-type']).startsWith('application/json')
  return {
    status: answer.statusCode,
    headers: answer.headers as Record<string, string | string[] | undefined>,
    body: isJson ? answer.json() : answer.body,
  }
}
