import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PlainFailure } from '../command.ts'
import { findTestFiles } from './node-test.ts'

test('without a word every test of its kind is meant, and no file of another kind', () => {
  for (const [suffix, one] of [
    ['.test.ts', 'scripts/testing/node-test.test.ts'],
    ['.browser-test.ts', 'app/storefront/test/finding.browser-test.ts'],
  ] as const) {
    const files = findTestFiles([], suffix)
    assert.ok(files.includes(one), one)
    assert.ok(files.every((file) => file.endsWith(suffix)))
  }
})

test('files, folders and patterns are meant once each, and what is none is said', () => {
  const [file, folder] = ['scripts/testing/node-test.test.ts', 'scripts/testing/']
  const files = findTestFiles([folder, file, 'scripts/testing/node-*.test.ts'], '.test.ts')
  assert.deepEqual(files, [file, 'scripts/testing/options.test.ts'])
  assert.throws(
    () => findTestFiles(['scripts/nowhere'], '.test.ts'),
    (error) => error instanceof PlainFailure && /^No test is named scripts\/nowhere/.test(error.message),
  )
})
