import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Connection } from '../http/connection.ts'

/**
 * What the bytes of some pages cost without a shop: `node bare-server.ts ORIGIN '<paths as JSON>' whole|body` fetches them once,
 * serves them from memory with nothing but node:http, and prints its port. `whole`: with every header that they came with;
 * `body`: with those without which a browser could not read them.
 */
const [origin = '', paths = '[]', part = 'whole'] = process.argv.slice(2)
/** Written by node:http itself. */
const ofTheConnection = new Set(['date', 'connection', 'keep-alive'])
const ofTheBody = new Set(['content-type', 'content-encoding', 'content-length'])
const isSent = (name: string) => (part === 'body' ? ofTheBody.has(name) : !ofTheConnection.has(name))
const pages = new Map<string, { head: Record<string, string>; body: Buffer }>()
const client = new Connection(origin, { timeoutMs: 30_000 })
for (const path of JSON.parse(paths) as string[]) {
  const { headers, body } = await client.request({ method: 'GET', path, headers: { 'accept-encoding': 'gzip, br' } })
  const head = Object.fromEntries(Object.entries(headers).filter(([name]) => isSent(name)))
  pages.set(path, { head, body })
}
client.close()

const server = createServer((request, response) => {
  const page = pages.get(request.url ?? '')
  if (page === undefined) response.writeHead(404).end()
  else response.writeHead(200, page.head).end(page.body)
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
process.stdout.write(`${(server.address() as AddressInfo).port}\n`)
