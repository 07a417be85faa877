import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isLanguage, languages } from './language.ts'

test('exactly the listed languages are languages', () => {
  assert.deepEqual([...languages], ['en', 'bn'])
  for (const language of languages) assert.equal(isLanguage(language), true)
})

test('nothing else is a language, whatever its type', () => {
  for (const value of ['', 'EN', 'bn ', 'en-GB', 'bn-BD', 'fr', '__proto__', null, undefined, 0, ['en'], { en: 1 }]) {
    assert.equal(isLanguage(value), false, String(value))
  }
})
