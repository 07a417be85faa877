import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeCsv } from './csv.ts'

test('cells are quoted where they must be, and Bangla opens as Bangla', () => {
  assert.equal(
    writeCsv(
      ['name', 'n'],
      [
        ['a, "b"', 1],
        ['রহিমা\nবেগম', null],
      ],
    ),
    '\ufeffname,n\r\n"a, ""b""",1\r\n"রহিমা\nবেগম",\r\n',
  )
})

test('nothing that somebody typed is a formula', () => {
  for (const start of ['=', '+', '-', '@', '\t', '\r']) {
    const [, cell] = writeCsv(['x'], [[`${start}HYPERLINK("http://x")`]]).split('\r\n', 2)
    assert.match(cell ?? '', /^"?'/, JSON.stringify(start))
  }
  assert.equal(writeCsv(['x'], [[-5]]), '\ufeffx\r\n-5\r\n', 'a number of ours may be negative')
})
