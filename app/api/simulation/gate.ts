import { type DatabaseSession, openSession } from '@dhakacart/database/testing/database-session.ts'
import type { PostgresPool, PostgresPoolClient } from 'kysely'

type Answer = { result: unknown } | { error: unknown }

/** A statement somebody wants to run. It is sent when the scheduler says so. */
type Statement = {
  sqlText: string
  parameters: readonly unknown[]
  resolve: (result: unknown) => void
  reject: (error: unknown) => void
}

/** A statement that was sent; `answer` is set once PostgreSQL has answered. */
export type Flight = { statement: Statement; sentAtStep: number; answer: Answer | null; answered: Promise<void> }

/** The process in which an actor's service calls run was killed: whatever they still ask for fails with this. */
export class ProcessDied extends Error {}

/** One actor's way to the database, as the scheduler sees it. */
export type Gate = {
  name: string
  /** What to give to the query builder. */
  pool: PostgresPool
  /** Waits to be sent. */
  waiting: Statement | null
  /** Was sent and not told to the actor yet. */
  flight: Flight | null
  session: DatabaseSession | null
  /** Sends the waiting statement. */
  send(step: number): Promise<void>
  /** Tells the actor the answer to its statement. */
  deliver(): void
  /** Drops the connection: its backend rolls back and is gone when this resolves. The actor learns of it from `tell`. */
  loseSession(): Promise<void>
  /** Lets the statement at hand fail; with ProcessDied every later one fails too, until `restart`. */
  tell(error: Error): void
  restart(): void
  /** Ends the session, whatever its backend is in the middle of. */
  endSession(control: DatabaseSession): Promise<void>
}

/** What the driver says when the server goes away. */
export const connectionLost = () => new Error('Connection terminated unexpectedly')

/**
 * Makes a gate. `onArrival` is called whenever the actor waits at it. Sessions are borrowed when first needed, so an actor that
 * lost its connection gets another.
 */
export function createGate(name: string, borrowSession: () => Promise<DatabaseSession>, onArrival: () => void): Gate {
  let isDead = false
  let isLeased = false
  let generation = 0

  async function connect(): Promise<PostgresPoolClient> {
    if (isDead) throw new ProcessDied()
    // A service that asks for a second connection inside a transaction would starve a small pool.
    if (isLeased) throw new Error(`${name} took a second connection while it had one`)
    isLeased = true
    const mine = generation
    const query = (sqlText: string, parameters: readonly unknown[]) => {
      if (isDead) return Promise.reject(new ProcessDied())
      if (mine !== generation) {
        return Promise.reject(new Error('Client has encountered a connection error and is not queryable'))
      }
      if (gate.waiting !== null)
        return Promise.reject(new Error(`${name} sent a statement before the last was answered`))
      return new Promise((resolve, reject) => {
        gate.waiting = { sqlText, parameters, resolve, reject }
        onArrival()
      })
    }
    const release = () => {
      isLeased = false
    }
    return { query: query as PostgresPoolClient['query'], release }
  }

  const gate: Gate = {
    name,
    pool: { connect, end: async () => undefined, options: {} },
    waiting: null,
    flight: null,
    session: null,
    async send(step) {
      const statement = gate.waiting
      if (statement === null) throw new Error(`${name} has nothing to send`)
      gate.session ??= await borrowSession()
      gate.waiting = null
      gate.flight = startFlight(gate.session, statement, step)
    },
    deliver() {
      const flight = gate.flight
      if (flight?.answer == null) throw new Error(`${name} has no answer to tell`)
      gate.flight = null
      if ('error' in flight.answer) flight.statement.reject(flight.answer.error)
      else flight.statement.resolve(flight.answer.result)
    },
    async loseSession() {
      generation++
      const session = gate.session
      gate.session = null
      await session?.end()
    },
    tell(error) {
      const statement = gate.waiting ?? gate.flight?.statement
      gate.waiting = null
      gate.flight = null
      isDead = error instanceof ProcessDied
      statement?.reject(error)
    },
    restart() {
      isDead = false
    },
    async endSession(control) {
      const { session } = gate
      gate.session = null
      if (session === null) return
      // A backend that waits for a lock would not notice that its client is gone.
      await control.run('select pg_terminate_backend($1)', [session.pid])
      await session.ended
    },
  }
  return gate
}

function startFlight(session: DatabaseSession, statement: Statement, sentAtStep: number): Flight {
  const { promise: answered, resolve } = Promise.withResolvers<void>()
  const flight: Flight = { statement, sentAtStep, answer: null, answered }
  function land(answer: Answer): void {
    flight.answer = answer
    resolve()
  }
  runPlanned(session, statement).then(
    (result) => land({ result }),
    (error: unknown) => land({ error }),
  )
  return flight
}

/** Planning takes longer than running here, and sessions serve many seeds: each statement is planned once per session. */
export function runPlanned(
  session: DatabaseSession,
  { sqlText, parameters }: Pick<Statement, 'sqlText' | 'parameters'>,
): ReturnType<DatabaseSession['run']> {
  const isPlannable = parameters.length > 0
  return isPlannable ? session.runPrepared(nameOf(sqlText), sqlText, parameters) : session.run(sqlText)
}

const names = new Map<string, string>()

/** A name for a prepared statement; equal texts have equal names. */
function nameOf(sqlText: string): string {
  const name = names.get(sqlText) ?? `statement ${names.size + 1}`
  names.set(sqlText, name)
  return name
}

/** Sessions that seeds use one after the other: opening one costs more than a whole transaction. */
export function createSessionShelf(url: string) {
  const idle: DatabaseSession[] = []
  return {
    /** A session that waits for as long as it takes: the scheduler alone decides what ends a statement. */
    async borrow(): Promise<DatabaseSession> {
      return idle.pop() ?? openSession(url, patientSettings)
    },
    giveBack(session: DatabaseSession): void {
      idle.push(session)
    },
    async close(): Promise<void> {
      await Promise.all(idle.splice(0).map((session) => session.end()))
    },
  }
}
export type SessionShelf = ReturnType<typeof createSessionShelf>

const patientSettings = {
  lock_timeout: '0',
  statement_timeout: '0',
  idle_in_transaction_session_timeout: '0',
  // Statistics of tables this small are noise, and compiling costs more than any statement here.
  jit: 'off',
  plan_cache_mode: 'force_generic_plan',
}
