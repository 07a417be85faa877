import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { after, before, test } from 'node:test'
import type { RouteOptions } from 'fastify'
import { signInByCode } from '../testing/customer.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

type Shape = {
  type?: string
  properties?: Record<string, Shape>
  items?: Shape
  anyOf?: Shape[]
  const?: unknown
  enum?: unknown[]
}
type WalkedRoute = { method: 'GET' | 'POST' | 'PUT' | 'DELETE'; url: string; body: Shape; querystring: Shape }
const routes: WalkedRoute[] = []
let api: TestApi
let connections = 0
const trap = createServer((socket) => {
  connections += 1
  socket.destroy()
})
let address = ''
before(async () => {
  const onRoute = ({ method, url, schema }: RouteOptions) => {
    const { body = {}, querystring = {} } = (schema ?? {}) as { body?: Shape; querystring?: Shape }
    for (const one of [method].flat()) if (one !== 'HEAD') routes.push({ method: one as 'GET', url, body, querystring })
  }
  api = await startTestApi({ settings: { onRoute } })
  trap.listen(0, '127.0.0.1')
  await once(trap, 'listening')
  address = `http://127.0.0.1:${(trap.address() as AddressInfo).port}`
})
after(async () => {
  trap.close()
  await api.drop()
})

/** What a shape asks for, with an address in every text. */
function fill(shape: Shape, text: string): unknown {
  if (shape.const !== undefined) return shape.const
  if (shape.enum !== undefined) return shape.enum[0]
  if (shape.anyOf) return fill(shape.anyOf[0] as Shape, text)
  if (shape.type === 'array') return [fill(shape.items ?? {}, text)]
  if (shape.type === 'integer' || shape.type === 'number') return 1
  if (shape.type === 'boolean') return true
  if (shape.properties === undefined) return text
  return Object.fromEntries(Object.entries(shape.properties).map(([key, inner]) => [key, fill(inner, text)]))
}

test('the trap hears whoever comes', async () => {
  await assert.rejects(fetch(address))
  assert.equal(connections, 1)
})

test('no address that a caller writes anywhere makes the api open a connection', async () => {
  connections = 0
  const owner = await signInAsStaff(api, 'owner')
  const customer = await signInByCode(api)
  const port = new URL(address).port
  const texts = [`${address}/x`, `http://localhost:${port}/`, `//127.0.0.1:${port}`, `<img src="${address}">`]
  let asked = 0
  for (const { method, url, body, querystring } of routes) {
    for (const text of texts) {
      const query = new URLSearchParams({ url: text, next: text, callback: text })
      const known = new URLSearchParams(fill({ properties: {}, ...querystring }, text) as Record<string, string>)
      const isWrite = method === 'POST' || method === 'PUT'
      const headers = {
        host: address.slice('http://'.length),
        'x-forwarded-host': address.slice('http://'.length),
        'x-original-url': text,
        referer: text,
        'idempotency-key': text.replace(/[^a-z0-9]/g, '').padEnd(36, '0'),
      }
      const send = url.startsWith('/api/console/') ? owner.send : customer.send
      const path = url.replace(/:(\w+)/g, (_, name: string) => (/id$/i.test(name) ? '1' : encodeURIComponent(text)))
      for (const search of [query, known]) {
        const answer = await send(
          method,
          `${path}?${search}`,
          isWrite ? (fill(body, text) as object) : undefined,
          headers,
        )
        assert.ok(answer.statusCode < 500, `${method} ${url}: ${answer.body}`)
        asked += 1
      }
    }
  }
  assert.ok(asked > 800)
  await new Promise((resolve) => setTimeout(resolve, 200))
  assert.equal(connections, 0)
})
