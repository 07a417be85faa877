import assert from 'node:assert/strict'
import { after, type TestContext, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { createLog } from '../log.ts'
import { createMetrics } from '../metrics.ts'
import { startFakeValkey } from '../testing/fake-valkey.ts'
import { findValkey, startRealValkey, type TestValkey } from '../testing/valkey.ts'
import { Cache } from './cache.ts'

/** More than a deadline of `timeoutMs` may take on a busy machine, and far less than anybody would notice as a wait. */
const timeoutMs = 100
const unnoticedMs = 1_000

async function open(context: TestContext, url: string, own: { password?: string; timeoutMs?: number } = {}) {
  const metrics = createMetrics({ process: 'test', release: 'test' })
  const settings = { url, password: own.password, tls: null, timeoutMs: own.timeoutMs ?? timeoutMs }
  const cache = new Cache({ settings, log: createLog({ process: 'test', release: 'test', level: 'silent' }), metrics })
  context.after(() => cache.close())
  await cache.open(5_000)
  return { cache, figures: () => metrics.registry.metrics() }
}
async function until(isTrue: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = performance.now() + 30_000
  while (!(await isTrue())) {
    if (performance.now() > deadline) assert.fail(`never: ${what}`)
    await sleep(10)
  }
}
/** Everything that is asked, one after the other, takes no longer than a few deadlines, and never throws. */
async function askMuch(cache: Cache): Promise<void> {
  for (let time = 0; time < 50; time++) {
    const beganAt = performance.now()
    await Promise.all([
      cache.read('a'),
      cache.write('b', 'b', 1_000),
      cache.claim('c', 1_000),
      cache.run('x', ['k'], []),
    ])
    assert.ok(performance.now() - beganAt < unnoticedMs, 'nobody waits for a cache')
  }
}

const program = findValkey()
const kinds: [string, (password?: string) => Promise<TestValkey>][] = [
  ['stand-in', startFakeValkey],
  ...(program === null ? [] : [[program, (password?: string) => startRealValkey(program, password)] as never]),
]

for (const [kind, start] of kinds) {
  const valkey = await start()
  after(() => valkey.close())

  test(`${kind}: what was written is read, byte by byte, until its life is over; a claim is one's until it is released`, async (context) => {
    const { cache } = await open(context, valkey.url())
    const bytes = Buffer.from([0, 13, 10, 255, 36])
    assert.equal(await cache.read('bytes'), null)
    assert.equal(await cache.write('bytes', bytes, 60_000), true)
    assert.deepEqual(await cache.read('bytes'), bytes)
    assert.equal(await cache.write('short', 'x', 1), true)
    await until(async () => (await cache.read('short')) === null, 'the life is over')
    assert.deepEqual(await Promise.all([cache.claim('one', 60_000), cache.claim('one', 60_000)]), [true, false])
    await cache.release('one')
    assert.equal(await cache.claim('one', 60_000), true)
    await cache.close()
    assert.equal(await cache.read('bytes'), null)
  })

  test(`${kind}: killed, it is not asked any more and fails nothing; back and empty, it is used again`, async (context) => {
    const { cache, figures } = await open(context, valkey.url())
    await cache.write('a', 'a', 60_000)
    await valkey.kill()
    await askMuch(cache)
    assert.equal(cache.isAway, true)
    assert.match(await figures(), /cache_breaker_open\{[^}]*\} 1/)
    await valkey.start()
    await until(() => !cache.isAway, 'it is used again')
    assert.equal(await cache.read('a'), null)
    assert.equal(await cache.write('a', 'a', 60_000), true)
  })

  test(`${kind}: frozen, it is waited for a few times and then no more, and its late answers confuse nothing`, async (context) => {
    const { cache, figures } = await open(context, valkey.url())
    await cache.write('a', 'first', 60_000)
    await valkey.freeze()
    await askMuch(cache)
    assert.equal(cache.isAway, true)
    const late = /cache_requests_total\{use="read",outcome="late"[^}]*\} (\d+)/.exec(await figures())?.[1]
    assert.ok(Number(late) <= 5, `${late} waited`)
    await valkey.thaw()
    await until(() => !cache.isAway, 'it is used again')
    await cache.write('a', 'second', 60_000)
    assert.equal(String(await cache.read('a')), 'second')
  })

  test(`${kind}: full, it still answers what it has, and what it refuses opens no breaker`, async (context) => {
    const { cache, figures } = await open(context, valkey.url())
    await cache.write('a', 'a', 60_000)
    await valkey.fill(true)
    for (let time = 0; time < 20; time++) assert.equal(await cache.write('b', 'b', 60_000), false)
    assert.equal(String(await cache.read('a')), 'a')
    assert.equal(cache.isAway, false)
    assert.match(await figures(), /cache_requests_total\{use="write",outcome="refused"[^}]*\} 20/)
    await valkey.fill(false)
    assert.equal(await cache.write('b', 'b', 60_000), true)
  })

  test(`${kind}: a wrong password is an absent cache; the right one is a cache`, async (context) => {
    const guarded = await start('right')
    context.after(() => guarded.close())
    const wrong = await open(context, guarded.url(), { password: 'wrong' })
    await askMuch(wrong.cache)
    assert.equal(wrong.cache.isAway, true)
    const right = await open(context, guarded.url(), { password: 'right' })
    assert.equal(await right.cache.write('a', 'a', 60_000), true)
  })
}

test('slow, it is not waited for, and used again when it is quick', async (context) => {
  const valkey = await startFakeValkey()
  context.after(() => valkey.close())
  const { cache } = await open(context, valkey.url(), { timeoutMs: 20 })
  await valkey.slowDown(200)
  await askMuch(cache)
  assert.equal(cache.isAway, true)
  await valkey.slowDown(0)
  await until(() => !cache.isAway, 'it is used again')
})
