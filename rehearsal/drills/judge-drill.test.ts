import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { JournalEntry } from '../visitors/journal.ts'
import { findWritesBack } from './judge-drill.ts'
import { spread } from './series.ts'

const told = (answeredMs: number, number: string | null = `DC-${answeredMs}`): JournalEntry => ({
  key: String(answeredMs),
  number,
  totalPaisa: 100,
  variantId: 1,
  quantity: 1,
  pressedMs: answeredMs - 50,
  answeredMs,
  status: number === null ? 503 : 200,
  code: null,
})

test('the pause is the longest silence after a fault, which may take effect a while after it was ordered', () => {
  const journal = [told(10_000), told(24_000), told(25_400), told(33_000), told(52_500), told(53_000), told(74_000)]
  assert.equal(findWritesBack(journal, 32_900, 75_000), 21_000)
  assert.equal(findWritesBack(journal.slice(0, -1), 25_000, 54_000), 19_500)
})

test('refusals are no orders, and a silence that lasts to the end is no pause', () => {
  assert.equal(findWritesBack([told(24_000), told(30_000, null)], 25_000, 75_000), null)
  assert.equal(findWritesBack([told(24_000), told(25_100)], 25_000, 75_000), null)
})

test('percentiles are of what ended, and the rest is counted', () => {
  const values = Array.from({ length: 20 }, (_, index) => (index + 1) * 1_000)
  assert.deepEqual(spread(values), { p50: 10_000, p95: 19_000, most: 20_000, never: 0 })
  assert.deepEqual(spread([null, 5]), { p50: 5, p95: 5, most: 5, never: 1 })
})
