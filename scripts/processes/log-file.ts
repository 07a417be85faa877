import { closeSync, copyFileSync, fstatSync, ftruncateSync, mkdirSync, openSync, readSync, rmSync } from 'node:fs'
import path from 'node:path'

const SIZE_LIMIT_BYTES = 20 * 1024 * 1024
const SIZE_CHECK_MS = 5_000
const TAIL_BYTES = 64 * 1024

/**
 * A file that processes write to by themselves through an inherited descriptor, so a slow starter never blocks them.
 * Beyond 20 MiB it is copied to NAME.1 and emptied; lines written during the copy may be lost.
 */
export type LogFile = {
  readonly file: string
  readonly descriptor: number
  /** Bytes written so far, as a mark for `tail`. */
  size(): number
  /** The last lines, oldest first, of what was written after the mark. */
  tail(lines: number, sinceByte?: number): string[]
  close(): void
}

export function openLogFile(file: string): LogFile {
  mkdirSync(path.dirname(file), { recursive: true })
  // Append mode: each writer's line lands at the end as it is now, also after the file was emptied.
  const descriptor = openSync(file, 'a+', 0o600)
  const check = setInterval(() => limitSize(file, descriptor), SIZE_CHECK_MS)
  check.unref()
  return {
    file,
    descriptor,
    size: () => fstatSync(descriptor).size,
    tail: (lines, sinceByte = 0) => readTail(descriptor, lines, sinceByte),
    close: () => {
      clearInterval(check)
      closeSync(descriptor)
    },
  }
}

function limitSize(file: string, descriptor: number): void {
  if (fstatSync(descriptor).size <= SIZE_LIMIT_BYTES) return
  try {
    copyFileSync(file, `${file}.1`)
  } catch (error) {
    // On a full disk its room is worth more than what it says.
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    rmSync(`${file}.1`, { force: true })
  }
  ftruncateSync(descriptor)
}

function readTail(descriptor: number, lines: number, sinceByte: number): string[] {
  const { size } = fstatSync(descriptor)
  // A file that was emptied since the mark holds newer lines only.
  const start = Math.max(size - TAIL_BYTES, sinceByte > size ? 0 : sinceByte)
  const buffer = Buffer.alloc(size - start)
  const read = readSync(descriptor, buffer, 0, buffer.length, start)
  const text = buffer.toString('utf8', 0, read).trimEnd()
  return text === '' ? [] : text.split('\n').slice(-lines)
}
