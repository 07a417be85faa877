import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { HOUSE_RULES } from './house-rules.ts'
import { readSourceFiles, type SourceFile } from './source-file.ts'
import { splitTypeScript } from './tokens.ts'

const samples = path.join(import.meta.dirname, 'samples')

function readSamples(rule: string): SourceFile[] {
  const folder = path.join(samples, rule)
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.sample'))
  return names.map((name) => ({
    path: name.replace(/\.sample$/, '').replaceAll(path.sep, '/'),
    text: readFileSync(path.join(folder, name), 'utf8'),
  }))
}

for (const rule of HOUSE_RULES) {
  test(`${rule.name} refuses exactly the lines that its samples mark`, () => {
    const files = readSamples(rule.name)
    const expected = files.flatMap((file) =>
      file.text.split('\n').flatMap((line, index) => (/\brefused\b/.test(line) ? [`${file.path}:${index + 1}`] : [])),
    )
    assert.ok(expected.length > 0, 'a rule without a refused sample proves nothing')
    const found = rule.find(files).map((violation) => `${violation.path}:${violation.line}`)
    assert.deepEqual([...new Set(found)].sort(), expected.sort())
  })
}

test('the repository itself keeps the house rules', () => {
  const files = readSourceFiles()
  assert.ok(files.length > 100)
  assert.deepEqual(
    HOUSE_RULES.flatMap((rule) => rule.find(files)),
    [],
  )
})

test('every folder of samples belongs to a rule', () => {
  const folders = readdirSync(samples, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  assert.deepEqual(folders.map(({ name }) => name).sort(), HOUSE_RULES.map(({ name }) => name).sort())
})

test('strings, templates, comments and regular expressions are told apart', () => {
  const source = [
    "const a = 'it\\'s' + \"b\" // c 'd'",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source of a template.
    'const e = `f ${g({ h: `i ${j}` })} k` / 2 /* l */',
    'const m = /n`o\'p[/"]/g.test(q) ? r / s / t : `u`',
  ].join('\n')
  const texts = (kind: string) => splitTypeScript(source).flatMap((token) => (token.kind === kind ? [token.text] : []))
  assert.deepEqual(texts('string'), ["it\\'s", 'b', 'f ', 'i ', ' k', 'u'])
  assert.deepEqual(texts('comment'), [" c 'd'", ' l '])
  assert.match(texts('code').join(''), /r \/ s \/ t/)
})
