import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PaymentSettings } from '../payments.config.ts'
import { answerTo, merchant, nagad, nameOf, storePassword, withStatus } from './fake-gateway-answers.ts'

/** A payment as a provider sees it. */
export type FakePayment = {
  session: string
  reference: string
  taka: string
  returnUrl: string
  /** What it was begun with, in the provider's own words. */
  begunWith: Record<string, unknown>
  trx: string
  /** agreed: by the shopper, but not taken yet (bKash). */
  state: 'open' | 'agreed' | 'paid'
  /** What the provider says instead of the truth. */
  lies: Record<string, string>
  refunds: { id: string; reference: string; taka: string; state: string }[]
}
/**
 * away: answers 503. hangs: never answers. lost: does it, then never answers. breaks: does it, then answers 504. refuses: says
 * no. mumbles: does it, and answers what nobody can read. maintenance: bKash answers in its own words that it is being mended.
 * 2062 and 2117: bKash took the money for another request just before.
 */
export type Fault = 'away' | 'hangs' | 'lost' | 'breaks' | 'refuses' | 'mumbles' | 'maintenance' | '2062' | '2117'

export type FakeGateways = {
  settings: PaymentSettings
  payments: Map<string, FakePayment>
  /** By operation, as the first word of the path's end: create, execute, status, validate, query, refund … */
  faults: Map<string, Fault>
  /** Operations asked for, in order. */
  asked: string[]
  /** The shopper pays at the provider's page. */
  pay(reference: string): FakePayment
  /** Ends every connection, those of requests that are never answered among them: the shop waits no longer. */
  hangUp(): void
  close(): Promise<void>
}

/** One small server that speaks as the three providers do, strictly enough to refuse what they would refuse. */
export async function startFakeGateways(): Promise<FakeGateways> {
  const payments = new Map<string, FakePayment>()
  const faults = new Map<string, Fault>()
  const asked: string[] = []
  let count = 0
  const add = (reference: string, taka: string, returnUrl: string, begunWith = {}): FakePayment => {
    const number = ++count
    const state = 'open' as const
    const payment = {
      session: `SESSION${number}`,
      reference,
      taka,
      returnUrl,
      begunWith,
      trx: `TRX${number}`,
      state,
      lies: {},
      refunds: [],
    }
    payments.set(reference, payment)
    return payment
  }
  const bySession = (session: unknown) => [...payments.values()].find((each) => each.session === session)
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://gateway')
    const ask = { path: url.pathname, query: url.searchParams, body: await readBody(request), headers: request.headers }
    const operation = nameOf(ask)
    asked.push(operation)
    const fault = faults.get(operation)
    if (fault === 'hangs') return
    if (fault === 'away') return response.writeHead(503).end('maintenance')
    const answer = answerTo(ask, operation, fault, { add, bySession, payments })
    if (fault === 'lost') return
    if (fault === 'breaks') return response.writeHead(504).end('gateway time-out')
    if (fault === 'mumbles') return response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>')
    await sleep(1)
    const { status, body } = withStatus(answer)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    settings: {
      sslcommerz: { baseUrl: `${origin}/sslcommerz`, storeId: 'store-id-secret', storePassword },
      bkash: {
        baseUrl: `${origin}/bkash`,
        username: 'bkash-username-secret',
        password: 'bkash-password-secret',
        appKey: 'bkash-app-key-secret',
        appSecret: 'bkash-app-secret-secret',
      },
      nagad: {
        baseUrl: `${origin}/nagad`,
        merchantId: '683002007104225',
        gatewayPublicKey: nagad.publicKey,
        merchantPrivateKey: merchant.privateKey,
      },
    },
    payments,
    faults,
    asked,
    pay(reference) {
      const payment = payments.get(reference)
      if (payment === undefined) throw new Error(`no payment ${reference}`)
      payment.state = payment.returnUrl.includes('/bkash/') ? 'agreed' : 'paid'
      return payment
    },
    hangUp: () => server.closeAllConnections(),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = ''
  for await (const part of request) text += String(part)
  if (text === '') return {}
  const isForm = request.headers['content-type'] === 'application/x-www-form-urlencoded'
  return isForm ? Object.fromEntries(new URLSearchParams(text)) : (JSON.parse(text) as Record<string, unknown>)
}

/** The notice that SSLCOMMERZ posts for a payment, signed as it signs. */
export function signedNotice(
  { reference, taka, trx }: FakePayment,
  changes: Record<string, string> = {},
): URLSearchParams {
  const fields: Record<string, string> = {
    amount: taka,
    currency: 'BDT',
    status: 'VALID',
    tran_id: reference,
    val_id: `VAL-${trx}`,
  }
  const signed: Record<string, string> = {
    ...fields,
    store_passwd: createHash('md5').update(storePassword).digest('hex'),
  }
  const text = Object.keys(signed)
    .toSorted()
    .map((name) => `${name}=${signed[name]}`)
    .join('&')
  const digest = (algorithm: string) => createHash(algorithm).update(text).digest('hex')
  const signature = {
    verify_key: Object.keys(fields).join(','),
    verify_sign: digest('md5'),
    verify_sign_sha2: digest('sha256'),
  }
  return new URLSearchParams({ ...fields, ...signature, ...changes })
}
