import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { findFreePort, isPortFree, LOOPBACK } from '../processes/ports.ts'

/** Where the simulated providers listen, and what they and the shop both know. */
export type SimulatorPlace = {
  readonly port: number
  readonly smtpPort: number
  readonly recordFile: string
  /** Keys of the simulator's environment. */
  readonly forSimulator: Readonly<Record<string, string | undefined>>
  /** Keys of the environment of api and worker, which then offer these providers. */
  readonly forShop: Readonly<Record<string, string | undefined>>
}

type Kept = { port: number; smtpPort: number; secrets: Record<string, string> }

/**
 * Makes random keys at the first start and keeps them, with the ports, in DATA-FOLDER/simulator.json: payments that wait
 * across a restart still find their page and their keys.
 */
export async function prepareSimulator(dataFolder: string): Promise<SimulatorPlace> {
  const file = path.join(dataFolder, 'simulator.json')
  const kept = readKept(file)
  const port = kept !== null && (await isPortFree(kept.port)) ? kept.port : await findFreePort()
  const smtpPort = kept !== null && (await isPortFree(kept.smtpPort)) ? kept.smtpPort : await findFreePort()
  const secrets = kept?.secrets ?? makeProviderSecrets()
  writeFileSync(file, `${JSON.stringify({ port, smtpPort, secrets } satisfies Kept)}\n`, { mode: 0o600 })
  const { forSimulator, forShop } = shareOut(secrets, LOOPBACK, { port, smtpPort })
  return {
    port,
    smtpPort,
    recordFile: path.join(dataFolder, 'simulator-records.jsonl'),
    forSimulator: { ...withoutFiles(secrets), ...forSimulator },
    forShop: { ...withoutFiles(secrets), ...forShop },
  }
}

type Environment = Readonly<Record<string, string>>

/** What each side is given: of a pair of keys its own half, and the shop the addresses of the simulator at `host` too. */
export function shareOut(
  secrets: Environment,
  host: string,
  { port, smtpPort }: { port: number; smtpPort: number },
): { forSimulator: Environment; forShop: Environment } {
  const { NAGAD_GATEWAY_PRIVATE_KEY = '', NAGAD_MERCHANT_PUBLIC_KEY = '', ...both } = secrets
  const { NAGAD_GATEWAY_PUBLIC_KEY = '', NAGAD_MERCHANT_PRIVATE_KEY = '', ...shared } = both
  return {
    forSimulator: { ...shared, NAGAD_GATEWAY_PRIVATE_KEY, NAGAD_MERCHANT_PUBLIC_KEY },
    forShop: {
      ...shared,
      NAGAD_GATEWAY_PUBLIC_KEY,
      NAGAD_MERCHANT_PRIVATE_KEY,
      ...addressesOf(`http://${host}:${port}`),
      SMTP_URL: `smtp://${host}:${smtpPort}`,
      MAIL_FROM: 'shop@dhakacart.localhost',
    },
  }
}

/** Each stands for what the provider's documentation calls the base address. */
function addressesOf(origin: string): Record<string, string> {
  return {
    SSLCOMMERZ_BASE_URL: `${origin}/sslcommerz`,
    BKASH_BASE_URL: `${origin}/bkash`,
    NAGAD_BASE_URL: `${origin}/nagad/remote-payment-gateway-1.0/api/dfs`,
    PATHAO_BASE_URL: `${origin}/pathao`,
    // Its addresses begin at the root.
    SMS_BASE_URL: origin,
    STEADFAST_BASE_URL: `${origin}/steadfast/api/v1`,
  }
}

/** A person's shell may hold files for the same secrets, and giving both is refused. */
function withoutFiles(secrets: Readonly<Record<string, string>>): Record<string, undefined> {
  return Object.fromEntries([...Object.keys(secrets), 'SMTP_URL'].map((key) => [`${key}_FILE`, undefined]))
}

/** Keys of all providers, made up. */
export function makeProviderSecrets(): Record<string, string> {
  const secret = () => randomBytes(18).toString('base64url')
  const [gateway, merchant] = [makeKeyPair(), makeKeyPair()]
  return {
    SSLCOMMERZ_STORE_ID: 'dhakacartlaptop',
    SSLCOMMERZ_STORE_PASSWORD: secret(),
    BKASH_USERNAME: 'dhakacart-laptop',
    BKASH_PASSWORD: secret(),
    BKASH_APP_KEY: secret(),
    BKASH_APP_SECRET: secret(),
    NAGAD_MERCHANT_ID: '683000000000001',
    NAGAD_GATEWAY_PUBLIC_KEY: gateway.publicKey,
    NAGAD_GATEWAY_PRIVATE_KEY: gateway.privateKey,
    NAGAD_MERCHANT_PUBLIC_KEY: merchant.publicKey,
    NAGAD_MERCHANT_PRIVATE_KEY: merchant.privateKey,
    PATHAO_CLIENT_ID: 'dhakacart-laptop',
    PATHAO_CLIENT_SECRET: secret(),
    PATHAO_USERNAME: 'shop@dhakacart.localhost',
    PATHAO_PASSWORD: secret(),
    PATHAO_STORE_ID: '55001',
    STEADFAST_API_KEY: secret(),
    STEADFAST_SECRET_KEY: secret(),
    SMS_API_KEY: secret(),
    SMS_SENDER_ID: 'DhakaCart',
  }
}

/** As Nagad hands keys out: the base64 of their DER form, on one line. */
function makeKeyPair() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  }
}

/** null when there is none, or it cannot be read as one: the simulator then starts afresh. */
function readKept(file: string): Kept | null {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept
    const names = Object.keys(kept.secrets)
    return Number.isInteger(kept.port) && names.includes('SMS_SENDER_ID') ? kept : null
  } catch {
    return null
  }
}
