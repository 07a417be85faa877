import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Second, Series } from '../measures/measures.ts'
import { makePlan, type Plan } from '../plan/plan.ts'
import type { JournalEntry, Wait } from '../visitors/journal.ts'
import { compareOrders } from './compare-orders.ts'
import { findRecoveries } from './recovery.ts'
import { type Evidence, judge, type Verdict } from './verdicts.ts'
import { weighWaits } from './weigh-waits.ts'

function entry(key: string, number: string | null, more: Partial<JournalEntry> = {}): JournalEntry {
  const status = number === null ? null : 200
  const totalPaisa = number === null ? null : 100
  return {
    key,
    number,
    totalPaisa,
    variantId: 1,
    quantity: 1,
    pressedMs: 0,
    answeredMs: 1,
    status,
    code: null,
    ...more,
  }
}
const exported = (number: string, totalPaisa = 100) => ({ number, state: 'confirmed', totalPaisa, placedAt: '' })

test('orders that visitors were told of are found one by one, and everything that does not fit is named', () => {
  const journal = [
    entry('a', null),
    entry('a', 'A1'),
    entry('b', 'B1'),
    entry('c', 'C1'),
    entry('d', 'D1'),
    entry('d', 'D2'),
    entry('e', null),
    entry('f', null, { status: 409, code: 'OUT_OF_STOCK' }),
    entry('g', null, { status: 503 }),
  ]
  const shop = [exported('A1'), exported('C1', 101), exported('D1'), exported('D2'), exported('X1')]
  assert.deepEqual(compareOrders(journal, shop), {
    acknowledged: 5,
    exported: 5,
    lost: ['B1'],
    different: ['C1'],
    unanswered: 2,
    untold: ['X1'],
    doubled: ['d'],
  })
})

/** Seconds with this many failed pages each. */
function seriesOf(failed: readonly number[]): Series {
  const series = new Series()
  failed.forEach((count, at) => {
    const second = new Second(at)
    second.of('page').ok = 10
    second.of('page').failed = count
    second.of('page').latency.add(20)
    series.add(second)
  })
  return series
}
const fault = (beganMs: number, problem: string | null = null) =>
  ({ name: 'api-killed', beganMs, endedMs: beganMs, problem }) as const

test('a fault is over when nothing failed for three whole seconds', () => {
  const series = seriesOf([0, 0, 4, 0, 2, 0, 0, 0, 0])
  const [recovery] = findRecoveries(series, [fault(2_000)])
  assert.deepEqual([recovery?.seconds, recovery?.failed], [3, 6])
  assert.equal(findRecoveries(series, [fault(0)])[0]?.seconds, 5)
  assert.equal(findRecoveries(seriesOf([0, 1, 1, 1]), [fault(1_000)])[0]?.seconds, null)
  assert.deepEqual(findRecoveries(series, [fault(1_000, 'not there')]), [])
})

const choices = { origin: 'http://localhost:1', ca: null, simulatorOrigin: null, seed: 1, visitors: 10, thinkMs: 1_000 }
const plan: Plan = {
  ...makePlan({ ...choices, minutes: 1, faults: ['api-killed'] }),
  flash: { slug: 'phone', variantId: 1, units: 3, roomOfSale: null },
}

function evidence(more: Partial<Evidence> = {}): Evidence {
  const series = seriesOf([0, 0, 0, 0])
  const second = new Second(0)
  second.of('order').ok = 3
  series.add(second)
  return {
    plan,
    series,
    comparison: compareOrders(
      ['A', 'B', 'C'].map((name) => entry(name, name)),
      ['A', 'B', 'C'].map((name) => exported(name)),
    ),
    waits: null,
    faults: [fault(0)],
    recoveries: findRecoveries(series, [fault(0)]),
    database: { problems: [], orders: 3, flashUnits: 3 },
    mostConnections: 10,
    flashOrders: 3,
    flashRefusals: 2,
    ...more,
  }
}

