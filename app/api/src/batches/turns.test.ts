import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { createTurns } from './turns.ts'

test('those who took their place first go first, also behind one that passed before it was its turn', async () => {
  const take = createTurns()
  const turns = ['a', 'b', 'c'].map((name) => ({ name, turn: take() }))
  const went: string[] = []
  for (const { name, turn } of turns) void turn.wait().then(() => went.push(name))
  await nextTurn()
  assert.deepEqual(went, ['a'])
  turns[1]?.turn.pass()
  await nextTurn()
  assert.deepEqual(went, ['a'], 'the first has not passed')
  turns[0]?.turn.pass()
  turns[0]?.turn.pass()
  await nextTurn()
  assert.deepEqual(went, ['a', 'b', 'c'])
})
