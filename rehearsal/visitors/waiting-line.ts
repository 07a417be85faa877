import type { Random } from '../plan/random.ts'
import { jsonOf, type VisitorClient } from './client.ts'
import type { Recorder } from './recorder.ts'

/** The room's public document, as much of it as somebody who waits looks at. */
type Room = { phase: 'early' | 'running' | 'paused' | 'closed' | 'over'; serving: number; callsPerSecond: number }
type Visit = {
  state: 'none' | 'waiting' | 'called' | 'missed' | 'admitted' | 'pass_over' | 'ordered'
  place: number | null
  room: Room
}

/** What the shop's own page does, written down from its description: a tenth of the wait, held to these, ± a fifth. */
const [shortestAskMs, longestAskMs, jitter] = [5_000, 60_000, 0.2]
/** After how many milliseconds somebody who still waits so long looks again. */
export function askAgainMs(waitMs: number, random: Random): number {
  return spread(Math.min(longestAskMs, Math.max(shortestAskMs, waitMs / 10)), random)
}

function spread(inMs: number, random: Random): number {
  return inMs * (1 - jitter + 2 * jitter * random())
}

/** Everybody wants to know their place at the opening, and comes spread over this time. */
const openingSpreadMs = 20_000

/** Told of less, people read "in less than a minute", and the little time between two looks weighs too much. */
const shortestJudgedMs = 20_000

/** Whether a visitor is let to the checkout, must come again at some moment, or gives up. */
export type Turn = { kind: 'in' } | { kind: 'again'; atMs: number } | { kind: 'gone' }

/** One person in the waiting room: a ticket on arrival, one look at the drawn place, then the small document until called. */
export class WaitingLine {
  readonly #client: VisitorClient
  readonly #recorder: Recorder
  readonly #random: Random
  readonly #path: string
  readonly #openingMs: number
  #place: number | null = null
  #hasTicket = false
  /** What the room's document said of the wait, and when. */
  #promises: { atMs: number; waitMs: number }[] = []

  constructor(
    client: VisitorClient,
    { recorder, random, saleId, openingMs }: { recorder: Recorder; random: Random; saleId: number; openingMs: number },
  ) {
    this.#client = client
    this.#recorder = recorder
    this.#random = random
    this.#path = `/api/waiting-rooms/${saleId}`
    this.#openingMs = openingMs
  }

  async goOn(meantAt: number): Promise<Turn> {
    if (!this.#hasTicket) return this.#takeTicket(meantAt)
    if (this.#place === null) return this.#follow(await this.#ask('GET', '/visit', meantAt), meantAt)
    const room = jsonOf<Room>(await this.#send('GET', '', meantAt))
    if (room === null) return this.#later(meantAt, shortestAskMs)
    if (room.phase === 'closed') return this.#leave({ kind: 'in' })
    if (room.phase === 'over') return this.#leave({ kind: 'gone' })
    if (this.#place > room.serving) return this.#wait(this.#place, room, meantAt)
    this.#judgePromises(this.#place, room)
    return this.#follow(await this.#ask('PUT', '/pass', meantAt), meantAt)
  }

  async #takeTicket(meantAt: number): Promise<Turn> {
    const visit = await this.#ask('PUT', '/ticket', meantAt)
    if (visit === null) return this.#later(meantAt, shortestAskMs)
    this.#hasTicket = true
    this.#recorder.countJoined()
    return this.#follow(visit, meantAt)
  }

  #follow(visit: Visit | null, meantAt: number): Turn {
    if (visit === null) return this.#later(meantAt, shortestAskMs)
    this.#place = visit.place
    if (visit.state === 'admitted' || visit.room.phase === 'closed') return this.#leave({ kind: 'in' })
    if (visit.state === 'ordered' || visit.room.phase === 'over') return this.#leave({ kind: 'gone' })
    if (visit.state === 'missed' || visit.state === 'pass_over' || visit.state === 'none') {
      this.#hasTicket = false
      this.#recorder.countCalled()
      return this.#later(meantAt, 0)
    }
    if (visit.state === 'called') return this.#later(meantAt, 0)
    if (visit.place === null) {
      const opening = this.#openingMs + this.#random() * openingSpreadMs
      return { kind: 'again', atMs: Math.max(opening, meantAt + shortestAskMs) }
    }
    return this.#wait(visit.place, visit.room, meantAt)
  }

  #wait(place: number, room: Room, meantAt: number): Turn {
    const waitMs = waitMsOf(place, room)
    if (waitMs !== null) this.#promises.push({ atMs: this.#recorder.now(), waitMs })
    if (waitMs === null) return this.#later(meantAt, shortestAskMs * 2)
    return { kind: 'again', atMs: meantAt + askAgainMs(waitMs, this.#random) }
  }

  /** Called: what was told of the wait is compared with what it was. Nobody looks all the time, so the moment is reckoned back. */
  #judgePromises(place: number, room: Room): void {
    const sinceMs = room.callsPerSecond > 0 ? ((room.serving - place) / room.callsPerSecond) * 1_000 : 0
    const calledAt = this.#recorder.now() - sinceMs
    for (const { atMs, waitMs } of this.#promises.splice(0)) {
      const waitedMs = calledAt - atMs
      if (waitMs >= shortestJudgedMs) this.#recorder.countWaitError(Math.abs(waitMs - waitedMs) / Math.max(1, waitedMs))
    }
  }

  #leave(turn: Turn): Turn {
    this.#recorder.countCalled()
    return turn
  }

  #later(meantAt: number, inMs: number): Turn {
    return { kind: 'again', atMs: meantAt + spread(inMs, this.#random) }
  }

  async #ask(method: 'GET' | 'PUT', path: string, meantAt: number): Promise<Visit | null> {
    const answer = await this.#send(method, path, meantAt)
    return answer?.status === 200 ? jsonOf<Visit>(answer) : null
  }

  #send(method: 'GET' | 'PUT', path: string, meantAt: number) {
    return this.#client.send({ kind: 'room', method, path: `${this.#path}${path}`, meantAt })
  }
}

/** How long the room's document says that a place waits; null: nobody is called now. */
function waitMsOf(place: number, { serving, callsPerSecond, phase }: Room): number | null {
  return phase === 'running' && callsPerSecond > 0 ? ((place - serving) / callsPerSecond) * 1_000 : null
}
