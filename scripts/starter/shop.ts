import path from 'node:path'
import process from 'node:process'
import { PlainFailure } from '../command.ts'
import { explainFileError } from '../processes/data-folder.ts'
import { identify, type ProcessIdentity, signalProcess, waitUntilGone } from '../processes/identity.ts'
import { type LogFile, openLogFile } from '../processes/log-file.ts'
import { findFreePort } from '../processes/ports.ts'
import { HeldSocket } from './held-socket.ts'
import { KeptPostgres } from './kept-postgres.ts'
import { KeptProcess, type ProcessKind } from './kept-process.ts'
import { takeLock } from './lock.ts'
import type { ShopOptions } from './options.ts'
import {
  type ProcessFile,
  type ProcessState,
  readProcessFile,
  removeProcessFile,
  writeProcessFile,
} from './process-file.ts'
import { makeKinds } from './process-kinds.ts'
import { readRelease } from './release.ts'
import type { Report } from './report.ts'
import { runTask } from './tasks.ts'

const DATABASE = 'dhakacart'
const BUILD_LIMIT_MS = 120_000
const MIGRATE_LIMIT_MS = 600_000
const SEED_LIMIT_MS = 300_000
const LEFTOVER_LIMIT_MS = 5_000

/** The whole shop on this machine: one database and the processes around it, behind one port. */
export class Shop {
  readonly #options: ShopOptions
  readonly #report: Report
  readonly #me: ProcessIdentity
  readonly #stopping = new AbortController()
  readonly #logs = new Map<string, LogFile>()
  #release = readRelease()
  #state: ProcessState = 'starting'
  #port: number
  #sockets: HeldSocket[] = []
  #postgres: KeptPostgres | null = null
  #databaseUrl = ''
  /** In the order in which they are replaced; the reverse is the order in which they stop. */
  #kept: KeptProcess[] = []
  #replacing: Promise<void> = Promise.resolve()
  #giveUpLock: (() => void) | null = null
  #stopped: Promise<void> | null = null

  constructor(options: ShopOptions, report: Report) {
    const me = identify(process.pid)
    if (me === null) throw new Error('This process cannot find itself in the process table.')
    this.#me = me
    this.#options = options
    this.#port = options.port
    this.#report = report
  }

  /** The one address of the shop, as PUBLIC_ORIGIN has it. */
  get origin(): string {
    return `http://localhost:${this.#port}`
  }

  /** Connection string of the shop's database, for tools that measure; empty until it has started. */
  get databaseUrl(): string {
    return this.#databaseUrl
  }

  get release(): string {
    return this.#release
  }

  /** Starts everything; resolves when the shop can be visited. After a failure or an early stop, `stop` cleans up. */
  async start(): Promise<void> {
    const { dataFolder } = this.#options
    this.#giveUpLock = await takeLock(dataFolder)
    await endLeftovers(dataFolder)
    if (this.#port === 0) this.#port = await findFreePort()
    await this.#holdPort(this.#port)
    await Promise.all([this.#startDatabase(), this.#buildStorefront()])
    await this.#startProcesses()
    this.#stopping.signal.throwIfAborted()
    this.#state = 'ready'
    this.#writeFile()
  }

  /** Rebuilds, migrates and replaces every process, one by one, each new one ready before the old one leaves. */
  replaceAll(): Promise<void> {
    this.#replacing = this.#replacing.then(() => this.#replaceOnce())
    return this.#replacing
  }

  /** Lets every process finish what it started: storefronts first, the database last. Safe to repeat. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stopOnce()
    return this.#stopped
  }

  /** Ends the processes at once, without letting them finish; the database still stops in order. */
  hurry(): void {
    for (const kept of this.#kept) kept.kill()
  }

  async #startDatabase(): Promise<void> {
    const server = await this.#report.step('PostgreSQL started', () => {
      this.#postgres = new KeptPostgres(
        {
          folder: path.join(this.#options.dataFolder, 'postgres'),
          log: this.#log('postgres'),
          databases: [DATABASE],
          isDurable: true,
        },
        { report: this.#report, onChange: () => this.#writeFile() },
      )
      return this.#postgres.start()
    })
    this.#stopping.signal.throwIfAborted()
    this.#databaseUrl = server.urlOf(DATABASE)
    await this.#migrate()
    await this.#report.step('Catalogue there', async (progress) => {
      const entry = 'app/database/src/seed.ts'
      const environment = { DATABASE_URL: this.#databaseUrl }
      const task = {
        purpose: 'fill the empty shop',
        entry,
        environment,
        limitMs: SEED_LIMIT_MS,
        log: this.#log('tasks'),
      }
      await runTask({ ...task, signal: this.#stopping.signal }, (line) => progress(line.replace(/^seed: /, '')))
    })
  }

  async #migrate(): Promise<void> {
    const task = {
      purpose: 'bring the database to the newest migration',
      entry: 'app/database/src/migrate.ts',
      environment: { DATABASE_URL: this.#databaseUrl },
      limitMs: MIGRATE_LIMIT_MS,
      log: this.#log('tasks'),
      signal: this.#stopping.signal,
    }
    await this.#report.step('Database at its newest migration', () => runTask(task))
  }

  async #buildStorefront(): Promise<void> {
    const task = {
      purpose: 'build the storefront',
      entry: 'app/storefront/build.ts',
      limitMs: BUILD_LIMIT_MS,
      log: this.#log('tasks'),
      signal: this.#stopping.signal,
    }
    await this.#report.step('Storefront built', () => runTask(task))
  }

  async #startProcesses(): Promise<void> {
    const apiPort = await findFreePort()
    await this.#holdPort(apiPort)
    const kinds = makeKinds({
      origin: this.origin,
      port: this.#port,
      apiPort,
      databaseUrl: this.#databaseUrl,
      logOf: (name) => this.#log(name),
    })
    const surroundings = {
      report: this.#report,
      release: () => this.#release,
      onChange: () => this.#writeFile(),
    }
    this.#stopping.signal.throwIfAborted()
    this.#kept = kinds.flatMap((kind) =>
      Array.from({ length: this.#options.processes[kind.name as keyof ShopOptions['processes']] }, (_, index) => {
        return new KeptProcess(kind, index + 1, surroundings)
      }),
    )
    await this.#report.step(describeProcesses(kinds, this.#options), () =>
      Promise.all(this.#kept.map((kept) => kept.start())),
    )
  }

