import { type Socket, Server as TcpServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'

/** Emitted by a server when it begins to close, with a list: whoever accepts for it stops as well, and adds when its connections have ended. */
export const stopsAccepting = 'stopsAccepting'

const turnMs = 10
/** A phone on a slow network needs this long (3 s) between its connection and its first request; a scanner never sends one. */
const patienceTurns = 300
/** Requests already sent on kept connections arrive within this (300 ms), or their sender has chosen another connection. */
const quietTurns = 30

/**
 * Lets a server that closes still answer the requests that are on their way: on connections it accepted a moment ago, and
 * on kept ones. Node would close both as idle, and a visitor would see an error although another process serves.
 */
export function answerLateRequests(app: FastifyInstance): void {
  const open = new Set<Socket>()
  const silent = new Set<Socket>()
  const helpersEnded: Promise<unknown>[] = []
  let turnsSinceRequest = 0
  app.server.on('connection', (socket: Socket) => {
    open.add(socket)
    silent.add(socket)
    socket.once('close', () => {
      open.delete(socket)
      silent.delete(socket)
    })
  })
  app.server.on('request', (request) => {
    silent.delete(request.socket)
    turnsSinceRequest = 0
  })
  app.addHook('preClose', async () => {
    if (!app.server.listening) return
    // The close of an HTTP server also ends idle connections; that of a TCP server only stops accepting.
    TcpServer.prototype.close.call(app.server)
    app.server.emit(stopsAccepting, helpersEnded)
    turnsSinceRequest = 0
    // Counted in turns of the event loop: in a process that was busy, time alone passes without a look at its sockets.
    for (let turn = 0; turn < patienceTurns && open.size > 0; turn += 1) {
      if (silent.size === 0 && turnsSinceRequest >= quietTurns) return
      await sleep(turnMs)
      turnsSinceRequest += 1
    }
  })
  // By then the server has ended its idle connections, whoever accepted them.
  app.addHook('onClose', async () => void (await Promise.all(helpersEnded)))
}
