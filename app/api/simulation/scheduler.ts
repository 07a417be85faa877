import type { DatabaseSession } from '@dhakacart/database/testing/database-session.ts'
import { sqlState, violatedConstraint } from '@dhakacart/database/transaction.ts'
import { connectionLost, type Gate, ProcessDied } from './gate.ts'
import type { History } from './history.ts'
import type { Random } from './random.ts'
import { describeWait, findAllBlockers, isAnsweredWithin, settle, type Waiter } from './settle.ts'
import { findLockedTables, labelStatement } from './statement.ts'
import { Violation } from './violation.ts'

/** One actor at its gate. */
export type Participant = {
  gate: Gate
  /** Waits for something in the world instead of for a statement. */
  condition: { isMet: () => boolean; resolve: (isMet: boolean) => void } | null
  isDone: boolean
  /** Resolves when the actor waits again or is done. */
  arrived: PromiseWithResolvers<void>
  /** What happens to the answer of its statement in flight. */
  fate: Fate
}

/**
 * runs: as always. lost: the connection breaks before the statement is sent, or (unanswered) after it was executed. killed,
 * killedUnanswered: the same, and the process with it, so that no line of the service runs any more.
 */
type Fate = 'runs' | 'lost' | 'unanswered' | 'killed' | 'killedUnanswered'
const crashes = ['lost', 'unanswered', 'killed', 'killedUnanswered'] as const

export type Scheduling = {
  participants: readonly Participant[]
  random: Random
  control: DatabaseSession
  history: History
  /** Crashes still allowed. */
  crashesLeft: number
  /** Whether a statement that may have to wait beside another for rows of one table is kept back; if not, it may be cancelled. */
  holdsBack: boolean
  /** How likely it is that the actor of the last step also takes the next. */
  stickiness: number
  /** Called when the committed state may have changed. */
  onCommitted: () => Promise<void>
}

const crashProbability = 0.03
/** An interrupted commit is the crash that matters most. */
const crashAtCommitProbability = 0.25
/** When nothing can make a statement wait, asking whether it does can wait this long. */
const surelyAnsweredMs = 100
const queryCancelled = '57014'
/** No seed of ours takes as many; one that does goes round in circles. */
const maxSteps = 2_000

export type Schedule = {
  steps: number
  crashes: number
  /** Statements that failed because they would have waited beside another for the same transaction. */
  cancellations: number
}

type State = Scheduling & {
  schedule: Schedule
  last: Participant | null
  waiters: Waiter[]
  mayHaveCommitted: boolean
  mayHaveReleased: boolean
}

/** Lets the actors go on, one statement at a time, until all are done. Throws Violation. */
export async function runSchedule(scheduling: Scheduling): Promise<Schedule> {
  const schedule = { steps: 0, crashes: 0, cancellations: 0 }
  const state: State = {
    ...scheduling,
    schedule,
    last: null,
    waiters: [],
    mayHaveCommitted: false,
    mayHaveReleased: false,
  }
  for (;;) {
    await meetConditions(state)
    const participant = chooseNext(state)
    if (participant === null) {
      if (state.participants.every(({ isDone }) => isDone)) return schedule
      await giveUpConditions(state)
      continue
    }
    schedule.steps++
    state.last = participant
    if (schedule.steps > maxSteps) throw new Violation(`not done after ${maxSteps} steps`)
    await takeStep(state, participant)
    await landAll(state)
    if (state.mayHaveCommitted) await state.onCommitted()
    state.mayHaveCommitted = false
  }
}

/** Conditions are met in the order of the actors, each as soon as it holds. */
async function meetConditions(state: State): Promise<void> {
  for (const participant of state.participants) {
    if (participant.condition?.isMet()) await endCondition(participant, true)
  }
}

/** Nobody is left who could still make a condition true. */
async function giveUpConditions(state: State): Promise<void> {
  const hopeful = state.participants.filter(({ condition }) => condition !== null)
  if (hopeful.length === 0) throw new Violation(`stuck: ${state.waiters.map(describeWait).join(', ')}`)
  for (const participant of hopeful) await endCondition(participant, false)
}

async function endCondition(participant: Participant, isMet: boolean): Promise<void> {
  const { condition } = participant
  participant.condition = null
  await resume(participant, () => condition?.resolve(isMet))
}

function chooseNext({ participants, last, stickiness, random, waiters, holdsBack }: State): Participant | null {
  const ready = participants.filter(({ gate }) => gate.waiting !== null && !(holdsBack && isHeldBack(gate, waiters)))
  if (ready.length === 0) return null
  if (last !== null && ready.includes(last) && random.chance(stickiness)) return last
  return random.pick(ready)
}

/**
 * One waiter per table, because two would race once they wake. Whoever others wait for goes on in any case, and so do statements
 * that lock nothing.
 */
function isHeldBack(gate: Gate, waiters: readonly Waiter[]): boolean {
  if (waiters.length === 0) return false
  if (waiters.some((waiter) => findAllBlockers(waiter.gate, waiters).has(gate))) return false
  const tables = findLockedTables(gate.waiting?.sqlText ?? '')
  return waiters.some(
    ({ table, flight }) =>
      tables.includes(table ?? '') || findLockedTables(flight.statement.sqlText).some((name) => tables.includes(name)),
  )
}

