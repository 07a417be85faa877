import assert from 'node:assert/strict'
import { test } from 'node:test'
import { errorCodes, staffErrorCodes } from '@dhakacart/contract/error-codes.ts'
import { bn } from '../src/texts/bn.ts'
import { en } from '../src/texts/en.ts'

/** Written the same in both languages, or in the letters of the other. */
const sameInBoth = /^layout\.otherLanguage$|^general\.plotSummary$|^orders\.times$|^settings\..*\.unit$|\.sku$/

function leaves(texts: object, path = ''): [string, unknown][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? leaves(value, `${path}${key}.`)
      : [[path + key, value] as [string, unknown]],
  )
}

/** What a text looks like when shown; placeholders are given words without digits. */
function shown(text: unknown): string {
  return typeof text === 'function' ? String(text('X', 'Y', 'Z')) : String(text)
}

test('every Bangla text is there, is Bangla, and writes Bangla digits', () => {
  const english = new Map(leaves(en))
  const bangla = leaves(bn)
  assert.deepEqual(bangla.map(([path]) => path).toSorted(), [...english.keys()].toSorted())
  for (const [path, value] of bangla) {
    const text = shown(value)
    if (sameInBoth.test(path)) continue
    assert.match(text, /[\u0980-\u09ff]|^[^a-zA-Z]*$|^X/, `${path}: ${text}`)
    assert.doesNotMatch(text.replace(/[A-Z][\w.-]*\d+|\S+@\S+/g, ''), /[0-9]/, `${path}: ${text}`)
    if (/[a-z]{2}/i.test(shown(english.get(path)))) assert.notEqual(text, shown(english.get(path)), path)
  }
})

test('every error that staff alone can meet has its text, and every text has its error', () => {
  for (const code of Object.keys(staffErrorCodes)) assert.ok(Object.hasOwn(en.errors, code), code)
  const ours = ['GENERAL', 'API_AWAY', 'DECLINED']
  for (const code of Object.keys(en.errors)) assert.ok(Object.hasOwn(errorCodes, code) || ours.includes(code), code)
})

/** Takes the least that is allowed, which is more than one. */
const neverOne = /^signIn\.password/

test('no English text says “1 orders” or “1 are”', () => {
  for (const [path, text] of leaves(en)) {
    if (typeof text !== 'function' || neverOne.test(path)) continue
    assert.doesNotMatch(
      String(text('1', '1', '1')),
      /(?<![\d,.])1 (?!(?:is|was|has|says|finds|changes|as|ms)\b)(?:[a-z]+s|are|have|were)\b/,
      path,
    )
  }
})
