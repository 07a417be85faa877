import { setTimeout as sleep } from 'node:timers/promises'
import { Connection } from '../http/connection.ts'
import { SourceAddress } from '../http/source-address.ts'
import { Agenda } from '../visitors/agenda.ts'
import { askAgainMs } from '../visitors/waiting-line.ts'
import { quantile } from './checkout-load.ts'

/** People in a waiting room, each on a connection of their own, who ask for its document as often as their place makes them. */
export type PollLoad = {
  origin: string
  path: string
  /** Places of the people of this process: `first`, `first + every`, … `count` of them. */
  first: number
  every: number
  count: number
  /** As if so many were called: a place behind waits for the others at this rate. */
  callsPerSecond: number
  localAddress: string
  /** Everybody has come within this. */
  rampMs: number
  measureMs: number
}

export type PollFigures = {
  polls: number
  perSecond: number
  p50Ms: number
  p99Ms: number
  /** Connections that the shop had closed as idle and that were made again. */
  reopened: number
  errors: number
  firstError: string | null
}

const timeoutMs = 30_000
const tickMs = 5

/** Plays the load and counts what was asked within the measured time, which begins when everybody has come. */
export async function playPolls(load: PollLoad): Promise<PollFigures> {
  const beganAt = performance.now()
  const endAt = beganAt + load.rampMs + load.measureMs
  const startAt = beganAt + load.rampMs
  const agenda = new Agenda<Person>()
  const source = new SourceAddress(load.localAddress)
  for (let index = 0; index < load.count; index++) {
    const place = load.first + index * load.every
    agenda.add(beganAt + (load.rampMs * index) / load.count, { place, connection: null })
  }
  const durations: number[] = []
  const errors: string[] = []
  let reopened = 0
  const ask = async (person: Person, meantAt: number) => {
    if (person.connection?.isUsable !== true) {
      if (person.connection !== null) reopened += 1
      person.connection = new Connection(load.origin, { timeoutMs, ...source.next() })
    }
    const answer = await person.connection
      .request({ method: 'GET', path: load.path, headers: { accept: 'application/json' } })
      .catch((error: Error) => error)
    if (answer instanceof Error || answer.status !== 200)
      errors.push(String('status' in answer ? answer.status : answer))
    else if (meantAt >= startAt) durations.push(performance.now() - meantAt)
    agenda.add(meantAt + askAgainMs((person.place / load.callsPerSecond) * 1_000, Math.random), person)
  }
  for (let nowMs = beganAt; nowMs < endAt; nowMs = performance.now()) {
    for (let due = agenda.takeDue(nowMs); due !== null; due = agenda.takeDue(nowMs)) void ask(due.item, due.at)
    await sleep(tickMs)
  }
  const sorted = Float64Array.from(durations).sort()
  return {
    polls: sorted.length,
    perSecond: sorted.length / (load.measureMs / 1_000),
    p50Ms: quantile(sorted, 0.5),
    p99Ms: quantile(sorted, 0.99),
    reopened,
    errors: errors.length,
    firstError: errors[0] ?? null,
  }
}

type Person = { place: number; connection: Connection | null }
