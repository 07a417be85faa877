import { setTimeout as sleep } from 'node:timers/promises'
import { Connection } from '../http/connection.ts'
import { type CheckoutLoad, checkout, quantile } from './checkout-load.ts'

/** Complete checkouts that begin at a fixed rate, whatever becomes of those before: an open model. */
export type OverloadLoad = Pick<CheckoutLoad, 'origin' | 'variantIds' | 'upazilaId'> & {
  /** Checkouts that begin each second. */
  perSecond: number
  seconds: number
}

export type OverloadFigures = {
  offered: number
  /** Whose first request was not turned away. */
  accepted: number
  /** Of the accepted, those that ended with an order. */
  completed: number
  /** Orders a second while checkouts began. */
  goodput: number
  p50Ms: number
  p99Ms: number
  firstError: string | null
}

const timeoutMs = 30_000
const tickMs = 5
/** Seconds of checkouts that find a connection open: whoever fills a cart has looked at pages before. */
const openSeconds = 3
/** libuv accepts one connection in each turn of the event loop: a crowd that connects at once measures that alone. */
const openedAtOnce = 20

/** Plays the load. A checkout keeps its connection; those that ended hand theirs to the next. */
export async function playOverload(load: OverloadLoad): Promise<OverloadFigures> {
  const idle = await openConnections(load.origin, load.perSecond * openSeconds)
  const going = new Set<Promise<void>>()
  const durations: number[] = []
  let [offered, accepted, completedInTime] = [0, 0, 0]
  let firstError: string | null = null
  const startedAt = performance.now()
  const endAt = startedAt + load.seconds * 1_000
  const begin = async (meantAt: number) => {
    const reused = idle.pop()
    const client = reused?.isUsable === true ? reused : new Connection(load.origin, { timeoutMs })
    const error = await checkout(client, { ...load, shoppers: 1, warmUpMs: 0, measureMs: 0 }, offered * 2).catch(String)
    if (client.isUsable) idle.push(client)
    if (error?.startsWith('new cart: 503') === true) return
    accepted += 1
    if (error !== null) firstError ??= error
    else {
      durations.push(performance.now() - meantAt)
      if (performance.now() < endAt) completedInTime += 1
    }
  }
  for (let now = performance.now(); now < endAt; now = performance.now()) {
    while (offered < ((now - startedAt) / 1_000) * load.perSecond) {
      const one: Promise<void> = begin(startedAt + (offered / load.perSecond) * 1_000).finally(() => going.delete(one))
      offered += 1
      going.add(one)
    }
    await sleep(tickMs)
  }
  await Promise.all(going)
  for (const client of idle) client.close()
  const sorted = Float64Array.from(durations).sort()
  return {
    offered,
    accepted,
    completed: sorted.length,
    goodput: completedInTime / load.seconds,
    p50Ms: quantile(sorted, 0.5),
    p99Ms: quantile(sorted, 0.99),
    firstError,
  }
}

async function openConnections(origin: string, count: number): Promise<Connection[]> {
  const open: Connection[] = []
  while (open.length < count) {
    const more = Array.from({ length: openedAtOnce }, () => new Connection(origin, { timeoutMs }))
    await Promise.all(more.map((one) => one.request({ method: 'GET', path: '/api/cart' })))
    open.push(...more)
  }
  return open
}
