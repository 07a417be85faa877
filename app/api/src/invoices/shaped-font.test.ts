import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openFont } from './shaped-font.ts'

const font = openFont(new URL('fonts/NotoSansBengali-Regular.ttf', import.meta.url))
const idsOf = (text: string) => font.shape(text).glyphs.map(({ id }) => id)

test('conjuncts, reph and ra-phala are shaped, not set letter after letter with a stroke below', () => {
  const stroke = idsOf('ক্').at(-1)
  for (const conjunct of ['ক্ষ', 'জ্ঞ', 'স্ট্র', 'ন্ত্রী', 'র্ক', 'ক্তা', 'ষ্ট্র', 'ট্র্যা', 'দ্যো', 'ঙ্ক্ষ']) {
    assert.ok(!idsOf(conjunct).includes(stroke as number), `${conjunct}: ${idsOf(conjunct)}`)
  }
  for (const ligature of ['ক্ষ', 'জ্ঞ']) assert.equal(idsOf(ligature).length, 1)
  // Reph is written first and stands above what follows.
  assert.equal(idsOf('র্ক')[0], idsOf('ক')[0])
})

test('a vowel sign that is written before its consonant stands before it', () => {
  const [first, second] = font.shape('কি').glyphs
  const consonant = font.shape('ক').glyphs[0]?.id
  assert.notEqual(first?.id, consonant)
  assert.equal(second?.id, consonant)
})

test('both parts of a vowel sign stand around their consonant', () => {
  const { glyphs } = font.shape('কো')
  assert.equal(glyphs.length, 3)
  assert.equal(glyphs[1]?.id, font.shape('ক').glyphs[0]?.id)
})

test('no character of the texts is missing from the font', () => {
  for (const text of ['৳১,২৫,০০০.৫০', '৳1,25,000 × 2 – “IMEI”', 'ড়ঢ়য়ৎংঃঁ।', 'aÉø·•…'])
    for (const { id, text: character } of font.shape(text).glyphs) assert.notEqual(id, 0, character)
})

test('words are placed one after another, and the text stays with its glyphs', () => {
  const { glyphs, width } = font.shape('Walton নেক্সজি')
  assert.equal(glyphs.map(({ text }) => text).join(''), 'Walton নেক্সজি')
  assert.ok(Math.abs(width - font.shape('Walton').width - font.shape(' ').width - font.shape('নেক্সজি').width) < 1)
})

test('a font cut down to some glyphs is smaller and the same every time', () => {
  const ids = font.shape('চালান').glyphs.map(({ id }) => id)
  const [first, second] = [font.subset(ids), font.subset(ids)]
  assert.ok(first.equals(second))
  assert.ok(first.length > 1_000 && first.length < 20_000, `${first.length} bytes`)
})
