import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSimulatorConfig } from './config.ts'

const secret = 'long-enough-for-a-secret'
const complete = {
  PUBLIC_ORIGIN: 'http://localhost:3000',
  PORT: '4000',
  SMTP_PORT: '4001',
  HEALTH_PORT: '4002',
  SSLCOMMERZ_STORE_ID: 'store',
  SSLCOMMERZ_STORE_PASSWORD: secret,
  BKASH_USERNAME: 'user',
  BKASH_PASSWORD: secret,
  BKASH_APP_KEY: secret,
  BKASH_APP_SECRET: secret,
  NAGAD_MERCHANT_ID: '683000000000001',
  NAGAD_GATEWAY_PRIVATE_KEY: secret,
  NAGAD_MERCHANT_PUBLIC_KEY: secret,
  PATHAO_CLIENT_ID: 'client',
  PATHAO_CLIENT_SECRET: secret,
  PATHAO_USERNAME: 'shop@example.com',
  PATHAO_PASSWORD: secret,
  PATHAO_STORE_ID: '1',
  STEADFAST_API_KEY: secret,
  STEADFAST_SECRET_KEY: secret,
  SMS_API_KEY: secret,
  SMS_SENDER_ID: 'DhakaCart',
}

test('a complete configuration is read, on this machine alone unless said otherwise', () => {
  const config = readSimulatorConfig(complete)
  assert.deepEqual([config.host, config.port, config.bkashAppKey], ['127.0.0.1', 4000, secret])
})

for (const origin of ['https://dhakacart.example', 'https://127.0.0.1.example', 'https://localhost.example']) {
  test(`it refuses to run for the shop at ${origin}`, () => {
    assert.throws(() => readSimulatorConfig({ ...complete, PUBLIC_ORIGIN: origin }), /for laptops only/)
  })
}

test('in a cluster on this machine it listens to the way in, whose address is of this machine too', () => {
  const inCluster = { ...complete, HOST: '0.0.0.0', SIMULATOR_ORIGIN: 'https://providers.localhost:8443' }
  const config = readSimulatorConfig({ ...inCluster, SHOP_ADDRESS: 'http://storefront:3000' })
  assert.deepEqual([config.host, config.origin?.origin], ['0.0.0.0', 'https://providers.localhost:8443'])
  assert.throws(
    () => readSimulatorConfig({ ...inCluster, SIMULATOR_ORIGIN: 'https://providers.example' }),
    /for laptops only/,
  )
})

test('it refuses an address that others can reach, and a missing secret, in one go', () => {
  const { SMS_API_KEY: _, ...rest } = complete
  assert.throws(
    () => readSimulatorConfig({ ...rest, HOST: '0.0.0.0' }),
    (error: Error) => /HOST/.test(error.message) && /SMS_API_KEY is missing/.test(error.message),
  )
})
