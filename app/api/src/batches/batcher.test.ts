import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { createBatcher, type Outcome } from './batcher.ts'

/** A batcher whose batches wait until the test lets them go on. */
function createHeldBatcher(settings: Partial<Parameters<typeof createBatcher<string, string>>[0]> = {}) {
  const batches: { items: readonly string[]; finish: (fails?: Error) => void }[] = []
  const run = async (items: readonly string[]): Promise<Outcome<string>[]> => {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    batches.push({ items, finish: (fails) => (fails === undefined ? resolve() : reject(fails)) })
    await promise
    return items.map((item) => (item.startsWith('bad') ? { error: new Error(item) } : { value: item.toUpperCase() }))
  }
  const batcher = createBatcher<string, string>({ maxSize: 3, maxWaiting: 5, maxInFlight: 1, run, ...settings })
  const sizes = () => batches.map(({ items }) => items.join(''))
  return { batcher, batches, sizes }
}

test('what comes in one turn goes together, what comes meanwhile waits for the next batch, in order', async () => {
  const { batcher, batches, sizes } = createHeldBatcher()
  const first = ['a', 'b'].map(batcher.submit)
  await nextTurn()
  await nextTurn()
  assert.deepEqual(sizes(), ['ab'], 'nobody under way: no waiting')
  const then = ['c', 'd', 'e', 'f'].map(batcher.submit)
  await nextTurn()
  assert.equal(batches.length, 1)
  batches[0]?.finish()
  assert.deepEqual(await Promise.all(first), ['A', 'B'])
  await nextTurn()
  await nextTurn()
  assert.deepEqual(sizes(), ['ab', 'cde'], 'at most three at once')
  batches[1]?.finish()
  await nextTurn()
  await nextTurn()
  batches[2]?.finish()
  assert.deepEqual(await Promise.all(then), ['C', 'D', 'E', 'F'])
})

test('a second batch begins beside the first only when enough wait for it', async () => {
  const { batcher, batches, sizes } = createHeldBatcher({ maxInFlight: 2, besideFrom: 2 })
  const answers = [batcher.submit('a')]
  await nextTurn()
  answers.push(batcher.submit('b'))
  await nextTurn()
  await nextTurn()
  assert.deepEqual(sizes(), ['a'])
  answers.push(batcher.submit('c'))
  await nextTurn()
  await nextTurn()
  assert.deepEqual(sizes(), ['a', 'bc'])
  answers.push(batcher.submit('d'))
  for (const { finish } of batches) finish()
  await nextTurn()
  await nextTurn()
  assert.deepEqual(sizes(), ['a', 'bc', 'd'])
  batches[2]?.finish()
  assert.deepEqual(await Promise.all(answers), ['A', 'B', 'C', 'D'])
})

test('one item is refused and the others get their answers', async () => {
  const { batcher, batches } = createHeldBatcher()
  const answers = Promise.allSettled(['a', 'bad', 'c'].map(batcher.submit))
  await nextTurn()
  await nextTurn()
  batches[0]?.finish()
  assert.deepEqual(
    (await answers).map((answer) => (answer.status === 'fulfilled' ? answer.value : String(answer.reason))),
    ['A', 'Error: bad', 'C'],
  )
})

test('a batch that fails is done again item by item, so that only the culprit fails', async () => {
  const seen: string[] = []
  const batcher = createBatcher<string, string>({
    maxSize: 3,
    maxWaiting: 5,
    maxInFlight: 1,
    async run(items) {
      seen.push(items.join(''))
      if (items.includes('b')) throw new Error('b breaks everything')
      return items.map((item) => ({ value: item }))
    },
  })
  const answers = await Promise.allSettled(['a', 'b', 'c'].map(batcher.submit))
  assert.deepEqual(seen, ['abc', 'a', 'b', 'c'])
  assert.deepEqual(
    answers.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  )
})

test('with the database away nobody is tried alone: everybody hears it at once', async () => {
  let runs = 0
  const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
  const batcher = createBatcher<string, string>({
    maxSize: 3,
    maxWaiting: 5,
    maxInFlight: 1,
    async run() {
      runs++
      throw away
    },
  })
  const answers = await Promise.allSettled(['a', 'b', 'c'].map(batcher.submit))
  assert.equal(runs, 1)
  assert.ok(answers.every((answer) => answer.status === 'rejected' && answer.reason === away))
})

test('items with one key follow each other, batch after batch, and overtake nobody of their key', async () => {
  const { batcher, batches, sizes } = createHeldBatcher({ maxSize: 4, keyOf: (item) => item[0] ?? '' })
  const answers = Promise.all(['a1', 'a2', 'b1', 'a3', 'b2'].map(batcher.submit))
  for (let batch = 0; batch < 3; batch++) {
    await nextTurn()
    await nextTurn()
    batches[batch]?.finish()
  }
  assert.deepEqual(await answers, ['A1', 'A2', 'B1', 'A3', 'B2'])
  assert.deepEqual(sizes(), ['a1b1', 'a2b2', 'a3'])
})

test('one too many is turned away at once', async () => {
  const { batcher, batches } = createHeldBatcher({ maxWaiting: 2 })
  const waiting = ['a', 'b'].map(batcher.submit)
  await assert.rejects(batcher.submit('c'), { code: 'TOO_BUSY' })
  await nextTurn()
  await nextTurn()
  batches[0]?.finish()
  assert.deepEqual(await Promise.all(waiting), ['A', 'B'])
})
