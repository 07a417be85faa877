import { generateKeyPairSync } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { createLog } from '@dhakacart/service-kit/log.ts'
import { createMetrics } from '@dhakacart/service-kit/metrics.ts'
import type { FastifyInstance } from 'fastify'
import { createSimulator } from '../app.ts'
import type { ProviderKeys, Simulator, Timing } from '../simulator.ts'

const pair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })

export const gatewayPair = pair()
export const merchantPair = pair()

export const testKeys: ProviderKeys = {
  sslcommerz: { storeId: 'teststore', storePassword: 'store-password' },
  bkash: { username: 'bkash-user', password: 'bkash-password', appKey: 'bkash-app-key', appSecret: 'bkash-app-secret' },
  nagad: {
    merchantId: '683002007104225',
    gatewayPrivateKey: gatewayPair.privateKey,
    merchantPublicKey: merchantPair.publicKey,
  },
  pathao: {
    clientId: 'pathao-client',
    clientSecret: 'pathao-client-secret',
    username: 'shop@example.com',
    password: 'pathao-password',
    storeId: '55001',
  },
  steadfast: { apiKey: 'steadfast-api-key', secretKey: 'steadfast-secret-key' },
  sms: { apiKey: 'sms-api-key', senderId: 'DhakaCart' },
}

/** What reached the merchant, in order. */
type Received = { path: string; headers: Record<string, unknown>; body: string }

export type Merchant = { origin: string; received: Received[]; answerWith(status: number): void; stop(): Promise<void> }

/** A shop that writes down what providers send it. */
export async function startMerchant(): Promise<Merchant> {
  const received: Received[] = []
  let status = 200
  const server: Server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (text: string) => {
      body += text
    })
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, body })
      response.writeHead(status).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answerWith(given) {
      status = given
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export type TestSimulator = {
  app: FastifyInstance
  simulator: Simulator
  /** Where it listens; connections that get no answer need a real one. */
  origin: string
  stop(): Promise<void>
}

type Options = {
  timing?: Partial<Timing>
  recordFile?: string | null
  origin?: string
  webhookOrigin?: string | null
  shopAddress?: string
}

export async function startTestSimulator(options: Options = {}): Promise<TestSimulator> {
  const { app, simulator } = await createSimulator({
    keys: testKeys,
    log: createLog({ process: 'simulator', release: 'test', level: 'silent' }),
    metrics: createMetrics({ process: 'simulator', release: 'test' }),
    lifecycle: { isDraining: false },
    release: 'test',
    origin: options.origin ?? 'http://127.0.0.1:4000',
    webhookOrigin: options.webhookOrigin ?? null,
    shopAddress: options.shopAddress ?? null,
    recordFile: options.recordFile ?? null,
    timing: { slowMs: 200, unansweredMs: 200, notifyMs: 10, ...options.timing },
  })
  const origin = await app.listen({ host: '127.0.0.1', port: 0 })
  return { app, simulator, origin, stop: () => app.close() }
}

/** Waits until `isTrue`, at most two seconds. */
export async function until(what: string, isTrue: () => boolean): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) {
    if (isTrue()) return
    await sleep(10)
  }
  throw new Error(`Waited in vain until ${what}.`)
}
