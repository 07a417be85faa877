import type { DatabaseSession } from '@dhakacart/database/testing/database-session.ts'
import type { Flight, Gate } from './gate.ts'
import { Violation } from './violation.ts'

type Wait = {
  pid: number
  /** When it began to wait; null for an instant after that. */
  waitStart: string | null
  /** The transaction it waits for; null while it queues behind another waiter for the same row. */
  transactionId: string | null
  blockers: number[]
  /** The table of the row it waits for; null when it waits for the outcome of an insertion. */
  table: string | null
}

/** A statement that waits for locks of other actors and will until one of them goes on. */
export type Waiter = { gate: Gate; flight: Flight; blockers: Gate[]; table: string | null }

const waitsQuery = `
  select l.pid, l.waitstart::text as "waitStart", l.transactionid::text as "transactionId", pg_blocking_pids(l.pid) as blockers,
    coalesce(l.relation, (
      select t.relation from pg_locks t where t.pid = l.pid and t.locktype = 'tuple' and t.granted limit 1
    ))::regclass::text as table
  from pg_locks l where not l.granted and l.pid = any ($1::integer[])`
/** Nearly every statement answers sooner, which saves asking who waits. Right or wrong, the outcome is the same. */
const answerMs = 5

/**
 * Returns when every statement that was sent has been answered or waits for a lock, and names those that wait. Whether a
 * statement waits is PostgreSQL's word, not a matter of time: it counts only if it sat in one and the same wait while all others
 * did, so that nobody was left who could wake anybody.
 */
export async function settle(gates: readonly Gate[], control: DatabaseSession): Promise<Waiter[]> {
  for (;;) {
    const flying = unanswered(gates)
    if (flying.length === 0) return []
    if (await isAnsweredWithin(answerMs, flying)) continue
    const first = await readWaits(flying, control)
    const second = await readWaits(flying, control)
    const isUnchanged = unanswered(gates).length === flying.length
    if (!isUnchanged || !flying.every((gate) => isStill(gate, first, second, gates))) continue
    const surplus = findSurplusWaiter(flying, second)
    if (surplus === null) return describeWaiters(flying, second, gates)
    // Its statement fails as if it had waited for too long.
    await control.run('select pg_cancel_backend($1)', [surplus.session?.pid])
    await surplus.flight?.answered
  }
}

function unanswered(gates: readonly Gate[]): Gate[] {
  return gates.filter((gate) => gate.flight !== null && gate.flight.answer === null)
}

/** true as soon as one of them is answered, false when none was in this time. */
export async function isAnsweredWithin(limitMs: number, flying: readonly Gate[]): Promise<boolean> {
  const { promise: isOver, resolve } = Promise.withResolvers<false>()
  const timer = setTimeout(resolve, limitMs, false)
  const answers = flying.map((gate) => gate.flight?.answered.then(() => true) ?? false)
  const isAnswered = await Promise.race([isOver, ...answers])
  clearTimeout(timer)
  return isAnswered
}

async function readWaits(flying: readonly Gate[], control: DatabaseSession): Promise<Map<number, Wait>> {
  const pids = flying.map((gate) => gate.session?.pid)
  const { rows } = await control.runPrepared('waits', waitsQuery, [pids])
  return new Map((rows as Wait[]).map((wait) => [wait.pid, wait]))
}

function isStill(gate: Gate, first: Map<number, Wait>, second: Map<number, Wait>, gates: readonly Gate[]): boolean {
  const [before, after] = [waitOf(gate, first), waitOf(gate, second)]
  if (!before?.waitStart || before.waitStart !== after?.waitStart) return false
  // Whoever waits for a stranger, vacuum for instance, will go on by itself.
  const ours = new Set(gates.map((each) => each.session?.pid))
  return after.blockers.length > 0 && after.blockers.every((blocker) => ours.has(blocker))
}

function waitOf(gate: Gate, waits: Map<number, Wait>): Wait | undefined {
  return gate.session === null ? undefined : waits.get(gate.session.pid)
}

/**
 * When a transaction ends, all that wait for it wake at once and run side by side; the queue for a row ends too when the row got
 * a new version. Two of them that have rows of the same table to lock would race, and the seed would no longer decide who comes
 * first: so the later one may not wait. The scheduler holds most of them back before they are sent.
 */
function findSurplusWaiter(flying: readonly Gate[], waits: Map<number, Wait>): Gate | null {
  const seen = new Set<string>()
  for (const gate of flying.toSorted(bySendingOrder)) {
    const wait = waitOf(gate, waits)
    const key = `${wait?.transactionId} ${wait?.table}`
    if (wait?.transactionId === null || seen.has(key)) return gate
    seen.add(key)
  }
  return null
}

function bySendingOrder(a: Gate, b: Gate): number {
  return (a.flight?.sentAtStep ?? 0) - (b.flight?.sentAtStep ?? 0)
}

function describeWaiters(flying: readonly Gate[], waits: Map<number, Wait>, gates: readonly Gate[]): Waiter[] {
  const waiters: Waiter[] = []
  for (const gate of flying.toSorted(bySendingOrder)) {
    const wait = waitOf(gate, waits)
    if (wait === undefined || gate.flight === null) continue
    const blockers = gates.filter(({ session }) => session !== null && wait.blockers.includes(session.pid))
    waiters.push({ gate, flight: gate.flight, blockers, table: wait.table })
  }
  refuseDeadlock(waiters)
  return waiters
}

/** PostgreSQL would end a deadlock after a second by failing somebody. It must not come to that. */
function refuseDeadlock(waiters: readonly Waiter[]): void {
  for (const { gate } of waiters) {
    if (!findAllBlockers(gate, waiters).has(gate)) continue
    throw new Violation(`deadlock: ${waiters.map(describeWait).join(', ')}`)
  }
}

/** Those a statement waits for, and those they wait for in turn. */
export function findAllBlockers(gate: Gate, waiters: readonly Waiter[]): Set<Gate> {
  const blockersOf = new Map(waiters.map((waiter) => [waiter.gate, waiter.blockers]))
  const found = new Set<Gate>()
  const ahead = [...(blockersOf.get(gate) ?? [])]
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (found.has(next)) continue
    found.add(next)
    ahead.push(...(blockersOf.get(next) ?? []))
  }
  return found
}

export function describeWait({ gate, blockers }: Waiter): string {
  return `${gate.name} waits for ${blockers.map(({ name }) => name).join(' and ')}`
}
