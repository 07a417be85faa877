// Begins to listen on sockets it was given, and ends before it would accept anything: whoever gave them holds them open, and new
// connections wait in their queues. Ends with the index, counted from 1, of the socket that somebody else has.
import { createServer } from 'node:net'
import process from 'node:process'
import { listenBacklog } from '@dhakacart/service-kit/listen.ts'

const [first = 0, count = 0] = process.argv.slice(2).map(Number)
for (let index = 0; index < count; index += 1) {
  const server = createServer()
  server.once('error', () => process.exit(index + 1))
  server.listen({ fd: first + index }, listenBacklog)
}
// After the errors of this turn, before the loop looks for connections.
process.nextTick(() => process.exit(0))
