import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { PlainFailure } from '../command.ts'
import { commandLineOf, identify, type ProcessIdentity, signalProcess, waitUntilGone } from '../processes/identity.ts'

const FAST_STOP_MS = 20_000
const IMMEDIATE_STOP_MS = 5_000

/**
 * Stops the server that a killed starter left running on this data folder, and removes a pid file that points to
 * somebody else's process, which PostgreSQL would respect for ever.
 */
export async function stopLeftoverServer(data: string): Promise<void> {
  const pid = readServerPid(data)
  if (pid === null) return
  const identity = identify(pid)
  if (identity === null) return
  if (isServerOf(pid, data)) await stopServer(identity)
  else rmSync(path.join(data, 'postmaster.pid'), { force: true })
}

/** Fast shutdown, then the harder ways; true when the server ended by the first one. */
export async function stopServer(identity: ProcessIdentity): Promise<boolean> {
  signalProcess(identity, 'SIGINT')
  if (await waitUntilGone(identity, FAST_STOP_MS)) return true
  signalProcess(identity, 'SIGQUIT')
  if (await waitUntilGone(identity, IMMEDIATE_STOP_MS)) return false
  signalProcess(identity, 'SIGKILL')
  if (await waitUntilGone(identity, IMMEDIATE_STOP_MS)) return false
  throw new PlainFailure(`PostgreSQL (pid ${identity.pid}) cannot be stopped, not even with kill -9.`)
}

/** The pid in the server's own pid file; null when there is none. */
function readServerPid(data: string): number | null {
  const pid = Number.parseInt(readPidFile(data)[0] ?? '', 10)
  return Number.isNaN(pid) ? null : pid
}

/** Whether the server says in its pid file that it accepts connections. */
export function isServerReady(data: string, pid: number): boolean {
  const lines = readPidFile(data)
  // Line 8 is the status; it is padded with blanks.
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
}

function isServerOf(pid: number, data: string): boolean {
  const command = commandLineOf(pid) ?? ''
  return command.includes('postgres') && command.includes(data)
}

function readPidFile(data: string): string[] {
  try {
    return readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}
