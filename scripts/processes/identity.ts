import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'

/** A pid alone may be given to another process later; pid and start time together name one process. */
export type ProcessIdentity = { readonly pid: number; readonly startTime: string }

const hasProc = existsSync('/proc/self/stat')

/** The identity of a running process; null when there is none, or only its unreaped remains. */
export function identify(pid: number): ProcessIdentity | null {
  const startTime = hasProc ? startTimeFromProc(pid) : startTimeFromPs(pid)
  return startTime === null ? null : { pid, startTime }
}

/** Whether this very process still runs. */
export function isRunning(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.startTime === identity.startTime
}

/** The command line of a process, for showing to a person; null when it cannot be read. */
export function commandLineOf(pid: number): string | null {
  if (!hasProc) return ps(pid, 'command')
  const text = readOrNull(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim()
  return text === undefined || text === '' ? null : text
}

/** Waits until the process has ended; false when it still runs after `limitMs`. */
export async function waitUntilGone(identity: ProcessIdentity, limitMs: number): Promise<boolean> {
  const deadline = performance.now() + limitMs
  while (isRunning(identity)) {
    if (performance.now() > deadline) return false
    await sleep(25)
  }
  return true
}

/** Sends a signal to this very process, and nothing to whoever has its number now. */
export function signalProcess(identity: ProcessIdentity, signal: NodeJS.Signals): void {
  if (!isRunning(identity)) return
  try {
    process.kill(identity.pid, signal)
  } catch (error) {
    // It ended between the look and the signal.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function startTimeFromProc(pid: number): string | null {
  const stat = readOrNull(`/proc/${pid}/stat`)
  if (stat === null) return null
  // The second field is the name in parentheses and may itself hold spaces and parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const isZombie = fields[0] === 'Z' || fields[0] === 'X'
  return isZombie ? null : (fields[19] ?? null)
}

function startTimeFromPs(pid: number): string | null {
  const state = ps(pid, 'state')
  return state === null || state.startsWith('Z') ? null : ps(pid, 'lstart')
}

function ps(pid: number, column: string): string | null {
  const answer = spawnSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' })
  const text = answer.stdout?.trim() ?? ''
  return text === '' ? null : text
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
