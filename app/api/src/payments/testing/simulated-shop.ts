import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { OnlineMethod } from '@dhakacart/contract/payments.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import { addPlaces } from '@dhakacart/database/testing/fixtures.ts'
import { setClock, useSimulatedClock } from '@dhakacart/database/testing/set-clock.ts'
import { createTestDatabase } from '@dhakacart/database/testing/test-database.ts'
import { readPublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import { dhakaTime } from '@dhakacart/simulator/src/clock.ts'
import type { FaultName } from '@dhakacart/simulator/src/provider-faults.ts'
import {
  gatewayPair,
  merchantPair,
  startTestSimulator,
  type TestSimulator,
  testKeys,
  until,
} from '@dhakacart/simulator/src/testing/test-simulator.ts'
import { expireHolds } from '../../orders/orders.service.ts'
import { runDueRefund } from '../../refunds/refund-sending.ts'
import { startTestApi } from '../../testing/test-api.ts'
import type { PaymentContext } from '../payment-context.ts'
import type { PaymentSettings } from '../payments.config.ts'
import { createPaymentProviders } from '../providers/configured-providers.ts'
import type { ProviderHttpLimits } from '../providers/provider-http.ts'
import { verifyDue } from '../verify.ts'
import { orderToPay } from './paying-shopper.ts'

/** How long the simulator's slow answers take, in place of 30 s, and how long the shop waits for one of those. */
const slowMs = 400
const impatienceMs = 150
const hourMs = 3_600_000

type WayBack = { method: 'get' | 'post'; url: string; fields?: Record<string, string> }

/** A shop that listens, its adapters speaking HTTP to the strict simulator, which posts its notices back. Both clocks go together. */
export async function startSimulatedShop() {
  const { publicOrigin, answerWith, stopListening } = await startListening()
  const gateways = await startTestSimulator({ timing: { slowMs, unansweredMs: 20 } })
  const { simulator } = gateways
  const database = await createTestDatabase()
  // Silences follow each other here as they never do at a provider, and none is to hide the next.
  const limits: ProviderHttpLimits = { maxInFlight: 8, maxWaiting: 32, maxWaitMs: 2_000, failuresToOpen: 99, openMs: 0 }
  const providers = createPaymentProviders(settingsOf(gateways.origin), database.db, undefined, limits)
  const api = await startTestApi({ settings: { db: database.db, paymentProviders: providers, publicOrigin } })
  api.db = database.db
  answerWith((request, response) => api.app.routing(request, response))
  const context: PaymentContext = { db: database.db, randomBytes, providers, publicOrigin }
  const { insideDhakaUpazilaId: upazilaId } = await addPlaces(database.db)
  let now = new Date()
  await useSimulatedClock(database.db, now)

  async function pass(seconds: number): Promise<void> {
    now = new Date(now.getTime() + seconds * 1_000)
    await setClock(database.db, now)
    simulator.clock.advance(seconds * 1_000)
    const isOver = () =>
      simulator.records.list('callback').every((one) => one.isDone || one.dueAt > simulator.clock.now())
    await until('no notice is due', isOver)
  }

  return {
    api,
    db: database.db,
    simulator,
    upazilaId,
    orderBy: (method: OnlineMethod, more: Parameters<typeof orderToPay>[3] = {}) =>
      orderToPay(api, upazilaId, method, more),
    /** So many seconds pass for the shop and its providers, and every notice that is due then has been answered. */
    pass,
    /** Noon in Dhaka comes: the shop's clock stands while a test runs and the providers' goes on, and both must mean one day. */
    passToNoon: () => pass((30 - ((now.getTime() / hourMs) % 24)) * 3_600),
    /** Holds whose time is over end, while nobody asks any provider. */
    endHolds: () => expireHolds(context, 100),
    /** The worker's rounds: payments without news, refunds, holds whose time is over. */
    async work(method: OnlineMethod): Promise<void> {
      await workOff('payments', () => verifyDue(context, method, 8))
      await workOff('refunds', () => runDueRefund(context, method))
      await expireHolds(context, 100)
    },
    /** Strikes the next request to the provider, which is made by `ask`; the shop does not wait for a slow answer. */
    async struck<T>(method: OnlineMethod, fault: FaultName, ask: () => Promise<T>): Promise<T> {
      simulator.faults.addNext(method, fault, 1)
      if (fault === 'slow') limits.longestMs = impatienceMs
      try {
        return await ask()
      } finally {
        delete limits.longestMs
      }
    },
    ...createPayer(gateways),
    ...createBackOffice(gateways, database.db),
    async close() {
      await gateways.stop()
      await stopListening()
      await api.drop()
      await database.drop()
    },
  }
}

/** A port before there is a shop behind it, because the shop must know its own address. */
async function startListening() {
  const listening: { answer: RequestListener } = { answer: (_, response) => response.destroy() }
  const server = createServer((request, response) => listening.answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    publicOrigin: readPublicOrigin(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    answerWith(answer: RequestListener) {
      listening.answer = answer
    },
    async stopListening() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function settingsOf(origin: string): PaymentSettings {
  const { sslcommerz, bkash, nagad } = testKeys
  const keysOfNagad = { gatewayPublicKey: gatewayPair.publicKey, merchantPrivateKey: merchantPair.privateKey }
  return {
    sslcommerz: { baseUrl: `${origin}/sslcommerz`, ...sslcommerz },
    bkash: { baseUrl: `${origin}/bkash`, ...bkash },
    nagad: { baseUrl: `${origin}/nagad`, merchantId: nagad.merchantId, ...keysOfNagad },
  }
}

/** The shopper's browser, at the provider and on the way back. */
function createPayer({ simulator, app }: TestSimulator) {
  return {
    /** Decides at the provider; returns the way by which the browser comes back. */
    async decide(reference: string, choice: 'pay' | 'fail', faults: readonly FaultName[]): Promise<WayBack> {
      const payment = simulator.records.list('payment').findLast((one) => one.reference === reference)
      const url = `/control/payments/${payment?.id}/decide`
      const answer = await app.inject({ method: 'POST', url, payload: { choice, faults } })
      assert.equal(answer.statusCode, 200, answer.body)
      return answer.json().back
    },
    /** Follows it, by a form of another site where the provider has it so; returns where it leads. */
    async comeBack({ method, url, fields }: WayBack): Promise<string | null> {
      const form = { method: 'POST', body: new URLSearchParams(fields), headers: { origin: 'https://pay.example' } }
      const answer = await fetch(url, { redirect: 'manual', ...(method === 'post' && form) })
      assert.equal(answer.status, 303, await answer.text())
      return answer.headers.get('location')
    },
  }
}

/** What is known at the provider, and what its people do. */
function createBackOffice({ simulator, app }: TestSimulator, db: Db) {
  return {
    /** A provider that answered wrongly about a payment answers rightly from now on. */
    comeToItself(reference: string): void {
      for (const payment of simulator.records.list('payment')) {
        if (payment.reference === reference) simulator.records.put('payment', { ...payment, faults: [] })
      }
    },
    /** What the provider itself has of an order's payments. */
    async paidThere(orderId: number) {
      const begun = await db.selectFrom('paymentAttempts').select('reference').where('orderId', '=', orderId).execute()
      const references = new Set(begun.map(({ reference }) => reference))
      return simulator.records.list('payment').filter((one) => references.has(one.reference) && one.state === 'paid')
    },
    /** The lines of today's settlement report that tell of these payments, and of one that the shop knows nothing of. */
    async readReport(method: OnlineMethod, { foreign, of }: { foreign: string; of: readonly string[] }) {
      const payload = { provider: method, reference: foreign, amount: '1250.00' }
      assert.equal((await app.inject({ method: 'POST', url: '/control/payments', payload })).statusCode, 200)
      const day = dhakaTime(simulator.clock.now()).slice(0, 10)
      const [head, ...lines] = (await app.inject({ url: `/control/reports/${method}?date=${day}` })).body.split('\r\n')
      const told = lines.filter((line) => [...of, foreign].some((reference) => line.includes(reference)))
      return { day, csv: [head, ...told].join('\r\n') }
    },
  }
}

async function workOff(what: string, round: () => Promise<number>): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) if ((await round()) === 0) return
  throw new Error(`There is endless work with ${what}.`)
}

export type SimulatedShop = Awaited<ReturnType<typeof startSimulatedShop>>
