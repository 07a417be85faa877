import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drills } from '../../rehearsal/drills/drills.ts'
import { readDrillOptions } from './options.ts'

test('one drill or all of them, as often as wanted', () => {
  assert.deepEqual(readDrillOptions(['all'])?.drills, drills)
  const options = readDrillOptions(['api-pod-killed', '--times', '20', '--seed', '7'])
  assert.deepEqual(
    [options?.drills.map(({ name }) => name), options?.times, options?.seed],
    [['api-pod-killed'], 20, 7],
  )
  assert.equal(readDrillOptions(['all', '--help']), null)
})

for (const [args, sentence] of [
  [[], /npm run drill NAME\|all/],
  [['unheard-of'], /npm run drill NAME\|all/],
  [['all', 'api-pod-killed'], /npm run drill NAME\|all/],
  [['all', '--times', '0'], /--times must be a whole number from 1 to 100, not "0"/],
  [['all', '--visitors', '1e3'], /--visitors must be a whole number/],
  [['all', '--force'], /npm run drill NAME\|all/],
] as const) {
  test(`"${args.join(' ')}" is refused with what there is`, () => {
    assert.throws(() => readDrillOptions(args), { name: 'PlainFailure', message: sentence })
  })
}
