import { closeSync, fstatSync, ftruncateSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'

const SIZE_LIMIT_BYTES = 20 * 1024 * 1024
/** A log that cannot be set aside may become so long before the room it takes is worth more than what it says. */
const LONGEST_BYTES = 2 * SIZE_LIMIT_BYTES
const SIZE_CHECK_MS = 5_000
const TAIL_BYTES = 64 * 1024
const COPY_BYTES = 1024 * 1024

/**
 * A file that processes write to by themselves through an inherited descriptor, so a slow starter never blocks them.
 * Beyond 20 MiB it is copied to NAME.1 and emptied; where there is no room for the copy that waits, up to 40 MiB.
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

/** Hears at each look at a log that is too long why it cannot be set aside, or null once it can. */
export type RotationListener = (error: Error | null) => void

export function openLogFile(file: string, onRotation: RotationListener = () => {}): LogFile {
  mkdirSync(path.dirname(file), { recursive: true })
  // Append mode: each writer's line lands at the end as it is now, also after the file was emptied.
  const descriptor = openSync(file, 'a+', 0o600)
  const check = setInterval(() => limitSize(file, descriptor, onRotation), SIZE_CHECK_MS)
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

/** Sets the log aside when it is too long. */
export function limitSize(file: string, descriptor: number, onRotation: RotationListener): void {
  const { size } = fstatSync(descriptor)
  if (size <= SIZE_LIMIT_BYTES) return
  try {
    copyTo(`${file}.1`, descriptor)
    ftruncateSync(descriptor)
    onRotation(null)
  } catch (error) {
    // Part of a copy helps nobody, and the room is wanted.
    rmSync(`${file}.1`, { force: true })
    if (size > LONGEST_BYTES) ftruncateSync(descriptor)
    onRotation(error as Error)
  }
}

/** To its very end as it is by then: only a line of the instant between copying and emptying may be lost. */
function copyTo(target: string, descriptor: number): void {
  const copy = openSync(target, 'w', 0o600)
  const buffer = Buffer.alloc(COPY_BYTES)
  try {
    for (let position = 0; ; ) {
      const read = readSync(descriptor, buffer, 0, buffer.length, position)
      if (read === 0) return
      for (let written = 0; written < read; ) written += writeSync(copy, buffer, written, read - written)
      position += read
    }
  } finally {
    closeSync(copy)
  }
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
