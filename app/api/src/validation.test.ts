import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { Type } from 'typebox'
import { validatorCompiler } from './validation.ts'

const validate = validatorCompiler({ schema: Type.Unknown(), method: 'POST', url: '/', httpPart: 'body' })

test('a text that PostgreSQL cannot keep is refused wherever it stands, with its place', () => {
  for (const [body, place] of [
    [{ name: 'a\0b' }, '/name'],
    [{ lines: [{ note: 'fine' }, { note: '\ud800' }] }, '/lines/1/note'],
    [Object.assign(Object.create(null), { deep: { er: '\0' } }), '/deep/er'],
  ] as const) {
    const { error } = validate(body) as { error?: { instancePath: string }[] }
    assert.equal(error?.[0]?.instancePath, place)
  }
  assert.deepEqual(validate({ name: 'রহিমা 😀', list: [1, null, true] }), {
    value: { name: 'রহিমা 😀', list: [1, null, true] },
  })
})

test('files come through as they are: bytes with NULs in them, and streams that lead to their connection and back', () => {
  const stream = Object.assign(Readable.from(['\0']), { socket: {} })
  Object.assign(stream.socket, { request: stream, text: '\0' })
  for (const file of [Buffer.from('\0\0'), stream]) assert.deepEqual(validate(file), { value: file })
})
