import { once } from 'node:events'
import { Server as TcpServer } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { stopsAccepting } from './late-requests.ts'

/**
 * Connections that may wait to be accepted: as many as Linux allows (net.core.somaxconn, 4,096 since 5.4). Node's 511 are full
 * within a second of a busy event loop in a rush; what comes then is dropped unsaid, and its visitor waits for up to half a
 * minute of TCP's repeats and a reset instead of being served or told that there are too many.
 */
export const listenBacklog = 4_096

/** Where a process listens when whoever started it holds its socket. */
export const listenDescriptorsKey = {
  kind: 'parsed',
  key: 'LISTEN_DESCRIPTORS',
  parse: readDescriptors,
  optional: true,
  give: 'open descriptors of one listening socket, used instead of HOST and PORT, like 4,5,6,7; absent: none',
} as const

export type ListeningPlace = {
  host: string
  port: number
  /** Descriptors of one socket that is held elsewhere, each of them good for one connection a turn; absent: host and port. */
  listenDescriptors?: readonly number[] | undefined
}

/**
 * Begins to accept. libuv takes one connection per turn of the event loop and descriptor: where a turn is long, because there is much
 * to answer, newcomers on a single one wait until their patience ends, come back, and find those who have gone before them in the queue.
 */
export async function listen(
  app: FastifyInstance,
  { host, port, listenDescriptors = [] }: ListeningPlace,
): Promise<void> {
  const [first, ...others] = listenDescriptors
  if (first === undefined) {
    await app.listen({ host, port, backlog: listenBacklog })
    return
  }
  const helpers = others.map(
    () => new TcpServer({ allowHalfOpen: true, noDelay: true }, (socket) => app.server.emit('connection', socket)),
  )
  app.server.once(stopsAccepting, (ended: Promise<unknown>[]) => {
    for (const helper of helpers) {
      ended.push(once(helper, 'close'))
      helper.close()
    }
  })
  await app.listen({ fd: first } as object)
  for (const [index, helper] of helpers.entries()) {
    await new Promise<void>((resolve, reject) => {
      helper.once('error', reject)
      helper.listen({ fd: others[index] as number }, listenBacklog, resolve)
    })
  }
}

function readDescriptors(text: string): readonly number[] {
  const numbers = text.split(',').map(Number)
  const isRight = /^\d{1,4}(?:,\d{1,4})*$/.test(text) && new Set(numbers).size === numbers.length
  if (!isRight) throw new RangeError('must be different descriptors with commas between them, like 4,5,6,7')
  return numbers
}
