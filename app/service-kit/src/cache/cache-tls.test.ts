import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { after, test } from 'node:test'
import { createServer } from 'node:tls'
import { createLog } from '../log.ts'
import { createMetrics } from '../metrics.ts'
import { makeAuthority, makeCertificate } from '../testing/certificates.ts'
import { startFakeValkey } from '../testing/fake-valkey.ts'
import { findValkey, startRealValkey } from '../testing/valkey.ts'
import type { CacheSettings } from './cache.settings.ts'
import { Cache } from './cache.ts'

const password = 'a password'
const authority = makeAuthority('The authority of this test')
const stranger = makeAuthority('Another authority')
const ours = makeCertificate(authority, 'storefront')
const isNobody = { ca: authority.certificate }
const right = { ...isNobody, cert: ours.certificate, key: ours.key }

type Place = { url: string; close(): Promise<void> }

/** The stand-in behind TLS, for machines that have no Valkey. */
async function startBehindTls(host: string): Promise<Place> {
  const valkey = await startFakeValkey(password)
  const { certificate: cert, key } = makeCertificate(authority, host)
  const demands = { ca: authority.certificate, requestCert: true, rejectUnauthorized: true }
  const front = createServer({ cert, key, ...demands }, (visitor) => {
    const behind = connect(Number(new URL(valkey.url()).port), '127.0.0.1')
    for (const socket of [visitor, behind]) socket.on('error', () => visitor.destroy() && behind.destroy())
    visitor.pipe(behind).pipe(visitor)
  })
  await once(front.listen(0, '127.0.0.1'), 'listening')
  const { port } = front.address() as { port: number }
  return {
    url: `rediss://localhost:${port}`,
    async close() {
      front.close()
      await valkey.close()
    },
  }
}

const program = findValkey()
async function startReal(name: string, host: string): Promise<Place> {
  const valkey = await startRealValkey(name, password, { server: makeCertificate(authority, host), authority })
  return { url: valkey.url(), close: () => valkey.close() }
}
const kinds: [string, (host: string) => Promise<Place>][] = [
  ['stand-in', startBehindTls],
  ...(program === null ? [] : [[program, (host: string) => startReal(program, host)] as never]),
]

/** Whether anything can be kept with these. */
async function isCache(url: string, tls: CacheSettings['tls']): Promise<boolean> {
  const process = { process: 'test', release: 'test' }
  const settings = { url, password, tls, timeoutMs: 1_000 }
  const cache = new Cache({
    settings,
    log: createLog({ ...process, level: 'silent' }),
    metrics: createMetrics(process),
  })
  await cache.open(10_000)
  const isKept = await cache.write('a', 'a', 60_000)
  assert.equal(cache.isAway, !isKept)
  await cache.close()
  return isKept
}

for (const [kind, start] of kinds) {
  test(`${kind}: over TLS the cache is used by whom both sides know, and by nobody else`, async () => {
    const valkey = await start('localhost')
    after(() => valkey.close())
    assert.equal(await isCache(valkey.url, right), true)
    assert.equal(await isCache(valkey.url, isNobody), false, 'it asks for our certificate')
    assert.equal(
      await isCache(valkey.url, { ...right, ca: stranger.certificate }),
      false,
      'we do not know its authority',
    )
    const foreign = makeCertificate(stranger, 'storefront')
    const unknown = { ...isNobody, cert: foreign.certificate, key: foreign.key }
    assert.equal(await isCache(valkey.url, unknown), false, 'it does not know ours')
    assert.equal(await isCache(valkey.url.replace('rediss:', 'redis:'), null), false, 'it does not speak without')
  })
}

test('a certificate of another name is not believed', async () => {
  const valkey = await startBehindTls('cache.example')
  after(() => valkey.close())
  assert.equal(await isCache(valkey.url, right), false)
})
