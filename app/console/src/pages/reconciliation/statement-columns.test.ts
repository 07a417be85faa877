import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guessColumns, readHeader } from './statement-columns.ts'

test('the columns of a file are those of its first line, quoted or not, whatever separates them', () => {
  assert.deepEqual(readHeader('\ufeffTrx ID,"Amount, BDT",Date\r\n1,2,3'), ['Trx ID', 'Amount, BDT', 'Date'])
  assert.deepEqual(readHeader('Trx ID;Amount;Date;\n1;2;3'), ['Trx ID', 'Amount', 'Date'])
  assert.deepEqual(readHeader('A\tB\tA'), ['A', 'B'])
  assert.deepEqual(readHeader('"Say ""hi""",B\n'), ['Say "hi"', 'B'])
  assert.deepEqual(readHeader(''), [])
})

test('columns are guessed by their names, and left open where no name says it', () => {
  assert.deepEqual(guessColumns(['SL', 'tran_id', 'bank_tran_id', 'amount', 'store_amount', 'refund_amount']), {
    reference: 'bank_tran_id',
    ourReference: 'tran_id',
    amount: 'amount',
    returned: 'refund_amount',
  })
  assert.deepEqual(guessColumns(['Trx ID', 'Merchant Invoice', 'Credit', 'Debit']), {
    reference: 'Trx ID',
    ourReference: 'Merchant Invoice',
    amount: 'Credit',
    returned: 'Debit',
  })
  assert.deepEqual(guessColumns(['A', 'B']), { reference: '', ourReference: '', amount: '', returned: '' })
})
