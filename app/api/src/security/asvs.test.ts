import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const page = readFileSync(path.join(root, 'docs/security/asvs-5-level-2.md'), 'utf8')
const statuses = ['tested', 'by design', 'open', 'not applicable']

type Row = { number: string; level: string; status: string; shownBy: string }
const rows: Row[] = page.split('\n').flatMap((line) => {
  const [, number, level, , status, shownBy] = line.split('|').map((cell) => cell.trim())
  return /^V\d+\.\d+\.\d+$/.test(number ?? '') ? [{ number, level, status, shownBy } as Row] : []
})

/** `file: title` in backticks. */
const testsOf = ({ shownBy }: Row) => [...shownBy.matchAll(/`([\w.-]+\.(?:browser-)?test\.ts): ([^`]+)`/g)]

test('every requirement of levels 1 and 2 stands there once, with a status and what shows it', () => {
  // ASVS 5.0.0 has 345 requirements, of which these are level 1 and these level 2.
  assert.equal(rows.filter(({ level }) => level === '1').length, 70)
  assert.equal(rows.filter(({ level }) => level === '2').length, 183)
  assert.equal(new Set(rows.map(({ number }) => number)).size, rows.length)
  for (const row of rows) {
    assert.ok(statuses.includes(row.status), row.number)
    assert.equal(testsOf(row).length > 0, row.status === 'tested', row.number)
    assert.notEqual(row.shownBy, '', row.number)
  }
})

test('every test that the page names is there under its title', () => {
  const sources = new Map<string, string>()
  for (const file of globSync('{app,scripts}/**/*.{test,browser-test}.ts', {
    cwd: root,
    exclude: ['**/node_modules/**'],
  })) {
    const name = path.basename(file)
    sources.set(name, `${sources.get(name) ?? ''}\n${readFileSync(path.join(root, file), 'utf8')}`)
  }
  const missing = rows.flatMap((row) =>
    testsOf(row)
      .filter(([, file = '', title = '']) => !sources.get(file)?.includes(title))
      .map(([reference]) => `${row.number}: ${reference}`),
  )
  assert.deepEqual(missing, [])
})

test('the sums that the page tells are those of its rows', () => {
  const count = (status: string) => rows.filter((row) => row.status === status).length
  const applying = rows.length - count('not applicable')
  const share = Math.round((100 * count('tested')) / applying)
  const sentence =
    `Of ${rows.length} requirements ${applying} apply: ${count('tested')} are tested (${share} %), ` +
    `${count('by design')} hold by design, ${count('open')} are open.`
  assert.ok(page.includes(sentence), sentence)
})
