import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { createSecretBox } from './secret-box.ts'

const newKey = (name: string) => `${name}:${randomBytes(32).toString('base64')}`
const secret = Buffer.from('an authenticator’s secret')

test('what is sealed opens for the same purpose alone, and looks different every time', () => {
  const box = createSecretBox(newKey('k1'))
  const sealed = box.seal(secret, 'totp 1')
  assert.match(sealed, /^k1\.[A-Za-z0-9_-]+$/)
  assert.deepEqual(box.open(sealed, 'totp 1'), secret)
  assert.throws(() => box.open(sealed, 'totp 2'))
  assert.notEqual(box.seal(secret, 'totp 1'), sealed)
})

test('a value of which any byte was changed, or that was cut short, does not open', () => {
  const box = createSecretBox(newKey('k1'))
  const [name, content] = box.seal(secret, 'totp 1').split('.') as [string, string]
  const bytes = Buffer.from(content, 'base64url')
  for (let index = 0; index < bytes.length; index++) {
    const changed = Buffer.from(bytes)
    changed[index] = (changed[index] as number) ^ 1
    assert.throws(() => box.open(`${name}.${changed.toString('base64url')}`, 'totp 1'), `byte ${index}`)
  }
  for (const length of [0, 5, 28, bytes.length - 1]) {
    assert.throws(() => box.open(`${name}.${bytes.subarray(0, length).toString('base64url')}`, 'totp 1'))
  }
})

test('a new key in front seals from now on while the old one still opens', () => {
  const old = newKey('k1')
  const sealed = createSecretBox(old).seal(secret, 'totp 1')
  const box = createSecretBox(`${newKey('k2')}, ${old}`)
  assert.deepEqual(box.open(sealed, 'totp 1'), secret)
  assert.equal(box.isCurrent(sealed), false)
  assert.equal(box.isCurrent(box.seal(secret, 'totp 1')), true)
  assert.throws(() => createSecretBox(newKey('k2')).open(sealed, 'totp 1'), /"k1" is not among/)
})

test('keys of another form are refused without being shown', () => {
  const key = newKey('k1')
  for (const text of ['', 'k1', 'k1:short', `K1${key}`, `${key},`, `${key},${key}`, `k1:${'A'.repeat(44)}`]) {
    assert.throws(
      () => createSecretBox(text),
      (error) => error instanceof RangeError && !error.message.includes(key.slice(3)),
      text,
    )
  }
})
