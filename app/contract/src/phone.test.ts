import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toBanglaDigits } from './digits.ts'
import { formatPhone, normalisePhone } from './phone.ts'

const writings = [
  (national: string) => national,
  (national: string) => `88${national}`,
  (national: string) => `+88${national}`,
  (national: string) => `0088${national}`,
  (national: string) => `+88 ${national.slice(0, 5)}-${national.slice(5)}`,
  (national: string) => `+880 ${national.slice(1, 5)} ${national.slice(5)}`,
  (national: string) => `+880 (0)${national.slice(1, 5)}-${national.slice(5)}`,
  (national: string) => `(${national.slice(0, 3)}) ${national.slice(3, 7)} – ${national.slice(7)}`,
  (national: string) => `\u202a${national}\u202c\u00a0`,
]

test('every writing of every operator’s numbers gives one normal form, Bangla digits too', () => {
  for (const operator of [3, 4, 5, 6, 7, 8, 9]) {
    for (const rest of ['00000000', '12345678', '99999999', '88018801']) {
      const national = `01${operator}${rest}`
      for (const write of writings) {
        const text = write(national)
        assert.equal(normalisePhone(text), `+88${national}`, text)
        assert.equal(normalisePhone(toBanglaDigits(text)), `+88${national}`, text)
      }
    }
  }
})

test('a normal form stays as it is, and what is shown reads back', () => {
  assert.equal(normalisePhone('+8801712345678'), '+8801712345678')
  assert.equal(formatPhone('+8801712345678'), '01712-345678')
  assert.equal(normalisePhone(formatPhone('+8801912345678')), '+8801912345678')
  assert.equal(formatPhone(''), '—', 'what an erased person leaves')
})

test('what is not a mobile number of Bangladesh is refused', () => {
  const otherNetworks = ['01012345678', '01112345678', '01212345678', '0212345678', '+919812345678', '+8802123456789']
  const wrongLength = ['', '0', '0171234567', '017123456789', '1712345678', '+880171234567', '880017123456789']
  const wrongShape = ['0171234567a', 'phone', '01712345678 ext 1', '01712/345678', '++8801712345678', '8+801712345678']
  const strange = [
    '+01712345678',
    '0001712345678',
    '٠١٧١٢٣٤٥٦٧٨',
    '01712345678;',
    '01712345678\u0000',
    '0'.repeat(100_000),
  ]
  for (const text of [...otherNetworks, ...wrongLength, ...wrongShape, ...strange, `${' '.repeat(41)}01712345678`]) {
    assert.equal(normalisePhone(text), null, text.slice(0, 50))
  }
})

test('only a normalised number is shown', () => {
  for (const text of ['01712345678', '+88017123456789', '+8801212345678', ' ', '+880171234567৮']) {
    assert.throws(() => formatPhone(text), RangeError, text)
  }
})
