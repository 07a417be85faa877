import { spawn } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { PlainFailure } from '../command.ts'
import { hasNoRoom } from '../processes/data-folder.ts'
import type { LogFile } from '../processes/log-file.ts'

const root = path.resolve(import.meta.dirname, '..', '..')

export type Task = {
  /** Completes "Could not …". */
  readonly purpose: string
  readonly entry: string
  readonly environment?: Readonly<Record<string, string>>
  readonly limitMs: number
  readonly log: LogFile
  /** Ends the program at once. */
  readonly signal?: AbortSignal
}

/** Runs a program of ours to its end, handing on each line it prints; fails with its last words. */
export async function runTask(task: Task, onLine: (line: string) => void = () => {}): Promise<void> {
  const child = spawn(process.execPath, [path.join(root, task.entry)], {
    cwd: root,
    env: { ...process.env, ...task.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: task.limitMs,
    killSignal: 'SIGKILL',
    ...(task.signal && { signal: task.signal }),
  })
  const lines: string[] = []
  const onText = makeLineSplitter((line) => {
    lines.push(line)
    if (lines.length > 50) lines.shift()
    writeLog(task.log, line)
    onLine(line)
  })
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', onText)
    stream.on('end', () => onText('\n'))
  }
  const how = await new Promise<string | null>((resolve, reject) => {
    let failure: Error | null = null
    child.once('error', (error) => {
      failure = error
    })
    // An abort is told as an error while the program still says its last words, for which the log has to be open.
    child.once('close', (code, signal) => {
      if (failure === null) resolve(code === 0 ? null : (signal ?? `code ${code}`))
      else reject(failure)
    })
  })
  if (how !== null) throw new PlainFailure(describeFailure(task, how, lines))
}

/** On a full disk the program's own words matter more than their copy in the log. */
function writeLog(log: LogFile, line: string): void {
  try {
    appendFileSync(log.descriptor, `${line}\n`)
  } catch (error) {
    if (!hasNoRoom(error)) throw error
  }
}

function describeFailure({ purpose, limitMs }: Task, how: string, lines: readonly string[]): string {
  if (lines.some((line) => /No space left on device|ENOSPC/.test(line))) {
    return `Could not ${purpose}: the disk is full; free some space.`
  }
  const reason = how === 'SIGKILL' ? `it took longer than ${limitMs / 1000} s or was killed` : `it ended with ${how}`
  const last = lines.slice(-8).map((line) => `    ${line.slice(0, 300)}`)
  return [`Could not ${purpose}: ${reason}. Its last words:`, ...last].join('\n')
}

function makeLineSplitter(onLine: (line: string) => void): (text: string) => void {
  let rest = ''
  return (text) => {
    const parts = (rest + text).split('\n')
    rest = parts.pop() ?? ''
    for (const part of parts.filter((text) => text !== '')) onLine(part)
  }
}
