import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSecretsVerb } from './options.ts'

test('one word says what to do', () => {
  assert.equal(readSecretsVerb(['rotate']), 'rotate')
  assert.equal(readSecretsVerb(['forget']), 'forget')
  assert.equal(readSecretsVerb(['rotate', '--help']), null)
})

for (const args of [[], ['rotate', 'forget'], ['show'], ['rotate', '--force']]) {
  test(`"${args.join(' ')}" is refused with what there is`, () => {
    assert.throws(() => readSecretsVerb(args), { name: 'PlainFailure', message: /npm run secrets rotate\|forget/ })
  })
}
