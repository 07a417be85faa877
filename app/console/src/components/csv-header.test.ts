import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readHeader } from './csv-header.ts'

test('the columns of a file are those of its first line, quoted or not, whatever separates them', () => {
  assert.deepEqual(readHeader('\ufeffTrx ID,"Amount, BDT",Date\r\n1,2,3'), ['Trx ID', 'Amount, BDT', 'Date'])
  assert.deepEqual(readHeader('Trx ID;Amount;Date;\n1;2;3'), ['Trx ID', 'Amount', 'Date'])
  assert.deepEqual(readHeader('A\tB\tA'), ['A', 'B'])
  assert.deepEqual(readHeader('"Say ""hi""",B\n'), ['Say "hi"', 'B'])
  assert.deepEqual(readHeader(''), [])
})
