import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readUnitIdentity } from './unit-identity.ts'

test('an IMEI is fifteen digits with a right check digit, however it is written', () => {
  // A number often printed as the example of an IMEI; its last digit follows from the others.
  assert.equal(readUnitIdentity('imei', '490154203237518'), '490154203237518')
  assert.equal(readUnitIdentity('imei', ' 49-015420-323751-8 '), '490154203237518')
  assert.equal(readUnitIdentity('imei', '৪৯০১৫৪২০৩২৩৭৫১৮'), '490154203237518')
})

test('one wrong digit, two swapped, one too many or too few are no IMEI', () => {
  for (const text of [
    '490154203237517',
    '940154203237518',
    '4901542032375180',
    '49015420323751',
    '',
    'A90154203237518',
  ])
    assert.equal(readUnitIdentity('imei', text), null, text)
})

test('a serial number is kept in capitals without spaces; what no maker prints is refused', () => {
  assert.equal(readUnitIdentity('serial', ' c02 x1234 jhd5 '), 'C02X1234JHD5')
  assert.equal(readUnitIdentity('serial', 'SN-১২৩৪/A'), 'SN-1234/A')
  for (const text of ['abc', 'x'.repeat(33), "a'; drop", '=CMD()', '-1234', 'ক১২৩৪']) {
    assert.equal(readUnitIdentity('serial', text), null, text)
  }
})
