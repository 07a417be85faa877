import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants, gzip } from 'node:zlib'
import type { PageAddress } from './page-address.ts'
import type { PageReads } from './page-reads.ts'

export type Encoding = 'br' | 'gzip' | 'identity'

/** A page as it came from its view; `html` is null for a redirect. */
export type RenderedPage = {
  status: number
  html: string | null
  /** Where a redirect leads. */
  location: string | null
  reads: PageReads
  /** Everything that was committed before this moment (performance.now()) is in it. */
  trueAt: number
  /** Made without something that could not be had: shown once, never kept. */
  isIncomplete: boolean
}

/** A page ready to be sent. Only compressed bytes are kept. */
export type KeptPage = Pick<RenderedPage, 'status' | 'location' | 'reads' | 'trueAt' | 'isIncomplete'> & {
  address: PageAddress
  etag: string
  brotli: Buffer
  /** Made when somebody first asks for it. */
  gzip: Buffer | null
  /** Since when we know of a change that may not be in it (performance.now()); null: of none. */
  doubtedAt: number | null
  /** A price on it switched: it is shown only while no other can be had. */
  isOver: boolean
  /** A sale that its header may name has begun or ended: right in all that matters, and made anew when it is asked for. */
  isAged: boolean
  /** When somebody last tried to make it anew. */
  triedAt: number
  /** Until then nobody waits for it again: making it took too long. */
  slowUntil: number
  /** Asked for since its shelf last looked. */
  wasAsked: boolean
  /** Head of the answer by encoding, kept by whoever sends it. */
  heads: Partial<Record<Encoding, readonly string[]>>
}

const compress = promisify(brotliCompress)
const decompress = promisify(brotliDecompress)
const compressGzip = promisify(gzip)
const gzipLevel = 6
/** A page is compressed once and sent many times, so a tenth of its bytes is worth 1.7 times the work; see decision 010. */
const brotliQuality = 5
/** Address, reads and the object itself, measured on the seeded shop. */
const overheadBytes = 2_048

/** Compresses beside the event loop. */
export async function keepPage(address: PageAddress, rendered: RenderedPage): Promise<KeptPage> {
  const html = Buffer.from(rendered.html ?? '')
  const params = { [constants.BROTLI_PARAM_QUALITY]: brotliQuality, [constants.BROTLI_PARAM_SIZE_HINT]: html.length }
  const brotli = exact(rendered.html === null ? html : await compress(html, { params }))
  const etag = `W/"${createHash('sha1').update(html).digest('base64url')}"`
  return toKeptPage(address, { ...rendered, etag, brotli })
}

export function toKeptPage(
  address: PageAddress,
  made: Pick<KeptPage, 'status' | 'location' | 'reads' | 'trueAt' | 'isIncomplete' | 'etag' | 'brotli'>,
): KeptPage {
  const { status, location, reads, trueAt, isIncomplete, etag, brotli } = made
  return {
    address,
    status,
    location,
    reads,
    trueAt,
    isIncomplete,
    etag,
    brotli,
    gzip: null,
    doubtedAt: null,
    isOver: false,
    isAged: false,
    triedAt: trueAt,
    slowUntil: 0,
    wasAsked: false,
    heads: {},
  }
}

/** zlib answers with a part of a larger buffer, which would be kept whole. */
function exact(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(copy)
  return copy
}

/** What the page takes in memory, estimated upward. */
export function bytesOf(page: KeptPage): number {
  return page.brotli.length + (page.gzip?.length ?? 0) + overheadBytes
}

/** The bytes in this encoding, or null where they must be made first. */
export function readyBody(page: KeptPage, encoding: Encoding): Buffer | null {
  if (page.location !== null) return page.brotli
  if (encoding === 'br') return page.brotli
  return encoding === 'gzip' ? page.gzip : null
}

/** The bytes in this encoding. gzip stays, and `onGrown` hears of it; the plain text, for almost nobody, is made each time. */
export async function bodyOf(
  page: KeptPage,
  encoding: Encoding,
  onGrown: (page: KeptPage, bytes: number) => void,
): Promise<Buffer> {
  const ready = readyBody(page, encoding)
  if (ready !== null) return ready
  const plain = await decompress(page.brotli)
  if (encoding === 'identity') return plain
  const compressed = exact(await compressGzip(plain, { level: gzipLevel }))
  if (page.gzip !== null) return page.gzip
  page.gzip = compressed
  onGrown(page, compressed.length)
  return compressed
}

/** `br` and `gzip`, unless it is said that they are not wanted (`br;q=0`). */
export function chooseEncoding(accepted: string | undefined): Encoding {
  if (accepted === undefined) return 'identity'
  if (isWanted(accepted, 'br')) return 'br'
  return isWanted(accepted, 'gzip') ? 'gzip' : 'identity'
}

function isWanted(accepted: string, encoding: 'br' | 'gzip'): boolean {
  if (!accepted.includes(encoding)) return false
  // Browsers give no weights; whoever does may mean "not this one".
  if (!accepted.includes('q=')) return true
  const found = accepted.split(',').find((part) => part.trim().split(/[;\s]/, 1)[0] === encoding)
  return found !== undefined && !/;\s*q=0(?:\.0*)?\s*$/.test(found)
}

/** The headers that are the page's own, whoever sends it. */
export function headersOf(page: KeptPage, encoding: Encoding): Record<string, string> {
  if (page.location !== null) return { location: page.location }
  return {
    'content-type': 'text/html; charset=utf-8',
    vary: 'accept-encoding',
    etag: page.etag,
    ...(encoding !== 'identity' && { 'content-encoding': encoding }),
  }
}

/** Whether who asks has these bytes already. */
export function isKnown(page: KeptPage, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined || page.status !== 200) return false
  const tag = page.etag.slice(2)
  return ifNoneMatch === '*' || ifNoneMatch.split(/,\s*/).some((each) => each === page.etag || each === tag)
}
