import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { numberOf } from '../provider-faults.ts'
import { startTestSimulator, type TestSimulator, testKeys } from '../testing/test-simulator.ts'

const { apiKey, senderId } = testKeys.sms
let one: TestSimulator
before(async () => {
  one = await startTestSimulator()
})
beforeEach(() => one.simulator.faults.clear())
after(() => one.stop())

type Answer = { error: number; data?: { request_id: number; recipients: { status: string }[] } }

async function post(path: string, form: Record<string, string>): Promise<Answer> {
  const answer = await fetch(one.origin + path, { method: 'POST', body: new URLSearchParams(form) })
  return (await answer.json()) as Answer
}
const message = { api_key: apiKey, msg: 'আপনার কোড ১২৩৪৫৬', to: '8801712345678', sender_id: senderId }
const report = async (id: number | undefined) =>
  (await post(`/report/request/${id}/`, { api_key: apiKey })).data?.recipients[0]?.status

test('a message is accepted, reported as sent, and as delivered a little later', async () => {
  const { error, data } = await post('/sendsms', message)
  assert.equal(error, 0)
  assert.equal(await report(data?.request_id), 'Sent')
  one.simulator.clock.advance(5_000)
  assert.equal(await report(data?.request_id), 'Delivered')
  assert.equal(one.simulator.records.list('sms').at(-1)?.text, message.msg)
})

for (const [changes, error] of [
  [{ api_key: 'wrong' }, 405],
  [{ msg: '' }, 414],
  [{ msg: 'x'.repeat(1_001) }, 415],
  [{ sender_id: 'Somebody' }, 413],
  [{ to: '12345' }, 416],
] as const) {
  test(`a message with ${JSON.stringify(changes).slice(0, 40)} is refused with ${error}`, async () => {
    assert.equal((await post('/sendsms', { ...message, ...changes })).error, error)
  })
}

test('faults by the recipient’s number: never final, never delivered, forgotten, no answer', async () => {
  const send = (to: string) => post('/sendsms', { ...message, to })
  const unknown = await send(numberOf('delivery_unknown'))
  const failed = await send(numberOf('delivery_failed'))
  one.simulator.clock.advance(3_600_000)
  assert.deepEqual([await report(unknown.data?.request_id), await report(failed.data?.request_id)], ['Sent', 'Failed'])
  const forgotten = await send(numberOf('query_forgets'))
  assert.equal((await post(`/report/request/${forgotten.data?.request_id}/`, { api_key: apiKey })).error, 404)
  const before = one.simulator.records.list('sms').length
  await assert.rejects(send(numberOf('timeout_after_success')))
  assert.equal(one.simulator.records.list('sms').length, before + 1)
})
