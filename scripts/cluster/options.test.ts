import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readClusterOptions } from './options.ts'

test('one word says what to do; manifests come by HTTPS unless somebody says how', () => {
  assert.deepEqual(readClusterOptions(['up']), { verb: 'up', fetchCommand: null, isDeletionMeant: false })
  assert.equal(readClusterOptions(['up', '--fetch', './fetch'])?.fetchCommand, './fetch')
  assert.equal(readClusterOptions(['status', '--help']), null)
})

test('down is meant only by who names the cluster', () => {
  assert.equal(readClusterOptions(['down'])?.isDeletionMeant, false)
  assert.equal(readClusterOptions(['down', '--delete', 'dhakacart'])?.isDeletionMeant, true)
  assert.throws(() => readClusterOptions(['down', '--delete', 'shop']), /is called dhakacart, not shop/)
})

for (const args of [[], ['start'], ['up', 'down'], ['up', '--force']]) {
  test(`"${args.join(' ')}" is refused with what there is`, () => {
    assert.throws(() => readClusterOptions(args), { name: 'PlainFailure', message: /npm run cluster up\|status\|down/ })
  })
}
