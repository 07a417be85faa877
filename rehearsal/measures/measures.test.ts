import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Histogram } from './histogram.ts'
import { packSecond, Second, Series, unpackSecond } from './measures.ts'

test('a histogram knows every quantile to within its bucket, and two of them add up to one', () => {
  const [one, other] = [new Histogram(), new Histogram()]
  for (let ms = 1; ms <= 1_000; ms++) (ms % 2 === 0 ? one : other).add(ms)
  const sum = Histogram.fromPairs(one.toPairs())
  sum.merge(other)
  assert.equal(sum.total, 1_000)
  for (const share of [0.01, 0.5, 0.95, 0.99, 1]) {
    const found = sum.quantile(share) ?? 0
    const exact = share * 1_000
    assert.ok(found >= exact && found <= exact * (1 + 1 / 15), `${share}: ${found} for ${exact}`)
  }
  assert.equal(new Histogram().quantile(0.5), null)
})

test('what is shorter or longer than all buckets is counted in the first and the last', () => {
  const histogram = new Histogram()
  for (const ms of [-3, 0, 0.001, 1e12]) histogram.add(ms)
  assert.equal(histogram.total, 4)
  assert.ok((histogram.quantile(0.5) ?? 1) < 0.1)
  assert.ok((histogram.quantile(1) ?? 0) > 400_000)
})

test('seconds of several processes travel as JSON and add up, whatever their order', () => {
  const series = new Series()
  for (const at of [2, 0, 2]) {
    const second = new Second(at)
    second.arrived = 3
    second.ordered = 1
    second.of('page').ok = 5
    second.of('page').latency.add(10)
    second.of('order').failed = 1
    series.add(unpackSecond(JSON.parse(JSON.stringify(packSecond(second)))))
  }
  assert.deepEqual(
    series.seconds.map(({ at, arrived }) => [at, arrived]),
    [
      [0, 3],
      [1, 0],
      [2, 6],
    ],
  )
  assert.deepEqual([series.total('page').ok, series.total('page').latency.total], [15, 3])
  assert.deepEqual([series.total('order', 0, 2).failed, series.total('order').failed], [1, 3])
})
