import { type Socket, Server as TcpServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'

/** A phone on a slow network needs this long between its connection and its first request; a scanner never sends one. */
const patienceMs = 3_000
const pollMs = 10

/**
 * Lets a server that closes still answer connections it accepted but whose first request is on its way. Node would
 * close them as idle, and a visitor would see an error although another process serves.
 */
export function answerLateRequests(app: FastifyInstance): void {
  const waiting = new Set<Socket>()
  app.server.on('connection', (socket: Socket) => {
    waiting.add(socket)
    socket.once('close', () => waiting.delete(socket))
  })
  app.server.on('request', (request) => waiting.delete(request.socket))
  app.addHook('preClose', async () => {
    if (!app.server.listening) return
    // The close of an HTTP server also ends idle connections; that of a TCP server only stops accepting.
    TcpServer.prototype.close.call(app.server)
    const deadline = performance.now() + patienceMs
    while (waiting.size > 0 && performance.now() < deadline) await sleep(pollMs)
  })
}
