import { databaseKeys, databaseTls } from '@dhakacart/database/config.ts'
import { cacheKeys, readCacheSettings } from '@dhakacart/service-kit/cache/cache.settings.ts'
import { type Config, ConfigError, readConfig } from '@dhakacart/service-kit/config.ts'
import { type ClientAddress, trustedPeers } from '@dhakacart/service-kit/forwarded.ts'
import { farewellKey } from '@dhakacart/service-kit/lifecycle.ts'
import { listenDescriptorsKey } from '@dhakacart/service-kit/listen.ts'
import { readPublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import { courierKeys, createConfiguredCouriers } from './couriers/configured-couriers.ts'
import { paymentKeys, readPaymentSettings } from './payments/payments.config.ts'
import { createSecretBox, type SecretBox } from './staff/secret-box.ts'
import { createTicketSigner, type TicketSigner } from './waiting-room/ticket-signer.ts'

/** Keys that the api and the worker both read. */
const sharedKeys = {
  ...databaseKeys,
  ...paymentKeys,
  databasePoolSize: {
    kind: 'integer',
    key: 'DATABASE_POOL_SIZE',
    min: 1,
    max: 100,
    default: 10,
    give: 'the most database connections this process may open',
  },
  publicOrigin: {
    kind: 'parsed',
    key: 'PUBLIC_ORIGIN',
    parse: readPublicOrigin,
    give: 'the address shoppers see, like https://dhakacart.example',
  },
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
} as const

const pictureKeys = {
  pictureStore: {
    kind: 'choice',
    key: 'PICTURE_STORE',
    choices: ['postgresql', 's3'],
    default: 'postgresql',
    give: 'where picture bytes are kept',
  },
  s3Endpoint: {
    kind: 'url',
    key: 'S3_ENDPOINT',
    protocols: ['https:', 'http:'],
    optional: true,
    give: 'the address of the picture store, like https://s3.ap-south-1.amazonaws.com',
  },
  s3Region: { kind: 'text', key: 'S3_REGION', optional: true, give: 'the region of the bucket' },
  s3Bucket: {
    kind: 'text',
    key: 'S3_BUCKET',
    pattern: /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    optional: true,
    give: 'the name of the bucket that holds pictures',
  },
  s3AccessKeyId: { kind: 'secret', key: 'S3_ACCESS_KEY_ID', optional: true, give: 'the access key of the bucket' },
  s3SecretAccessKey: { kind: 'secret', key: 'S3_SECRET_ACCESS_KEY', optional: true, give: 'its secret' },
} as const

const messageKeys = {
  smsBaseUrl: {
    kind: 'url',
    key: 'SMS_BASE_URL',
    protocols: ['https:', 'http:'],
    optional: true,
    give: 'the address of the SMS provider, if it is not https://api.sms.net.bd',
  },
  smsApiKey: { kind: 'secret', key: 'SMS_API_KEY', optional: true, give: 'the API key of the SMS provider' },
  smsSenderId: {
    kind: 'text',
    key: 'SMS_SENDER_ID',
    lengthMax: 20,
    optional: true,
    give: 'the approved sender of our SMS',
  },
  smtpUrl: {
    kind: 'secret',
    key: 'SMTP_URL',
    protocols: ['smtps:', 'smtp:'],
    optional: true,
    give: 'the address of the mail server, like smtps://name:password@host:465',
  },
  mailFrom: {
    kind: 'text',
    key: 'MAIL_FROM',
    pattern: /^[^<>\r\n]{0,100}<[^@\s<>]+@[^@\s<>]+>$|^[^@\s<>]+@[^@\s<>]+$/,
    optional: true,
    give: 'whom our e-mail is from, like DhakaCart <orders@dhakacart.example>',
  },
} as const

const workerKeys = { ...sharedKeys, ...pictureKeys, ...courierKeys, ...messageKeys } as const

const apiKeys = {
  ...sharedKeys,
  ...cacheKeys,
  ...courierKeys,
  ...pictureKeys,
  consoleOrigin: {
    kind: 'parsed',
    key: 'CONSOLE_ORIGIN',
    parse: readPublicOrigin,
    optional: true,
    give: 'the address of the console where it has a host of its own, like https://console.dhakacart.example',
  },
  farewellMs: farewellKey,
  host: { kind: 'text', key: 'HOST', default: '127.0.0.1', give: 'the address to listen on' },
  port: { kind: 'integer', key: 'PORT', min: 0, max: 65_535, give: 'the port to listen on' },
  listenDescriptors: listenDescriptorsKey,
  staffSecretsKey: {
    kind: 'secret',
    key: 'STAFF_SECRETS_KEY',
    give: 'the key that seals what staff sign in with, as name:base64 of 32 random bytes; to replace it put a new one and a comma in front',
  },
  waitingRoomKey: {
    kind: 'secret',
    key: 'WAITING_ROOM_KEY',
    give: 'the key that signs tickets and passes of waiting rooms, as name:base64 of 32 random bytes; to replace it put a new one and a comma in front',
  },
  trustedPeers: {
    kind: 'parsed',
    key: 'TRUSTED_PEERS',
    parse: readTrustedPeers,
    default: 'loopback',
    give: 'the peers whose X-Forwarded-For is believed, like loopback,10.0.0.0/8',
  },
} as const

export type PictureConfig = Config<typeof pictureKeys>
export type ApiConfig = Config<typeof apiKeys>
export type WorkerConfig = Config<typeof workerKeys>
export type MessageConfig = Config<typeof messageKeys>

type Environment = Readonly<Record<string, string | undefined>>

/** Configuration of the api, complete and checked. Throws ConfigError with every problem together. */
export function readApiConfig(env: Environment = process.env): ApiConfig {
  const config = readConfig(apiKeys, env)
  databaseTls(config)
  readCacheSettings(config)
  readS3Settings(config)
  readStaffSecrets(config)
  readTicketSigner(config)
  readPaymentSettings(config)
  createConfiguredCouriers(config)
  return config
}

/** The box that seals what staff sign in with. Throws ConfigError when the key has another form. */
export function readStaffSecrets({ staffSecretsKey }: { staffSecretsKey: string }): SecretBox {
  try {
    return createSecretBox(staffSecretsKey)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const { key, give } = apiKeys.staffSecretsKey
    throw new ConfigError([`${key} ${error.message}: give ${give}.`])
  }
}

/** What signs tickets and passes. Throws ConfigError when the key has another form. */
export function readTicketSigner({ waitingRoomKey }: { waitingRoomKey: string }): TicketSigner {
  try {
    return createTicketSigner(waitingRoomKey)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const { key, give } = apiKeys.waitingRoomKey
    throw new ConfigError([`${key} ${error.message}: give ${give}.`])
  }
}

export type S3Settings = {
  endpoint: string
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
}

/** null when pictures are kept in PostgreSQL. Throws ConfigError when they are not and a key of the bucket is missing. */
export function readS3Settings(config: PictureConfig): S3Settings | null {
  if (config.pictureStore === 'postgresql') return null
  const settings = {
    endpoint: config.s3Endpoint,
    region: config.s3Region,
    bucket: config.s3Bucket,
    accessKeyId: config.s3AccessKeyId,
    secretAccessKey: config.s3SecretAccessKey,
  }
  const { s3Endpoint, s3Region, s3Bucket, s3AccessKeyId, s3SecretAccessKey } = pictureKeys
  const keys = { s3Endpoint, s3Region, s3Bucket, s3AccessKeyId, s3SecretAccessKey }
  const missing = Object.entries(keys).filter(([name]) => config[name as keyof typeof keys] === undefined)
  if (missing.length === 0) return settings as S3Settings
  throw new ConfigError(
    missing.map(([, { key, give }]) => `${key} is missing while PICTURE_STORE is s3: give ${give}.`),
  )
}

/** Configuration of the command that copies pictures from the database to the configured store. */
export function readPictureConfig(env: Environment = process.env) {
  const config = readConfig({ ...databaseKeys, ...pictureKeys }, env)
  databaseTls(config)
  readS3Settings(config)
  return config
}

const { staffSecretsKey } = apiKeys

/** Configuration of the command that makes accounts to try the console with, on a laptop. */
export function readDemoStaffConfig(env: Environment = process.env) {
  const demoStaffFile = { kind: 'text', key: 'DEMO_STAFF_FILE', give: 'the file that keeps these accounts' } as const
  const { publicOrigin } = sharedKeys
  return readConfig({ ...databaseKeys, publicOrigin, staffSecretsKey, demoStaffFile }, env)
}

/** Configuration of the worker. Throws ConfigError with every problem together. */
export function readWorkerConfig(env: Environment = process.env): WorkerConfig {
  const config = readConfig(workerKeys, env)
  databaseTls(config)
  readS3Settings(config)
  const problems = [
    ...((config.smtpUrl === undefined) === (config.mailFrom === undefined)
      ? []
      : ['SMTP_URL and MAIL_FROM belong together: give both or neither.']),
    ...(config.smsBaseUrl?.startsWith('http:') === true && !config.publicOrigin.isLoopback
      ? ['SMS_BASE_URL must use https: phone numbers and codes go there. Plain http is for localhost only.']
      : []),
  ]
  if (problems.length > 0) throw new ConfigError(problems)
  readPaymentSettings(config)
  return config
}

const maxTrustedPeers = 50

function readTrustedPeers(text: string): ClientAddress {
  const peers = text.split(',').map((peer) => peer.trim())
  if (peers.length > maxTrustedPeers) throw new RangeError(`must have at most ${maxTrustedPeers} items`)
  return trustedPeers(peers)
}
