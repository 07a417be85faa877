import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { PlainFailure } from '../command.ts'
import { identify, type ProcessIdentity } from '../processes/identity.ts'
import { type LogFile, openLogFile } from '../processes/log-file.ts'
import { findFreePort } from '../processes/ports.ts'
import { DiskRoom } from './disk-room.ts'
import { HeldSockets } from './held-sockets.ts'
import { KeptCache } from './kept-cache.ts'
import { KeptPostgres } from './kept-postgres.ts'
import { type KeptProcess, keepAll, type ProcessKind } from './kept-process.ts'
import { endLeftovers } from './leftovers.ts'
import { takeLock } from './lock.ts'
import type { ShopOptions } from './options.ts'
import { buildPages, fillDatabase, migrateDatabase } from './preparations.ts'
import { type ProcessFile, type ProcessState, removeProcessFile, writeProcessFile } from './process-file.ts'
import { makeKinds } from './process-kinds.ts'
import { readRelease } from './release.ts'
import type { Report } from './report.ts'
import { prepareSimulator, type SimulatorPlace } from './simulator-place.ts'
import { makeStaffSecretsFile, makeWaitingRoomKeyFile } from './staff-secrets.ts'

export const DATABASE = 'dhakacart'
const INTERRUPTED_START_LIMIT_MS = 10_000
const FILE_RETRY_MS = 5_000

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
  readonly #sockets = new HeldSockets()
  #postgres: KeptPostgres | null = null
  #databaseUrl = ''
  #cache: KeptCache | null = null
  #simulator: SimulatorPlace | null = null
  /** In the order in which they are replaced; the reverse is the order in which they stop. */
  #kept: KeptProcess[] = []
  #replacing: Promise<void> = Promise.resolve()
  #giveUpLock: (() => void) | null = null
  readonly #room: DiskRoom
  /** Nothing else has to happen later that would write a list that could not be written. */
  #fileRetry: NodeJS.Timeout | undefined
  #opened: Promise<void> | null = null
  #started: Promise<void> | null = null
  /** Resolves when nothing of the start is under way any more, however it ended. */
  #settled: Promise<unknown> = Promise.resolve()
  #stopped: Promise<void> | null = null

  constructor(options: ShopOptions, report: Report) {
    const me = identify(process.pid)
    if (me === null) throw new Error('This process cannot find itself in the process table.')
    this.#me = me
    this.#options = options
    this.#port = options.port
    this.#report = report
    this.#room = new DiskRoom(options.dataFolder, report, () => this.#state === 'ready')
  }

  /** The one address of the shop, as PUBLIC_ORIGIN has it. */
  get origin(): string {
    return `http://localhost:${this.#port}`
  }

  /** Connection string of the shop's database, for tools that measure; empty until it has started. */
  get databaseUrl(): string {
    return this.#databaseUrl
  }

  /** Where the simulated providers are; null without them. On 127.0.0.1, another site than the shop's. */
  get simulatorOrigin(): string | null {
    return this.#simulator === null ? null : `http://127.0.0.1:${this.#simulator.port}`
  }

  get release(): string {
    return this.#release
  }

  /** Starts what shoppers and staff need; resolves when pages, console and api answer. For failures see `start`. */
  open(): Promise<void> {
    this.#opened ??= this.#openOnce()
    return this.#opened
  }

  /** Opens the shop and starts the rest behind it. After a failure or an early stop, `stop` cleans up. */
  start(): Promise<void> {
    this.#started ??= this.#startOnce()
    return this.#started
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

  async #openOnce(): Promise<void> {
    const { dataFolder } = this.#options
    this.#giveUpLock = await takeLock(dataFolder)
    await endLeftovers(dataFolder)
    if (this.#port === 0) this.#port = await findFreePort()
    const apiPort = await findFreePort()
    if (this.#options.processes.simulator > 0) this.#simulator = await prepareSimulator(dataFolder)
    if (this.#options.hasCache) await this.#startCache()
    const ports = [this.#port, apiPort, ...(this.#simulator === null ? [] : [this.#simulator.port])]
    const built = this.#buildPages()
    this.#settled = Promise.allSettled([built])
    await this.#sockets.open(ports, this.#log('starter'))
    this.#stopping.signal.throwIfAborted()
    this.#kept = this.#makeProcesses(apiPort)
    // Storefronts need no database to begin with, so they start beside it.
    await this.#runBranches([built.then(() => this.#startKinds('storefront')), this.#startBehindPages()])
  }

  /** What nobody waits for who visits: it would only take the cores from what she does wait for. */
  async #startOnce(): Promise<void> {
    await this.open()
    await this.#runBranches([this.#startKinds('worker', ...(this.#simulator === null ? [] : ['simulator' as const]))])
    this.#state = 'ready'
    this.#writeFile()
  }

  async #runBranches(branches: Promise<void>[]): Promise<void> {
    this.#settled = Promise.allSettled(branches)
    await Promise.all(branches)
    this.#stopping.signal.throwIfAborted()
  }

  #makeProcesses(apiPort: number): KeptProcess[] {
    const kinds = makeKinds({
      origin: this.origin,
      port: this.#port,
      apiPort,
      simulator: this.#simulator,
      staffSecretsFile: makeStaffSecretsFile(this.#options.dataFolder),
      waitingRoomKeyFile: makeWaitingRoomKeyFile(this.#options.dataFolder),
      cacheUrl: this.#cache?.url ?? null,
      databaseUrl: () => this.#databaseUrl,
      logOf: (name) => this.#log(name),
    })
    const surroundings = {
      report: this.#report,
      descriptorOf: (port: number) => this.#sockets.descriptorOf(port),
      release: () => this.#release,
      onChange: () => this.#writeFile(),
    }
    return kinds.flatMap((kind) => keepAll(kind, this.#options.processes[kind.name], surroundings))
  }

  async #startCache(): Promise<void> {
    const surroundings = { report: this.#report, onChange: () => this.#writeFile() }
    const cache = new KeptCache(path.join(this.#options.dataFolder, 'cache'), this.#log('cache'), surroundings)
    this.#cache = cache
    await this.#report.step('Valkey ready', () => cache.start())
  }

  #buildPages(): Promise<void> {
    return this.#report.step('Pages built', () => buildPages(this.#preparation()))
  }

  /** The database, then the api, which waits by itself for the schema it knows. */
  async #startBehindPages(): Promise<void> {
    const folder = path.join(this.#options.dataFolder, 'postgres')
    const isFirstStart = !existsSync(path.join(folder, 'data'))
    await this.#startDatabase(folder)
    const filled = this.#fillDatabase()
    // Beside the seed of an empty shop it would read a catalogue that grows, again and again.
    if (isFirstStart) await filled
    await Promise.all([filled, this.#startKinds('api')])
  }

  async #startDatabase(folder: string): Promise<void> {
    const options = {
      folder,
      log: this.#log('postgres'),
      databases: [DATABASE],
      isDurable: true,
    }
    this.#postgres = new KeptPostgres(options, { report: this.#report, onChange: () => this.#writeFile() })
    const server = await this.#report.step('PostgreSQL ready', () => (this.#postgres as KeptPostgres).start())
    this.#stopping.signal.throwIfAborted()
    this.#databaseUrl = server.urlOf(DATABASE)
  }

  #fillDatabase(): Promise<void> {
    const place = { databaseUrl: this.#databaseUrl, origin: this.origin, dataFolder: this.#options.dataFolder }
    return this.#report.step('Migrations, catalogue and demo staff there', (progress) =>
      fillDatabase(place, this.#preparation(), progress),
    )
  }

  async #migrate(): Promise<void> {
    const migrate = () => migrateDatabase(this.#databaseUrl, this.#preparation())
    await this.#report.step('Database at its newest migration', migrate)
  }

  async #startKinds(...names: ProcessKind['name'][]): Promise<void> {
    this.#stopping.signal.throwIfAborted()
    const kept = this.#kept.filter(({ kind }) => names.includes(kind.name))
    const counts = names.map((name) => `${this.#options.processes[name]} ${name}`)
    await this.#report.step(`Ready: ${counts.join(', ')}`, async () => {
      await Promise.all(kept.map((one) => one.start()))
      this.#stopping.signal.throwIfAborted()
    })
  }

  #preparation() {
    return { log: this.#log('tasks'), signal: this.#stopping.signal }
  }

  async #replaceOnce(): Promise<void> {
    if (this.#state !== 'ready') return
    this.#release = readRelease()
    this.#report.event(`Replacing the processes, one by one, by release ${this.#release}.`)
    try {
      await this.#buildPages()
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

  async #stopOnce(): Promise<void> {
    this.#state = 'stopping'
    this.#stopping.abort(new PlainFailure('The shop was stopped before it was ready.'))
    this.#writeFile()
    for (const name of ['storefront', 'api', 'worker', 'simulator'] as const) {
      await Promise.all(this.#kept.filter(({ kind }) => kind.name === name).map((kept) => kept.stop()))
    }
    this.#sockets.close()
    await Promise.all([this.#postgres?.stop(), this.#cache?.stop()])
    // A start that was interrupted still writes to the logs until its last program has ended.
    await Promise.race([this.#settled, sleep(INTERRUPTED_START_LIMIT_MS, null, { ref: false })])
    for (const log of this.#logs.values()) log.close()
    if (this.#giveUpLock === null) return
    removeProcessFile(this.#options.dataFolder)
    this.#giveUpLock()
    this.#giveUpLock = null
  }

  #log(name: string): LogFile {
    const known = this.#logs.get(name)
    if (known !== undefined) return known
    const file = path.join(this.#options.dataFolder, 'logs', `${name}.log`)
    const log = openLogFile(file, (error) => this.#room.note(file, error))
    this.#logs.set(name, log)
    return log
  }

  /** Only the holder of the lock may write, or a refused second starter would overwrite the first one's list. */
  #writeFile(): void {
    if (this.#giveUpLock === null) return
    const [database, cache] = [this.#postgres?.list() ?? [], this.#cache?.list() ?? []]
    const content: ProcessFile = {
      state: this.#state,
      origin: this.origin,
      port: this.#port,
      release: this.#release,
      nodeVersion: process.version,
      postgresVersion: database[0]?.release ?? null,
      starter: this.#me,
      processes: [...database, ...cache, ...this.#kept.flatMap((kept) => kept.list())],
    }
    const isWritten = this.#room.attempt('processes.json', () => writeProcessFile(this.#options.dataFolder, content))
    clearTimeout(this.#fileRetry)
    if (!isWritten) this.#fileRetry = setTimeout(() => this.#writeFile(), FILE_RETRY_MS).unref()
  }
}