test('a rehearsal in which everything held has only good verdicts', () => {
  assert.deepEqual(
    judge(evidence()).filter(({ isGood }) => !isGood),
    [],
  )
})

const comparison = evidence().comparison
const wrongs: [Verdict['id'], Partial<Evidence>][] = [
  ['not-lost', { comparison: { ...comparison, lost: ['A'] } }],
  ['not-lost', { comparison: { ...comparison, different: ['A'] } }],
  ['not-lost', { comparison: { ...comparison, acknowledged: 0 } }],
  ['not-doubled', { comparison: { ...comparison, doubled: ['a'] } }],
  ['not-doubled', { comparison: { ...comparison, untold: ['X'] } }],
  ['not-oversold', { database: { problems: [], orders: 4, flashUnits: 4 } }],
  ['not-oversold', { database: { problems: [], orders: 2, flashUnits: 2 } }],
  ['not-oversold', { database: null, flashOrders: 4 }],
  ['browsing', { series: seriesOf([1]) }],
  ['answered', { series: seriesOf([0]) }],
  ['healed', { faults: [fault(0, 'no api is running')], recoveries: [] }],
  ['healed', { recoveries: [{ fault: fault(0), seconds: null, failed: 9, repeated: 0 }] }],
  ['books', { database: { problems: ['Stock and ledger of X differ.'], orders: 3, flashUnits: 3 } }],
]
for (const [index, [id, wrong]] of wrongs.entries()) {
  test(`what is not held is said: ${id} (${index + 1})`, () => {
    assert.ok(judge(evidence(wrong)).some((verdict) => verdict.id === id && !verdict.isGood))
  })
}

test('slow pages are not held', () => {
  const series = seriesOf([0])
  for (let time = 0; time < 10; time++) series.seconds[0]?.of('page').latency.add(900)
  assert.equal(judge(evidence({ series })).find(({ id }) => id === 'page-time')?.isGood, false)
})

test('times told to people who wait are held to a fifth, and not judged when nobody was told one', () => {
  const judged = (waits: readonly Wait[]) =>
    judge(evidence({ waits: weighWaits(waits) })).find(({ id }) => id === 'waiting-time')?.isGood
  /** Told these seconds, one look each, and let in after a hundred. */
  const told = (...seconds: number[]): Wait[] =>
    seconds.map((one) => ({ looks: [{ atMs: 5_000, toldMs: one * 1_000 }], endedMs: 105_000, isAdmitted: true }))
  assert.deepEqual([judged(told(81, 119, 300)), judged(told(100, 79, 121)), judged([])], [true, false, undefined])
})

test('a room does not become honest by letting nobody in, by telling seconds, or by calling whom it lets wait', () => {
  const weigh = (wait: Wait) => weighWaits([wait])
  const looks = [
    { atMs: 0, toldMs: 62_000 },
    { atMs: 10_000, toldMs: 62_000 },
    { atMs: 70_000, toldMs: 62_000 },
  ]
  // What may still become true by the end is not weighed, what no longer can is.
  assert.deepEqual(
    weigh({ looks, endedMs: 100_000, isAdmitted: false })?.promises.map(({ trueMs }) => trueMs),
    [100_000, 90_000],
  )
  assert.equal(weigh({ looks, endedMs: 100_000, isAdmitted: false })?.within, 0)
  // "Under a minute" for two minutes.
  assert.equal(weigh({ looks: [{ atMs: 0, toldMs: 3_000 }], endedMs: 120_000, isAdmitted: true })?.within, 0)
  assert.equal(weigh({ looks: [{ atMs: 0, toldMs: 3_000 }], endedMs: 9_000, isAdmitted: true }), null)
})

test('with stock left and nobody turned away, nothing is missing', () => {
  const left = { database: { problems: [], orders: 2, flashUnits: 2 }, flashRefusals: 0 }
  assert.equal(judge(evidence(left)).find(({ id }) => id === 'not-oversold')?.isGood, true)
})
