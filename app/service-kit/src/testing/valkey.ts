import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Certified } from './certificates.ts'
import { readInheritedEnvironment } from './config.ts'
import { startFakeValkey } from './fake-valkey.ts'
import { freePort, stopProcess } from './processes.ts'

/** A cache that a test can break from outside. */
export type TestValkey = {
  kind: 'real' | 'fake'
  url(): string
  /** Empty, on the port it had. */
  start(): Promise<void>
  kill(): Promise<void>
  /** Takes what it is sent and answers nothing. */
  freeze(): Promise<void>
  thaw(): Promise<void>
  /** Milliseconds by which every answer comes later; only the stand-in can. */
  slowDown(ms: number): Promise<void>
  /** true: nothing more can be written. */
  fill(isFull: boolean): Promise<void>
  /** Keys that are kept. */
  count(): Promise<number>
  close(): Promise<void>
}

const startsWithinMs = 20_000

/** The program of this machine; Redis 7.0 and 7.2 are what Valkey began as. null: none is installed. */
export function findValkey(): string | null {
  for (const name of ['valkey-server', 'redis-server']) {
    try {
      execFileSync(name, ['--version'], { stdio: 'ignore' })
      return name
    } catch {
      // The next name.
    }
  }
  return null
}

/** The real one where it is installed, as in continuous integration, else the stand-in. */
export function startValkey(password?: string): Promise<TestValkey> {
  const program = findValkey()
  return program === null ? startFakeValkey(password) : startRealValkey(program, password)
}

/** A server's certificate, and the authority whose clients it takes, as it takes no others. */
export type ValkeyTls = { server: Certified; authority: Certified }

/** With `tls` it answers on no plain port. */
export async function startRealValkey(program: string, password?: string, tls?: ValkeyTls): Promise<TestValkey> {
  const folder = mkdtempSync(join(tmpdir(), 'dhakacart-valkey-'))
  const port = await freePort()
  let child: ChildProcess | null = null
  const client = program.replace('server', 'cli')
  const files = tls === undefined ? null : writeTls(folder, tls)
  const tell = (...words: string[]) => {
    const secret = password === undefined ? [] : ['-a', password, '--no-auth-warning']
    const ofTls =
      files === null ? [] : ['--tls', '--cacert', files.authority, '--cert', files.server, '--key', files.key]
    const place = ['-h', 'localhost', '-p', String(port)]
    return execFileSync(client, [...place, ...ofTls, ...secret, ...words], { encoding: 'utf8', stdio: 'pipe' })
  }
  async function start(): Promise<void> {
    const secret = password === undefined ? [] : ['--requirepass', password]
    const own = ['--bind', '127.0.0.1', '--save', '', '--dir', folder, ...secret]
    const listening =
      files === null ? ['--port', String(port)] : ['--port', '0', '--tls-port', String(port), ...files.words]
    child = spawn(program, [...own, ...listening], {
      stdio: 'ignore',
      env: { ...readInheritedEnvironment(), PATH: '/usr/bin:/usr/local/bin' },
    })
    const deadline = performance.now() + startsWithinMs
    while (performance.now() < deadline) {
      try {
        if (tell('ping').trim() === 'PONG') return
      } catch {
        await sleep(20)
      }
    }
    throw new Error(`${program} did not start within ${startsWithinMs} ms`)
  }
  async function kill(): Promise<void> {
    if (child !== null) await stopProcess(child, 'SIGKILL')
  }
  await start()
  return {
    kind: 'real',
    url: () => (files === null ? `redis://127.0.0.1:${port}` : `rediss://localhost:${port}`),
    start,
    kill,
    freeze: () => Promise.resolve(void child?.kill('SIGSTOP')),
    thaw: () => Promise.resolve(void child?.kill('SIGCONT')),
    slowDown: () => Promise.reject(new Error('only the stand-in can be slow')),
    fill: (isFull) => Promise.resolve(void tell('config', 'set', 'maxmemory', isFull ? '1' : '0')),
    count: () => Promise.resolve(Number(tell('dbsize'))),
    async close() {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function writeTls(folder: string, { server, authority }: ValkeyTls) {
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text, { mode: 0o600 })
    return join(folder, name)
  }
  const files = {
    authority: write('authority.crt', authority.certificate),
    server: write('server.crt', server.certificate),
    key: write('server.key', server.key),
  }
  const words = ['--tls-cert-file', files.server, '--tls-key-file', files.key, '--tls-ca-cert-file', files.authority]
  return { ...files, words: [...words, '--tls-auth-clients', 'yes'] }
}
