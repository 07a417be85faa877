import pg from 'pg'

/** One connection to a real backend, driven statement by statement. */
export type DatabaseSession = {
  /** Process id of the backend. */
  pid: number
  /**
   * Resolves, or rejects with PostgreSQL's error, when the backend is ready for the next statement. Without parameters it takes
   * several statements at once.
   */
  run(sqlText: string, parameters?: readonly unknown[]): Promise<pg.QueryResult>
  /** Runs a statement that is planned once per session. */
  runPrepared(name: string, sqlText: string, parameters: readonly unknown[]): Promise<pg.QueryResult>
  isInTransaction(): boolean
  /** Ends the session; when it resolves, the backend has rolled back, released its locks and is gone. */
  end(): Promise<void>
  /** Resolves when the backend is gone. */
  ended: Promise<void>
}

/** Opens a session with the given settings for itself alone, for instance `{ lock_timeout: '0' }`. */
export async function openSession(url: string, settings: Readonly<Record<string, string>>): Promise<DatabaseSession> {
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)
  const client = new pg.Client({ connectionString: url, application_name: 'simulation', options: options.join(' ') })
  const { promise: ended, resolve } = Promise.withResolvers<void>()
  // The socket closes when the backend process is gone, not before.
  client.on('end', resolve)
  // Losing connections is what a simulation is for; the statement that meets it says so.
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const pid = rows[0]?.pid
  if (pid === undefined) throw new Error('a backend without a process id')
  async function whenReady(answer: Promise<pg.QueryResult>): Promise<pg.QueryResult> {
    try {
      return await answer
    } catch (error) {
      // The driver rejects when the error arrives, before the backend has rolled back and released its locks. The answer to an
      // empty statement comes after that; on a lost connection there is none.
      await client.query('').catch(() => undefined)
      throw error
    }
  }
  return {
    pid,
    run: (text, values) => whenReady(values ? client.query(text, [...values]) : client.query(text)),
    runPrepared: (name, text, values) => whenReady(client.query({ name, text, values: [...values] })),
    isInTransaction: () => client.getTransactionStatus() !== 'I',
    end: async () => {
      await client.end()
      await ended
    },
    ended,
  }
}
