import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants, mkdirSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { PlainFailure } from '../command.ts'
import { identify } from '../processes/identity.ts'
import type { LogFile } from '../processes/log-file.ts'
import { findFreePort, isAccepting, LOOPBACK } from '../processes/ports.ts'
import type { ListedProcess } from './process-file.ts'
import type { Report } from './report.ts'
import { RestartPolicy } from './restart-policy.ts'

type Surroundings = { readonly report: Report; onChange(): void }

const READY_LIMIT_MS = 10_000
const READY_POLL_MS = 20
/** Room for the pages of the seeded shop twice over; what is asked for least goes first. */
const MEMORY = '96mb'

/** Keeps Valkey running beside the shop, with nothing on disk; one that was killed is started again, empty, on the same port. */
export class KeptCache {
  readonly #program: string
  readonly #folder: string
  readonly #log: LogFile
  readonly #surroundings: Surroundings
  readonly #policy = new RestartPolicy()
  readonly #stopping = new AbortController()
  #port = 0
  #child: ChildProcess | null = null
  #startedAt = new Date()
  #isReady = false

  /** Throws PlainFailure where no Valkey is installed. */
  constructor(folder: string, log: LogFile, surroundings: Surroundings) {
    this.#program = findProgram()
    this.#folder = folder
    this.#log = log
    this.#surroundings = surroundings
  }

  get url(): string {
    return `redis://${LOOPBACK}:${this.#port}`
  }

  async start(): Promise<void> {
    mkdirSync(this.#folder, { recursive: true })
    if (this.#port === 0) this.#port = await findFreePort()
    this.#startedAt = new Date()
    const inMemory = ['--save', '', '--appendonly', 'no', '--maxmemory', MEMORY, '--maxmemory-policy', 'allkeys-lru']
    const place = ['--bind', LOOPBACK, '--port', String(this.#port), '--dir', this.#folder]
    const stdio = ['ignore', this.#log.descriptor, this.#log.descriptor] as const
    const child = spawn(this.#program, [...place, ...inMemory], { stdio: [...stdio] })
    this.#child = child
    const ended = once(child, 'exit').then(() => true)
    const deadline = performance.now() + READY_LIMIT_MS
    while (!(await isAccepting(LOOPBACK, this.#port))) {
      const isOver = await Promise.race([ended, sleep(READY_POLL_MS, false)])
      if (isOver || performance.now() > deadline) {
        child.kill('SIGKILL')
        throw new PlainFailure(`${this.#program} did not become ready, see ${this.#log.file}.`)
      }
    }
    this.#isReady = true
    this.#surroundings.onChange()
    void ended.then(() => this.#restart())
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    const child = this.#child
    if (child === null || child.exitCode !== null || child.signalCode !== null) return
    // It holds nothing that is worth a farewell, and a frozen one hears nothing else.
    child.kill('SIGKILL')
    await once(child, 'exit')
  }

  list(): ListedProcess[] {
    const identity = this.#child?.pid === undefined ? null : identify(this.#child.pid)
    if (identity === null) return []
    const state = this.#stopping.signal.aborted ? 'stopping' : this.#isReady ? 'ready' : 'starting'
    const place = { kind: 'cache', slot: 1, port: this.#port, healthPort: null, release: this.#program }
    return [{ ...identity, ...place, state, startedAt: this.#startedAt.toISOString() }]
  }

  async #restart(): Promise<void> {
    this.#isReady = false
    const { signal } = this.#stopping
    while (!signal.aborted) {
      const livedMs = Date.now() - this.#startedAt.getTime()
      const { waitMs, isHopeless } = this.#policy.afterDeath(livedMs, livedMs)
      if (isHopeless) this.#surroundings.report.event(`The cache dies again and again, see ${this.#log.file}.`)
      await sleep(waitMs, null, { signal }).catch(() => null)
      if (signal.aborted) return
      try {
        await this.start()
        this.#surroundings.report.event('The cache died and runs again, empty.')
        return
      } catch (error) {
        if (!(error instanceof PlainFailure)) throw error
      }
    }
  }
}

function findProgram(): string {
  for (const name of ['valkey-server', 'redis-server']) {
    for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
      const file = path.join(folder, name)
      try {
        accessSync(file, constants.X_OK)
        return file
      } catch {
        // The next place.
      }
    }
  }
  throw new PlainFailure('--cache needs valkey-server or redis-server: apt-get install valkey-server, or leave it out.')
}
