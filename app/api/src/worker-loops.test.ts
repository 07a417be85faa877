import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLog } from '@dhakacart/service-kit/log.ts'
import { startLoops } from './worker-loops.ts'

const log = createLog({ process: 'worker', release: 'test', level: 'silent' })

/** Plays rounds that find something each, and says after how many milliseconds each of the others began. */
async function playRounds(count: number, everyMs?: number): Promise<number[]> {
  const { promise: enough, resolve } = Promise.withResolvers<void>()
  const beganAt: number[] = []
  const round = async () => {
    beganAt.push(performance.now())
    if (beganAt.length === count) resolve()
    return 1
  }
  const loops = startLoops([{ name: 'busy', idleMs: 600_000, ...(everyMs !== undefined && { everyMs }), round }], log)
  await enough
  await loops.stop()
  return beganAt.slice(1, count).map((at, index) => at - (beganAt[index] ?? 0))
}

test('rounds that find something follow each other at once', async () => {
  assert.equal((await playRounds(50)).length, 49)
})

test('a loop with a pace keeps it however much there is to do, and stops in its pause', async () => {
  // The round looks at the clock a moment after its beginning.
  for (const gap of await playRounds(5, 20)) assert.ok(gap >= 15, `${gap} ms`)
  assert.equal((await playRounds(1, 600_000)).length, 0)
})

test('a round that fails is tried again after its pause, and hinders no other loop', async () => {
  const { promise: enough, resolve } = Promise.withResolvers<void>()
  let [failures, others] = [0, 0]
  const loops = startLoops(
    [
      {
        name: 'failing',
        idleMs: 1,
        round: async () => {
          failures += 1
          if (failures === 3 && others > 0) resolve()
          throw new Error('away')
        },
      },
      {
        name: 'other',
        idleMs: 600_000,
        round: async () => {
          others += 1
          return 0
        },
      },
    ],
    log,
  )
  await enough
  await loops.stop()
  assert.equal(others, 1)
})
