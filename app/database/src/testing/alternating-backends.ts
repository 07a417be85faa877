import { PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { type Db, makeDb } from '../connect.ts'

/**
 * A database as a pooler in transaction mode shows it, at its worst: between transactions every statement runs on another
 * connection than the one before. Code that keeps anything in its session fails here.
 */
export async function connectThroughAlternatingBackends(
  url: string,
  backendCount = 2,
): Promise<{ db: Db; end(): Promise<void> }> {
  const backends = Array.from({ length: backendCount }, () => new pg.Client({ connectionString: url }))
  await Promise.all(backends.map((backend) => backend.connect()))
  const db = makeDb(new PostgresDialect({ pool: alternatingPool(backends) }))
  return {
    db,
    end: async () => {
      await Promise.all(backends.map((backend) => backend.end()))
    },
  }
}

function alternatingPool(backends: readonly pg.Client[]): PostgresPool {
  // Who was used last stands last, so two statements in a row never meet one backend while another is free.
  const free = [...backends]
  const waiting: ((backend: pg.Client) => void)[] = []

  function take(): Promise<pg.Client> {
    const backend = free.shift()
    return backend ? Promise.resolve(backend) : new Promise((resolve) => waiting.push(resolve))
  }

  function giveBack(backend: pg.Client): void {
    const next = waiting.shift()
    if (next) next(backend)
    else free.push(backend)
  }

  async function connect(): Promise<PostgresPoolClient> {
    let pinned: pg.Client | null = null
    async function query(sqlText: string, parameters: unknown[]) {
      const backend = pinned ?? (await take())
      try {
        return await backend.query(sqlText, parameters)
      } finally {
        const isInTransaction = backend.getTransactionStatus() !== 'I'
        if (!isInTransaction) giveBack(backend)
        pinned = isInTransaction ? backend : null
      }
    }
    const release = () => {
      if (pinned) throw new Error('a connection was given back inside a transaction')
    }
    // Streaming through a cursor is the one way of calling that this does not offer.
    return { query: query as unknown as PostgresPoolClient['query'], release }
  }

  return { connect, end: async () => undefined, options: {} }
}
