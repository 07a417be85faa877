import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createFaultRegistry } from './fault-registry.ts'
import { faultNames, faultOfNumber, isCallFault, numberOf } from './provider-faults.ts'

test('a fault for the next two transactions strikes two, whatever calls come between', () => {
  const faults = createFaultRegistry()
  faults.addNext('bkash', 'paid_other_amount', 2)
  assert.deepEqual(faults.takeForCall('bkash', 'token'), [])
  assert.deepEqual(faults.takeForTransaction('bkash', 'A'), ['paid_other_amount'])
  assert.deepEqual(faults.takeForTransaction('nagad', 'A'), [])
  assert.deepEqual(faults.takeForTransaction('bkash', 'B'), ['paid_other_amount'])
  assert.deepEqual(faults.takeForTransaction('bkash', 'C'), [])
})

test('faults of everything, of a reference and of a number come together, once each', () => {
  const faults = createFaultRegistry()
  faults.setAlways('nagad', ['query_forgets', 'slow'])
  faults.addForReference('nagad', 'A', 'wrong_tran_id')
  faults.addForReference('nagad', 'A', 'query_forgets')
  assert.deepEqual(faults.takeForTransaction('nagad', 'A', numberOf('wrong_signature')).sort(), [
    'query_forgets',
    'wrong_signature',
    'wrong_tran_id',
  ])
  assert.deepEqual(faults.takeForCall('nagad', 'other'), ['slow'])
  faults.clear()
  assert.deepEqual([faults.takeForTransaction('nagad', 'A'), faults.takeForCall('nagad', 'other')], [[], []])
})

test('a refused token waits for a request for one', () => {
  const faults = createFaultRegistry()
  faults.addNext('pathao', 'token_limited', 1)
  assert.deepEqual(faults.takeForCall('pathao', 'other'), [])
  assert.deepEqual(faults.takeForCall('pathao', 'token'), ['token_limited'])
})

test('an ended token waits for a request that needs one, an empty list for one for a list', () => {
  const faults = createFaultRegistry()
  faults.addNext('pathao', 'token_expired', 1)
  faults.addNext('pathao', 'empty_list', 1)
  assert.deepEqual(faults.takeForCall('pathao', 'token'), [])
  assert.deepEqual(faults.takeForCall('pathao', 'other'), ['token_expired'])
  assert.deepEqual(faults.takeForCall('pathao', 'list'), ['empty_list'])
})

test('a provider is not given a fault it cannot have', () => {
  const faults = createFaultRegistry()
  assert.throws(() => faults.addNext('bkash', 'ipn_duplicate', 1), RangeError)
  assert.throws(() => faults.setAlways('pathao', ['risk_flag']), RangeError)
})

test('each fault of a transaction has a mobile number of its own, and only providers that have the fault heed it', () => {
  const numbers = faultNames.map(numberOf)
  assert.equal(new Set(numbers).size, faultNames.length)
  for (const number of numbers) assert.match(number, /^01[3-9]\d{8}$/)
  assert.equal(faultOfNumber('sslcommerz', numberOf('risk_flag')), 'risk_flag')
  assert.equal(faultOfNumber('bkash', numberOf('risk_flag')), null)
  for (const fault of faultNames.filter(isCallFault)) assert.equal(faultOfNumber('bkash', numberOf(fault)), null)
})
