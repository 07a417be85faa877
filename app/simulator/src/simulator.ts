import { randomBytes } from 'node:crypto'
import type { Log } from '@dhakacart/service-kit/log.ts'
import { type CallbackQueue, createCallbackQueue } from './callbacks.ts'
import { createClock, type SimulatedClock } from './clock.ts'
import { createFaultRegistry, type FaultRegistry } from './fault-registry.ts'
import { createRecords, type Records } from './records.ts'

/** What both sides of each provider know; the merchant's side has the same under the same names. */
export type ProviderKeys = {
  sslcommerz: { storeId: string; storePassword: string }
  bkash: { username: string; password: string; appKey: string; appSecret: string }
  nagad: { merchantId: string; gatewayPrivateKey: string; merchantPublicKey: string }
  pathao: { clientId: string; clientSecret: string; username: string; password: string; storeId: string }
  steadfast: { apiKey: string; secretKey: string }
  sms: { apiKey: string; senderId: string }
}

/** How long faults last, in milliseconds; tests shorten them. */
export type Timing = {
  slowMs: number
  /** How long a connection that gets no answer stays open. */
  unansweredMs: number
  lateMs: number
  /** From the payer's decision to an ordinary notification. */
  notifyMs: number
}

const ordinaryTiming: Timing = { slowMs: 30_000, unansweredMs: 60_000, lateMs: 3 * 3_600_000, notifyMs: 300 }

/** What every provider works with. */
export type Simulator = {
  keys: ProviderKeys
  timing: Timing
  clock: SimulatedClock
  records: Records
  faults: FaultRegistry
  callbacks: CallbackQueue
  log: Log
  /** Scheme, host and port of this process as a browser on this machine reaches it. */
  origin: string
  /** Where couriers' webhooks go; null sends none. */
  webhookOrigin: string | null
  /** Aborted when the process ends, so that nobody goes on waiting. */
  stopping: AbortSignal
}

export type SimulatorSettings = Pick<Simulator, 'keys' | 'log' | 'origin' | 'webhookOrigin'> & {
  /** Where records survive a restart; null keeps them in memory alone. */
  recordFile: string | null
  /** Where the shop's own address leads from here; null: the same as from a browser. */
  shopAddress?: string | null
  timing?: Partial<Timing>
}

export function createContext(settings: SimulatorSettings, stopping: AbortSignal): Simulator {
  const clock = createClock()
  const records = createRecords(settings.recordFile)
  return {
    ...settings,
    timing: { ...ordinaryTiming, ...settings.timing },
    clock,
    records,
    faults: createFaultRegistry(),
    callbacks: createCallbackQueue(clock, records, settings.log, routeOf(settings)),
    stopping,
  }
}

/** A name that browsers look up on their own machine may lead nowhere from a pod. */
function routeOf({ webhookOrigin, shopAddress }: SimulatorSettings): (address: URL) => URL {
  if (webhookOrigin === null || !shopAddress) return (address) => address
  return (address) =>
    address.origin === webhookOrigin ? new URL(`${address.pathname}${address.search}`, shopAddress) : address
}

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Capital letters and digits as providers use in their identifiers. */
export function randomCode(length: number): string {
  return [...randomBytes(length)].map((byte) => letters[byte % letters.length]).join('')
}
