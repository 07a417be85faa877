import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { stopLeftoverServer } from '../postgres/leftover.ts'
import { identify, isRunning, type ProcessIdentity } from '../processes/identity.ts'

const root = path.resolve(import.meta.dirname, '..', '..')
const runsFolder = path.join(root, '.dhakacart', 'test-runs')

/** An empty folder of this process alone, for what a test run keeps; folders of runs that were killed are cleared away. */
export async function openRunFolder(): Promise<string> {
  await removeDeadRuns()
  const folder = path.join(runsFolder, String(process.pid))
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'owner.json'), JSON.stringify(identify(process.pid)))
  // Where root's PostgreSQL has to run as nobody, it must be able to pass through.
  chmodSync(folder, 0o711)
  return folder
}

/** A run that was killed with kill -9 left its server running and its folder full. */
async function removeDeadRuns(): Promise<void> {
  mkdirSync(runsFolder, { recursive: true })
  for (const name of readdirSync(runsFolder)) {
    const folder = path.join(runsFolder, name)
    const owner = readOwner(folder)
    if (owner !== null && isRunning(owner)) continue
    await stopLeftoverServer(path.join(folder, 'postgres', 'data'))
    rmSync(folder, { recursive: true, force: true })
  }
}

function readOwner(folder: string): ProcessIdentity | null {
  try {
    return JSON.parse(readFileSync(path.join(folder, 'owner.json'), 'utf8')) as ProcessIdentity | null
  } catch {
    return null
  }
}
