import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AdaptiveLimit } from './adaptive-limit.ts'

const settings = { least: 4, most: 100, targetDelayMs: 40 }

/** Enters until refused. */
function fill(limit: AdaptiveLimit, share: number): number {
  let entered = 0
  while (limit.tryEnter(share)) entered += 1
  return entered
}

test('the less important get a smaller share, and those let in before count against it', () => {
  const limit = new AdaptiveLimit(settings)
  assert.equal(limit.limit, 20)
  assert.deepEqual([fill(limit, 0.5), fill(limit, 0.5), fill(limit, 1)], [10, 0, 10])
  limit.leave()
  assert.deepEqual([limit.tryEnter(0.5), limit.tryEnter(1), limit.tryEnter(1)], [false, true, false])
})

test('a process that is late takes less and less work, but always some', () => {
  const limit = new AdaptiveLimit(settings)
  for (let window = 0; window < 50; window++) limit.adjust(41)
  assert.equal(limit.limit, 4)
  assert.equal(fill(limit, 0.1), 1)
})

test('a process that keeps up takes more while there is more, up to the most', () => {
  const limit = new AdaptiveLimit(settings)
  for (let window = 0; window < 50; window++) {
    const entered = fill(limit, 1)
    for (let one = 0; one < entered; one++) limit.leave()
    limit.adjust(40)
  }
  assert.equal(limit.limit, 100)
})

test('a limit that nobody reaches stays: quiet times prove nothing', () => {
  const limit = new AdaptiveLimit(settings)
  for (let window = 0; window < 50; window++) {
    limit.tryEnter(1)
    limit.leave()
    limit.adjust(0)
  }
  assert.equal(limit.limit, 20)
})

/** A process that does `capacity` requests a window; whatever more it has let in makes it late. */
function play(
  limit: AdaptiveLimit,
  capacity: number,
  offered: number,
  windows: number,
): { done: number; refused: number } {
  let [done, refused, waiting] = [0, 0, 0]
  for (let window = 0; window < windows; window++) {
    for (let one = 0; one < offered; one++) {
      if (limit.tryEnter(1)) waiting += 1
      else refused += 1
    }
    const served = Math.min(waiting, capacity)
    for (let one = 0; one < served; one++) limit.leave()
    waiting -= served
    done += served
    limit.adjust((waiting / capacity) * 100)
  }
  return { done, refused }
}

test('three times what can be done is answered as well as what can be done', () => {
  const normal = play(new AdaptiveLimit(settings), 30, 30, 400)
  const overloaded = play(new AdaptiveLimit(settings), 30, 90, 400)
  assert.ok(overloaded.done >= normal.done * 0.9, `${overloaded.done} of ${normal.done}`)
  assert.ok(overloaded.refused > 400 * 50)
})
