import { readFileSync } from 'node:fs'
import { request } from 'node:https'
import { setTimeout as sleep } from 'node:timers/promises'
import { PlainFailure } from '../command.ts'
import { authorityFile } from './certificate.ts'
import { httpsPort, shopHost } from './place.ts'

const READY_LIMIT_MS = 120_000
const ANSWER_LIMIT_MS = 5_000
const POLL_MS = 500

type Answer = { readonly status: number; readonly release: string | undefined }

/** Asks as a browser would that trusts our authority, whatever resolves *.localhost here. null: no answer. */
function ask(path: string, host = shopHost): Promise<Answer | null> {
  return new Promise((resolve) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port: httpsPort,
        servername: host,
        path,
        headers: { host: `${host}:${httpsPort}` },
        ca: readFileSync(authorityFile),
        agent: false,
        timeout: ANSWER_LIMIT_MS,
      },
      (response) => {
        response.resume()
        const release = response.headers['x-release']
        response.once('end', () => resolve({ status: response.statusCode ?? 0, release: release?.toString() }))
        response.once('error', () => resolve(null))
      },
    )
    asked.once('timeout', () => asked.destroy())
    asked.once('error', () => resolve(null))
    asked.end()
  })
}

/** Waits until home page and api answer through the gateway, and the console on its own host. */
export async function waitForShop(consoleHost: string): Promise<void> {
  const questions = [
    { host: shopHost, path: '/en' },
    { host: shopHost, path: '/api/catalogue/categories' },
    { host: consoleHost, path: '/console' },
  ]
  const giveUpAt = performance.now() + READY_LIMIT_MS
  for (const { host, path } of questions) {
    for (;;) {
      const answer = await ask(path, host)
      if (answer?.status === 200) break
      if (performance.now() > giveUpAt) {
        throw new PlainFailure(
          `https://${host}:${httpsPort}${path} does not answer well: ${answer?.status ?? 'no connection'}.`,
        )
      }
      await sleep(POLL_MS)
    }
  }
}
