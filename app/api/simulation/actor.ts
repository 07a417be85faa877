import type { ErrorCode } from '@dhakacart/contract/error-codes.ts'
import { makeDb } from '@dhakacart/database/connect.ts'
import { isDatabaseAway, sqlState } from '@dhakacart/database/transaction.ts'
import { PostgresDialect } from 'kysely'
import type { ServiceContext } from '../src/service-context.ts'
import { createGate, ProcessDied, type SessionShelf } from './gate.ts'
import type { History } from './history.ts'
import type { Random } from './random.ts'
import type { Participant } from './scheduler.ts'
import { Violation } from './violation.ts'
import type { World } from './world.ts'

/** Somebody who uses the shop, together with the process that serves them. */
export type Actor = {
  name: string
  world: World
  random: Random
  /** For the real services: every statement waits for its turn, and randomness comes from the seed. */
  context: ServiceContext
  /** Notes what the actor learned. */
  note(line: string): void
  /** Waits, without a statement, until something holds in the world; false when it never will. */
  until(isMet: () => boolean): Promise<boolean>
  /** Starts the process of the actor again after it was killed. */
  restart(): void
}

/** What an actor does from beginning to end. Between statements it may wait for nothing but `until`. */
export type Script = (actor: Actor) => Promise<void>

/** unknown: no answer came and the actor did not ask again. */
export type Answer<T> = { kind: 'done'; value: T } | { kind: 'refused'; code: ErrorCode } | { kind: 'unknown' }

export type AskOptions = {
  /** Refusals that are a fair answer here; any other error breaks the simulation. */
  refusals?: readonly ErrorCode[]
  /** How likely the actor is not to ask again after an answer that did not come. */
  walksAway?: number
}

/** Asks a service as a browser or a gateway does: the same again as long as no answer comes. */
export async function ask<T>(
  actor: Actor,
  what: string,
  work: () => Promise<T>,
  { refusals = [], walksAway = 0 }: AskOptions = {},
): Promise<Answer<T>> {
  for (;;) {
    try {
      return { kind: 'done', value: await work() }
    } catch (error) {
      if (error instanceof Violation) throw error
      if (isUnanswered(error)) {
        actor.restart()
        if (actor.random.chance(walksAway)) return { kind: 'unknown' }
        continue
      }
      const code = refusals.find((refusal) => refusal === (error as { code?: unknown }).code)
      if (code === undefined) throw new Violation(`${actor.name}: ${what} failed: ${error}`, { cause: error })
      return { kind: 'refused', code }
    }
  }
}

/** The process or the connection was lost, or the statement waited for too long: asking again is safe, and is what people do. */
function isUnanswered(error: unknown): boolean {
  return (
    error instanceof ProcessDied ||
    error instanceof LostPatience ||
    isDatabaseAway(error) ||
    sqlState(error) === '57014'
  )
}

/** Somebody closed the page while the service was still waiting for somebody else. */
export class LostPatience extends Error {}

/** How many bytes one draw of an order number takes. */
const orderNumberBytes = 16
const unluckyDrawProbability = 0.15
/** A service gives up after five numbers that were taken; that many in a row would be chance no more. */
const maxUnluckyDraws = 3

/** Bytes from the seed. Order numbers are drawn twice now and then, which real randomness does once in a lifetime. */
function drawBytes(size: number, random: Random, world: World): Buffer {
  const earlier = world.orderNumberDraws
  if (size !== orderNumberBytes) return random.bytes(size)
  if (earlier.length > 0 && world.unluckyDraws < maxUnluckyDraws && random.chance(unluckyDrawProbability)) {
    world.unluckyDraws++
    return random.pick(earlier)
  }
  world.unluckyDraws = 0
  const bytes = random.bytes(size)
  earlier.push(bytes)
  return bytes
}

/** Starts an actor; its first statement waits at the gate when `arrived` resolves. Its failure goes to `onFailure`. */
export function startActor(
  name: string,
  script: Script,
  surroundings: { world: World; random: Random; shelf: SessionShelf; history: History },
  onFailure: (error: unknown) => void,
): Participant {
  const { world, random, shelf, history } = surroundings
  const gate = createGate(name, shelf.borrow, () => participant.arrived.resolve())
  const participant: Participant = {
    gate,
    condition: null,
    isDone: false,
    arrived: Promise.withResolvers<void>(),
    fate: 'runs',
  }
  const db = makeDb(new PostgresDialect({ pool: gate.pool }))
  const actor: Actor = {
    name,
    world,
    random,
    context: { db, randomBytes: (size) => drawBytes(size, random, world) },
    note: (line) => history.note(`${name} ${line}`),
    until: (isMet) =>
      new Promise((resolve) => {
        participant.condition = { isMet, resolve }
        participant.arrived.resolve()
      }),
    restart: gate.restart,
  }
  script(actor)
    .catch(onFailure)
    .finally(() => {
      participant.isDone = true
      participant.arrived.resolve()
    })
  return participant
}
