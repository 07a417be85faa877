import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { closeSync, fstatSync, ftruncateSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { PlainFailure } from '../command.ts'

const INSIDE = '--inside'

/** Whether a disk that is mounted now is seen by this command alone. */
export const isInside = () => process.argv.includes(INSIDE)

/** The same command where mounting a disk of its own disturbs nobody; returns its exit code. */
export function runInside(script: string): number {
  const asRoot = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user']
  const inside = [process.execPath, script, INSIDE]
  const { status, error } = spawnSync('unshare', ['--mount', ...asRoot, ...inside], { stdio: 'inherit' })
  if (error !== undefined) throw new PlainFailure(`This needs Linux with unshare: ${error.message}`)
  return status ?? 1
}

/** A disk of its own, in memory, that can be filled. */
export class SmallDisk {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'dhakacart-full-disk-'))

  constructor(megabytes: number) {
    const size = `size=${megabytes}m,mode=711`
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', this.folder])
    if (mounted.status !== 0) throw new PlainFailure(`No disk can be mounted here: ${mounted.stderr}`)
  }

  /** Writes until not one more block fits, then gives so many bytes back. */
  fill(leaveBytes = 0): void {
    const descriptor = openSync(this.#filler, 'w')
    for (const bytes of [1 << 20, 1 << 12]) {
      const chunk = Buffer.alloc(bytes)
      try {
        for (;;) writeSync(descriptor, chunk)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      }
    }
    ftruncateSync(descriptor, fstatSync(descriptor).size - leaveBytes)
    closeSync(descriptor)
    assert.ok(this.#freeBytes() < leaveBytes + (1 << 16), 'the disk is not full')
  }

  makeRoom(): void {
    rmSync(this.#filler)
  }

  remove(): void {
    spawnSync('umount', [this.folder])
    rmSync(this.folder, { recursive: true, force: true })
  }

  get #filler(): string {
    return path.join(this.folder, 'filler')
  }

  #freeBytes(): number {
    const { bavail, bsize } = statfsSync(this.folder)
    return bavail * bsize
  }
}
