import { readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { SimulatorPlace } from '../http/simulator.ts'
import type { FaultName } from '../plan/fault-schedule.ts'
import type { FaultDriver } from './driver.ts'
import { mendGateway, slowGateway } from './slow-gateway.ts'

/** What the starter tells of the shop it runs, in DATA-FOLDER/processes.json. */
type Listed = { kind: string; slot: number; pid: number; state: string; startedAt: string }
type ProcessFile = { starter: { pid: number }; processes: readonly Listed[] }

/** How long the gateway is slow and the cache frozen. */
const pauseMsByDefault = 10_000
const releaseLimitMs = 120_000
const pollMs = 200

/** Kills processes of the shop that `npm start` runs on this machine, by what its process file says of them. */
export class LaptopDriver implements FaultDriver {
  readonly can: readonly FaultName[]
  readonly #dataFolder: string
  readonly #gateways: SimulatorPlace | null
  readonly #pauseMs: number
  #frozenPid: number | null = null

  constructor(dataFolder: string, simulatorOrigin: string | null, pauseMs = pauseMsByDefault) {
    this.#pauseMs = pauseMs
    this.#dataFolder = dataFolder
    this.#gateways = simulatorOrigin === null ? null : { origin: simulatorOrigin, ca: null }
    this.can = [
      'api-killed',
      'storefront-killed',
      'worker-killed',
      'database-killed',
      ...(simulatorOrigin === null ? [] : (['gateway-slow'] as const)),
      ...(this.#hasCache() ? (['cache-killed', 'cache-frozen'] as const) : []),
      'release',
    ]
  }

  async inject(fault: FaultName): Promise<void> {
    switch (fault) {
      case 'api-killed':
        return this.#kill('api')
      case 'storefront-killed':
        return this.#kill('storefront')
      case 'worker-killed':
        return this.#kill('worker')
      case 'database-killed':
        return this.#kill('postgres')
      case 'gateway-slow':
        return slowGateway(this.#gateways, this.#pauseMs)
      case 'release':
        return this.#release()
      case 'cache-killed':
        return this.#kill('cache')
      case 'cache-frozen':
        return this.#freezeCache()
    }
  }

  async restore(): Promise<void> {
    this.#thawCache()
    await mendGateway(this.#gateways)
  }

  async #kill(kind: string): Promise<void> {
    process.kill(this.#victim(kind).pid, 'SIGKILL')
  }

  #victim(kind: string): Listed {
    const victim = this.#read().processes.find((one) => one.kind === kind && one.state === 'ready')
    if (victim === undefined) throw new Error(`no ${kind} is running`)
    return victim
  }

  /** Whether the shop was started with one. */
  #hasCache(): boolean {
    try {
      return this.#read().processes.some(({ kind }) => kind === 'cache')
    } catch {
      return false
    }
  }

  /** It takes what it is sent and answers nothing, for as long as a slow gateway is slow. */
  async #freezeCache(): Promise<void> {
    const frozen = this.#victim('cache')
    this.#frozenPid = frozen.pid
    process.kill(frozen.pid, 'SIGSTOP')
    await sleep(this.#pauseMs, undefined, { ref: false })
    this.#thawCache()
  }

  #thawCache(): void {
    if (this.#frozenPid === null) return
    try {
      process.kill(this.#frozenPid, 'SIGCONT')
    } catch {
      // It was killed meanwhile, or its shop was stopped.
    }
    this.#frozenPid = null
  }

  /** The starter replaces its processes one by one by what is in the working folder. */
  async #release(): Promise<void> {
    const before = this.#read()
    const old = new Set(before.processes.filter(({ kind }) => isReplaced(kind)).map(({ pid }) => pid))
    process.kill(before.starter.pid, 'SIGHUP')
    const deadline = performance.now() + releaseLimitMs
    const isDone = () =>
      this.#read().processes.every((one) => !isReplaced(one.kind) || (one.state === 'ready' && !old.has(one.pid)))
    while (!isDone()) {
      if (performance.now() > deadline)
        throw new Error(`after ${releaseLimitMs / 1_000} s not every process was replaced`)
      await sleep(pollMs)
    }
  }

  #read(): ProcessFile {
    try {
      return JSON.parse(readFileSync(path.join(this.#dataFolder, 'processes.json'), 'utf8')) as ProcessFile
    } catch (error) {
      throw new Error(`no shop is running on ${this.#dataFolder}`, { cause: error })
    }
  }
}

function isReplaced(kind: string): boolean {
  return kind === 'api' || kind === 'storefront' || kind === 'worker'
}
