import { connect, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'

export type Answer = {
  status: number
  /** By lower-case name; a header that came twice has its last value, except set-cookie, which is kept whole. */
  headers: Readonly<Record<string, string>>
  setCookie: readonly string[]
  body: Buffer
}

export type Request = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  /** Without Host and Content-Length, which are written here. */
  headers?: Readonly<Record<string, string>>
  body?: string
  /** Milliseconds without an answer that this request waits; without it, those of the connection. */
  timeoutMs?: number
}

export type ConnectionOptions = {
  /** Milliseconds in which an answer has to begin and to go on. */
  timeoutMs: number
  localAddress?: string
  /** Of that address; absent: the kernel's choice. */
  localPort?: number
  /** Certificates, PEM, that vouch for an https origin beside those the system trusts. */
  ca?: string
}

/** An answer of ours is at most a page or a list; more means that something else answered. */
const maxHeaderBytes = 64 * 1024
const headEnd = Buffer.from('\r\n\r\n')

/**
 * One kept-alive HTTP/1.1 connection with one request at a time, as cheap as a load generator on the shop's own cores has to
 * be: a request costs a tenth of what a general client costs. Rejects when the connection breaks or `timeoutMs` passes while an
 * answer is awaited; the connection is then of no more use. Between requests it is kept for as long as the shop keeps it.
 */
export class Connection {
  readonly #host: string
  readonly #socket: Socket
  #received: Buffer = Buffer.alloc(0)
  #pending: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null = null
  #failure: Error | null = null

  readonly #timeoutMs: number

  constructor(origin: string, { timeoutMs, localAddress, localPort, ca }: ConnectionOptions) {
    const { hostname, port, host, protocol } = new URL(origin)
    const isTls = protocol === 'https:'
    this.#host = host
    this.#timeoutMs = timeoutMs
    const place = {
      // Names below localhost are this machine, whatever its resolver knows.
      host: hostname.endsWith('localhost') ? '127.0.0.1' : hostname,
      port: Number(port || (isTls ? 443 : 80)),
      noDelay: true,
      ...(localAddress !== undefined && { localAddress }),
      ...(localPort !== undefined && { localPort }),
    }
    this.#socket = isTls
      ? connectTls({ ...place, servername: hostname, ALPNProtocols: ['http/1.1'], ...(ca !== undefined && { ca }) })
      : connect(place)
    this.#socket.on('timeout', () => this.#fail(new Error('no answer in time')))
    this.#socket.on('data', (bytes: Buffer) => this.#receive(bytes))
    this.#socket.on('error', (error) => this.#fail(error))
    this.#socket.on('close', () => this.#fail(new Error('the connection was closed')))
  }

  get isUsable(): boolean {
    return this.#failure === null
  }

  request({ method, path, headers = {}, body, timeoutMs = this.#timeoutMs }: Request): Promise<Answer> {
    if (this.#failure !== null) return Promise.reject(this.#failure)
    if (this.#pending !== null) return Promise.reject(new Error('one request at a time'))
    let text = `${method} ${path} HTTP/1.1\r\nhost: ${this.#host}\r\n`
    for (const name in headers) text += `${name}: ${headers[name]}\r\n`
    if (body !== undefined) text += `content-length: ${Buffer.byteLength(body)}\r\n`
    return new Promise((resolve, reject) => {
      this.#pending = { resolve, reject }
      this.#socket.setTimeout(timeoutMs)
      this.#socket.write(`${text}\r\n${body ?? ''}`)
    })
  }

  close(): void {
    this.#failure ??= new Error('the connection was closed')
    this.#socket.destroy()
  }

  #fail(error: Error): void {
    this.#failure ??= error
    this.#socket.destroy()
    const pending = this.#pending
    this.#pending = null
    pending?.reject(this.#failure)
  }

  #receive(bytes: Buffer): void {
    this.#received = this.#received.length === 0 ? bytes : Buffer.concat([this.#received, bytes])
    const read = readAnswer(this.#received)
    if (read === 'incomplete') return
    if (read instanceof Error || this.#pending === null) {
      this.#fail(read instanceof Error ? read : new Error('an answer nobody asked for'))
      return
    }
    this.#received = this.#received.subarray(read.length)
    const { resolve } = this.#pending
    this.#pending = null
    this.#socket.setTimeout(0)
    if (read.answer.headers['connection'] === 'close') this.close()
    resolve(read.answer)
  }
}

type Read = { answer: Answer; length: number } | 'incomplete' | Error

/** The first whole answer of what was received. */
function readAnswer(received: Buffer): Read {
  const end = received.indexOf(headEnd)
  if (end < 0) return received.length > maxHeaderBytes ? new Error('headers without an end') : 'incomplete'
  const lines = received.toString('latin1', 0, end).split('\r\n')
  const status = Number(lines[0]?.slice(9, 12))
  if (!Number.isInteger(status)) return new Error(`not HTTP: ${lines[0]}`)
  const { headers, setCookie } = readHeaders(lines)
  const begin = end + headEnd.length
  const body = readBody(received, begin, status, headers)
  if (body === 'incomplete' || body instanceof Error) return body
  return { answer: { status, headers, setCookie, body: body.bytes }, length: body.end }
}

function readHeaders(lines: readonly string[]): { headers: Record<string, string>; setCookie: string[] } {
  const headers: Record<string, string> = {}
  const setCookie: string[] = []
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index] as string
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).toLowerCase()
    const value = line.slice(colon + 1).trim()
    if (name === 'set-cookie') setCookie.push(value)
    else headers[name] = value
  }
  return { headers, setCookie }
}

function readBody(
  received: Buffer,
  begin: number,
  status: number,
  headers: Readonly<Record<string, string>>,
): { bytes: Buffer; end: number } | 'incomplete' | Error {
  if (status === 204 || status === 304) return { bytes: Buffer.alloc(0), end: begin }
  if (headers['transfer-encoding'] === 'chunked') return readChunks(received, begin)
  const length = Number(headers['content-length'])
  if (!Number.isSafeInteger(length)) return new Error('an answer without a length')
  const end = begin + length
  return received.length < end ? 'incomplete' : { bytes: received.subarray(begin, end), end }
}

function readChunks(received: Buffer, begin: number): { bytes: Buffer; end: number } | 'incomplete' | Error {
  const chunks: Buffer[] = []
  for (let at = begin; ; ) {
    const lineEnd = received.indexOf('\r\n', at)
    if (lineEnd < 0) return 'incomplete'
    const size = Number.parseInt(received.toString('latin1', at, lineEnd), 16)
    if (!Number.isSafeInteger(size)) return new Error('a chunk without a size')
    const next = lineEnd + 2 + size + 2
    if (received.length < next) return 'incomplete'
    if (size === 0) return { bytes: Buffer.concat(chunks), end: next }
    chunks.push(received.subarray(lineEnd + 2, lineEnd + 2 + size))
    at = next
  }
}
