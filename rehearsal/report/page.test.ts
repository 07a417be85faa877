import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareOrders } from '../judgement/compare-orders.ts'
import { type WeighedWaits, weighWaits } from '../judgement/weigh-waits.ts'
import { Second, Series } from '../measures/measures.ts'
import { makePlan } from '../plan/plan.ts'
import { writePage } from './page.ts'
import { drawPlot } from './plot.ts'
import { conclude, toJson } from './result.ts'
import { drawWaitPlot } from './wait-plot.ts'

const series = new Series()
for (let at = 0; at < 5; at++) {
  const second = new Second(at)
  second.of('page').ok = 10 * at
  second.of('page').latency.add(10 ** at)
  series.add(second)
}
const choices = {
  origin: 'http://localhost:1',
  ca: 'PEM',
  simulatorOrigin: null,
  seed: 1,
  visitors: 10,
  thinkMs: 1_000,
}
const result = conclude(
  {
    plan: { ...makePlan({ ...choices, minutes: 1, faults: [] }), flash: null },
    series,
    comparison: compareOrders([], []),
    waits: weighWaits([{ looks: [{ atMs: 0, toldMs: 60_000 }], endedMs: 61_000, isAdmitted: true }]),
    faults: [],
    recoveries: [],
    database: null,
    mostConnections: 10,
    flashOrders: 0,
    flashRefusals: 0,
  },
  {
    startedAt: '2027-01-01T00:00:00.000Z',
    machine: '2 cores',
    command: 'npm run rehearse',
    problems: [['page: <script>alert(1)</script>', 2]],
    flashLeft: [],
  },
)

test('the page is one file that loads nothing, and shows what the shop answered as text', () => {
  const page = writePage(result)
  assert.doesNotMatch(page, /<script|<link|<img|url\(|@import/)
  assert.match(page, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/)
  assert.match(page, /The shop did not hold/)
  assert.match(page, /No order was placed at all/)
})

test('the JSON gives every second, and nothing of certificates', () => {
  const json = JSON.parse(JSON.stringify(toJson(result)))
  assert.equal(json.seconds.length, 5)
  assert.equal(json.seconds[2].kinds.page.ok, 20)
  assert.equal(json.kinds.page.ok, 100)
  assert.equal(json.plan.ca, undefined)
})

test('a plot keeps every value inside of its frame, and a gap is a gap', () => {
  for (const isLogarithmic of [false, true]) {
    const lines = [{ name: 'p50', values: [1, null, 250_000, 0.2, null] }]
    const svg = drawPlot({ title: 'A', unit: 'ms', lines, markers: [], seconds: 5, isLogarithmic })
    const path = /<path[^>]* d="([^"]+)"/.exec(svg)?.[1] ?? ''
    assert.equal(path.match(/M/g)?.length, 2)
    for (const [, y] of path.matchAll(/[ML][\d.]+ ([\d.]+)/g))
      assert.ok(Number(y) >= 29.9 && Number(y) <= 226.1, `${y}`)
  }
})

test('times told to people who waited are drawn inside of the frame, and the truth lies in the band', () => {
  const looks = [
    { atMs: 0, toldMs: 200_000 },
    { atMs: 80_000, toldMs: 120_000 },
    { atMs: 90_000, toldMs: 400_000 },
  ]
  const svg = drawWaitPlot(weighWaits([{ looks, endedMs: 201_000, isAdmitted: true }]) as WeighedWaits)
  const cells = [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"/g)].map((cell) =>
    cell.slice(1).map(Number),
  )
  assert.equal(cells.length, 3)
  for (const [x = 0, y = 0, width = 0] of cells) assert.ok(x >= 63.9 && y >= 11.9 && x + width <= 376.1, `${x} ${y}`)
  assert.match(svg, /67 % of 3 within a fifth/)
})
