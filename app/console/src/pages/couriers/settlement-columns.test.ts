import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guessColumns } from './settlement-columns.ts'

test('the columns of a courier’s file are guessed by their names, and left open where no name says it', () => {
  assert.deepEqual(guessColumns(['SL', 'Consignment ID', 'Invoice', 'COD Amount', 'COD Fee', 'Total Fee', 'Payout']), {
    parcel: 'Consignment ID',
    collected: 'COD Amount',
    fee: 'Total Fee',
  })
  assert.deepEqual(guessColumns(['merchant_order_id', 'collection_fee', 'collected_amount', 'delivery_charge']), {
    parcel: 'merchant_order_id',
    collected: 'collected_amount',
    fee: 'collection_fee',
  })
  assert.deepEqual(guessColumns(['A', 'B']), { parcel: '', collected: '', fee: '' })
})
