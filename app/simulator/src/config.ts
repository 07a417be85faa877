import { readConfig } from '@dhakacart/service-kit/config.ts'
import { listenDescriptorsKey } from '@dhakacart/service-kit/listen.ts'
import { type PublicOrigin, readPublicOrigin } from '@dhakacart/service-kit/public-origin.ts'

const secret = (key: string, give: string) => ({ kind: 'secret', key, lengthMin: 8, give }) as const
const name = (key: string, give: string) => ({ kind: 'text', key, pattern: /^[\w.@-]{1,100}$/, give }) as const

const keys = {
  publicOrigin: {
    kind: 'parsed',
    key: 'PUBLIC_ORIGIN',
    parse: readLaptopOrigin,
    give: 'the address of the shop on this machine, like http://localhost:3000',
  },
  origin: {
    kind: 'parsed',
    key: 'SIMULATOR_ORIGIN',
    parse: readLaptopOrigin,
    optional: true,
    give: 'the address at which browsers on this machine find its pages, where that is not the one it listens on',
  },
  shopAddress: {
    kind: 'url',
    key: 'SHOP_ADDRESS',
    protocols: ['http:', 'https:'],
    optional: true,
    give: 'where the shop answers, where PUBLIC_ORIGIN does not lead to it from here, like http://storefront:3000',
  },
  port: { kind: 'integer', key: 'PORT', min: 0, max: 65_535, give: 'the port to listen on' },
  listenDescriptors: listenDescriptorsKey,
  smtpPort: { kind: 'integer', key: 'SMTP_PORT', min: 0, max: 65_535, give: 'the port to take e-mail on' },
  healthHost: { kind: 'text', key: 'HEALTH_HOST', default: '127.0.0.1', give: 'where /readyz and /metrics listen' },
  healthPort: { kind: 'integer', key: 'HEALTH_PORT', min: 0, max: 65_535, give: 'the port of /readyz and /metrics' },
  logLevel: {
    kind: 'choice',
    key: 'LOG_LEVEL',
    choices: ['debug', 'info', 'warn', 'error'],
    default: 'info',
    give: 'the least important level that is written',
  },
  release: {
    kind: 'text',
    key: 'RELEASE',
    // It is sent with every answer.
    pattern: /^[\w.+-]{1,100}$/,
    default: 'development',
    give: 'the name of this build, of letters, digits and . _ + -',
  },
  recordFile: {
    kind: 'text',
    key: 'SIMULATOR_RECORD_FILE',
    optional: true,
    give: 'the file in which payments survive a restart',
  },
  sslcommerzStoreId: name('SSLCOMMERZ_STORE_ID', 'the store the merchant names'),
  sslcommerzStorePassword: secret('SSLCOMMERZ_STORE_PASSWORD', 'its password'),
  bkashUsername: name('BKASH_USERNAME', 'the merchant’s user name'),
  bkashPassword: secret('BKASH_PASSWORD', 'its password'),
  bkashAppKey: secret('BKASH_APP_KEY', 'the key of the merchant’s app'),
  bkashAppSecret: secret('BKASH_APP_SECRET', 'the secret of the merchant’s app'),
  nagadMerchantId: name('NAGAD_MERCHANT_ID', 'the merchant’s number'),
  nagadGatewayPrivateKey: secret('NAGAD_GATEWAY_PRIVATE_KEY', 'the gateway’s own key'),
  nagadMerchantPublicKey: secret('NAGAD_MERCHANT_PUBLIC_KEY', 'the key that checks the merchant’s signatures'),
  pathaoClientId: name('PATHAO_CLIENT_ID', 'the merchant’s client'),
  pathaoClientSecret: secret('PATHAO_CLIENT_SECRET', 'its secret'),
  pathaoUsername: name('PATHAO_USERNAME', 'the merchant’s user name'),
  pathaoPassword: secret('PATHAO_PASSWORD', 'its password'),
  pathaoStoreId: name('PATHAO_STORE_ID', 'the merchant’s store'),
  steadfastApiKey: secret('STEADFAST_API_KEY', 'the merchant’s key'),
  steadfastSecretKey: secret('STEADFAST_SECRET_KEY', 'its secret'),
  smsApiKey: secret('SMS_API_KEY', 'the key that may send SMS'),
  smsSenderId: name('SMS_SENDER_ID', 'the sender that recipients see'),
} as const

/** Behind a way in of its own (a cluster on this machine) it listens to that; else to this machine alone. */
function hostKey(hasOwnOrigin: boolean) {
  return {
    kind: 'text',
    key: 'HOST',
    pattern: hasOwnOrigin ? /^(?:0\.0\.0\.0|127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/ : /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/,
    default: '127.0.0.1',
    give: 'an address of this machine alone, beginning with 127.; 0.0.0.0 is for where SIMULATOR_ORIGIN is given',
  } as const
}

export type SimulatorConfig = ReturnType<typeof readSimulatorConfig>

/** Configuration of the simulator. Throws ConfigError with every problem together, also where the shop is a real one. */
export function readSimulatorConfig(env: Readonly<Record<string, string | undefined>> = process.env) {
  return readConfig({ ...keys, host: hostKey(env.SIMULATOR_ORIGIN !== undefined) }, env)
}

/** Nobody may take the simulator for a bank: it starts for a shop on this machine only. */
function readLaptopOrigin(text: string): PublicOrigin {
  const origin = readPublicOrigin(text)
  if (!origin.isLoopback) throw new RangeError('must be an address of this machine: the simulator is for laptops only')
  return origin
}
