import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agoText } from '../src/components/ago-text.ts'
import { fromDhakaLocal, toDhakaLocal } from '../src/components/dhaka-local.ts'
import { roundTop } from '../src/components/plot-scale.ts'
import { readTaka, writeTaka } from '../src/components/taka.ts'
import { matchPath } from '../src/router/match.ts'
import { bn } from '../src/texts/bn.ts'
import { en } from '../src/texts/en.ts'

test('taka are read as people write them, exactly, and nothing else is', () => {
  for (const [text, paisa] of [
    ['125000', 12_500_000],
    ['1,25,000.50', 12_500_050],
    ['৳১,২৫,০০০', 12_500_000],
    [' 0.5 ', 50],
    ['19.99', 1999],
    ['1000000000', 100_000_000_000],
  ] as const) {
    assert.equal(readTaka(text), paisa, text)
  }
  for (const text of ['', '-1', '1.999', '1e3', 'abc', '.5', '1000000001', '99999999999', '1.2.3', '0x10']) {
    assert.equal(readTaka(text), null, text)
  }
})

test('an amount that is written and read again is the same', () => {
  for (const paisa of [0, 1, 50, 99, 100, 12_345_678, 100_000_000_000]) {
    for (const language of ['en', 'bn'] as const) assert.equal(readTaka(writeTaka(paisa, language)), paisa)
  }
  assert.equal(writeTaka(12_500_050, 'en'), '1,25,000.50')
  assert.equal(writeTaka(12_500_000, 'bn'), '১,২৫,০০০')
})

test('a time in a field is Dhaka’s, whatever the person’s own clock', () => {
  assert.equal(toDhakaLocal('2026-03-26T04:00:00.000Z'), '2026-03-26T10:00')
  assert.equal(toDhakaLocal('2026-12-31T18:30:00.000Z'), '2027-01-01T00:30')
  assert.equal(fromDhakaLocal('2026-03-26T10:00'), '2026-03-26T04:00:00.000Z')
  for (const text of ['', '2026-02-30T10:00', '2026-03-26', 'soon']) assert.equal(fromDhakaLocal(text), null, text)
})

test('near times are said as a distance, far ones as a date', () => {
  const words = (language: 'en' | 'bn') => ({
    language,
    texts: language === 'en' ? en : bn,
    number: (value: number) => `${value}`,
    date: (iso: string) => iso.slice(0, 10),
  })
  const at = (deltaMs: number, language: 'en' | 'bn' = 'en') =>
    agoText(words(language), new Date(1_800_000_000_000 + deltaMs).toISOString(), 1_800_000_000_000)
  assert.equal(at(-20_000), 'just now')
  assert.equal(at(-60_000), '1 minute ago')
  assert.equal(at(-59 * 60_000), '59 minutes ago')
  assert.equal(at(2 * 3_600_000), 'in 2 hours')
  assert.equal(at(-3 * 86_400_000, 'bn'), '3 দিন আগে')
  assert.equal(at(-8 * 86_400_000), '2027-01-07')
})

test('a plot ends at a round number above its highest value', () => {
  for (const [largest, top] of [
    [0, 2],
    [2, 2],
    [3, 5],
    [10, 10],
    [11, 20],
    [499, 500],
    [501, 1000],
  ] as const) {
    assert.equal(roundTop(largest, 2), top)
  }
})

test('a path is matched part by part, and a broken one is nobody’s', () => {
  assert.deepEqual(matchPath('/orders/:number', '/orders/DC12'), { number: 'DC12' })
  assert.deepEqual(matchPath('/orders', '/orders/'), {})
  assert.deepEqual(matchPath('/', '/'), {})
  assert.deepEqual(matchPath('/a/:b', '/a/%E0%A6%95'), { b: 'ক' })
  assert.deepEqual(matchPath('/a/:b', '/a/%zz'), { b: '%zz' })
  for (const path of ['/orders/1/2', '/order/1', '/orders//', '/']) assert.equal(matchPath('/orders/:id', path), null)
})
