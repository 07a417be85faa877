import assert from 'node:assert/strict'
import type { LookupAddress } from 'node:dns'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, beforeEach, test } from 'node:test'
import { explainLostRequest } from './lost-requests.ts'
import { createOutgoing } from './outgoing.ts'
import { isInsideAddress, type Resolve } from './outside-lookup.ts'

let heard: string[] = []
let connections = 0
const server = createServer((request, response) => {
  heard.push(request.url ?? '')
  if (request.url === '/elsewhere') response.writeHead(302, { location: `http://localhost:${port}/followed` }).end()
  else response.end('there')
})
server.on('connection', () => {
  connections += 1
})
let port = 0
let origin = ''

before(async () => {
  server.listen(0)
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
  origin = `http://127.0.0.1:${port}`
})
beforeEach(() => {
  heard = []
  connections = 0
})
after(() => {
  server.closeAllConnections()
  server.close()
})

const resolveTo =
  (...addresses: string[]): Resolve =>
  (_host, _options, done) =>
    done(
      null,
      addresses.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 })),
    )

async function refusal(promise: Promise<unknown>) {
  const error = await promise.then(
    () => assert.fail('it was sent'),
    (reason: unknown) => reason,
  )
  return explainLostRequest(error)
}
const refused = { reason: 'outgoing_refused', wasSent: false }

test('the configured address is reached, whatever the path', async () => {
  const outgoing = createOutgoing(`${origin}/api/v1`)
  assert.equal(await (await outgoing(`${origin}/api/v1/orders?x=1`)).text(), 'there')
  assert.equal(await (await outgoing(new URL('/sendsms', origin), { method: 'POST', body: 'a' })).text(), 'there')
  assert.equal(await (await outgoing(new Request(`${origin}/pictures/1`))).text(), 'there')
  assert.deepEqual(heard, ['/api/v1/orders?x=1', '/sendsms', '/pictures/1'])
})

test('any other scheme, host or port is refused before a connection, and certainly unsent', async () => {
  const outgoing = createOutgoing(origin)
  const others = [
    `http://localhost:${port}/`,
    `http://127.0.0.1:${port + 1}/`,
    `https://127.0.0.1:${port}/`,
    `http://127.0.0.1.evil.example:${port}/`,
    `http://evil.example/@127.0.0.1:${port}`,
    `http://name:password@127.0.0.1:${port}/`,
    'http://169.254.169.254/latest/meta-data/',
    'file:///etc/passwd',
    'data:text/plain,there',
  ]
  for (const url of others) assert.deepEqual(await refusal(outgoing(url)), refused, url)
  assert.deepEqual(await refusal(outgoing(new Request(`http://localhost:${port}/`))), refused)
  assert.equal(connections, 0)
})

test('what is refused is told without its path and query, which may carry secrets', async () => {
  const error: Error & { cause?: Error } = await createOutgoing(origin)(
    'http://evil.example/x?store_passwd=hidden',
  ).catch((reason) => reason)
  assert.match(String(error.cause?.message), /evil\.example/)
  assert.doesNotMatch(`${error.message} ${error.cause?.message}`, /hidden|\/x/)
})

test('no redirect is followed, even when somebody asks for it', async () => {
  const outgoing = createOutgoing(origin)
  for (const redirect of [undefined, 'manual', 'follow'] as const) {
    const answer = await outgoing(`${origin}/elsewhere`, { ...(redirect && { redirect }) })
    assert.equal(answer.status, 302)
  }
  await assert.rejects(outgoing(`${origin}/elsewhere`, { redirect: 'error' }))
  assert.ok(!heard.includes('/followed'))
})

test('a name that leads inside is refused before a connection, with any of its addresses', async () => {
  const url = `http://provider.example:${port}/`
  const inside = [
    ['127.0.0.1'],
    ['10.0.0.5'],
    ['169.254.169.254'],
    ['::1'],
    ['::ffff:127.0.0.1'],
    ['1.1.1.1', '127.0.0.1'],
    ['fd00::1'],
  ]
  for (const addresses of inside) {
    const outgoing = createOutgoing(url, { resolve: resolveTo(...addresses) })
    assert.deepEqual(await refusal(outgoing(url)), refused, String(addresses))
  }
  assert.equal(connections, 0)
  // A store of our own may stand there.
  const store = createOutgoing(url, { mayBeInside: true, resolve: resolveTo('127.0.0.1') })
  assert.notDeepEqual(await refusal(store(url)), refused)
})

test('a name is asked for once per connection, so its second answer cannot differ', async () => {
  let asked = 0
  const resolve: Resolve = (_host, _options, done) => {
    asked += 1
    // Nobody answers at 192.88.99.1 and nothing is sent there: the connection is given up below.
    done(null, [{ address: asked === 1 ? '192.88.99.1' : '127.0.0.1', family: 4 }])
  }
  const url = `http://provider.example:${port}/`
  await assert.rejects(createOutgoing(url, { resolve })(url, { signal: AbortSignal.timeout(200) }))
  assert.deepEqual([asked, connections], [1, 0])
})

test('every kind of address that is not on the internet is known, in every way of writing it', () => {
  for (const address of [
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.8.9.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:10.0.0.1',
    '::ffff:a9fe:a9fe',
    'fd12::1',
    'fe80::1',
    'ff02::1',
  ])
    assert.ok(isInsideAddress(address), address)
  for (const address of ['1.1.1.1', '103.4.146.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '::ffff:1.1.1.1'])
    assert.ok(!isInsideAddress(address), address)
})
