import { spawn } from 'node:child_process'
import { globSync, statSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { PlainFailure } from '../command.ts'
import { identify, type ProcessIdentity } from '../processes/identity.ts'

const root = path.resolve(import.meta.dirname, '..', '..')
const everything = ['app', 'scripts', 'rehearsal', 'platform']
// After the limit, tests have this long to say where they were.
const LAST_WORDS_MS = 5_000

export type NodeTestRun = {
  /** In the order in which they begin. */
  readonly files: readonly string[]
  /** As run-files.ts reads them. */
  readonly options: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  readonly limitMs: number
  readonly signal: AbortSignal
}

/** Runs node:test over the files, its summary on stdout. True when every test passed within the limit. */
export async function runNodeTest(run: NodeTestRun): Promise<boolean> {
  const args = [path.join(import.meta.dirname, 'run-files.ts'), ...run.options, ...run.files]
  const child = spawn(process.execPath, args, {
    cwd: root,
    // A group of its own, so that test files end with their runner.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...run.environment },
  })
  const identity = child.pid === undefined ? null : identify(child.pid)
  const ended = new Promise<boolean>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code === 0))
  })
  let reason: string | null = null
  const end = (why: string) => {
    reason ??= why
    void endGroup(identity)
  }
  const limit = setTimeout(() => end(`took longer than ${run.limitMs / 60_000} minutes and were ended`), run.limitMs)
  const onAbort = () => end('were interrupted')
  run.signal.addEventListener('abort', onAbort)
  const hasPassed = await ended
  clearTimeout(limit)
  run.signal.removeEventListener('abort', onAbort)
  if (reason !== null) throw new PlainFailure(`The tests ${reason}.`)
  return hasPassed
}

/** The test files a person named: files, folders, patterns, or nothing for everything. Throws PlainFailure for what is none. */
export function findTestFiles(names: readonly string[], suffix: string): string[] {
  const patterns = names.length === 0 ? everything : names
  const found = patterns.flatMap((name) => {
    const isFolder = statSync(path.resolve(root, name), { throwIfNoEntry: false })?.isDirectory() === true
    const files = globSync(isFolder ? `${name.replace(/\/$/, '')}/**/*${suffix}` : name, { cwd: root })
    if (files.length === 0 && names.length > 0)
      throw new PlainFailure(`No test is named ${name}: give a file or a folder of this repository.`)
    return files
  })
  return [...new Set(found)].toSorted()
}

async function endGroup(leader: ProcessIdentity | null): Promise<void> {
  if (leader === null) return
  signalGroup(leader, 'SIGINT')
  await sleep(LAST_WORDS_MS)
  signalGroup(leader, 'SIGKILL')
}

function signalGroup(leader: ProcessIdentity, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader.pid, signal)
  } catch {
    // The whole group has ended.
  }
}
