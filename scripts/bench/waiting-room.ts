import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PollFigures, PollLoad } from '../../rehearsal/bench/poll-load.ts'
import { countConnections } from '../rehearse/connections.ts'
import { play } from './play.ts'
import type { MeasuredShop } from './shop.ts'

/** 20,000 open files each. */
export const storefrontsOfRoom = 4
const people = 50_000
/** One address has 28,000 ports, and a process of people 20,000 open files. */
const crowds = 4
const callsPerSecond = 20
const rampMs = 60_000
const measureMs = 60_000
/** How long the shop is watched before anybody comes. */
const idleMs = 15_000
/** From the start of a process until its people begin to come. */
const settleMs = 2_000
/** Of the kernel's processor time, which Linux counts in hundredths of a second. */
const ticksPerSecond = 100

export type RoomRun = Omit<PollFigures, 'polls' | 'firstError'> & {
  people: number
  connections: number
  callsPerSecond: number
  seconds: number
  /** Processor time by kind of process, in cores. */
  cores: Record<string, number>
  /** The same before anybody had come. */
  idleCores: Record<string, number>
}

/** Fills the room's line with people who ask for its document directly, and counts what that costs the shop. Linux only. */
export async function measureRoom(shop: MeasuredShop): Promise<RoomRun> {
  const load = {
    origin: shop.origin.replace('localhost', '127.0.0.1'),
    path: `/api/waiting-rooms/${shop.saleId}`,
    every: crowds,
    count: people / crowds,
    callsPerSecond,
    rampMs,
    measureMs,
  }
  const idle = await measureCpu(shop, idleMs)
  const playing = Promise.all(
    Array.from({ length: crowds }, (_, index) =>
      play<PollFigures>('polls', {
        ...load,
        first: index + 1,
        localAddress: `127.0.0.${10 + index}`,
      } satisfies PollLoad),
    ),
  )
  await sleep(rampMs + settleMs)
  const before = readCpu(shop)
  const beganAt = performance.now()
  await sleep(measureMs / 2)
  const connections = countConnections(Number(new URL(shop.origin).port)) ?? 0
  await sleep(measureMs / 2 - settleMs - (performance.now() - beganAt - measureMs / 2))
  const after = readCpu(shop)
  const seconds = (performance.now() - beganAt) / 1_000
  const figures = await playing
  const worst = (name: 'p50Ms' | 'p99Ms') => Math.max(...figures.map((one) => one[name]))
  const sum = (name: 'perSecond' | 'reopened' | 'errors') => figures.reduce((total, one) => total + one[name], 0)
  return {
    people,
    connections,
    callsPerSecond,
    seconds: Math.round(seconds),
    cores: coresOf(before, after, seconds),
    idleCores: idle,
    perSecond: sum('perSecond'),
    p50Ms: worst('p50Ms'),
    p99Ms: worst('p99Ms'),
    reopened: sum('reopened'),
    errors: sum('errors'),
  }
}

async function measureCpu(shop: MeasuredShop, ms: number): Promise<Record<string, number>> {
  const before = readCpu(shop)
  await sleep(ms)
  return coresOf(before, readCpu(shop), ms / 1_000)
}

function coresOf(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
  seconds: number,
): Record<string, number> {
  const used = (kind: string, ticks: number) => (ticks - (before.get(kind) ?? 0)) / ticksPerSecond / seconds
  return Object.fromEntries([...after].map(([kind, ticks]) => [kind, used(kind, ticks)]))
}

/** Ticks of processor time, user and kernel, by kind; PostgreSQL's without its backends, which the api's polling hardly uses. */
function readCpu(shop: MeasuredShop): Map<string, number> {
  const ticks = new Map<string, number>()
  for (const { name, pid } of shop.processes()) {
    // After the name in parentheses: state, parent, …; 14th and 15th of all are user and kernel time.
    const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'latin1').split(/\) (?=\S \d)/)
    const fields = rest.split(' ')
    ticks.set(name, (ticks.get(name) ?? 0) + Number(fields[11]) + Number(fields[12]))
  }
  return ticks
}
