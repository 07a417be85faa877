import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { BoundSocket } from 'node:net'
import path from 'node:path'
import process from 'node:process'
import { PlainFailure } from '../command.ts'
import type { LogFile } from '../processes/log-file.ts'
import { isAccepting, LOOPBACK, whoListensOn } from '../processes/ports.ts'

const FIRST_INHERITED = 3

/**
 * The listening sockets of the shop. The starter has them open for as long as the shop runs and accepts nothing itself: whichever
 * process dies or is replaced, new connections wait in the queue of its socket instead of being refused.
 */
export class HeldSockets {
  readonly #bound = new Map<number, BoundSocket>()
  #isClosed = false

  /** Takes the ports, unless they were closed meanwhile; fails with one sentence when somebody else has one of them. */
  async open(ports: readonly number[], log: LogFile): Promise<void> {
    for (const port of ports) {
      if (await isAccepting('::1', port)) throw new PlainFailure(explainRefusal(port, 'EADDRINUSE'))
      // What is taken after a stop would stay taken for as long as this process lives.
      if (this.#isClosed) return
      try {
        this.#bound.set(port, new BoundSocket({ host: LOOPBACK, port }))
      } catch (error) {
        throw new PlainFailure(explainRefusal(port, (error as NodeJS.ErrnoException).code ?? 'unknown'))
      }
    }
    // Node cannot listen without accepting, so another process begins it and ends; two who are bound to a port are told apart then.
    const opener = spawn(
      process.execPath,
      [path.join(import.meta.dirname, 'socket-opener.ts'), String(FIRST_INHERITED), String(ports.length)],
      { stdio: ['ignore', log.descriptor, log.descriptor, ...ports.map((port) => this.descriptorOf(port))] },
    )
    const [code] = (await once(opener, 'exit')) as [number | null]
    if (code === 0) return
    const taken = ports[(code ?? 0) - 1]
    if (taken === undefined) throw new Error(`The ports could not be opened; see ${log.file}.`)
    throw new PlainFailure(explainRefusal(taken, 'EADDRINUSE'))
  }

  /** Of the socket on this port, to be inherited by a process that accepts on it. */
  descriptorOf(port: number): number {
    const bound = this.#bound.get(port)
    if (bound === undefined) throw new Error(`Port ${port} is not held.`)
    return bound.fd()
  }

  close(): void {
    this.#isClosed = true
    for (const bound of this.#bound.values()) bound.close()
    this.#bound.clear()
  }
}

function explainRefusal(port: number, code: string): string {
  const remedy = `choose another one: npm start -- --port ${port === 3000 ? 3100 : 3000}`
  if (code === 'EACCES') return `Port ${port} is reserved for root on this system; ${remedy}`
  if (code !== 'EADDRINUSE') return `Port ${port} cannot be opened (${code}); ${remedy}`
  const who = whoListensOn(port)
  return `Port ${port} is taken${who === null ? '' : ` by ${who}`}; stop it, or ${remedy}`
}
