import type { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { ConfigError } from './config.ts'
import { startHealthServer } from './health-server.ts'
import type { Log } from './log.ts'
import { freeStartMemory } from './memory.ts'
import type { Metrics } from './metrics.ts'

export type Lifecycle = {
  /** true from the signal that ends the process: /readyz says so, answers carry `Connection: close`. */
  isDraining: boolean
}

export type ProcessSettings = {
  log: Log
  metrics: Metrics
  release: string
  healthHost: string
  healthPort: number
  /** null when ready, else one sentence. */
  findProblem: () => Promise<string | null>
  /** Begins the work; resolves when the process can serve. */
  start: (lifecycle: Lifecycle) => Promise<void>
  /** Finishes what was started and closes everything. */
  stop: () => Promise<void>
  /** Milliseconds after the signal in which all goes on and every answer says that its connection ends; 0 when absent. */
  farewellMs?: number
}

/**
 * Where callers keep connections open, one that was closed under a request just sent loses it. A caller that asks within this time
 * is told, and opens its next connection to somebody else; what is still open afterwards is idle.
 */
export const farewellKey = {
  kind: 'duration',
  key: 'FAREWELL',
  minMs: 0,
  maxMs: 10_000,
  default: 0,
  give: 'how long kept connections are still served after the signal to end, like 3s',
} as const

/** Longer than the longest request (30 s), shorter than what is left of a pod's 40 s after its preStop: docs/time-outs.md. */
const drainTimeoutMs = 32_000

/**
 * Runs a process from start to its orderly end: health port first, then the work; SIGTERM or SIGINT drains and exits 0,
 * a second one exits at once; an unexpected error is logged and exits 1, so that whoever watches starts a fresh process.
 */
export async function runProcess(settings: ProcessSettings): Promise<void> {
  const { log } = settings
  const lifecycle: Lifecycle = { isDraining: false }
  let hasStarted = false
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'unexpected error, ending the process')
    process.exit(1)
  })
  const findProblem = async () => {
    if (lifecycle.isDraining) return 'draining'
    return hasStarted ? settings.findProblem() : 'starting'
  }
  const health = await startHealthServer({
    ...settings,
    host: settings.healthHost,
    port: settings.healthPort,
    findProblem,
  })
  const end = () => {
    if (lifecycle.isDraining) process.exit(1)
    lifecycle.isDraining = true
    void drain(settings, health)
  }
  process.on('SIGTERM', end)
  // Whoever started this process was killed, and the next start finds its ports and its database free.
  process.on('disconnect', () => process.exit(0))
  process.on('SIGINT', end)
  await settings.start(lifecycle)
  freeStartMemory()
  hasStarted = true
  log.info('ready')
}

async function drain({ log, stop, farewellMs = 0 }: ProcessSettings, health: Server): Promise<void> {
  log.info('draining')
  setTimeout(() => {
    log.error('draining took too long, ending with work unfinished')
    process.exit(1)
  }, drainTimeoutMs).unref()
  await sleep(farewellMs)
  await stop()
  health.close()
  health.closeAllConnections()
  log.info('stopped')
  process.exit(0)
}

/** Reads the configuration of a process; on a mistake prints every problem and exits, before anything has started. */
export function orExit<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(78)
  }
}
