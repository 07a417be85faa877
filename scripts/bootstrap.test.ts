import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { test } from 'node:test'

const bootstrap = path.join(import.meta.dirname, 'bootstrap.mjs')

/** Begins as an npm command does, under this Node that says that it is another. */
function beginUnder(version: string) {
  const pretend = `
    Object.defineProperty(process, 'version', { value: 'v${version}' })
    Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`
  const preload = `data:text/javascript,${encodeURIComponent(pretend)}`
  return spawnSync(process.execPath, ['--import', preload, bootstrap, 'scripts/start.ts', '--help'], {
    encoding: 'utf8',
  })
}

for (const version of ['12.22.12', '18.20.4']) {
  test(`Node ${version} is told in one sentence that it is too old`, () => {
    const { status, stdout, stderr } = beginUnder(version)
    assert.deepEqual([status, stdout], [1, ''])
    assert.equal(
      stderr,
      `DhakaCart needs Node 20 or newer to begin with and this is v${version}: install a newer one from nodejs.org or with your version manager, then run the command again.\n`,
    )
  })
}

test('the oldest Node that is good enough hands on to the pinned one', () => {
  const { status, stdout, stderr } = beginUnder('20.0.0')
  assert.deepEqual([status, stderr], [0, ''])
  assert.match(stdout, /--port/)
})

test('it begins with nothing that an old Node cannot read, or that one would only show a syntax error', () => {
  const text = readFileSync(bootstrap, 'utf8')
  // Node 12 knows neither of these; code of functions is indented, so a line that begins with a word is outside of them.
  assert.doesNotMatch(text, /\?\.(?!\d)|\?\?|^\w.*\bawait\b/m)
})
