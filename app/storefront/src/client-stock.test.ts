import assert from 'node:assert/strict'
import type { IncomingMessage } from 'node:http'
import { test } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import type { Call } from '@dhakacart/contract/client.ts'
import { trustedPeers } from '@dhakacart/service-kit/forwarded.ts'
import { createLog } from '@dhakacart/service-kit/log.ts'
import type { RateLimit } from '@dhakacart/service-kit/rate-limits/rate-limiter.ts'
import { createClientStock } from './client-stock.ts'

const visitorAt = (address: string) =>
  ({ headers: { 'x-forwarded-for': address }, socket: { remoteAddress: '127.0.0.1' } }) as unknown as IncomingMessage

/** A stock before an api that has `perQuestion` names for each question, or is away. */
function startStock({ perQuestion = 1_000, limit }: { perQuestion?: number; limit?: RateLimit } = {}) {
  let asked = 0
  const call = (async () => {
    asked += 1
    if (perQuestion === 0) throw new Error('away')
    return { body: { clients: Array.from({ length: perQuestion }, (_, index) => `${asked}.${index}`) } }
  }) as unknown as Call
  const stock = createClientStock({
    call,
    clientAddress: trustedPeers(['loopback']),
    cache: undefined,
    log: createLog({ process: 'test', release: 'test', level: 'silent' }),
    ...(limit && { limit }),
  })
  return { take: (address = '203.0.113.7') => stock.take(visitorAt(address)), asked: () => asked }
}

test('the first who come are for the api; with one question to it many have names, each its own', async () => {
  const { take, asked } = startStock()
  assert.deepEqual([take(), take(), take()], [null, null, null])
  await turn()
  const names = Array.from({ length: 500 }, () => take())
  assert.equal(new Set(names).size, 500)
  assert.ok(!names.includes(null))
  assert.equal(asked(), 1)
})

test('an api that is away is asked once, not for every visitor', async () => {
  const { take, asked } = startStock({ perQuestion: 0 })
  for (let visitor = 0; visitor < 20; visitor += 1) {
    assert.equal(take(), null)
    await turn()
  }
  assert.equal(asked(), 1)
})

test('one address has so many strangers and no more, whoever comes from another', async () => {
  const { take } = startStock({ limit: { perSecond: 0.001, burst: 2 } })
  take()
  await turn()
  const given = ['203.0.113.7', '203.0.113.7', '203.0.113.7', '203.0.113.8'].map((address) => take(address) !== null)
  assert.deepEqual(given, [true, true, false, true])
})
