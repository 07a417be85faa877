import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Log } from '@dhakacart/service-kit/log.ts'
import { type KeptPage, toKeptPage } from './kept-page.ts'
import type { ReadAddress } from './page-address.ts'
import type { PageReads } from './page-reads.ts'

export type SnapshotState = {
  /** Up to which change the pages are true. */
  position: string
  /** What the shop's clock was ahead of the clock of the machine. */
  clockAheadMs: number
  /** Instants, by the shop's clock, at which prices switch. */
  boundaries: number[]
}
export type Snapshot = SnapshotState & { pages: KeptPage[] /** By the shop's clock. */; writtenAtMs: number }

type Head = SnapshotState & { format: number; writtenAt: number; pages: PageHead[] }
type PageHead = { key: string; status: number; etag: string; bytes: number; isDoubted: boolean; reads: PageReads }

export type SnapshotSettings = {
  folder: string
  /** Pages of another build name files that this one does not have. */
  build: string
  bytesMax: number
  log: Log
}

const format = 1
const hashBytes = 32
/** As long as `stale-if-error` lets other caches show a page of ours. */
const ageMaxMs = 86_400_000
/** A sale changes pages all the time; the file need not follow each change, because what changed since is asked for at start. */
const intervalMs = 60_000
/** A new page is in no earlier one. */
const intervalOfNewPagesMs = 5_000
const chunkBytes = 1_048_576

/** The kept pages in a file, shared by all storefronts of a machine, so that one that starts has them at once. */
export class PageSnapshot {
  readonly #settings: SnapshotSettings
  readonly #path: string
  #writtenPages = 0

  constructor(settings: SnapshotSettings) {
    this.#settings = settings
    this.#path = join(settings.folder, `pages-${settings.build}.snapshot`)
  }

  /** null when there is none that can be used; a broken one is logged. */
  async read(readAddress: ReadAddress): Promise<Snapshot | null> {
    try {
      // Compressed pages and their heads: never more than may be kept.
      if ((await stat(this.#path)).size > this.#settings.bytesMax) throw new Error('it is larger than what may be kept')
      const bytes = await readFile(this.#path)
      const content = bytes.subarray(0, -hashBytes)
      if (!createHash('sha256').update(content).digest().equals(bytes.subarray(-hashBytes))) {
        throw new Error('its checksum is wrong')
      }
      return unpack(content, readAddress)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      this.#settings.log.warn({ err: error, path: this.#path }, 'the snapshot of pages cannot be used')
      return null
    }
  }

  /** Whole or not at all; skipped while the one that is there is young, whoever wrote it. A failure is logged. */
  async write(pages: readonly KeptPage[], state: SnapshotState): Promise<'written' | 'skipped' | 'failed'> {
    const { folder, log } = this.#settings
    const own = join(folder, `pages-${randomUUID()}.part`)
    try {
      await mkdir(folder, { recursive: true })
      const last = await stat(this.#path).catch(() => null)
      const isYoungMs = pages.length > this.#writtenPages ? intervalOfNewPagesMs : intervalMs
      if (last !== null && Date.now() - last.mtimeMs < isYoungMs) return 'skipped'
      await writeWhole(own, pages, state)
      await rename(own, this.#path)
      this.#writtenPages = pages.length
      await this.#removeOld()
      return 'written'
    } catch (error) {
      log.warn({ err: error, folder }, 'the snapshot of pages could not be written')
      await rm(own, { force: true }).catch(() => undefined)
      return 'failed'
    }
  }

  /** Those of other builds, and what a process that died left half written. */
  async #removeOld(): Promise<void> {
    const { folder } = this.#settings
    for (const name of await readdir(folder)) {
      if (!/^pages-[\w-]+\.(?:snapshot|part)$/.test(name)) continue
      const path = join(folder, name)
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }))
      if (Date.now() - mtimeMs > ageMaxMs) await rm(path, { force: true })
    }
  }
}

async function writeWhole(path: string, pages: readonly KeptPage[], state: SnapshotState): Promise<void> {
  const heads: PageHead[] = pages.map(({ address, status, etag, brotli, doubtedAt, isOver, reads }) => ({
    key: address.key,
    status,
    etag,
    bytes: brotli.length,
    isDoubted: doubtedAt !== null || isOver,
    reads,
  }))
  const head: Head = { format, writtenAt: Date.now(), ...state, pages: heads }
  const file = await open(path, 'wx', 0o600)
  try {
    const hash = createHash('sha256')
    let chunk: Buffer[] = []
    let chunked = 0
    const flush = async () => {
      const { bytesWritten } = await file.writev(chunk)
      if (bytesWritten !== chunked) throw new Error('the disk took a part only')
      chunk = []
      chunked = 0
    }
    for (const bytes of [Buffer.from(`${JSON.stringify(head)}\n`), ...pages.map(({ brotli }) => brotli)]) {
      hash.update(bytes)
      chunk.push(bytes)
      chunked += bytes.length
      if (chunked >= chunkBytes) await flush()
    }
    const digest = hash.digest()
    chunk.push(digest)
    chunked += digest.length
    await flush()
    await file.sync()
  } finally {
    await file.close()
  }
}

function unpack(content: Buffer, readAddress: ReadAddress): Snapshot {
  const headEnd = content.indexOf('\n')
  const head = JSON.parse(content.toString('utf8', 0, headEnd)) as Head
  if (head.format !== format) throw new Error(`its format is ${head.format}, not ${format}`)
  if (Date.now() - head.writtenAt > ageMaxMs) throw new Error('it is older than a day')
  const pages: KeptPage[] = []
  const now = performance.now()
  // A page waits to be made anew when a price switched on it while nobody looked.
  const shopNow = Date.now() + head.clockAheadMs
  const isOver = head.boundaries.some((instant) => instant <= shopNow)
  let at = headEnd + 1
  for (const { key, status, etag, bytes, isDoubted, reads } of head.pages) {
    const body = content.subarray(at, at + bytes)
    at += bytes
    const address = readAddress(key)
    if (address === null || address.key !== key) continue
    const brotli = Buffer.allocUnsafeSlow(body.length)
    body.copy(brotli)
    const page = toKeptPage(address, { status, location: null, reads, trueAt: now, isIncomplete: false, etag, brotli })
    pages.push({ ...page, isOver, doubtedAt: isDoubted || isOver ? now : null })
  }
  const { position, clockAheadMs, boundaries, writtenAt } = head
  return { position, clockAheadMs, boundaries, pages, writtenAtMs: writtenAt + clockAheadMs }
}
