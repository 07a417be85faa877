import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Connection } from '../http/connection.ts'

/**
 * What the bytes of some pages cost without a shop: `node bare-server.ts ORIGIN '<paths as JSON>'` fetches them once, serves them
 * from memory with nothing but node:http, and prints its port.
 */
const [origin = '', paths = '[]'] = process.argv.slice(2)
const pages = new Map<string, { head: Record<string, string | number>; body: Buffer }>()
const client = new Connection(origin, { timeoutMs: 30_000 })
for (const path of JSON.parse(paths) as string[]) {
  const { headers, body } = await client.request({ method: 'GET', path, headers: { 'accept-encoding': 'gzip, br' } })
  const { 'content-type': type = '', 'content-encoding': encoding = '' } = headers
  pages.set(path, { head: { 'content-type': type, 'content-encoding': encoding, 'content-length': body.length }, body })
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
