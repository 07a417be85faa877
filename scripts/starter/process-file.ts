import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ProcessIdentity } from '../processes/identity.ts'

export type ProcessState = 'starting' | 'ready' | 'stopping'

export type ListedProcess = ProcessIdentity & {
  readonly kind: string
  /** 1 for the first of its kind; a replaced process keeps the slot. */
  readonly slot: number
  readonly state: ProcessState
  /** null for processes that answer no requests. */
  readonly port: number | null
  readonly healthPort: number | null
  readonly release: string
  /** ISO 8601, UTC. */
  readonly startedAt: string
}

/** Who runs where, for people, tools and the next start: DATA-FOLDER/processes.json. It holds no secret. */
export type ProcessFile = {
  readonly state: ProcessState
  readonly origin: string
  readonly port: number
  readonly release: string
  readonly nodeVersion: string
  readonly postgresVersion: string | null
  readonly starter: ProcessIdentity
  readonly processes: readonly ListedProcess[]
}

const fileOf = (dataFolder: string) => path.join(dataFolder, 'processes.json')

/** Replaces the file as a whole: a reader sees the old list or the new one, never half of one. */
export function writeProcessFile(dataFolder: string, content: ProcessFile): void {
  const unfinished = `${fileOf(dataFolder)}.new`
  writeFileSync(unfinished, `${JSON.stringify(content, null, 2)}\n`)
  renameSync(unfinished, fileOf(dataFolder))
}

/** null when there is none, or it was written by an older shop. */
export function readProcessFile(dataFolder: string): ProcessFile | null {
  try {
    const content = JSON.parse(readFileSync(fileOf(dataFolder), 'utf8')) as ProcessFile
    return Array.isArray(content.processes) ? content : null
  } catch {
    return null
  }
}

export function removeProcessFile(dataFolder: string): void {
  rmSync(fileOf(dataFolder), { force: true })
}
