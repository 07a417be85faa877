import assert from 'node:assert/strict'
import { appendFileSync, mkdtempSync, type PathOrFileDescriptor, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { createRecords, type Payment, type Token } from './records.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'dhakacart-records-'))
const file = path.join(folder, 'records.jsonl')
after(() => rmSync(folder, { recursive: true, force: true }))

const payment = (id: string, state: Payment['state']): Payment => ({
  id,
  provider: 'bkash',
  reference: `INV-${id}`,
  askedPaisa: 100_00,
  paidPaisa: 100_00,
  state,
  createdAt: 0,
  endedAt: null,
  transactionId: null,
  payer: '',
  faults: [],
  unanswered: [],
  details: {},
  refunds: [],
})

test('what was put is there after a restart, in its last state, even when the last line is half written', () => {
  const before = createRecords(file)
  before.put('payment', payment('A', 'waiting'))
  before.put('payment', payment('A', 'paid'))
  before.put('payment', payment('B', 'waiting'))
  appendFileSync(file, '{"kind":"payment","rec')
  const restarted = createRecords(file)
  assert.deepEqual(
    restarted.list('payment').map(({ id, state }) => [id, state]),
    [
      ['A', 'paid'],
      ['B', 'waiting'],
    ],
  )
})

test('what the disk has no room for does not spoil what is told once there is room again', () => {
  let roomBytes = 20
  const write = (path: PathOrFileDescriptor, text: string | Uint8Array) => {
    appendFileSync(path, String(text).slice(0, roomBytes))
    if (String(text).length > roomBytes) throw Object.assign(new Error('no room'), { code: 'ENOSPC' })
  }
  const full = createRecords(file, write)
  assert.throws(() => full.put('payment', payment('C', 'paid')), { code: 'ENOSPC' })
  roomBytes = 10_000
  full.put('payment', payment('D', 'paid'))
  full.put('payment', payment('B', 'paid'))
  const restarted = createRecords(file).list('payment')
  assert.deepEqual(
    restarted.map(({ id, state }) => `${id} ${state}`),
    ['A paid', 'B paid', 'D paid'],
  )
})

test('a start writes the file anew, one line per record, readable by its owner only', () => {
  createRecords(file)
  assert.equal(readFileSync(file, 'utf8').trimEnd().split('\n').length, 3)
  assert.equal(statSync(file).mode & 0o777, 0o600)
})

test('of each kind only so many are kept, the oldest leave first', () => {
  const records = createRecords(null)
  const token = (id: string): Token => ({ id, provider: 'bkash', kind: 'id', grantedAt: 0, expiresAt: 1 })
  for (let count = 0; count < 205; count += 1) records.put('token', token(String(count)))
  assert.equal(records.list('token').length, 200)
  assert.deepEqual([records.find('token', '4'), records.find('token', '5')?.id], [null, '5'])
})
