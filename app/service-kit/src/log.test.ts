import assert from 'node:assert/strict'
import type { writeSync } from 'node:fs'
import { test } from 'node:test'
import { createLog } from './log.ts'
import { createLogDestination } from './log-destination.ts'

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

/** A log into a file that behaves so at each write: takes so many bytes, or fails with this code. */
function logInto(behaviours: (number | string)[]) {
  let file = ''
  const write = (_descriptor: number, bytes: Buffer) => {
    const behaviour = behaviours.shift() ?? bytes.length
    if (typeof behaviour === 'string') throw Object.assign(new Error(behaviour), { code: behaviour })
    file += bytes.subarray(0, behaviour)
    return Math.min(behaviour, bytes.length)
  }
  const destination = createLogDestination(1, write as typeof writeSync)
  return { log: createLog({ process: 'test', release: 'r1', level: 'info', destination }), file: () => file }
}

test('on a full disk lines are lost and the process serves on; with room again they are written whole', () => {
  const { log, file } = logInto(['ENOSPC', 20, 'ENOSPC', 'EDQUOT'])
  for (const name of ['no room', 'half of it', 'no room either', 'room again', 'and more']) log.info(name)
  const [torn = '', ...lines] = file().trimEnd().split('\n')
  assert.equal(torn.length, 20)
  assert.deepEqual(
    lines.map((line) => JSON.parse(line).msg),
    ['room again', 'and more'],
  )
})

test('a reader that is behind is waited for, one that has gone is not', () => {
  const { log, file } = logInto(['EAGAIN', 10, 'EAGAIN', 'EAGAIN'])
  log.info('slow reader')
  assert.equal(JSON.parse(file()).msg, 'slow reader')
  const gone = logInto(['EPIPE'])
  gone.log.info('nobody hears this')
  assert.equal(gone.file(), '')
})

test('what else goes wrong with the log is not passed over', () => {
  assert.throws(() => logInto(['EBADF']).log.info('nowhere'), { code: 'EBADF' })
})
