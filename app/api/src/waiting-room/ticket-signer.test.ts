import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { createTicketSigner, type Slip } from './ticket-signer.ts'

const keyOf = (name: string) => `${name}:${randomBytes(32).toString('base64')}`
const slip: Slip = { purpose: 'ticket', saleId: 7, visitorHash: randomBytes(32) }
const now = 1_800_000_000_000
const later = now + 60_000

test('a slip says its number to the sale, purpose and visitor it was signed for, until its end', () => {
  const signer = createTicketSigner(keyOf('k1'))
  const text = signer.sign(slip, 4_711, later)
  assert.equal(signer.read(slip, text, now), 4_711)
  for (const other of [
    { ...slip, saleId: 8 },
    { ...slip, purpose: 'pass' as const },
    { ...slip, visitorHash: randomBytes(32) },
  ]) {
    assert.equal(signer.read(other, text, now), null)
  }
  assert.equal(signer.read(slip, text, later), null)
})

test('what was changed, cut, made up or signed by a stranger says nothing', () => {
  const signer = createTicketSigner(keyOf('k1'))
  const text = signer.sign(slip, 4_711, later)
  const [name, number, end, mac] = text.split('.')
  const forged = [
    `${name}.1.${end}.${mac}`,
    `${name}.${number}.${Number(end) + 3_600}.${mac}`,
    `other.${number}.${end}.${mac}`,
    `${name}.${number}.${end}.${'A'.repeat(43)}`,
    text.slice(0, -1),
    `${text}A`,
    '',
    undefined,
    '....',
    createTicketSigner(keyOf('k1')).sign(slip, 4_711, later),
  ]
  for (const one of forged) assert.equal(signer.read(slip, one, now), null, String(one))
})

test('a new key in front signs, the old one behind it still opens, and a key that is gone opens nothing', () => {
  const [old, young] = [keyOf('old'), keyOf('young')]
  const text = createTicketSigner(old).sign(slip, 5, later)
  const both = createTicketSigner(`${young},${old}`)
  assert.equal(both.read(slip, text, now), 5)
  const renewed = both.sign(slip, 5, later)
  assert.ok(renewed.startsWith('young.'))
  assert.equal(createTicketSigner(young).read(slip, renewed, now), 5)
  assert.equal(createTicketSigner(young).read(slip, text, now), null)
  for (const wrong of ['', 'k1:short', `${old},${old}`]) assert.throws(() => createTicketSigner(wrong), RangeError)
})
