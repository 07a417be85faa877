import { setTimeout as sleep } from 'node:timers/promises'
import { signalProcess } from '../processes/identity.ts'
import type { LogFile } from '../processes/log-file.ts'
import { findFreePort, returnPort } from '../processes/ports.ts'
import { type Child, forkChild, lowerPriority, waitUntilReady } from './child.ts'
import type { ListedProcess, ProcessState } from './process-file.ts'
import type { Report } from './report.ts'
import { RestartPolicy } from './restart-policy.ts'

const READY_LIMIT_MS = 45_000
const LAST_LINES = 5

/** One kind of process: what is started, and with which keys. */
export type ProcessKind = {
  readonly name: 'api' | 'worker' | 'storefront' | 'simulator'
  readonly entry: string
  readonly port: number | null
  readonly log: LogFile
  /** It keeps state in its memory, so a new one starts only after the old one has ended; its socket holds the callers. */
  readonly isAlone?: boolean
  /** Where the cores are short, processes that are nicer wait for the others once they are ready; see nice(1). */
  readonly niceness?: number
  environmentOf(healthPort: number): Record<string, string | undefined>
}

type Surroundings = {
  readonly report: Report
  /** Of the listening socket on this port. */
  descriptorOf(port: number): number
  /** The release that a process started now is. */
  release(): string
  /** Called whenever a process starts, becomes ready or ends. */
  onChange(): void
}

type Running = {
  readonly child: Child
  readonly healthPort: number
  readonly release: string
  readonly startedAt: Date
  readyAt: number | null
  state: ProcessState
}

/** So many of a kind, none of them started yet. */
export function keepAll(kind: ProcessKind, count: number, surroundings: Surroundings): KeptProcess[] {
  return Array.from({ length: count }, (_, index) => new KeptProcess(kind, index + 1, surroundings))
}

/** Keeps one process of a kind alive, and replaces it without a moment in which nobody serves. */
export class KeptProcess {
  readonly kind: ProcessKind
  readonly slot: number
  readonly #surroundings: Surroundings
  readonly #policy = new RestartPolicy()
  readonly #stopping = new AbortController()
  #current: Running | null = null
  #next: Running | null = null
  #leaving: Running | null = null
  #recovery: Promise<void> | null = null

  constructor(kind: ProcessKind, slot: number, surroundings: Surroundings) {
    this.kind = kind
    this.slot = slot
    this.#surroundings = surroundings
  }

  /** Starts the process and goes on trying until one is ready; returns early when it is being stopped. */
  async start(): Promise<void> {
    for (;;) {
      const running = await this.#launch()
      if (running === null) return
      this.#current = running
      this.#surroundings.onChange()
      if (await this.#becomesReady(running)) {
        void this.#watch(running)
        return
      }
      await this.#clearAway(running)
      await this.#waitAfterDeath(running)
    }
  }

  /** Starts a new process, waits until it is ready, then lets the old one finish. False: the old one stays. */
  async replace(): Promise<boolean> {
    await this.#recovery
    const old = this.#current
    if (this.kind.isAlone && old !== null) return this.#replaceAfter(old)
    const fresh = await this.#launch()
    if (fresh === null) return false
    this.#next = fresh
    this.#surroundings.onChange()
    const isReady = await this.#becomesReady(fresh)
    this.#next = null
    if (!isReady || this.#isStopping()) {
      await this.#clearAway(fresh)
      // The old one may have died meanwhile, and its watcher left the matter to this replacement.
      if (old?.child.hasExited()) this.#recovery = this.#recover(old)
      this.#surroundings.onChange()
      return false
    }
    this.#current = fresh
    void this.#watch(fresh)
    if (old !== null) {
      old.state = 'stopping'
      this.#leaving = old
      this.#surroundings.onChange()
      await this.#clearAway(old)
      this.#leaving = null
    }
    this.#surroundings.onChange()
    return true
  }

