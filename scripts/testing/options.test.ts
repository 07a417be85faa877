import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PlainFailure } from '../command.ts'
import { readTestOptions } from './options.ts'

test('files, options of the runner and keys of the simulation are told apart', () => {
  const args = ['app/api', '--seeds=500', '--seed', '7', '--test-name-pattern=cart', '--test-only', 'scripts']
  assert.deepEqual(readTestOptions(args), {
    names: ['app/api', 'scripts'],
    options: ['--test-name-pattern=cart', '--test-only'],
    environment: { SIMULATION_SEEDS: '500', SIMULATION_SEED: '7' },
    isHelp: false,
  })
})

for (const [args, sentence] of [
  [['--seeds', 'many'], /^--seeds needs a whole number/],
  [['--seed'], /^--seed needs a whole number/],
  [['--watch'], /^--watch is not an option/],
  [['--test-name-pattern'], /^--test-name-pattern is not an option/],
] as const) {
  test(`refuses ${args.join(' ')} in one sentence`, () => {
    assert.throws(
      () => readTestOptions(args),
      (error) => error instanceof PlainFailure && sentence.test(error.message),
    )
  })
}
