import { writeSync } from 'node:fs'
import type { DestinationStream } from 'pino'

const standardOutput = 1
const noRoom = new Set(['ENOSPC', 'EDQUOT'])
/** How long a reader that is behind is waited for, again and again: lines are not lost because somebody reads slowly. */
const busyWaitMs = 20
const pause = new Int32Array(new SharedArrayBuffer(4))

/**
 * Writes each line at once. A line for which the disk has no room is lost, and so is one that nobody reads any more: without
 * its log a process serves on, while pino's own destination would end it at the next line.
 */
export function createLogDestination(descriptor = standardOutput, write = writeSync): DestinationStream {
  // The last line stands there without its end; the next one begins below it.
  let isTorn = false
  return {
    write(line) {
      const bytes = Buffer.from(isTorn ? `\n${line}` : line)
      let written = 0
      try {
        while (written < bytes.length) written += writePart(bytes.subarray(written))
        isTorn = false
      } catch (error) {
        const { code = '' } = error as NodeJS.ErrnoException
        if (!noRoom.has(code) && code !== 'EPIPE') throw error
        isTorn ||= written > 0
      }
    },
  }

  function writePart(bytes: Buffer): number {
    try {
      return write(descriptor, bytes)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
      Atomics.wait(pause, 0, 0, busyWaitMs)
      return 0
    }
  }
}
