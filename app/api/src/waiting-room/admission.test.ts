import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Pace, waitSecondsOf } from '@dhakacart/contract/waiting-room-place.ts'
import { type AdmissionState, decideAdmission, foreseePace } from './admission.ts'

const limits = { floorPerSecond: 2, ceilingPerSecond: 200, targetMs: 500 }
const well = { placed: 100, failed: 0, p95Ms: 80, called: 0, came: 0, waiting: 10_000, elapsedSeconds: 1 }
const first: AdmissionState = {
  ratePerSecond: 20,
  callsPerSecond: 20,
  kneePerSecond: null,
  credit: 0,
  secondsSinceLowered: null,
}

test('while the checkout is well the rate climbs to the ceiling and no further', () => {
  let state = first
  for (let second = 0; second < 400; second++)
    state = { ...decideAdmission(state, limits, well), secondsSinceLowered: null }
  assert.equal(state.ratePerSecond, 200)
})

test('a slow or failing checkout lowers the rate once, then is given time, and never below the floor', () => {
  for (const ill of [
    { ...well, p95Ms: 501 },
    { ...well, failed: 5 },
  ]) {
    const lowered = decideAdmission(first, limits, ill)
    assert.deepEqual([lowered.ratePerSecond, lowered.isLowered, lowered.kneePerSecond], [14, true, 20])
    const resting = decideAdmission({ ...lowered, secondsSinceLowered: 1 }, limits, ill)
    assert.deepEqual([resting.ratePerSecond, resting.isLowered], [14, false])
    let state: AdmissionState = first
    for (let turn = 0; turn < 20; turn++) state = { ...decideAdmission(state, limits, ill), secondsSinceLowered: 60 }
    assert.equal(state.ratePerSecond, 2)
  }
})

test('near what was too much last it climbs ten times slower', () => {
  const far = decideAdmission({ ...first, kneePerSecond: 100 }, limits, well).ratePerSecond - 20
  const near = decideAdmission({ ...first, kneePerSecond: 21 }, limits, well).ratePerSecond - 20
  assert.ok(Math.abs(far / near - 10) < 0.001, `${far} ${near}`)
})

test('one failed order of three is no alarm; of fifty one in five lets in no more than the floor', () => {
  assert.equal(decideAdmission(first, limits, { ...well, placed: 2, failed: 1 }).calls, 20)
  const alarm = decideAdmission({ ...first, secondsSinceLowered: 1 }, limits, { ...well, placed: 40, failed: 10 })
  assert.equal(alarm.calls, 2)
})

test('where many of the called stay away more are called, up to four times', () => {
  const half = decideAdmission(first, limits, { ...well, called: 1_000, came: 500 })
  assert.equal(half.calls, Math.floor(half.ratePerSecond * 2))
  const none = decideAdmission(first, limits, { ...well, called: 1_000, came: 0 })
  assert.equal(none.calls, Math.floor(none.ratePerSecond * 4))
  assert.equal(decideAdmission(first, limits, { ...well, called: 10, came: 0 }).calls, 20, 'ten people say nothing')
})

test('nobody who does not wait is called, nothing is saved up for later, and an absence is not caught up', () => {
  const quiet = decideAdmission({ ...first, credit: 0.9 }, limits, { ...well, waiting: 3 })
  assert.deepEqual([quiet.calls, quiet.credit], [3, 0])
  const empty = decideAdmission(first, limits, { ...well, waiting: 0 })
  assert.deepEqual([empty.calls, empty.ratePerSecond], [0, 20])
  assert.ok(decideAdmission(first, limits, { ...well, elapsedSeconds: 3_600 }).calls < 2 * 22)
  assert.equal(decideAdmission(first, limits, { ...well, elapsedSeconds: -5 }).calls, 0)
})

test('parts of a call add up', () => {
  let state: AdmissionState = { ...first, ratePerSecond: 2.5 }
  const still = { ...limits, floorPerSecond: 2.5, ceilingPerSecond: 2.5 }
  let calls = 0
  for (let second = 0; second < 10; second++) {
    const decided = decideAdmission(state, still, well)
    calls += decided.calls
    state = { ...decided, secondsSinceLowered: null }
  }
  assert.equal(calls, 25)
})

