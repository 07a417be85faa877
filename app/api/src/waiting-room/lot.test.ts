import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import { askAgainSeconds, drawPlace, waitSecondsOf } from '@dhakacart/contract/waiting-room-place.ts'
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
  const room = { phase: 'running', serving: 100, callsPerSecond: 20 }
  assert.equal(waitSecondsOf(100, room), 0)
  assert.equal(waitSecondsOf(700, room), 30)
  assert.equal(waitSecondsOf(700, { ...room, phase: 'paused' }), null)
  assert.equal(askAgainSeconds(30), 5)
  assert.equal(askAgainSeconds(40 * 60), 60)
  let asksPerSecond = 0
  const people = 50_000
  for (let place = 1; place <= people; place++) asksPerSecond += 1 / askAgainSeconds(place / 20)
  assert.ok(people / asksPerSecond >= 30, `every ${people / asksPerSecond} s`)
})
