import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createHashGate } from './hash-gate.ts'
import { hashPassword, verifyPassword } from './passwords.ts'

test('a password is kept as Argon2id with its own salt, and only the same password fits', async () => {
  const [first, second] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')])
  assert.match(first, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  assert.notEqual(first, second)
  assert.equal(await verifyPassword('correct horse', first), true)
  assert.equal(await verifyPassword('correct horse ', first), false)
  assert.equal(await verifyPassword('', first), false)
})

test('the hash is the one that RFC 9106 describes', async () => {
  // A test vector of the reference program: "password", "somesalt", -id -v 13 -m 16 -t 2 -p 1.
  const kept = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
  assert.equal(await verifyPassword('password', kept), true)
})

test('the same letters in another form of Unicode are the same password', async () => {
  const kept = await hashPassword('ক\u09cb caf\u00e9')
  assert.equal(await verifyPassword('ক\u09c7\u09be cafe\u0301', kept), true)
})

test('no account is as wrong and takes as long as a wrong password', async () => {
  const kept = await hashPassword('correct horse')
  const measure = async (hash: string | null) => {
    const startedAt = performance.now()
    assert.equal(await verifyPassword('guess', hash), false)
    return performance.now() - startedAt
  }
  const wrong = Math.min(await measure(kept), await measure(kept), await measure(kept))
  const unknown = Math.min(await measure(null), await measure(null), await measure(null))
  assert.ok(unknown > wrong / 2, `${unknown} ms for nobody, ${wrong} ms for somebody`)
})

test('a kept password of another form is a failure of ours, never a match', async () => {
  for (const kept of ['', 'plain', '$2b$12$abcdefghijklmnopqrstuv', '$argon2i$v=19$m=16,t=2,p=1$c29tZXNhbHQ$x']) {
    await assert.rejects(verifyPassword('plain', kept), /no form of ours/)
  }
})

test('so many hash at once, so many wait in order, and one more is told that we are busy', async () => {
  const gate = createHashGate({ atOnce: 2, waitingMax: 3 })
  const releases: (() => void)[] = []
  const begun: number[] = []
  const start = (number: number) =>
    gate(async () => {
      begun.push(number)
      await new Promise<void>((resolve) => releases.push(resolve))
      return number
    })
  const admitted = [1, 2, 3, 4, 5].map(start)
  await assert.rejects(start(6), { code: 'TOO_BUSY' })
  assert.deepEqual(begun, [1, 2])
  for (let index = 0; index < 5; index++) {
    await new Promise((resolve) => setImmediate(resolve))
    releases.shift()?.()
  }
  assert.deepEqual(await Promise.all(admitted), [1, 2, 3, 4, 5])
  assert.deepEqual(begun, [1, 2, 3, 4, 5])
})

test('work that fails gives its place back', async () => {
  const gate = createHashGate({ atOnce: 1, waitingMax: 0 })
  await assert.rejects(
    gate(() => Promise.reject(new Error('broken'))),
    /broken/,
  )
  assert.equal(await gate(async () => 'next'), 'next')
})
