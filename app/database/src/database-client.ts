import { createHash } from 'node:crypto'
import { once } from 'node:events'
import pg from 'pg'

/** A statement is prepared from this use on, as PostgreSQL's JDBC driver does (prepareThreshold): rare ones never are. */
const prepareFromUse = 5
/** What PgBouncer 1.24 keeps for a client by default (max_prepared_statements). */
const maxPrepared = 200
/** Texts whose uses are counted; a process of ours has about a hundred. */
const maxCounted = 2_000

const uses = new Map<string, number>()
const names = new Map<string, string>()

/** What `begin` and the end of an empty transaction are answered with, before or without asking the server. */
const nothingDone = { command: '', rowCount: null, oid: 0, fields: [], rows: [] }

/**
 * A connection that plans a frequent statement once instead of every time (a cart's read costs PostgreSQL and us about a
 * fifth), sends `begin` together with the first statement after it, which saves a transaction one of its round trips, and
 * hangs up when an answer did not come in time: the next user of the connection would wait behind it.
 */
export class DatabaseClient extends pg.Client {
  #isBeginDue = false

  constructor(config: pg.ClientConfig = {}) {
    // Its types do not know the setting yet.
    super({ ...config, pipeline: true } as pg.ClientConfig)
  }

  override query(...args: never[]): never {
    const [text] = args as unknown[]
    if (text === 'begin') {
      this.#isBeginDue = true
      return Promise.resolve(nothingDone) as never
    }
    if (!this.#isBeginDue) return this.#send(args) as never
    this.#isBeginDue = false
    // Nothing was asked between begin and end.
    if (text === 'commit' || text === 'rollback') return Promise.resolve(nothingDone) as never
    return this.#sendWithBegin(args) as never
  }

  #sendWithBegin(args: unknown[]): unknown {
    const { stream } = this.connection
    stream.cork()
    // What makes it fail makes the statement behind it fail too, and that one is waited for.
    void (this.#send(['begin']) as Promise<unknown>).catch(() => undefined)
    const result = this.#send(args)
    stream.uncork()
    return result
  }

  #send(args: unknown[]): unknown {
    const result: unknown = (super.query as (...args: unknown[]) => unknown).apply(this, withName(args))
    return result instanceof Promise ? result.catch((error: unknown) => this.#hangUpAfterTimeout(error)) : result
  }

  async #hangUpAfterTimeout(error: unknown): Promise<never> {
    const isTimeout = error instanceof Error && error.message === 'Query read timeout'
    if (isTimeout) {
      const { stream } = this.connection
      const closed = once(stream, 'close')
      stream.destroy()
      await closed
    }
    throw error
  }
}

/** The arguments of `query`, the statement named when it is frequent and has parameters. */
function withName(args: unknown[]): unknown[] {
  const [text, values] = args
  if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return args
  const name = names.get(text) ?? countUse(text)
  return name === undefined ? args : [{ name, text, values }]
}

function countUse(text: string): string | undefined {
  const count = (uses.get(text) ?? 0) + 1
  if (count < prepareFromUse) {
    if (count > 1 || uses.size < maxCounted) uses.set(text, count)
    return undefined
  }
  if (names.size >= maxPrepared) return undefined
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 20)
  names.set(text, name)
  uses.delete(text)
  return name
}
