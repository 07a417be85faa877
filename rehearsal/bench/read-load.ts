import { setTimeout as sleep } from 'node:timers/promises'
import { Connection } from '../http/connection.ts'
import { quantile } from './checkout-load.ts'

/** GET requests over a fixed number of connections, without think time or at a given rate. */
export type ReadLoad = {
  origin: string
  /** Asked for in turn, again and again. */
  paths: readonly string[]
  connections: number
  /** Of all connections together; as fast as it goes when absent. */
  perSecond?: number
  /** true: each address carries a parameter of its own, as links from advertisements do. */
  isTagged?: boolean
  warmUpMs: number
  measureMs: number
}

export type ReadFigures = {
  requests: number
  perSecond: number
  p50Ms: number
  p99Ms: number
  errors: number
  firstError: string | null
}

/** Plays the load and counts the answers of status 200 that came within the measured time. */
export async function playReads(load: ReadLoad): Promise<ReadFigures> {
  const startAt = performance.now() + load.warmUpMs
  const endAt = startAt + load.measureMs
  const firstAt = performance.now()
  const readAt = (turn: number, perSecond: number) => firstAt + (turn * 1_000) / perSecond
  const durations: number[] = []
  const errors: string[] = []
  const reader = async (first: number) => {
    const client = new Connection(load.origin, { timeoutMs })
    for (let round = 0; performance.now() < endAt; round++) {
      const turn = first + round * load.connections
      const path = load.paths[turn % load.paths.length] ?? '/'
      if (load.perSecond !== undefined) await sleep(readAt(turn, load.perSecond) - performance.now())
      const beganAt = performance.now()
      const status = await read(client, load.isTagged ? `${path}?fbclid=${turn}` : path).catch(String)
      const endedAt = performance.now()
      if (status !== 200) errors.push(`${path}: ${status}`)
      else if (endedAt >= startAt && endedAt < endAt) durations.push(endedAt - beganAt)
    }
    client.close()
  }
  await Promise.all(Array.from({ length: load.connections }, (_, index) => reader(index)))
  const sorted = Float64Array.from(durations).sort()
  return {
    requests: sorted.length,
    perSecond: sorted.length / (load.measureMs / 1000),
    p50Ms: quantile(sorted, 0.5),
    p99Ms: quantile(sorted, 0.99),
    errors: errors.length,
    firstError: errors[0] ?? null,
  }
}

const timeoutMs = 30_000

async function read(client: Connection, path: string): Promise<number> {
  return (await client.request({ method: 'GET', path, headers: { 'accept-encoding': 'gzip, br' } })).status
}
