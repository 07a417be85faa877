import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCell, writeCsv } from './csv.ts'
import { type CsvRow, readCsv, UnreadableCsv } from './csv-reader.ts'

async function read(content: string | Uint8Array, pieceBytes = 1_000_000): Promise<CsvRow[]> {
  const bytes = Buffer.from(content as string)
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
  }
  const rows: CsvRow[] = []
  for await (const row of readCsv(pieces())) rows.push(row)
  return rows
}
const cells = async (content: string, pieceBytes?: number) => (await read(content, pieceBytes)).map((row) => row.cells)

test('marks, quotes, line ends and separators of every spreadsheet are read alike', async () => {
  const expected = [
    ['name', 'note'],
    ['a, "b"', 'two\nlines'],
    ['রহিমা', ''],
  ]
  for (const end of ['\n', '\r\n', '\r']) {
    for (const separator of [',', ';', '\t']) {
      const text = ['name,note', '"a, ""b""","two\nlines"', 'রহিমা,'].map((line) =>
        line.startsWith('"') ? line.replace('","', `"${separator}"`) : line.replace(',', separator),
      )
      for (const mark of ['', '\ufeff']) assert.deepEqual(await cells(mark + text.join(end) + end), expected)
    }
  }
})

test('it does not matter where the network cuts a file, also inside a Bangla letter', async () => {
  const text = '\ufeffslug,নাম\r\n"ক""খ",গ\r\n\r\nঘ,"ঙ\r\nচ"'
  const whole = await cells(text)
  for (let size = 1; size < 20; size += 1) assert.deepEqual(await cells(text, size), whole, `pieces of ${size}`)
  assert.deepEqual(whole.at(-1), ['ঘ', 'ঙ\r\nচ'])
})

test('each row knows the line it begins in', async () => {
  assert.deepEqual(
    (await read('a,b\n"1\n2",x\n\n3,y')).map(({ line }) => line),
    [1, 2, 5],
  )
})

test('what is no CSV is refused with the line it went wrong in', async () => {
  const refused: [string | Uint8Array, string, number][] = [
    ['a,b\n1,"2\n3,4', 'quote_open', 2],
    ['a,b\n1,"2"3\n', 'quote_stray', 2],
    ['a\nx\0y\n', 'control_character', 2],
    [`a\n${'x'.repeat(10_001)}`, 'cell_too_long', 2],
    [`a\n${','.repeat(101)}`, 'too_many_cells', 2],
    [Buffer.from([0xff, 0xfe, 0x61, 0x00]), 'not_utf8', 1],
    [Buffer.concat([Buffer.from('a\n'), Buffer.from([0xe9, 0x0a])]), 'not_utf8', 1],
  ]
  for (const [content, code, line] of refused) {
    await assert.rejects(read(content), (error) => {
      assert.ok(error instanceof UnreadableCsv)
      assert.deepEqual([error.code, error.line], [code, line])
      return true
    })
  }
})

test('whatever was written is read back as it was, formulas and apostrophes included', async () => {
  const values = [
    '=1+1',
    '+88',
    '-5',
    '@x',
    "'",
    "'=1",
    "''=1",
    '\t=x',
    '\r=x',
    '＝1',
    '"',
    'a;b',
    'ক্ষ',
    ' x ',
    '',
    "'tis",
  ]
  const [, ...rows] = await cells(
    writeCsv(
      ['a', 'b'],
      values.map((value) => ['x', value]),
    ),
  )
  assert.deepEqual(
    rows.map(([, value]) => readCell(value ?? '')),
    values,
  )
  for (const [, value = ''] of rows) assert.doesNotMatch(value, /^[=+\-@\t\r＝]/)
})
