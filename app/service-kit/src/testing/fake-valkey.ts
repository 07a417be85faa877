import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import type { TestValkey } from './valkey.ts'

type Kept = { value: Buffer; endsAtMs: number }
type State = { isFrozen: boolean; isFull: boolean; delayMs: number }
type Reply = Buffer | string | number[] | number | null | Error

/**
 * As much of Valkey as the shop uses, for machines that have none: it keeps, forgets, claims and runs the one script there is.
 * What it does when it is frozen, slow or full is what the real one was seen to do.
 */
export async function startFakeValkey(password?: string): Promise<TestValkey> {
  const kept = new Map<string, Kept>()
  const open = new Set<Socket>()
  const state: State = { isFrozen: false, isFull: false, delayMs: 0 }
  let server: Server | null = null
  let port = 0

  async function start(): Promise<void> {
    kept.clear()
    Object.assign(state, { isFrozen: false, isFull: false })
    server = createServer((socket) => {
      open.add(socket)
      socket.on('close', () => open.delete(socket)).on('error', () => undefined)
      serve(socket, state, (command) => answer(command, socket))
    })
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    port = (server.address() as { port: number }).port
  }
  async function kill(): Promise<void> {
    for (const socket of open) socket.destroy()
    const closing = server
    server = null
    if (closing !== null) await new Promise((resolve) => closing.close(resolve))
  }
  const known = new WeakSet<Socket>()
  function answer([name = Buffer.alloc(0), ...words]: Buffer[], socket: Socket): Reply {
    const verb = name.toString().toUpperCase()
    const texts = words.map(String)
    if (verb === 'AUTH') {
      if (texts.at(-1) !== password) return new Error('WRONGPASS invalid username-password pair or user is disabled.')
      known.add(socket)
      return 'OK'
    }
    if (password !== undefined && !known.has(socket)) return new Error('NOAUTH Authentication required.')
    if (state.isFull && (verb === 'SET' || verb === 'EVAL'))
      return new Error("OOM command not allowed when used memory > 'maxmemory'.")
    switch (verb) {
      case 'PING':
        return 'PONG'
      case 'GET':
        return read(kept, texts[0] ?? '')
      case 'SET':
        return set(kept, words)
      case 'DEL':
        return texts.filter((key) => kept.delete(key)).length
      case 'EVAL':
        return spend(kept, texts)
      default:
        return new Error(`ERR unknown command '${verb}'`)
    }
  }
  await start()
  return {
    kind: 'fake',
    url: () => `redis://127.0.0.1:${port}`,
    start,
    kill,
    freeze: async () => {
      state.isFrozen = true
    },
    thaw: async () => {
      state.isFrozen = false
    },
    slowDown: async (ms) => {
      state.delayMs = ms
    },
    fill: async (isFull) => {
      state.isFull = isFull
    },
    count: () => Promise.resolve(kept.size),
    close: kill,
  }
}

function serve(socket: Socket, state: State, handle: (command: Buffer[]) => Reply): void {
  let received: Buffer = Buffer.alloc(0)
  socket.on('data', (bytes: Buffer) => {
    received = Buffer.concat([received, bytes])
    for (let parsed = parse(received); parsed !== null; parsed = parse(received)) {
      received = received.subarray(parsed.length)
      const { command } = parsed
      if (state.isFrozen) continue
      const send = () => {
        if (!socket.destroyed) socket.write(format(handle(command)))
      }
      if (state.delayMs === 0) send()
      else setTimeout(send, state.delayMs)
    }
  })
}

function read(kept: Map<string, Kept>, key: string): Buffer | null {
  const found = kept.get(key)
  if (found === undefined || found.endsAtMs <= Date.now()) return null
  return found.value
}

function set(kept: Map<string, Kept>, [key = Buffer.alloc(0), value = Buffer.alloc(0), ...rest]: Buffer[]): Reply {
  const options = rest.map((word) => word.toString().toUpperCase())
  if (options.includes('NX') && read(kept, key.toString()) !== null) return null
  kept.set(key.toString(), { value, endsAtMs: Date.now() + Number(options[options.indexOf('PX') + 1]) })
  return 'OK'
}

/** What the script of rate-limits/sharing.ts does. */
function spend(kept: Map<string, Kept>, [, count, ...words]: string[]): number[] {
  const keys = words.slice(0, Number(count))
  const values = words.slice(Number(count)).map(Number)
  return keys.map((key, index) => {
    const now = Date.now()
    const [spent = 0, most = 0] = values.slice(index * 2)
    const debt = Math.min(Math.max(Number(read(kept, key) ?? 0) - now, 0) + spent, most)
    kept.set(key, { value: Buffer.from(String(now + debt)), endsAtMs: now + Math.max(1, debt) })
    return Math.ceil(debt)
  })
}

/** One command, an array of byte strings, and how long it was; null while a part of it is still to come. */
function parse(bytes: Buffer): { command: Buffer[]; length: number } | null {
  let at = 0
  const line = () => {
    const end = bytes.indexOf('\r\n', at)
    if (end === -1) return null
    const text = bytes.toString('latin1', at, end)
    at = end + 2
    return text
  }
  const count = Number(line()?.slice(1) ?? Number.NaN)
  if (Number.isNaN(count)) return null
  const command: Buffer[] = []
  for (let index = 0; index < count; index++) {
    const size = Number(line()?.slice(1) ?? Number.NaN)
    if (Number.isNaN(size) || bytes.length < at + size + 2) return null
    command.push(Buffer.from(bytes.subarray(at, at + size)))
    at += size + 2
  }
  return { command, length: at }
}

function format(reply: Reply): Buffer | string {
  if (reply === null) return '$-1\r\n'
  if (reply instanceof Error) return `-${reply.message}\r\n`
  if (typeof reply === 'number') return `:${reply}\r\n`
  if (typeof reply === 'string') return `+${reply}\r\n`
  if (Array.isArray(reply)) return `*${reply.length}\r\n${reply.map((number) => `:${number}\r\n`).join('')}`
  return Buffer.concat([Buffer.from(`$${reply.length}\r\n`), reply, Buffer.from('\r\n')])
}
