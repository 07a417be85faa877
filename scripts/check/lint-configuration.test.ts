import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'

const root = path.resolve(import.meta.dirname, '..', '..')
let folder: string

// A folder of its own with the repository's configuration, so that no sample ever lies in the repository.
before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dhakacart-lint-'))
  copyFileSync(path.join(root, 'biome.json'), path.join(folder, 'biome.json'))
})
after(() => rmSync(folder, { recursive: true, force: true }))

/** The rules that biome reports for a text as if it were that file of the repository. */
function lint(file: string, text: string): string[] {
  const place = path.join(folder, file)
  mkdirSync(path.dirname(place), { recursive: true })
  writeFileSync(place, text)
  const biome = path.join(root, 'node_modules', '.bin', 'biome')
  const answer = spawnSync(biome, ['lint', '--vcs-enabled=false', file], { cwd: folder, encoding: 'utf8' })
  const output = `${answer.stdout}${answer.stderr}`
  assert.match(output, /Checked 1 file/, output)
  return [...output.matchAll(/lint\/\w+\/(\w+)/g)].map((found) => found[1] ?? '')
}

const environment = 'export const port = process.env.PORT\n'
const functionOf = (lines: number) =>
  `export function long(): void {\n${Array.from({ length: lines }, (_, line) => `  console.log(${line})\n`).join('')}}\n`

test('the environment is read in config.ts and by scripts only', () => {
  for (const file of [
    'app/api/src/orders/orders.service.ts',
    'app/storefront/src/app.ts',
    'app/contract/src/client.ts',
  ]) {
    assert.ok(lint(file, environment).includes('noProcessEnv'), file)
  }
  for (const file of ['app/api/src/config.ts', 'app/storefront/test/config.ts', 'scripts/starter/options.ts']) {
    assert.deepEqual(lint(file, environment), [], file)
  }
})

test('a function has at most 70 lines', () => {
  assert.ok(lint('app/api/src/orders/orders.service.ts', functionOf(71)).includes('noExcessiveLinesPerFunction'))
  assert.deepEqual(lint('app/api/src/orders/orders.service.ts', functionOf(68)), [])
})
