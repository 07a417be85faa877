import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import type { Certified } from '@dhakacart/service-kit/testing/certificates.ts'

/** What a client asks for TLS with, before anything else (PostgreSQL's documentation, 53.2.10). */
const sslRequest = Buffer.from('0000000804d2162f', 'hex')

export type TlsFront = {
  /** The same database as `localhost`, reached through TLS. */
  url: string
  /** How many sessions came through it, encrypted. */
  sessions(): number
  close(): Promise<void>
}

/** PostgreSQL as it is where TLS is demanded: shows this certificate, and speaks to nobody in plain text. */
export async function startTlsFront(databaseUrl: string, { certificate, key }: Certified): Promise<TlsFront> {
  const behind = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let sessions = 0
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined).once('close', () => sockets.delete(socket))
    socket.once('data', (first) => {
      if (!sslRequest.equals(first as Buffer)) return socket.destroy()
      socket.write('S')
      const secured = new TLSSocket(socket, { isServer: true, cert: certificate, key })
      secured.on('error', () => socket.destroy())
      secured.once('secure', () => {
        sessions += 1
        const onward = connect(Number(behind.port), behind.hostname)
        sockets.add(onward)
        onward.on('error', () => secured.destroy()).once('close', () => sockets.delete(onward))
        secured.once('close', () => onward.destroy())
        secured.pipe(onward).pipe(secured)
      })
      return undefined
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(databaseUrl)
  url.hostname = 'localhost'
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    sessions: () => sessions,
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
