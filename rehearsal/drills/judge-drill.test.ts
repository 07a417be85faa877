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

test('orders are back at the end of the longest silence after a fault, not with what was already under way', () => {
  // Answered just after the fault, because it takes a moment to take effect.
  const journal = [told(24_000), told(25_100), told(25_400), told(33_000), told(33_200), told(50_000)]
  assert.equal(findWritesBack(journal, 25_000), 8_000)
})

test('a fault that stops nothing costs the ordinary time between two orders', () => {
  const dense = Array.from({ length: 100 }, (_, index) => told(25_000 + 300 * index))
  assert.ok((findWritesBack(dense, 25_000) ?? 0) <= 5_400)
})

test('refusals are no orders: without one to the end, orders are not back', () => {
  assert.equal(findWritesBack([told(24_000), told(30_000, null)], 25_000), null)
  assert.equal(findWritesBack([told(24_000), told(25_100)], 25_000), null)
})

test('percentiles are of what ended, and the rest is counted', () => {
  const values = Array.from({ length: 20 }, (_, index) => (index + 1) * 1_000)
  assert.deepEqual(spread(values), { p50: 10_000, p95: 19_000, most: 20_000, never: 0 })
  assert.deepEqual(spread([null, 5]), { p50: 5, p95: 5, most: 5, never: 1 })
})
