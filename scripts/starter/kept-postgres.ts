import { setTimeout as sleep } from 'node:timers/promises'
import { type PostgresOptions, type PostgresServer, startPostgres } from '../postgres/server.ts'
import { identify } from '../processes/identity.ts'
import type { ListedProcess } from './process-file.ts'
import type { Report } from './report.ts'
import { RestartPolicy } from './restart-policy.ts'

type Surroundings = { readonly report: Report; onChange(): void }

/** Keeps PostgreSQL running on its data folder; a server that was killed is started again on the same port. */
export class KeptPostgres {
  readonly #options: PostgresOptions
  readonly #surroundings: Surroundings
  readonly #policy = new RestartPolicy()
  readonly #stopping = new AbortController()
  #starting: Promise<PostgresServer> | null = null
  #server: PostgresServer | null = null
  #startedAt = new Date()
  #isReady = false

  constructor(options: PostgresOptions, surroundings: Surroundings) {
    this.#options = options
    this.#surroundings = surroundings
  }

  /** Starts the server; a first start that fails is not tried again, because its reason is for a person. */
  async start(): Promise<PostgresServer> {
    this.#startedAt = new Date()
    this.#starting = startPostgres(this.#options)
    const server = await this.#starting
    this.#server = server
    this.#isReady = true
    this.#surroundings.onChange()
    void this.#watch(server)
    return server
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    // A server that is just starting is stopped as soon as it can be asked to; one that failed to start needs no stop.
    const server = await this.#starting?.catch(() => null)
    await server?.stop()
    this.#isReady = false
    this.#surroundings.onChange()
  }

  list(): ListedProcess[] {
    const identity = this.#server === null ? null : identify(this.#server.pid)
    if (this.#server === null || identity === null) return []
    const isStopping = this.#stopping.signal.aborted
    return [
      {
        kind: 'postgres',
        slot: 1,
        ...identity,
        state: isStopping ? 'stopping' : this.#isReady ? 'ready' : 'starting',
        port: this.#server.port,
        healthPort: null,
        release: this.#server.version,
        startedAt: this.#startedAt.toISOString(),
      },
    ]
  }

  async #watch(server: PostgresServer): Promise<void> {
    const how = await server.exited
    if (this.#stopping.signal.aborted) return
    const diedAt = performance.now()
    this.#isReady = false
    this.#surroundings.onChange()
    this.#surroundings.report.event(`PostgreSQL died (${how}); starting it again.`)
    await this.#restart(Date.now() - this.#startedAt.getTime())
    if (this.#stopping.signal.aborted) return
    this.#surroundings.report.event(
      `PostgreSQL serves again after ${((performance.now() - diedAt) / 1000).toFixed(1)} s.`,
    )
  }

  async #restart(livedMs: number): Promise<void> {
    let advice = this.#policy.afterDeath(livedMs, livedMs)
    let lastKind = ''
    while (!this.#stopping.signal.aborted) {
      await sleep(advice.waitMs, null, { signal: this.#stopping.signal }).catch(() => {})
      if (this.#stopping.signal.aborted) return
      try {
        await this.start()
        return
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        // The same reason every five seconds would only scroll the terminal, and how much room is left is no other one.
        const kind = reason.replaceAll(/\d+/g, '')
        if (kind !== lastKind) this.#surroundings.report.event(`${reason} It is tried again every few seconds.`)
        lastKind = kind
        advice = this.#policy.afterDeath(0, null)
      }
    }
  }
}
