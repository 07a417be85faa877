import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { Cache } from '../cache/cache.ts'
import { createLog } from '../log.ts'
import { createMetrics } from '../metrics.ts'
import { startFakeValkey } from '../testing/fake-valkey.ts'
import { findValkey, startRealValkey } from '../testing/valkey.ts'
import { addressOfLine } from './address-of-line.ts'
import { RateLimiter } from './rate-limiter.ts'

const limit = { perSecond: 10, burst: 5 }
const takeMany = (limiter: RateLimiter, times: number, nowMs?: number) =>
  Array.from({ length: times }, () => limiter.take('client', limit, nowMs)).filter((waitMs) => waitMs === 0).length

test('as many at once as the burst, then as many as the seconds give; who is refused hears how long, and loses nothing', () => {
  const limiter = new RateLimiter()
  assert.equal(takeMany(limiter, 50, 1_000), 5)
  assert.equal(limiter.take('client', limit, 1_000), 100)
  assert.equal(limiter.take('other', limit, 1_000), 0)
  assert.equal(limiter.take('client', limit, 1_099), 1)
  assert.equal(limiter.take('client', limit, 1_100), 0)
  assert.equal(takeMany(limiter, 50, 11_000), 5)
})

test('in the long run it is the rate, however the requests come', () => {
  const limiter = new RateLimiter()
  let taken = 0
  for (let nowMs = 1_000; nowMs < 61_000; nowMs += 7) taken += takeMany(limiter, 1, nowMs)
  assert.ok(taken >= 600 && taken <= 605, `${taken}`)
})

test('so many clients are remembered and no more; full buckets are forgotten first', () => {
  const limiter = new RateLimiter({ keysMax: 100 })
  for (let client = 0; client < 1_000; client++) limiter.take(`${client}`, limit, 1_000)
  assert.equal(limiter.count, 100)
  assert.equal(limiter.take('one more', limit, 60_000), 0)
  assert.equal(limiter.count, 1)
})

test('a subscriber has one line, whichever of its addresses it uses', () => {
  assert.equal(addressOfLine('203.0.113.7'), '203.0.113.7')
  assert.equal(addressOfLine('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2::')
  assert.equal(addressOfLine('2001:db8::5'), '2001:db8:0:0::')
  assert.equal(addressOfLine('::1'), '0:0:0:0::')
  assert.notEqual(addressOfLine('2001:db8:1:3::1'), addressOfLine('2001:db8:1:2::1'))
})

async function openCache(context: TestContext, url: string): Promise<Cache> {
  const log = createLog({ process: 'test', release: 'test', level: 'silent' })
  const metrics = createMetrics({ process: 'test', release: 'test' })
  const cache = new Cache({ settings: { url, password: undefined, tls: null, timeoutMs: 500 }, log, metrics })
  context.after(() => cache.close())
  await cache.open(5_000)
  return cache
}
const program = findValkey()
/** Slow enough that nothing grows back while a test runs. */
const slow = { perSecond: 0.01, burst: 40 }

for (const kind of ['stand-in', ...(program === null ? [] : [program])]) {
  const start = () => (program === kind ? startRealValkey(program) : startFakeValkey())

  test(`${kind}: what is taken at one process is gone at the others, and without the cache each holds the limit alone`, async (context) => {
    const valkey = await start()
    context.after(() => valkey.close())
    const limiters = await Promise.all(
      [1, 2, 3].map(async () => new RateLimiter({ cache: await openCache(context, valkey.url()) })),
    )
    const [first, second, third] = limiters as [RateLimiter, RateLimiter, RateLimiter]
    const take = (limiter: RateLimiter, times: number) =>
      Array.from({ length: times }, () => limiter.take('client', slow)).filter((waitMs) => waitMs === 0).length
    assert.equal(take(first, 30), 30)
    await first.share()
    assert.equal(take(second, 1), 1)
    await second.share()
    assert.equal(take(second, 30), 9, 'it heard that 31 of 40 are gone')
    await second.share()
    await valkey.freeze()
    take(third, 1)
    await third.share()
    assert.equal(take(third, 100), 39, 'alone, and never unlimited')
    await valkey.thaw()
    assert.equal(take(first, 100), 10, 'what it has not heard of yet it does not count')
  })

  test(`${kind}: many clients in one round, each with its own debt, and a bucket that grew back is forgotten`, async (context) => {
    const valkey = await start()
    context.after(() => valkey.close())
    const cache = await openCache(context, valkey.url())
    const [one, two] = [new RateLimiter({ cache }), new RateLimiter({ cache })]
    for (let client = 0; client < 450; client++) {
      for (let time = 0; time <= client % 3; time++) one.take(`client-${client}`, slow)
    }
    await one.share()
    for (let client = 0; client < 450; client++) two.take(`client-${client}`, slow)
    await two.share()
    for (const client of [0, 1, 2, 449]) {
      let left = 0
      while (two.take(`client-${client}`, slow) === 0) left += 1
      assert.equal(left, slow.burst - 1 - ((client % 3) + 1), `client ${client}`)
    }
    assert.equal(await valkey.count(), 450)
    one.take('quick', { perSecond: 1_000, burst: 5 })
    await one.share()
    for (let tries = 0; (await cache.read('limit:quick')) !== null; tries++) assert.ok(tries < 10_000)
  })
}
