import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '@dhakacart/service-kit/log.ts'

export type Loop = {
  name: string
  /** Pause after a round that found nothing, or failed. */
  idleMs: number
  /** From the beginning of a round to that of the next, at the least: what can wait leaves the database to those who wait. */
  everyMs?: number
  /** Does some work; returns how much it found, so that a full round is followed by the next at once. */
  round: () => Promise<number>
}

/**
 * Runs every loop side by side until stopped; a failing round is logged and tried again after its pause, so a database that
 * went away is met again when it is back. `stop` lets rounds in progress finish.
 */
export function startLoops(loops: readonly Loop[], log: Log): { stop: () => Promise<void> } {
  const stopping = new AbortController()
  const running = loops.map((loop) => run(loop, log, stopping.signal))
  return {
    async stop() {
      stopping.abort()
      await Promise.all(running)
    },
  }
}

async function run({ name, idleMs, everyMs = 0, round }: Loop, log: Log, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const beganAt = performance.now()
    const found = await round().catch((error: unknown) => {
      log.warn({ err: error, loop: name }, 'a round of the worker failed, trying again')
      return 0
    })
    const pauseMs = found === 0 ? idleMs : everyMs - (performance.now() - beganAt)
    if (pauseMs > 0) await sleep(pauseMs, undefined, { signal }).catch(() => undefined)
  }
}