  async #replaceAfter(old: Running): Promise<boolean> {
    old.state = 'stopping'
    this.#surroundings.onChange()
    await this.#clearAway(old)
    await this.start()
    return !this.#isStopping()
  }

  /** Lets the process finish what it started and ends it. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    const running = this.#all()
    for (const one of running) one.state = 'stopping'
    this.#surroundings.onChange()
    await Promise.all(running.map((one) => this.#clearAway(one)))
    this.#current = null
    this.#surroundings.onChange()
  }

  /** Ends the process at once, with whatever it was doing. */
  kill(): void {
    this.#stopping.abort()
    for (const { child } of this.#all()) signalProcess(child.identity, 'SIGKILL')
  }

  list(): ListedProcess[] {
    return this.#all()
      .filter(({ child }) => !child.hasExited())
      .map(({ child, state, healthPort, release, startedAt }) => ({
        kind: this.kind.name,
        slot: this.slot,
        ...child.identity,
        state,
        port: this.kind.port,
        healthPort,
        release,
        startedAt: startedAt.toISOString(),
      }))
  }

  #all(): Running[] {
    return [this.#leaving, this.#current, this.#next].filter((one) => one !== null)
  }

  #isStopping(): boolean {
    return this.#stopping.signal.aborted
  }

  /** null when the process is not wanted any more; whoever stops it sees it from the moment it exists. */
  async #launch(): Promise<Running | null> {
    // Two processes of one slot live at once during a replacement, so each has a health port of its own.
    const healthPort = await findFreePort()
    if (this.#isStopping()) return null
    const { entry, log, port } = this.kind
    const release = this.#surroundings.release()
    const environment = { ...this.kind.environmentOf(healthPort), RELEASE: release }
    const socket = port === null ? null : this.#surroundings.descriptorOf(port)
    const child = forkChild({ entry, log, environment, socket })
    return { child, healthPort, release, startedAt: new Date(), readyAt: null, state: 'starting' }
  }

  async #becomesReady(running: Running): Promise<boolean> {
    if (!(await waitUntilReady(running.child, running.healthPort, READY_LIMIT_MS))) return false
    running.readyAt = Date.now()
    const { niceness = 0 } = this.kind
    if (niceness > 0) lowerPriority(running.child.identity.pid, niceness)
    if (running.state === 'starting') running.state = 'ready'
    this.#surroundings.onChange()
    return true
  }

  async #clearAway(running: Running): Promise<void> {
    await running.child.terminate()
    returnPort(running.healthPort)
  }

  /** Starts another when the process dies without having been asked to. */
  async #watch(running: Running): Promise<void> {
    const how = await running.child.exited
    if (this.#current !== running || running.state === 'stopping' || this.#isStopping()) return
    this.#surroundings.onChange()
    this.#surroundings.report.event(`${this.#title()} died (${how}); starting another.`)
    if (this.#next === null) this.#recovery = this.#recover(running)
  }

  async #recover(dead: Running): Promise<void> {
    const startedAt = performance.now()
    returnPort(dead.healthPort)
    await this.#waitAfterDeath(dead)
    await this.start()
    if (this.#isStopping()) return
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    this.#surroundings.report.event(`${this.#title()} serves again after ${seconds} s.`)
  }

  async #waitAfterDeath(running: Running): Promise<void> {
    const livedMs = Date.now() - running.startedAt.getTime()
    const readyMs = running.readyAt === null ? null : Date.now() - running.readyAt
    const { waitMs, isHopeless } = this.#policy.afterDeath(livedMs, readyMs)
    if (isHopeless && !this.#isStopping()) this.#tellHopeless()
    await sleep(waitMs, null, { signal: this.#stopping.signal }).catch(() => {})
  }

  #tellHopeless(): void {
    const { file, tail } = this.kind.log
    const last = tail(LAST_LINES).map((line) => `    ${line.slice(0, 300)}`)
    this.#surroundings.report.event(
      `${this.#title()} keeps dying right after its start, so it is tried every 5 s from now on; its last words (${file}):\n${last.join('\n')}`,
    )
  }

  #title(): string {
    return `${this.kind.name} ${this.slot}`
  }
}
