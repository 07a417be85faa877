import { existsSync, readFileSync, statfsSync } from 'node:fs'
import { availableParallelism, freemem, totalmem } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { isRunning } from '../processes/identity.ts'
import { isAccepting, isPortFree, whoListensOn } from '../processes/ports.ts'
import { readProcessFile } from '../starter/process-file.ts'
import { advice, type Finding, missing, ok } from './findings.ts'

const BYTES_PER_MB = 1024 * 1024
// An empty shop's first start, as scripts/postgres/data-folder.ts asks for it, and room to grow.
const FIRST_START_MB = 800
const COMFORTABLE_MB = 3_000
// PostgreSQL's buffers, four processes of at most 150 MB, and what the system needs.
const NEEDED_MEMORY_MB = 1_000
const COMFORTABLE_OPEN_FILES = 4_096

/** Whether the shop's port is free, or who has it. */
export async function examinePort(port: number, dataFolder: string): Promise<Finding> {
  const running = readProcessFile(dataFolder)
  if (running !== null && running.port === port && isRunning(running.starter)) {
    return ok(`port ${port}`, `this shop is running on it (pid ${running.starter.pid})`)
  }
  if ((await isPortFree(port)) && !(await isAccepting('::1', port))) return ok(`port ${port}`, 'free')
  const who = whoListensOn(port) ?? 'another process'
  return missing(
    `port ${port}`,
    `taken by ${who}: stop it, or choose another one with npm start -- --port ${port + 100}`,
  )
}

export function examineDisk(dataFolder: string): Finding {
  // The folder may still have to be made, and those above it.
  let place = dataFolder
  while (!existsSync(place)) place = path.dirname(place)
  const { bavail, bsize } = statfsSync(place)
  const freeMb = Math.floor((bavail * bsize) / BYTES_PER_MB)
  if (freeMb < FIRST_START_MB)
    return missing('disk', `${freeMb} MB left, the shop needs ${FIRST_START_MB} MB: free some space`)
  if (freeMb < COMFORTABLE_MB)
    return advice('disk', `${freeMb} MB left: enough to start, tight for tests and a browser`)
  return ok('disk', `${(freeMb / 1024).toFixed(0)} GB left`)
}

export function examineMemory(): Finding {
  const totalMb = Math.floor(totalmem() / BYTES_PER_MB)
  const availableMb = availableMemoryMb() ?? Math.floor(freemem() / BYTES_PER_MB)
  const detail = `${availableMb} of ${totalMb} MB available, ${availableParallelism()} cores`
  if (availableMb >= NEEDED_MEMORY_MB) return ok('memory', detail)
  return advice('memory', `${detail}: the shop takes about ${NEEDED_MEMORY_MB} MB; close something`)
}

/** Each connection of a visitor is an open file. */
export function examineOpenFiles(): Finding {
  const limit = openFileLimit()
  if (limit === null) return ok('open files', 'no limit found')
  if (limit >= COMFORTABLE_OPEN_FILES) return ok('open files', `limit ${limit}`)
  return advice('open files', `limit ${limit}: raise it with ulimit -n ${COMFORTABLE_OPEN_FILES} before load tests`)
}

/** Linux counts what it can give back at once as available; free memory alone looks alarming there. */
function availableMemoryMb(): number | null {
  if (!existsSync('/proc/meminfo')) return null
  const kilobytes = /^MemAvailable:\s+(\d+) kB$/m.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1]
  return kilobytes === undefined ? null : Math.floor(Number(kilobytes) / 1024)
}

function openFileLimit(): number | null {
  const report = process.report?.getReport() as { userLimits?: { open_files?: { soft?: number | string } } } | undefined
  const soft = Number(report?.userLimits?.open_files?.soft)
  return Number.isInteger(soft) ? soft : null
}
