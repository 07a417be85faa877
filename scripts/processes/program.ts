import { spawn } from 'node:child_process'
import process from 'node:process'
import { PlainFailure } from '../command.ts'

export type ProgramOptions = {
  readonly cwd?: string
  readonly environment?: Readonly<Record<string, string>>
  /** Written to its standard input. */
  readonly input?: string
  readonly limitMs?: number
}

export type Ended = {
  /** null: it took too long or was killed. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

const DEFAULT_LIMIT_MS = 60_000

/** Runs a program of others to its end, whatever that is. Throws PlainFailure when it is not on this machine. */
export function runProgram(file: string, args: readonly string[], options: ProgramOptions = {}): Promise<Ended> {
  const { cwd, environment, input = '', limitMs = DEFAULT_LIMIT_MS } = options
  const child = spawn(file, args, {
    env: { ...process.env, ...environment },
    stdio: 'pipe',
    timeout: limitMs,
    killSignal: 'SIGKILL',
    ...(cwd !== undefined && { cwd }),
  })
  const texts = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8')
    child[name].on('data', (text: string) => {
      texts[name] += text
    })
  }
  // A program that reads nothing may be gone before it is all written.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'ENOENT'
          ? new PlainFailure(`${file} is not on this machine; npm run doctor says how to get it.`)
          : error,
      ),
    )
    child.once('close', (code) => resolve({ code, ...texts }))
  })
}

/** The same, for a program that has to succeed: fails with its last words. `purpose` completes "Could not …". */
export async function runOrFail(
  purpose: string,
  file: string,
  args: readonly string[],
  options: ProgramOptions = {},
): Promise<string> {
  const { code, stdout, stderr } = await runProgram(file, args, options)
  if (code === 0) return stdout
  const how =
    code === null
      ? `it took longer than ${(options.limitMs ?? DEFAULT_LIMIT_MS) / 1000} s`
      : `it ended with code ${code}`
  throw new PlainFailure(
    [`Could not ${purpose} (${file} ${args[0] ?? ''}): ${how}. Its last words:`, ...lastWords(stderr, stdout)].join(
      '\n',
    ),
  )
}

const MOST_LINES = 8

/** Of its complaints, where there are any: what it said of its successes would push them out. */
function lastWords(...texts: readonly string[]): string[] {
  const spoken = texts.map((text) => text.split('\n').filter((line) => line.trim() !== ''))
  const lines = spoken.find((one) => one.length > 0) ?? []
  return lines.slice(-MOST_LINES).map((line) => `    ${line.slice(0, 300)}`)
}