async function takeStep(state: State, participant: Participant): Promise<void> {
  const { gate } = participant
  const label = labelStatement(gate.waiting?.sqlText ?? '')
  const victim = chooseWaitingVictim(state)
  if (victim !== null) return killWaiting(state, victim)
  participant.fate = chooseFate(state, label)
  if (participant.fate === 'lost' || participant.fate === 'killed') {
    state.history.note(`${gate.name} ${label}: ${participant.fate} before`)
    await crash(state, participant)
    return
  }
  await gate.send(state.schedule.steps)
}

function chooseFate(state: State, label: string): Fate {
  const probability = label === 'commit' ? crashAtCommitProbability : crashProbability
  if (state.crashesLeft === 0 || !state.random.chance(probability)) return 'runs'
  countCrash(state)
  return state.random.pick(crashes)
}

function chooseWaitingVictim(state: State): Participant | null {
  if (state.waiters.length === 0 || state.crashesLeft === 0 || !state.random.chance(crashProbability)) return null
  countCrash(state)
  const { gate } = state.random.pick(state.waiters)
  return state.participants.find((participant) => participant.gate === gate) ?? null
}

function countCrash(state: State): void {
  state.crashesLeft--
  state.schedule.crashes++
}

/** A backend that waits for a lock does not notice that its client is gone; an operator, or a failover, ends it. */
async function killWaiting(state: State, participant: Participant): Promise<void> {
  const { gate } = participant
  state.history.note(`${gate.name}: lost while waiting for a lock`)
  await gate.endSession(state.control)
  participant.fate = 'lost'
  await crash(state, participant)
}

async function crash(state: State, participant: Participant): Promise<void> {
  await participant.gate.loseSession()
  state.mayHaveReleased = true
  const isKilled = participant.fate === 'killed' || participant.fate === 'killedUnanswered'
  await resume(participant, () => participant.gate.tell(isKilled ? new ProcessDied() : connectionLost()))
}

/** Tells every answer, in the order of the actors; telling may free others, whose answers follow. */
async function landAll(state: State): Promise<void> {
  for (;;) {
    await awaitAnswers(state)
    const landed = state.participants.filter(({ gate }) => gate.flight?.answer != null)
    if (landed.length === 0) return
    for (const participant of landed) await land(state, participant)
  }
}

/** Waits until everybody's statement is answered or waits for a lock. */
async function awaitAnswers(state: State): Promise<void> {
  const gates = state.participants.map(({ gate }) => gate)
  const asleep = new Set(state.waiters.map(({ flight }) => flight))
  const [fresh] = gates.filter(({ flight }) => flight !== null && !asleep.has(flight))
  if (fresh !== undefined && !mayWait(fresh, gates)) await isAnsweredWithin(surelyAnsweredMs, [fresh])
  // A transaction that goes on frees nobody.
  if (!state.mayHaveReleased && (fresh === undefined || keepsItsLocks(fresh))) return
  state.mayHaveReleased = false
  state.waiters = await settle(gates, state.control)
  for (const waiter of state.waiters) if (!asleep.has(waiter.flight)) state.history.note(describeWait(waiter))
}

/** Nobody waits for a lock while nobody else can have one. */
function mayWait(gate: Gate, gates: readonly Gate[]): boolean {
  const isLocking = findLockedTables(gate.flight?.statement.sqlText ?? '').length > 0
  return isLocking && gates.some((other) => other !== gate && other.session?.isInTransaction())
}

function keepsItsLocks({ flight, session }: Gate): boolean {
  return flight?.answer != null && 'result' in flight.answer && session?.isInTransaction() === true
}

async function land(state: State, participant: Participant): Promise<void> {
  const { gate, fate } = participant
  const { flight, session } = gate
  if (flight?.answer == null) return
  const label = labelStatement(flight.statement.sqlText)
  const outcome = 'error' in flight.answer ? describeError(flight.answer.error) : describeResult(flight.answer.result)
  if (outcome === queryCancelled) state.schedule.cancellations++
  state.history.note(`${gate.name} ${label}: ${outcome}${fate === 'runs' ? '' : `, ${fate}`}`)
  const isOver = session?.isInTransaction() === false
  // A read outside a transaction leaves what is committed as it was, and so does giving up.
  if (isOver && !label.startsWith('select') && label !== 'rollback') state.mayHaveCommitted = true
  if (fate === 'runs') await resume(participant, () => gate.deliver())
  else await crash(state, participant)
}

function describeResult(result: unknown): string {
  return `ok ${(result as { rowCount: number | null }).rowCount ?? ''}`.trim()
}

function describeError(error: unknown): string {
  const state = sqlState(error)
  if (state === '40P01') throw new Violation('deadlock: PostgreSQL had to end it')
  return `${state ?? String(error)} ${violatedConstraint(error) ?? ''}`.trim()
}

/** Does something that lets the actor go on, and waits until it waits again. */
async function resume(participant: Participant, go: () => void): Promise<void> {
  participant.arrived = Promise.withResolvers<void>()
  go()
  await participant.arrived.promise
}
