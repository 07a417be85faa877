import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guessColumns } from './statement-columns.ts'

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
