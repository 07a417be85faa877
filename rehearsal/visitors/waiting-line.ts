import type { Random } from '../plan/random.ts'
import { jsonOf, type VisitorClient } from './client.ts'
import type { Journal, Wait } from './journal.ts'
import type { Recorder } from './recorder.ts'

/** The room's public document, as much of it as somebody who waits looks at. */
type Room = {
  phase: 'early' | 'running' | 'paused' | 'closed' | 'over'
  serving: number
  callsPerSecond: number
  callsPerSecondGained: number
  callsPerSecondMost: number
}
type Visit = {
  state: 'none' | 'waiting' | 'called' | 'missed' | 'admitted' | 'pass_over' | 'ordered'
  place: number | null
  room: Room
}

/** What the shop's own page does, written down from its description: a quarter of the wait, held to these, ± a fifth. */
const [shortestAskMs, longestAskMs, jitter] = [5_000, 60_000, 0.2]
/** After how many milliseconds somebody who still waits so long looks again. */
export function askAgainMs(waitMs: number, random: Random): number {
  return spread(Math.min(longestAskMs, Math.max(shortestAskMs, waitMs / 4)), random)
}

function spread(inMs: number, random: Random): number {
  return inMs * (1 - jitter + 2 * jitter * random())
}

/** Everybody wants to know their place at the opening, and comes spread over this time. */
const openingSpreadMs = 20_000

/** Whether a visitor is let to the checkout, must come again at some moment, or gives up. */
export type Turn = { kind: 'in' } | { kind: 'again'; atMs: number } | { kind: 'gone' }

type LineSurroundings = {
  recorder: Recorder
  random: Random
  saleId: number
  openingMs: number
  waits: Journal<Wait>
}

/** One person in the waiting room: a ticket on arrival, one look at the drawn place, then the small document until called. */
export class WaitingLine {
  readonly #client: VisitorClient
  readonly #recorder: Recorder
  readonly #random: Random
  readonly #path: string
  readonly #openingMs: number
  readonly #waits: Journal<Wait>
  #place: number | null = null
  #hasTicket = false
  #looks: { atMs: number; toldMs: number }[] = []

  constructor(client: VisitorClient, { recorder, random, saleId, openingMs, waits }: LineSurroundings) {
    this.#client = client
    this.#recorder = recorder
    this.#random = random
    this.#path = `/api/waiting-rooms/${saleId}`
    this.#openingMs = openingMs
    this.#waits = waits
  }

  async goOn(meantAt: number): Promise<Turn> {
    if (!this.#hasTicket) return this.#takeTicket(meantAt)
    if (this.#place === null) return this.#follow(await this.#ask('GET', '/visit', meantAt), meantAt)
    const room = jsonOf<Room>(await this.#send('GET', '', meantAt))
    if (room === null) return this.#later(meantAt, shortestAskMs)
    if (room.phase === 'closed') return this.#leave({ kind: 'in' })
    if (room.phase === 'over') return this.#leave({ kind: 'gone' })
    if (this.#place > room.serving) return this.#wait(this.#place, room, meantAt)
    return this.#follow(await this.#ask('PUT', '/pass', meantAt), meantAt)
  }

  /** The doors close, or the person goes: what was told until now is written down. */
  giveUp(): void {
    this.#writeDown(false)
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
      this.#writeDown(false)
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
    if (waitMs !== null) this.#looks.push({ atMs: this.#recorder.now(), toldMs: waitMs })
    if (waitMs === null) return this.#later(meantAt, shortestAskMs * 2)
    return { kind: 'again', atMs: meantAt + askAgainMs(waitMs, this.#random) }
  }

  #writeDown(isAdmitted: boolean): void {
    const looks = this.#looks.splice(0)
    if (looks.length > 0) this.#waits.write({ looks, endedMs: this.#recorder.now(), isAdmitted })
  }

  #leave(turn: Turn): Turn {
    this.#writeDown(turn.kind === 'in')
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

/** How long the room's document says that a place waits; null: nobody is called now. Calls become faster until they are at their most. */
function waitMsOf(place: number, room: Room): number | null {
  const { serving, phase, callsPerSecond: now, callsPerSecondGained: gained, callsPerSecondMost: most } = room
  if (phase !== 'running' || now <= 0) return null
  const climbing = gained > 0 && most > now ? (most - now) / gained : 0
  const calledMeanwhile = ((now + most) / 2) * climbing
  const ahead = place - serving
  if (ahead >= calledMeanwhile) return (climbing + (ahead - calledMeanwhile) / (climbing > 0 ? most : now)) * 1_000
  return ((Math.sqrt(now ** 2 + 2 * gained * ahead) - now) / gained) * 1_000
}
