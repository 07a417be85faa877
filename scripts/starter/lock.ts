import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { PlainFailure } from '../command.ts'
import { explainFileError, makeFolder } from '../processes/data-folder.ts'
import { identify, isRunning, type ProcessIdentity, waitUntilGone } from '../processes/identity.ts'
import { readProcessFile } from './process-file.ts'

// A shop that is stopping finishes its requests for up to 25 s, kind by kind.
const STOPPING_LIMIT_MS = 90_000

/** Makes this process the only starter of the data folder; returns the function that gives the place up. */
export async function takeLock(dataFolder: string): Promise<() => void> {
  makeFolder(dataFolder)
  const lock = path.join(dataFolder, 'starter.lock')
  const me = identify(process.pid)
  if (me === null) throw new Error('This process cannot find itself in the process table.')
  const mine = `${lock}.${me.pid}`
  try {
    writeFileSync(mine, `${JSON.stringify(me)}\n`)
    while (!tryLink(mine, lock)) {
      const holder = readHolder(lock)
      if (holder !== null && isRunning(holder)) await waitForStopping(holder, dataFolder)
      else removeStale(lock, holder, `${mine}.stale`)
    }
  } catch (error) {
    throw explainFileError(error, dataFolder)
  } finally {
    rmSync(mine, { force: true })
  }
  return () => {
    if (readHolder(lock)?.pid === me.pid) rmSync(lock, { force: true })
  }
}

/** A hard link appears with its content or not at all. */
function tryLink(mine: string, lock: string): boolean {
  try {
    linkSync(mine, lock)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function waitForStopping(holder: ProcessIdentity, dataFolder: string): Promise<void> {
  const processFile = readProcessFile(dataFolder)
  if (processFile?.state === 'stopping' && (await waitUntilGone(holder, STOPPING_LIMIT_MS))) return
  const where = processFile === null ? '' : ` at ${processFile.origin}`
  throw new PlainFailure(
    `The shop of this folder is already running${where} (pid ${holder.pid}): use it, stop it with Ctrl-C in its terminal, ` +
      'or start a second one with --data-folder and --port.',
  )
}

/** Two starters may find the same dead lock: only what was read may be removed, so a fresh lock is put back. */
function removeStale(lock: string, stale: ProcessIdentity | null, aside: string): void {
  try {
    renameSync(lock, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  const moved = readHolder(aside)
  if (moved !== null && moved.pid !== stale?.pid) tryLink(aside, lock)
  rmSync(aside, { force: true })
}

function readHolder(file: string): ProcessIdentity | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessIdentity
  } catch {
    return null
  }
}
