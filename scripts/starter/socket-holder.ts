// Holds one listening socket open and never accepts: while the last process of a kind is being replaced, new
// connections wait in the socket's queue instead of being refused.
import { createServer } from 'node:net'
import process from 'node:process'
import { listenBacklog } from '@dhakacart/service-kit/listen-backlog.ts'

const STARTER_CHECK_MS = 250

export type HolderMessage = { isHeld: true } | { isHeld: false; code: string }

const starter = process.ppid

function tell(message: HolderMessage): void {
  process.send?.(message)
}

/** An event loop that never turns accepts no connection; it only looks whether the starter is still there. */
function holdUntilStarterEnds(): void {
  const nothing = new Int32Array(new SharedArrayBuffer(4))
  while (process.ppid === starter) Atomics.wait(nothing, 0, 0, STARTER_CHECK_MS)
  process.exit(0)
}

const server = createServer()
server.once('error', (error: NodeJS.ErrnoException) => {
  tell({ isHeld: false, code: error.code ?? 'unknown' })
  process.exitCode = 1
  process.disconnect?.()
})
// Who listens last decides how many may wait.
const address = { host: process.env.HOLD_HOST, port: Number(process.env.HOLD_PORT), backlog: listenBacklog }
server.listen(address, () => {
  tell({ isHeld: true })
  // After the messages of this turn have gone out, before the loop looks for connections.
  process.nextTick(holdUntilStarterEnds)
})
