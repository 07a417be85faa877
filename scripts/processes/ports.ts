import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { commandLineOf } from './identity.ts'

/** The address all processes of the laptop shop listen on: nothing is offered to the network. */
export const LOOPBACK = '127.0.0.1'

const given = new Set<number>()

/** A port of the loopback address nobody listens on now, and that this process has not handed out before. */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = await listenOnce(0)
    if (port === null) throw new Error('The system has no free port left.')
    if (given.has(port)) continue
    given.add(port)
    return port
  }
}

/** Makes a port available to `findFreePort` again. */
export function returnPort(port: number): void {
  given.delete(port)
}

export async function isPortFree(port: number): Promise<boolean> {
  return (await listenOnce(port)) !== null
}

/** Whether somebody accepts connections to `host`; the name localhost may lead to them instead of to us. */
export function isAccepting(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 500 })
    const answer = (isOpen: boolean) => {
      socket.destroy()
      resolve(isOpen)
    }
    socket.once('connect', () => answer(true))
    socket.once('timeout', () => answer(false))
    socket.once('error', () => answer(false))
  })
}

/** Who listens on a TCP port, as "node (pid 1234)"; null when the system does not tell. */
export function whoListensOn(port: number): string | null {
  const pid = listenerFromProc(port) ?? listenerFromLsof(port)
  if (pid === null) return null
  const command = commandLineOf(pid)
  return command === null ? `pid ${pid}` : `\`${command.slice(0, 80)}\` (pid ${pid})`
}

function listenOnce(port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null)
      else reject(error)
    })
    server.listen({ host: LOOPBACK, port, exclusive: true }, () => {
      const address = server.address()
      const found = typeof address === 'object' && address !== null ? address.port : null
      server.close(() => resolve(found))
    })
  })
}

function listenerFromProc(port: number): number | null {
  const inodes = new Set([...listeningInodes('/proc/net/tcp', port), ...listeningInodes('/proc/net/tcp6', port)])
  if (inodes.size === 0) return null
  for (const name of namesIn('/proc')) {
    if (!/^\d+$/.test(name)) continue
    for (const descriptor of namesIn(`/proc/${name}/fd`)) {
      const inode = /^socket:\[(\d+)\]$/.exec(linkOf(`/proc/${name}/fd/${descriptor}`))?.[1]
      if (inode !== undefined && inodes.has(inode)) return Number(name)
    }
  }
  return null
}

/** Rows of /proc/net/tcp: local address is field 1 as HEX:PORT, state field 3 (0A is LISTEN), inode field 9. */
function listeningInodes(table: string, port: number): string[] {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`
  const rows = textOf(table).split('\n').slice(1)
  const fields = rows.map((row) => row.trim().split(/\s+/))
  return fields.filter((row) => row[1]?.endsWith(suffix) && row[3] === '0A').map((row) => row[9] ?? '')
}

function listenerFromLsof(port: number): number | null {
  const answer = spawnSync('lsof', ['-nP', '-t', `-iTCP:${port}`, '-sTCP:LISTEN'], { encoding: 'utf8' })
  const pid = Number.parseInt(answer.stdout ?? '', 10)
  return Number.isNaN(pid) ? null : pid
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function linkOf(file: string): string {
  try {
    return readlinkSync(file)
  } catch {
    return ''
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