/** A checkout with so many orders a second in it, which slows down as a queue does; people take a minute to fill it in. */
function playSale(settings: { capacity: number; people: number; stayAway: number; seconds: number; seed: number }) {
  const random = makeRandom(settings.seed)
  const arrivals = new Array<number>(settings.seconds + 200).fill(0)
  /** Called, and come of those, until the end of each second. */
  const calledUntil: number[] = []
  const cameUntil: number[] = []
  let state: AdmissionState = first
  let loweredAt: number | null = null
  let queue = 0
  const log: { second: number; pace: Pace; serving: number; p95Ms: number; orders: number }[] = []
  for (let second = 0; second < settings.seconds; second++) {
    const orders = arrivals[second] ?? 0
    queue = Math.max(0, queue + orders - settings.capacity)
    const p95Ms = 40 / (1 - Math.min(0.98, orders / settings.capacity)) + (queue / settings.capacity) * 1_000
    const between = (counts: number[]) => (counts[second - 30] ?? 0) - (counts[second - 150] ?? 0)
    const serving = calledUntil[second - 1] ?? 0
    log.push({ second, pace: foreseePace(state, limits), serving, p95Ms, orders })
    const decided = decideAdmission(
      { ...state, secondsSinceLowered: loweredAt === null ? null : second - loweredAt },
      limits,
      {
        placed: orders * 10,
        failed: 0,
        p95Ms,
        called: between(calledUntil),
        came: between(cameUntil),
        waiting: settings.people - serving,
        elapsedSeconds: 1,
      },
    )
    if (decided.isLowered) loweredAt = second
    let came = 0
    for (let call = 0; call < decided.calls; call++) {
      if (random() < settings.stayAway) continue
      came++
      const at = second + 35 + Math.floor(random() * 60)
      arrivals[at] = (arrivals[at] ?? 0) + 1
    }
    calledUntil.push(serving + decided.calls)
    cameUntil.push((cameUntil[second - 1] ?? 0) + came)
    state = { ...decided, secondsSinceLowered: null }
  }
  const calledAt = (place: number) => calledUntil.findIndex((serving) => serving >= place)
  return { log, calledAt }
}

function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

test('under a checkout that slows down as it fills, the rate finds what it bears and stays there, whoever stays away', () => {
  for (const [capacity, stayAway] of [
    [60, 0],
    [60, 0.5],
    [120, 0.3],
  ] as const) {
    const { log } = playSale({ capacity, stayAway, people: 1_000_000, seconds: 3_600, seed: 1 })
    const settled = log.filter(({ second }) => second >= 900)
    const orders = settled.reduce((sum, { orders: placed }) => sum + placed, 0) / settled.length
    assert.ok(orders > capacity * 0.6 && orders < capacity * 1.02, `${capacity}/s, ${stayAway} away: ${orders}/s`)
    const slow = settled.filter(({ p95Ms }) => p95Ms > limits.targetMs * 2).length / settled.length
    assert.ok(slow < 0.25, `${capacity}/s, ${stayAway} away: slow for ${slow} of the time`)
  }
})

/** By which part of the true wait people all along the line were told another, every ten seconds from the opening on. */
function listenToTold(sale: ReturnType<typeof playSale>, people: number): number[] {
  const errors: number[] = []
  for (const { second, pace, serving } of sale.log) {
    if (second % 10 !== 0) continue
    for (const part of [0.05, 0.15, 0.3, 0.5, 0.75, 1]) {
      const place = serving + Math.ceil((people - serving) * part)
      const told = waitSecondsOf(place, { serving, phase: 'running', ...pace }) ?? Number.NaN
      const waited = sale.calledAt(place) + 1 - second
      if (Math.max(told, waited) >= 30) errors.push(Math.abs(told - waited) / waited)
    }
  }
  return errors.toSorted((one, other) => one - other)
}

test('what people are told about their wait is true to a fifth from the opening on, while the rate climbs and some stay away', () => {
  for (const [stayAway, seed] of [
    [0, 3],
    [0.3, 4],
    [0.6, 5],
  ] as const) {
    const settings = { capacity: 100_000, people: 40_000, stayAway, seconds: 400, seed }
    const errors = listenToTold(playSale(settings), settings.people)
    assert.ok(errors.length > 50, String(errors.length))
    const median = errors[Math.floor(errors.length / 2)] ?? 1
    assert.ok(median < 0.2, `${stayAway} away: off by ${Math.round(median * 100)} % in the median`)
    // Nobody can know before they have been called how many stay away.
    const worst = errors[Math.floor(errors.length * 0.9)] ?? 1
    assert.ok(stayAway > 0 || worst < 0.05, `off by ${Math.round(worst * 100)} % for a tenth`)
  }
})

test('under a checkout that bears less than the ceiling it is true to a fifth once that has been found', () => {
  for (const [capacity, stayAway, seed] of [
    [60, 0, 3],
    [60, 0.4, 4],
    [120, 0.2, 5],
  ] as const) {
    const settings = { capacity, people: 100_000, stayAway, seconds: 2_400, seed }
    const sale = playSale(settings)
    const errors = listenToTold({ ...sale, log: sale.log.filter(({ second }) => second >= 300) }, settings.people)
    assert.ok(errors.length > 300, String(errors.length))
    const median = errors[Math.floor(errors.length / 2)] ?? 1
    assert.ok(median < 0.2, `${capacity}/s, ${stayAway} away: off by ${Math.round(median * 100)} % in the median`)
  }
})

test('limits that staff change are told at once', () => {
  const pace = foreseePace(first, { ...limits, ceilingPerSecond: 5 })
  assert.deepEqual(pace, { callsPerSecond: 5, callsPerSecondGained: 0, callsPerSecondMost: 5 })
  assert.equal(foreseePace({ ...first, kneePerSecond: 100 }, limits).callsPerSecondMost, 90)
  assert.equal(foreseePace({ ...first, callsPerSecond: 40 }, limits).callsPerSecondMost, 400)
  assert.equal(foreseePace(first, { ...limits, floorPerSecond: 50 }).callsPerSecond, 50)
})