  async #replaceOnce(): Promise<void> {
    if (this.#state !== 'ready') return
    this.#release = readRelease()
    this.#report.event(`Replacing the processes, one by one, by release ${this.#release}.`)
    try {
      await this.#buildStorefront()
      await this.#migrate()
      for (const kept of this.#kept) {
        if (this.#stopping.signal.aborted) return
        if (await kept.replace()) continue
        throw new PlainFailure(
          `the new ${kept.kind.name} did not become ready, see ${kept.kind.log.file}; the old one serves on`,
        )
      }
      this.#report.event('Every process is replaced.')
    } catch (error) {
      if (this.#stopping.signal.aborted) return
      const reason = error instanceof Error ? error.message : String(error)
      this.#report.event(`The replacement stopped half-way: ${reason}.`)
    }
  }

  async #holdPort(port: number): Promise<void> {
    const socket = new HeldSocket(port, this.#log('starter'), () => this.#writeFile())
    this.#sockets.push(socket)
    await socket.start()
  }

  async #stopOnce(): Promise<void> {
    this.#state = 'stopping'
    this.#stopping.abort(new PlainFailure('The shop was stopped before it was ready.'))
    this.#writeFile()
    for (const name of ['storefront', 'api', 'worker']) {
      await Promise.all(this.#kept.filter(({ kind }) => kind.name === name).map((kept) => kept.stop()))
    }
    await Promise.all(this.#sockets.map((socket) => socket.stop()))
    await this.#postgres?.stop()
    for (const log of this.#logs.values()) log.close()
    if (this.#giveUpLock === null) return
    removeProcessFile(this.#options.dataFolder)
    this.#giveUpLock()
    this.#giveUpLock = null
  }

  #log(name: string): LogFile {
    const log = this.#logs.get(name) ?? openLogFile(path.join(this.#options.dataFolder, 'logs', `${name}.log`))
    this.#logs.set(name, log)
    return log
  }

  /** Only the holder of the lock may write, or a refused second starter would overwrite the first one's list. */
  #writeFile(): void {
    if (this.#giveUpLock === null) return
    const database = this.#postgres?.list() ?? []
    const content: ProcessFile = {
      state: this.#state,
      origin: this.origin,
      port: this.#port,
      release: this.#release,
      nodeVersion: process.version,
      postgresVersion: database[0]?.release ?? null,
      starter: this.#me,
      processes: [...database, ...this.#kept.flatMap((kept) => kept.list()), ...this.#listSockets()],
    }
    try {
      writeProcessFile(this.#options.dataFolder, content)
    } catch (error) {
      // The shop sells on without an up-to-date list; whoever fills the disk has to hear of it.
      const reason = explainFileError(error, this.#options.dataFolder)
      if (!(reason instanceof PlainFailure)) throw error
      this.#report.event(reason.message)
    }
  }

  #listSockets() {
    return this.#sockets.flatMap((socket, index) => {
      const identity = socket.identity()
      if (identity === null) return []
      const place = { kind: 'socket', slot: index + 1, port: socket.port, healthPort: null }
      return [{ ...identity, ...place, state: this.#state, release: this.#release, startedAt: '' }]
    })
  }
}

function describeProcesses(kinds: readonly ProcessKind[], { processes }: ShopOptions): string {
  const counts = kinds.map(({ name }) => `${processes[name as keyof typeof processes]} ${name}`)
  return `Ready: ${counts.join(', ')}`
}

/** What a killed starter left behind ends by itself at once; whoever does not is ended before ports are taken. */
async function endLeftovers(dataFolder: string): Promise<void> {
  const leftover = readProcessFile(dataFolder)?.processes ?? []
  for (const one of leftover.filter(({ kind }) => kind !== 'postgres')) {
    if (await waitUntilGone(one, LEFTOVER_LIMIT_MS)) continue
    signalProcess(one, 'SIGKILL')
    await waitUntilGone(one, LEFTOVER_LIMIT_MS)
  }
}
