import { fork } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { get } from 'node:http'
import { setPriority } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { identify, type ProcessIdentity, signalProcess } from '../processes/identity.ts'
import type { LogFile } from '../processes/log-file.ts'
import { LOOPBACK } from '../processes/ports.ts'

// Children finish their requests within 32 s of SIGTERM by themselves; a hung one is ended.
const TERMINATE_LIMIT_MS = 35_000
const HEALTH_ANSWER_LIMIT_MS = 1_000
const READY_POLL_MS = 40
// Connections that a process can take in one turn of its event loop, as listen.ts of the service kit says. Each of them also asks in
// vain when somebody else was quicker, for a few microseconds.
const ACCEPTED_A_TURN = 8

const root = path.resolve(import.meta.dirname, '..', '..')

export type ChildSettings = {
  /** The entry file, relative to the repository. */
  readonly entry: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly log: LogFile
  /** Descriptor of the listening socket it accepts on; null: none. */
  readonly socket: number | null
}

export type Child = {
  readonly identity: ProcessIdentity
  /** How it ended, as "SIGKILL" or "code 1". */
  readonly exited: Promise<string>
  hasExited(): boolean
  /** SIGTERM, and SIGKILL when that is not enough. */
  terminate(): Promise<void>
}

/**
 * Forks a process that shares its listening socket with the others of its kind: the starter holds it open and each of them accepts
 * by itself. Children of a killed starter end by themselves, because their channel to it breaks.
 */
export function forkChild({ entry, environment, log, socket }: ChildSettings): Child {
  const copies = socket === null ? [] : Array.from({ length: ACCEPTED_A_TURN }, () => socket)
  const stdio = ['ignore', log.descriptor, log.descriptor, 'ipc'] as const
  const descriptors = copies.map((_, index) => stdio.length + index)
  const child = fork(path.join(root, entry), [], {
    execArgv: [],
    cwd: root,
    stdio: [...stdio, ...copies],
    env: {
      ...process.env,
      ...environment,
      LISTEN_DESCRIPTORS: descriptors.length === 0 ? undefined : descriptors.join(','),
    },
  })
  let ended: string | null = null
  const exited = new Promise<string>((resolve) => {
    const end = (how: string) => {
      ended ??= how
      resolve(ended)
    }
    child.once('exit', (code, signal) => end(signal ?? `code ${code}`))
    child.once('error', (error) => end(error.message))
  })
  // A process that is already gone has no start time; its exit event is on the way.
  const pid = child.pid ?? 0
  const identity = identify(pid) ?? { pid, startTime: '' }
  return {
    identity,
    exited,
    hasExited: () => ended !== null,
    terminate: async () => {
      signalProcess(identity, 'SIGTERM')
      const limit = new AbortController()
      const tooLong = sleep(TERMINATE_LIMIT_MS, null, { signal: limit.signal }).then(
        () => signalProcess(identity, 'SIGKILL'),
        () => {},
      )
      await exited
      limit.abort()
      await tooLong
    },
  }
}

/** Lets a process wait for others where the cores are short, each of its threads, which count for themselves on Linux. */
export function lowerPriority(pid: number, niceness: number): void {
  for (const thread of [pid, ...threadsOf(pid)]) {
    try {
      setPriority(thread, niceness)
    } catch (error) {
      // Gone already; the exit of the process is told to whoever waits for it.
      if ((error as NodeJS.ErrnoException).code !== 'ERR_SYSTEM_ERROR') throw error
    }
  }
}

function threadsOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).map(Number)
  } catch {
    return []
  }
}

/** Waits for /readyz to answer 200: true then, false when the child ended or the limit passed before. */
export async function waitUntilReady(child: Child, healthPort: number, limitMs: number): Promise<boolean> {
  const deadline = performance.now() + limitMs
  while (!child.hasExited() && performance.now() < deadline) {
    if (await answersReady(healthPort)) return true
    await sleep(READY_POLL_MS)
  }
  return false
}

function answersReady(healthPort: number): Promise<boolean> {
  return new Promise((resolve) => {
    const settings = {
      host: LOOPBACK,
      port: healthPort,
      path: '/readyz',
      agent: false,
      timeout: HEALTH_ANSWER_LIMIT_MS,
    }
    const request = get(settings, (response) => {
      response.resume()
      resolve(response.statusCode === 200)
    })
    request.on('timeout', () => request.destroy())
    request.on('error', () => resolve(false))
  })
}
