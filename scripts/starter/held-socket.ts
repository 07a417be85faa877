import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { PlainFailure } from '../command.ts'
import { signalProcess } from '../processes/identity.ts'
import type { LogFile } from '../processes/log-file.ts'
import { isAccepting, LOOPBACK, whoListensOn } from '../processes/ports.ts'
import { type Child, forkChild } from './child.ts'
import type { ListedProcess, ProcessState } from './process-file.ts'
import type { HolderMessage } from './socket-holder.ts'

const RETRY_MS = 200

/** Keeps one listening socket of the starter open for as long as the shop runs, whichever process dies. */
export class HeldSocket {
  readonly port: number
  readonly #log: LogFile
  readonly #onChange: () => void
  #child: Child | null = null
  #isStopping = false

  constructor(port: number, log: LogFile, onChange: () => void) {
    this.port = port
    this.#log = log
    this.#onChange = onChange
  }

  /** Takes the port; fails with one sentence when somebody else has it. */
  async start(): Promise<void> {
    if (await isAccepting('::1', this.port)) throw new PlainFailure(explainRefusal(this.port, 'EADDRINUSE'))
    const environment = { HOLD_HOST: LOOPBACK, HOLD_PORT: String(this.port) }
    const child = forkChild({ entry: 'scripts/starter/socket-holder.ts', environment, log: this.#log })
    this.#child = child
    const answer = (await Promise.race([once(child.worker, 'message'), child.exited]))[0] as HolderMessage | string
    if (typeof answer !== 'object') throw new Error(`The socket holder ended early; see ${this.#log.file}.`)
    if (!answer.isHeld) throw new PlainFailure(explainRefusal(this.port, answer.code))
    void this.#watch(child)
    this.#onChange()
  }

  list(slot: number, state: ProcessState, release: string): ListedProcess[] {
    if (this.#child === null || this.#child.hasExited()) return []
    const place = { kind: 'socket', slot, port: this.port, healthPort: null }
    return [{ ...this.#child.identity, ...place, state, release, startedAt: '' }]
  }

  async stop(): Promise<void> {
    this.#isStopping = true
    if (this.#child === null) return
    // It has nothing to finish, and its blocked loop runs no handler.
    signalProcess(this.#child.identity, 'SIGKILL')
    await this.#child.exited
  }

  async #watch(child: Child): Promise<void> {
    await child.exited
    while (!this.#isStopping) {
      try {
        await this.start()
        return
      } catch {
        await sleep(RETRY_MS)
      }
    }
  }
}

function explainRefusal(port: number, code: string): string {
  const remedy = `choose another one: npm start -- --port ${port === 3000 ? 3100 : 3000}`
  if (code === 'EACCES') return `Port ${port} is reserved for root on this system; ${remedy}`
  if (code !== 'EADDRINUSE') return `Port ${port} cannot be opened (${code}); ${remedy}`
  const who = whoListensOn(port)
  return `Port ${port} is taken${who === null ? '' : ` by ${who}`}; stop it, or ${remedy}`
}
