import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatNumber, groupLakh, toBanglaDigits, toLatinDigits } from './digits.ts'

test('digits go to Bangla and back, everything else stays', () => {
  assert.equal(toBanglaDigits('0123456789'), '০১২৩৪৫৬৭৮৯')
  assert.equal(toLatinDigits('০১২৩৪৫৬৭৮৯'), '0123456789')
  assert.equal(toBanglaDigits('Galaxy A15 – ৳১2'), 'Galaxy A১৫ – ৳১২')
  assert.equal(toLatinDigits('মূল্য ১২ and ٣ and १'), 'মূল্য 12 and ٣ and १')
  assert.equal(toBanglaDigits(''), '')
})

test('grouping agrees with the Indian grouping of Intl for every length and around every power of ten', () => {
  const reference = new Intl.NumberFormat('en-IN')
  for (let power = 0; power <= 15; power += 1) {
    for (const near of [-1, 0, 1, 7]) {
      const value = 10 ** power + near
      assert.equal(groupLakh(String(value)), reference.format(value))
      assert.equal(toLatinDigits(formatNumber(value, 'bn')), formatNumber(value, 'en'))
    }
  }
})

test('numbers keep their decimals and their sign', () => {
  assert.equal(formatNumber(4.5, 'en'), '4.5')
  assert.equal(formatNumber(4.5, 'bn'), '৪.৫')
  assert.equal(formatNumber(-1234567.25, 'en'), '-12,34,567.25')
  assert.equal(formatNumber(-0, 'en'), '0')
})

test('what cannot be written out is refused', () => {
  for (const value of [Number.NaN, Infinity, -Infinity, 2 ** 53, 1e21, 1e-7]) {
    assert.throws(() => formatNumber(value, 'en'), RangeError, String(value))
  }
})
