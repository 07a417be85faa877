import { randomUUID } from 'node:crypto'
import type { Log } from '@dhakacart/service-kit/log.ts'
import type { SimulatedClock } from './clock.ts'
import type { Provider } from './provider-faults.ts'
import type { Callback, Records } from './records.ts'

const sendingMax = 4
const answerLimitMs = 10_000
/** After a failure once more, and once more; providers promise no retries at all, and none is relied on. */
const retryAfterMs = [5_000, 60_000]
const lookEveryMs = 100

export type CallbackOrder = {
  provider: Provider
  subject: string
  url: string
  headers?: Record<string, string>
  body: string
  contentType: string
  /** Milliseconds from now, by the simulated clock. */
  afterMs: number
}

export type CallbackQueue = ReturnType<typeof createCallbackQueue>

/**
 * Notifications on their way to the merchant: sent when the simulated clock says so, to addresses of this machine alone.
 * `route` says where such an address leads from here.
 */
export function createCallbackQueue(
  clock: SimulatedClock,
  records: Records,
  log: Log,
  route: (address: URL) => URL = (address) => address,
) {
  const sending = new Set<string>()
  const stopping = new AbortController()
  const timer = setInterval(sendDue, lookEveryMs)

  function sendDue(): void {
    for (const one of records.list('callback')) {
      if (sending.size >= sendingMax) return
      if (!one.isDone && one.dueAt <= clock.now() && !sending.has(one.id)) void send(one)
    }
  }

  async function send(callback: Callback): Promise<void> {
    sending.add(callback.id)
    const outcome = await post(callback, route, stopping.signal)
    sending.delete(callback.id)
    if (stopping.signal.aborted) return
    const isAccepted = /^2\d\d$/.test(outcome)
    const waitMs = retryAfterMs[callback.attempts]
    log.info({ provider: callback.provider, outcome, attempt: callback.attempts + 1 }, 'callback sent')
    records.put('callback', {
      ...callback,
      attempts: callback.attempts + 1,
      outcome,
      isDone: isAccepted || waitMs === undefined,
      dueAt: clock.now() + (waitMs ?? 0),
    })
  }

  function schedule(order: CallbackOrder): Callback {
    const { afterMs, contentType, headers, ...rest } = order
    const callback: Callback = {
      ...rest,
      id: randomUUID(),
      headers: { 'content-type': contentType, ...headers },
      dueAt: clock.now() + afterMs,
      attempts: 0,
      outcome: null,
      isDone: false,
    }
    records.put('callback', callback)
    return callback
  }

  return {
    schedule,
    /** Sends it at once and waits for the merchant's answer. */
    sendNow: (order: CallbackOrder): Promise<void> => send(schedule({ ...order, afterMs: 0 })),
    /** Makes what waits due, whatever its time; false when there is none of this id. */
    hasten(id: string): boolean {
      const callback = records.find('callback', id)
      if (callback === null) return false
      records.put('callback', { ...callback, dueAt: clock.now(), isDone: false })
      return true
    },
    async stop(): Promise<void> {
      clearInterval(timer)
      stopping.abort()
    },
  }
}

async function post(
  { url, headers, body }: Callback,
  route: (address: URL) => URL,
  stopped: AbortSignal,
): Promise<string> {
  if (!isOnThisMachine(url)) return 'refused: the simulator calls addresses of this machine only'
  try {
    const signal = AbortSignal.any([stopped, AbortSignal.timeout(answerLimitMs)])
    const response = await fetch(route(new URL(url)), { method: 'POST', headers, body, redirect: 'manual', signal })
    await response.body?.cancel()
    return String(response.status)
  } catch (error) {
    return error instanceof Error ? error.name : 'failed'
  }
}

/** Merchants give return and notification addresses; only those of a laptop shop are ever used. */
function isOnThisMachine(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  const isLoopback = /^127\.\d+\.\d+\.\d+$/.test(hostname) || hostname === 'localhost' || hostname === '[::1]'
  return (protocol === 'http:' || protocol === 'https:') && (isLoopback || hostname.endsWith('.localhost'))
}
