import { readdirSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { commandLineOf, identify, type ProcessIdentity, signalProcess } from '../processes/identity.ts'

/** Every process that a test run starts inherits this key. */
export const RUN_KEY = 'DHAKACART_TEST_RUN'
// What was asked to end may take a moment to do so.
const GRACE_MS = 3_000

/**
 * The command lines of processes that a test run left running, which are then killed. It reads /proc, so elsewhere than
 * on Linux it finds none.
 */
export async function endLeakedProcesses(run: string): Promise<string[]> {
  const deadline = performance.now() + GRACE_MS
  let leaked = findProcessesOf(run)
  while (leaked.length > 0 && performance.now() < deadline) {
    await sleep(100)
    leaked = findProcessesOf(run)
  }
  const commands = leaked.map(({ pid }) => commandLineOf(pid) ?? `pid ${pid}`)
  for (const identity of leaked) signalProcess(identity, 'SIGKILL')
  return commands
}

function findProcessesOf(run: string): ProcessIdentity[] {
  const mark = `${RUN_KEY}=${run}`
  return pids()
    .filter((pid) => pid !== process.pid && environmentOf(pid).includes(mark))
    .map(identify)
    .filter((identity) => identity !== null)
}

function pids(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger)
  } catch {
    return []
  }
}

function environmentOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')
  } catch {
    return []
  }
}
