import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import {
  askAgainSeconds,
  askAtOpeningSeconds,
  drawPlace,
  waitSecondsOf,
} from '@dhakacart/contract/waiting-room-place.ts'
import { placeOf } from './lot.ts'

const secretOf = (seed: number) => createHmac('sha256', 'the lot').update(String(seed)).digest()

test('every number draws another place, and every place is drawn, however many there are', () => {
  for (const earlyCount of [1, 2, 3, 7, 64, 257]) {
    const lot = { secret: secretOf(earlyCount), earlyCount }
    const places = Array.from({ length: earlyCount }, (_, index) => placeOf(index + 1, lot))
    const expected = Array.from({ length: earlyCount }, (_, index) => index + 1)
    assert.deepEqual(
      places.toSorted((a, b) => a - b),
      expected,
      `of ${earlyCount}`,
    )
  }
})

test('the place of a number does not follow from when it was drawn: over many secrets all places are as likely (chi-square)', () => {
  const earlyCount = 20
  const draws = 600
  // Of 19 degrees of freedom; a fair lot is above it once in ten thousand.
  const critical = 50.8
  for (const number of [1, 20]) {
    const drawn = new Array<number>(earlyCount).fill(0)
    for (let seed = 0; seed < draws; seed++) {
      const place = placeOf(number, { secret: secretOf(seed), earlyCount })
      drawn[place - 1] = (drawn[place - 1] ?? 0) + 1
    }
    const expected = draws / earlyCount
    const chiSquare = drawn.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    assert.ok(chiSquare < critical, `number ${number}: ${chiSquare}`)
  }
})

test('two who come one after the other are as likely to be called in either order', () => {
  const draws = 600
  let firstIsAhead = 0
  for (let seed = 0; seed < draws; seed++) {
    const lot = { secret: secretOf(seed), earlyCount: 500 }
    if (placeOf(1, lot) < placeOf(2, lot)) firstIsAhead++
  }
  // Four standard deviations of a fair coin.
  assert.ok(Math.abs(firstIsAhead - draws / 2) < 4 * Math.sqrt(draws / 4), String(firstIsAhead))
})

test('who comes after the opening is behind everybody who came before, in the order of coming', () => {
  const lot = { secret: secretOf(1), earlyCount: 10 }
  assert.deepEqual(
    [11, 12, 40].map((number) => placeOf(number, lot)),
    [11, 12, 40],
  )
})

test('a browser that hashes by its own means draws the same place', async () => {
  const secret = secretOf(7)
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  for (const number of [1, 17, 3_000]) {
    const drawing = drawPlace(number, 3_000)
    let step = drawing.next()
    while (step.done !== true) {
      const message = new Uint8Array(step.value.message)
      step = drawing.next(new Uint8Array(await crypto.subtle.sign('HMAC', key, message)))
    }
    assert.equal(step.value, placeOf(number, { secret, earlyCount: 3_000 }))
  }
  assert.throws(() => drawPlace(0, 10).next(), RangeError)
  assert.throws(() => drawPlace(11, 10).next(), RangeError)
})

test('whoever is far asks seldom, whoever is near often, and 50,000 people on average not more than every 30 seconds', () => {
  const steady = { callsPerSecond: 20, callsPerSecondGained: 0, callsPerSecondMost: 20 }
  const room = { phase: 'running', serving: 100, ...steady }
  assert.equal(waitSecondsOf(100, room), 0)
  assert.equal(waitSecondsOf(700, room), 30)
  assert.equal(waitSecondsOf(700, { ...room, phase: 'paused' }), null)
  assert.equal(askAgainSeconds(20), 5)
  assert.equal(askAgainSeconds(40 * 60), 60)
  let asksPerSecond = 0
  const people = 50_000
  for (let place = 1; place <= people; place++) asksPerSecond += 1 / askAgainSeconds(place / 20)
  assert.ok(people / asksPerSecond >= 30, `every ${people / asksPerSecond} s`)
  // A crowd that is called ever faster, up to a hundred a second, is through in ten minutes, and asks little oftener.
  const faster = { ...room, serving: 0, callsPerSecondGained: 1 / 3, callsPerSecondMost: 100 }
  let quickAsksPerSecond = 0
  for (let place = 1; place <= people; place++)
    quickAsksPerSecond += 1 / askAgainSeconds(waitSecondsOf(place, faster) ?? 0)
  assert.ok(people / quickAsksPerSecond >= 30, `every ${people / quickAsksPerSecond} s`)
})

test('while calls become faster, the wait is the time in which they add up to the place', () => {
  const pace = { callsPerSecond: 20, callsPerSecondGained: 0.5, callsPerSecondMost: 100 }
  const room = { phase: 'running', serving: 1_000, ...pace }
  const calledUntil = [room.serving]
  for (let step = 1; step <= 400 * 100; step++) {
    const now = Math.min(pace.callsPerSecondMost, pace.callsPerSecond + (step - 0.5) * 0.005)
    calledUntil.push((calledUntil[step - 1] ?? 0) + now / 100)
  }
  for (const place of [1_001, 1_500, 5_000, 10_600, 10_601, 25_000]) {
    const truly = calledUntil.findIndex((called) => called >= place) / 100
    const told = waitSecondsOf(place, room) ?? 0
    assert.ok(Math.abs(told - truly) <= 0.02, `${place}: ${told}, not ${truly}`)
  }
})

test('those who are there at the opening ask spread over twenty seconds behind it, and more than a minute before it now and then', () => {
  assert.deepEqual(
    [0, 1].map((random) => askAtOpeningSeconds(30, random)),
    [31, 51],
  )
  assert.deepEqual(
    [0, 1].map((random) => askAtOpeningSeconds(-3, random)),
    [2, 22],
  )
  assert.deepEqual(
    [0, 1].map((random) => Math.round(askAtOpeningSeconds(90, random))),
    [36, 54],
  )
  assert.equal(Math.round(askAtOpeningSeconds(3_000, 1)), 72)
})
