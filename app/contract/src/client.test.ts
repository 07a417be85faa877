import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ApiAway, type ApiError, createClient, type SendAnswer, type SendRequest } from './client.ts'
import type { Route } from './route.ts'

const route = (method: Route['method']): Route => ({
  method,
  url: '/api/things/:id',
  schema: { summary: '', tags: [], response: {} },
})
const [read, change, write] = [route('GET'), route('PUT'), route('POST')]
const keyed = { headers: { 'idempotency-key': 'k' } }

const reset = () => Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })
const ok: SendAnswer = { status: 200, headers: {}, body: { done: true } }

/** A client over connections that do, one after the other, what is given. */
function clientOver(...outcomes: (SendAnswer | Error)[]) {
  const sent: SendRequest[] = []
  const call = createClient((request) => {
    sent.push(request)
    const outcome = outcomes[sent.length - 1] ?? new Error('asked once too often')
    return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome)
  })
  return { call: (route: Route, options = {}) => call(route, { params: { id: 'a b' }, ...options } as never), sent }
}

test('a keyed write whose connection was reset is sent once more, the same, on a new connection, with time for the api’s own patience', async () => {
  const { call, sent } = clientOver(reset(), ok)
  assert.deepEqual((await call(write, { ...keyed, body: { quantity: 2 } })).body, { done: true })
  const [first, second] = sent as [SendRequest, SendRequest]
  assert.deepEqual([first.timeoutMs, first.onNewConnection], [5_000, false])
  assert.deepEqual([second.timeoutMs, second.onNewConnection], [25_000, true])
  for (const each of sent) {
    assert.deepEqual(
      [each.method, each.path, each.body, each.headers['idempotency-key']],
      ['POST', '/api/things/a%20b', '{"quantity":2}', 'k'],
    )
  }
})

test('reads and changes that may be repeated are; a read waits no longer the second time', async () => {
  for (const [repeatable, secondMs] of [
    [read, 5_000],
    [change, 25_000],
  ] as const) {
    const { call, sent } = clientOver(reset(), ok)
    await call(repeatable)
    assert.deepEqual(
      sent.map(({ timeoutMs }) => timeoutMs),
      [5_000, secondMs],
      repeatable.method,
    )
  }
})

test('a write without a key is never sent twice', async () => {
  const { call, sent } = clientOver(reset(), ok)
  await assert.rejects(call(write), ApiAway)
  assert.deepEqual(
    sent.map(({ timeoutMs }) => timeoutMs),
    [25_000],
  )
})

test('lost twice is away; an answer, whatever it says, is not asked for again', async () => {
  const lost = clientOver(reset(), reset(), ok)
  await assert.rejects(lost.call(write, keyed), ApiAway)
  assert.equal(lost.sent.length, 2)
  const headers = { 'retry-after': '7' }
  const busy = clientOver({ status: 503, headers, body: { code: 'DATABASE_AWAY', message: 'away', requestId: 'r' } })
  await assert.rejects(busy.call(write, keyed), (error: ApiError) => {
    assert.deepEqual(
      [error.status, error.code, error.requestId, error.retryAfterSeconds],
      [503, 'DATABASE_AWAY', 'r', 7],
    )
    return true
  })
  assert.equal(busy.sent.length, 1)
})
