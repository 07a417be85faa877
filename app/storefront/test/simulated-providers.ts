import { type ChildProcess, spawn } from 'node:child_process'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { readInheritedEnvironment } from '@dhakacart/service-kit/testing/config.ts'
import { freePort, stopProcess, untilReady } from '@dhakacart/service-kit/testing/processes.ts'

const simulatorDoor = fileURLToPath(new URL('../../simulator/src/server.ts', import.meta.url))

/** How a payer's browser comes back to the shop. */
export type WayBack = { method: 'get' | 'post'; url: string; fields?: Record<string, string> }

/** The payment providers as a process of their own, and the keys that the shop needs to speak to them. */
export async function startSimulatedProviders() {
  const [port, healthPort, smtpPort] = [await freePort(), await freePort(), await freePort()]
  const secret = () => randomBytes(12).toString('hex')
  const keyPair = () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    return {
      publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
      privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    }
  }
  const [gateway, merchant] = [keyPair(), keyPair()]
  const shared = {
    SSLCOMMERZ_STORE_ID: 'teststore',
    SSLCOMMERZ_STORE_PASSWORD: secret(),
    BKASH_USERNAME: 'merchant',
    BKASH_PASSWORD: secret(),
    BKASH_APP_KEY: secret(),
    BKASH_APP_SECRET: secret(),
    NAGAD_MERCHANT_ID: '683000000000001',
  }
  const others = ['PATHAO_CLIENT_ID', 'PATHAO_CLIENT_SECRET', 'PATHAO_USERNAME', 'PATHAO_PASSWORD', 'PATHAO_STORE_ID']
  const more = [...others, 'STEADFAST_API_KEY', 'STEADFAST_SECRET_KEY', 'SMS_API_KEY', 'SMS_SENDER_ID']
  const env = {
    ...readInheritedEnvironment(),
    PUBLIC_ORIGIN: 'http://localhost:1',
    PORT: String(port),
    SMTP_PORT: String(smtpPort),
    HEALTH_PORT: String(healthPort),
    LOG_LEVEL: 'error',
    ...shared,
    ...Object.fromEntries(more.map((key) => [key, secret()])),
    NAGAD_GATEWAY_PRIVATE_KEY: gateway.privateKey,
    NAGAD_MERCHANT_PUBLIC_KEY: merchant.publicKey,
  }
  const child: ChildProcess = spawn(process.execPath, [simulatorDoor], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  await untilReady(healthPort)
  const origin = `http://127.0.0.1:${port}`
  return {
    forShop: {
      ...shared,
      NAGAD_GATEWAY_PUBLIC_KEY: gateway.publicKey,
      NAGAD_MERCHANT_PRIVATE_KEY: merchant.privateKey,
      SSLCOMMERZ_BASE_URL: `${origin}/sslcommerz`,
      BKASH_BASE_URL: `${origin}/bkash`,
      NAGAD_BASE_URL: `${origin}/nagad/remote-payment-gateway-1.0/api/dfs`,
    },
    /** Decides as the payer does on the provider's page at `pageUrl`. */
    async decide(pageUrl: string, choice: 'pay' | 'fail' | 'cancel', faults: string[] = []): Promise<WayBack> {
      const id = new URL(pageUrl).pathname.split('/').at(-1)
      const answer = await fetch(`${origin}/control/payments/${id}/decide`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ choice, faults }),
      })
      if (!answer.ok) throw new Error(`the simulator said ${answer.status}: ${await answer.text()}`)
      return ((await answer.json()) as { back: WayBack }).back
    },
    close: () => stopProcess(child),
  }
}
