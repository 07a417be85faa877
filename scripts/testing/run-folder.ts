import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { stopLeftoverServer } from '../postgres/leftover.ts'
import { identify, isRunning, type ProcessIdentity } from '../processes/identity.ts'

const root = path.resolve(import.meta.dirname, '..', '..')
const diskFolder = path.join(root, '.dhakacart', 'test-runs')
/** Files in memory, on every Linux; each of its users has a folder of their own there. */
const memory = '/dev/shm'
const memoryFolder = path.join(memory, `dhakacart-test-runs-${process.getuid?.()}`)

const BYTES_PER_GB = 1024 ** 3
// A cluster of a run holds its write-ahead log (max_wal_size) and a few databases of up to 50 MB at a time.
const MEMORY_FOLDER_GB = 2
// The programs of a run, browsers included, take about 3 GB beside it.
const FREE_MEMORY_GB = 6

/** Where a run keeps what it throws away: on the disk as a shop does, or in memory where there is enough of it. */
type Place = 'disk' | 'memory'

/**
 * An empty folder of this process alone, for what a test run keeps; folders of runs that were killed are cleared away. In
 * memory a test's database of 800 files is copied in a fifth of the time; where memory is short, the folder is on the disk.
 */
export async function openRunFolder(wanted: Place): Promise<string> {
  await removeDeadRuns(diskFolder)
  if (isOurs(memoryFolder)) await removeDeadRuns(memoryFolder)
  const folder = path.join(wanted === 'memory' && hasRoomInMemory() ? memoryFolder : diskFolder, String(process.pid))
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'owner.json'), JSON.stringify(identify(process.pid)))
  // Where root's PostgreSQL has to run as nobody, it must be able to pass through.
  chmodSync(folder, 0o711)
  return folder
}

function hasRoomInMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory)
    if (bavail * bsize < MEMORY_FOLDER_GB * BYTES_PER_GB) return false
    if (process.availableMemory() < FREE_MEMORY_GB * BYTES_PER_GB) return false
    mkdirSync(memoryFolder, { recursive: true })
    // Everybody may write there, so somebody else may have taken the name.
    return isOurs(memoryFolder)
  } catch {
    return false
  }
}

function isOurs(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.uid === process.getuid?.()
}

/** A run that was killed with kill -9 left its server running and its folder full. */
async function removeDeadRuns(runsFolder: string): Promise<void> {
  mkdirSync(runsFolder, { recursive: true })
  for (const name of readdirSync(runsFolder)) {
    const folder = path.join(runsFolder, name)
    // A folder that is just being made has no owner yet, but its name.
    const owner = readOwner(folder) ?? identify(Number(name))
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
