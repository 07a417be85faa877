import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLog } from './log.ts'

function hear() {
  const lines: string[] = []
  const log = createLog({
    process: 'test',
    release: 'r1',
    level: 'info',
    destination: { write: (line: string) => void lines.push(line) },
  })
  return { log, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> }
}

test('a line has time, level, process, release and pid; its fields stay what they are', () => {
  const { log, last } = hear()
  log.info({ orderId: 7, at: new Date(0), list: [1, 2], nothing: null, deep: { route: '/x' } }, 'done')
  const { time, pid, ...line } = last()
  assert.match(String(time), /^\d{4}-\d\d-\d\dT.*Z$/)
  assert.equal(pid, process.pid)
  assert.deepEqual(line, {
    level: 'info',
    process: 'test',
    release: 'r1',
    orderId: 7,
    at: '1970-01-01T00:00:00.000Z',
    list: [1, 2],
    nothing: null,
    deep: { route: '/x' },
    msg: 'done',
  })
})

test('secrets and personal data are hidden three levels deep, in errors too', () => {
  const { log, last } = hear()
  log.info({ token: 'a', request: { cookie: 'b', body: { customerPhone: 'c', quantity: 2 } } })
  const { token, request } = last()
  assert.deepEqual(
    [token, request],
    ['[hidden]', { cookie: '[hidden]', body: { customerPhone: '[hidden]', quantity: 2 } }],
  )
  const error = Object.assign(new Error('refused'), {
    code: '23505',
    detail: 'Key (phone)=(+8801711111111) exists',
    customer: { phone: '+8801711111111' },
    authorization: 'Bearer x',
  })
  log.warn({ err: error }, 'failed')
  const text = JSON.stringify(last())
  assert.ok(!text.includes('8801711111111') && !text.includes('Bearer x'), text)
  assert.match(text, /refused.*23505|23505.*refused/)
})
