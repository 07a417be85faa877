import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { packPackages } from './pack.ts'

const root = path.resolve(import.meta.dirname, '..', '..')
// Laid out as a clone is, for the reader finds packs and packages from where it lies itself.
const clone = mkdtempSync(path.join(tmpdir(), 'dhakacart-packed-'))
const packages = path.join(clone, 'node_modules')
const reader = path.join(clone, 'scripts', 'packages', 'read-packed.mjs')
const names = ['kysely', 'typebox']
type Index = { packages: { name: string; files: Record<string, string> }[] }
let index: Index

before(async () => {
  const cache = path.join(packages, '.cache', 'packed')
  mkdirSync(path.dirname(reader), { recursive: true })
  mkdirSync(cache, { recursive: true })
  cpSync(path.join(import.meta.dirname, 'read-packed.mjs'), reader)
  for (const name of names) install(name, JSON.parse(readFileSync(manifestOf(root, name), 'utf8')).version)
  // Twice at once, as two starts of one clone do.
  assert.deepEqual(await Promise.all([packPackages(cache), packPackages(cache)]), ['packed', 'packed'])
  assert.equal(await packPackages(cache), 'unchanged')
  index = JSON.parse(readFileSync(path.join(cache, 'index.json'), 'utf8'))
})

after(() => rmSync(clone, { recursive: true, force: true }))

function manifestOf(folder: string, name: string): string {
  return path.join(folder, 'node_modules', name, 'package.json')
}

/** A package of this version that says, when it is itself read, what it is. */
function install(name: string, version: string): void {
  const file = manifestOf(clone, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify({ name, version, type: 'module', exports: './itself.js' }))
  writeFileSync(path.join(path.dirname(file), 'itself.js'), "export const itself = 'itself'\n")
}

/** What a process of the clone finds in a package. */
function namesSeen(specifier: string): string[] {
  const script = `console.log(JSON.stringify(Object.keys(await import('${specifier}'))))`
  const options = ['--import', pathToFileURL(reader).href, '--input-type=module', '-e', script]
  const { status, stdout, stderr } = spawnSync(process.execPath, options, { cwd: clone, encoding: 'utf8', env: {} })
  assert.equal(status, 0, stderr)
  return JSON.parse(stdout)
}

for (const name of names) {
  test(`a pack of ${name} exports under every address what the package does`, async () => {
    const { exports } = JSON.parse(readFileSync(manifestOf(root, name), 'utf8')) as { exports: Record<string, unknown> }
    const files = index.packages.find((one) => one.name === name)?.files ?? {}
    assert.deepEqual(
      Object.keys(files).toSorted(),
      Object.keys(exports)
        .map((part) => path.posix.join(name, part))
        .toSorted(),
    )
    for (const [part, target] of Object.entries(exports)) {
      const { default: file } = target as { default?: string }
      const original = await import(path.join(root, 'node_modules', name, file ?? String(target)))
      const packed = await import(path.join(packages, '.cache', 'packed', files[path.posix.join(name, part)] ?? ''))
      assert.deepEqual(Object.keys(packed).toSorted(), Object.keys(original).toSorted(), part)
    }
  })
}

test('processes read the pack, and the package itself once another version of it is installed', () => {
  assert.ok(namesSeen('typebox/value').includes('Check'))
  install('typebox', '0.0.0')
  assert.deepEqual(namesSeen('typebox'), ['itself'])
  assert.ok(namesSeen('kysely').includes('PostgresDialect'))
})

test('a clone whose pack was never made, or was left half, starts all the same', () => {
  for (const text of ['{"packages": [', null]) {
    const file = path.join(packages, '.cache', 'packed', 'index.json')
    if (text === null) rmSync(file)
    else writeFileSync(file, text)
    assert.deepEqual(namesSeen('kysely'), ['itself'])
  }
})
