import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findNeeded } from './assemble.ts'

const entries = {
  'app/shop': { dependencies: { '@dhakacart/kit': '1', server: '1' }, devDependencies: { tester: '1' } },
  'app/kit': { dependencies: { log: '1' } },
  'node_modules/@dhakacart/kit': { link: true, resolved: 'app/kit' },
  'node_modules/server': { dependencies: { log: '1' }, optionalDependencies: { fast: '1', absent: '1' } },
  'node_modules/server/node_modules/log': { dependencies: { ink: '1' } },
  'node_modules/log': {},
  'node_modules/ink': {
    peerDependencies: { paper: '1', tester: '1' },
    peerDependenciesMeta: { tester: { optional: true } },
  },
  'node_modules/paper': {},
  'node_modules/fast': {},
  'node_modules/tester': {},
} as const

test('an image has what its app needs, each package in the version it asks for, and nothing that is for developing', () => {
  assert.deepEqual([...findNeeded(entries, 'app/shop')].toSorted(), [
    'app/kit',
    'app/shop',
    'node_modules/@dhakacart/kit',
    'node_modules/fast',
    'node_modules/ink',
    'node_modules/log',
    'node_modules/paper',
    'node_modules/server',
    'node_modules/server/node_modules/log',
  ])
})

test('a lock file that lacks a package is told, with what to do', () => {
  const { 'node_modules/ink': _, ...without } = entries
  assert.throws(() => findNeeded(without, 'app/shop'), /does not say where .*log finds ink: run npm install once/)
  assert.throws(() => findNeeded(entries, 'app/other'), /has no app\/other/)
})
