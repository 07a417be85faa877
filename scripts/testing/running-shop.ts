import { type ChildProcess, spawn } from 'node:child_process'
import { request } from 'node:http'
import { connect } from 'node:net'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { type ListedProcess, type ProcessFile, readProcessFile } from '../starter/process-file.ts'

const root = path.resolve(import.meta.dirname, '..', '..')
// An empty shop is seeded first, on a machine that may be busy with other tests.
const START_LIMIT_MS = 120_000
const HEAL_LIMIT_MS = 60_000
const POLL_MS = 50

/** A shop started the way npm start does it, for tests of the starter from outside. */
export type RunningShop = {
  readonly starter: ChildProcess
  readonly spawnedAt: number
  readonly output: () => string
  readonly exited: Promise<string>
  list(): ProcessFile
  find(kind: string, slot?: number): ListedProcess
  /** SIGINT to the whole process group, as a terminal does it. */
  pressCtrlC(): void
}

/** Starts the shop and waits until it says that it is ready; throws with its output when it ends before. */
export async function startShop(dataFolder: string, ...options: string[]): Promise<RunningShop> {
  const shop = spawnShop(dataFolder, ...options)
  await untilReady(shop)
  return shop
}

/** Starts the shop without waiting, for starts that are refused. */
export function spawnShop(dataFolder: string, ...options: string[]): RunningShop {
  return spawnShopBeside([], dataFolder, ...options)
}

/** The same, with options of Node itself. */
export function spawnShopBeside(nodeOptions: string[], dataFolder: string, ...options: string[]): RunningShop {
  const script = path.join(root, 'scripts', 'start.ts')
  return observe(dataFolder, process.execPath, [...nodeOptions, script, '--data-folder', dataFolder, ...options])
}

/** The same through npm, as a person does it. */
export function spawnNpmStart(dataFolder: string, ...options: string[]): RunningShop {
  return observe(dataFolder, 'npm', ['start', '--', '--data-folder', dataFolder, ...options])
}

/** Waits until the shop says that it is ready; returns the seconds since it was spawned. */
export async function untilReady(shop: RunningShop): Promise<number> {
  let ended: string | null = null
  void shop.exited.then((how) => {
    ended = how
  })
  await until('the shop is ready', START_LIMIT_MS, () => {
    if (ended !== null) throw new Error(`The shop ended (${ended}):\n${shop.output()}`)
    return shop.output().includes('Ready after')
  })
  return (performance.now() - shop.spawnedAt) / 1000
}

function observe(dataFolder: string, program: string, args: string[]): RunningShop {
  // A process group of its own, which is what a terminal sends Ctrl-C to.
  const starter = spawn(program, args, { cwd: root, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [starter.stdout, starter.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (text: string) => {
      output += text
    })
  }
  const exited = new Promise<string>((resolve, reject) => {
    starter.once('error', reject)
    starter.once('close', (code, signal) => resolve(signal ?? `code ${code}`))
  })
  const list = () => {
    const content = readProcessFile(dataFolder)
    if (content === null) throw new Error(`There is no process file in ${dataFolder}.`)
    return content
  }
  const find = (kind: string, slot = 1) => {
    const found = list().processes.find((one) => one.kind === kind && one.slot === slot && one.state !== 'stopping')
    if (found === undefined) throw new Error(`There is no ${kind} ${slot} in the process file.`)
    return found
  }
  const pressCtrlC = () => {
    const hasEnded = starter.exitCode !== null || starter.signalCode !== null
    if (starter.pid !== undefined && !hasEnded) process.kill(-starter.pid, 'SIGINT')
  }
  return { starter, spawnedAt: performance.now(), output: () => output, exited, list, find, pressCtrlC }
}

/** Waits until the check is true; an error it throws at the limit, or the limit itself, fails the test. */
export async function until(what: string, limitMs: number, check: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = performance.now() + limitMs
  while (!(await check())) {
    if (performance.now() > deadline) throw new Error(`After ${limitMs / 1000} s it was still not so that ${what}.`)
    await sleep(POLL_MS)
  }
}

/** Waits until another process has taken the place of the dead one and is ready. */
export async function untilHealed(shop: RunningShop, dead: ListedProcess): Promise<ListedProcess> {
  const findNew = () =>
    shop
      .list()
      .processes.find(
        (one) => one.kind === dead.kind && one.slot === dead.slot && one.pid !== dead.pid && one.state === 'ready',
      )
  await until(`${dead.kind} ${dead.slot} serves again`, HEAL_LIMIT_MS, () => findNew() !== undefined)
  return findNew() as ListedProcess
}

/** The status of one request on a connection of its own; 0 when it got no answer. */
export function statusOf(url: string, timeoutMs = 20_000): Promise<number> {
  return new Promise((resolve) => {
    const asked = request(url, { agent: false, timeout: timeoutMs }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? 0))
      response.on('error', () => resolve(0))
    })
    asked.on('timeout', () => asked.destroy())
    asked.on('error', () => resolve(0))
    asked.end()
  })
}

export type VisitCount = { answered: number; readonly failures: string[] }

/**
 * Visitors on slow networks until `stop`: each opens a connection, sends its request a while later and waits for the
 * answer. Resolves when the last one has been answered or turned away.
 */
export function sendVisitors(port: number, target: string): { stop(): Promise<VisitCount> } {
  const count: VisitCount = { answered: 0, failures: [] }
  const open = new Set<Promise<void>>()
  const timer = setInterval(() => {
    const one = visit(port, target).then((failure) => {
      if (failure === null) count.answered += 1
      else count.failures.push(failure)
      open.delete(one)
    })
    open.add(one)
  }, 40)
  return {
    stop: async () => {
      clearInterval(timer)
      await Promise.all(open)
      return count
    },
  }
}

/** null when the answer was 200. */
function visit(port: number, target: string): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    let failure: string | null = null
    socket.setTimeout(30_000, () => {
      failure = 'no answer within 30 s'
      socket.destroy()
    })
    socket.on('connect', () =>
      setTimeout(
        () => socket.write(`GET ${target} HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`),
        80,
      ),
    )
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('error', (error: NodeJS.ErrnoException) => {
      failure = error.code ?? error.message
    })
    socket.on('close', () => {
      const status = answer.split('\r\n', 1)[0] ?? ''
      resolve(failure ?? (/^HTTP\/1\.1 200/.test(status) ? null : status || 'closed without an answer'))
    })
  })
}
