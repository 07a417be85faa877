import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toLatinDigits } from './digits.ts'
import { formatTaka } from './money.ts'

test('amounts are shown with lakh grouping in both languages', () => {
  const shown: [number, string, string][] = [
    [0, '৳0', '৳০'],
    [-0, '৳0', '৳০'],
    [100, '৳1', '৳১'],
    [99_900, '৳999', '৳৯৯৯'],
    [100_000, '৳1,000', '৳১,০০০'],
    [12_500_000, '৳1,25,000', '৳১,২৫,০০০'],
    [1_234_567_800, '৳1,23,45,678', '৳১,২৩,৪৫,৬৭৮'],
    [-12_500_000, '-৳1,25,000', '-৳১,২৫,০০০'],
  ]
  for (const [paisa, english, bangla] of shown) {
    assert.equal(formatTaka(paisa, 'en'), english)
    assert.equal(formatTaka(paisa, 'bn'), bangla)
  }
})

test('paisa are shown with two digits, and only when there are some', () => {
  assert.equal(formatTaka(5, 'en'), '৳0.05')
  assert.equal(formatTaka(-5, 'en'), '-৳0.05')
  assert.equal(formatTaka(9_950, 'en'), '৳99.50')
  assert.equal(formatTaka(9_950, 'bn'), '৳৯৯.৫০')
  assert.equal(formatTaka(10_000_001, 'en'), '৳1,00,000.01')
})

test('no paisa is lost: the shown text reads back as the same amount', () => {
  // A step that shares no factor with a power of ten visits every ending.
  for (let paisa = -3_000_000; paisa < 90_000_000; paisa += 7_919) {
    const text = toLatinDigits(formatTaka(paisa, 'bn')).replace('৳', '').replaceAll(',', '')
    assert.equal(Math.round(Number(text) * 100), paisa)
  }
  assert.equal(formatTaka(Number.MAX_SAFE_INTEGER, 'en'), '৳9,00,71,99,25,47,409.91')
})

test('an amount that is not a whole number of paisa is refused', () => {
  for (const paisa of [0.5, 100.1, Number.NaN, Infinity, -Infinity, 2 ** 53]) {
    assert.throws(() => formatTaka(paisa, 'en'), RangeError, String(paisa))
  }
  assert.throws(() => formatTaka('100' as unknown as number, 'en'), RangeError)
})
