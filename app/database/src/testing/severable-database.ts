import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** A way to a test database that can be cut as if the server had died, and mended. */
export type SeverableDatabase = {
  /** The given address, by way of the relay. */
  url: string
  /** Resets every connection and refuses new ones. */
  cut(): Promise<void>
  mend(): Promise<void>
  close(): Promise<void>
}

/** Relays TCP to the server of `url` on a port of its own. */
export async function makeSeverable(url: string): Promise<SeverableDatabase> {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  let server = await listen(0, target, sockets)
  const { port } = server.address() as { port: number }
  const relayed = new URL(url)
  relayed.hostname = '127.0.0.1'
  relayed.port = String(port)

  async function cut(): Promise<void> {
    const closed = once(server, 'close')
    server.close()
    for (const socket of sockets) socket.resetAndDestroy()
    await closed
  }
  return {
    url: relayed.href,
    cut,
    async mend() {
      server = await listen(port, target, sockets)
    },
    async close() {
      if (server.listening) await cut()
    },
  }
}

async function listen(port: number, target: URL, sockets: Set<Socket>): Promise<Server> {
  const server = createServer((inside) => {
    const outside = connect(Number(target.port), target.hostname)
    for (const [socket, other] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      sockets.add(socket)
      socket.pipe(other)
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
    }
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return server
}
