import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** A process is ready within a second; forty leave room for a machine on which much else runs. */
const readyTimeoutMs = 40_000

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return address.port
}

/**
 * Waits until the process behind a health port says that it is ready. `child`: given up at once when it ends, and ended when it is
 * given up, so that a test that fails does not wait for it.
 */
export async function untilReady(healthPort: number, child?: ChildProcess): Promise<void> {
  const deadline = performance.now() + readyTimeoutMs
  while (performance.now() < deadline && (child === undefined || child.exitCode === null)) {
    const answer = await fetch(`http://127.0.0.1:${healthPort}/readyz`).catch(() => null)
    if (answer?.ok) return
    await sleep(50)
  }
  child?.kill('SIGKILL')
  throw new Error(`the process was not ready within ${readyTimeoutMs} ms, or ended`)
}

/** Lets a process end as an orchestrator does, or by another signal, and waits for it; fine when it is over. */
export async function stopProcess(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(signal)
  await once(child, 'exit')
}
