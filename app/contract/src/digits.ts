import type { Language } from './language.ts'

const banglaDigits = '০১২৩৪৫৬৭৮৯'
const banglaZero = banglaDigits.charCodeAt(0)

/** Writes 0-9 as ০-৯ and leaves every other character alone. */
export function toBanglaDigits(text: string): string {
  // Every price and number of a Bangla page passes here; a loop costs a third of a replace with a callback.
  let bangla = ''
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    bangla += code >= 0x30 && code <= 0x39 ? banglaDigits[code - 0x30] : text[index]
  }
  return bangla
}

/** Writes ০-৯ as 0-9 and leaves every other character alone, so typed Bangla numbers can be read as numbers. */
export function toLatinDigits(text: string): string {
  return text.replace(/[০-৯]/g, (digit) => String(digit.charCodeAt(0) - banglaZero))
}

/** Puts lakh commas into a run of Latin digits: the last three stand together, then pairs (`12,34,567`). */
export function groupLakh(digits: string): string {
  if (digits.length <= 3) return digits
  let grouped = digits.slice(-3)
  let end = digits.length - 3
  while (end > 2) {
    grouped = `${digits.slice(end - 2, end)},${grouped}`
    end -= 2
  }
  return `${digits.slice(0, end)},${grouped}`
}

/**
 * Shows a count or measure with lakh grouping, decimals as they are: `1,25,000`, `৪.৫`. For money use `formatTaka`.
 * RangeError for what cannot be written out exactly: NaN, infinities, beyond safe integers, exponents.
 */
export function formatNumber(value: number, language: Language): string {
  const digits = String(Math.abs(value))
  if (!(Math.abs(value) <= Number.MAX_SAFE_INTEGER) || digits.includes('e')) {
    throw new RangeError(`${value} cannot be shown as a number`)
  }
  const [whole = '', decimals] = digits.split('.')
  const unsigned = decimals === undefined ? groupLakh(whole) : `${groupLakh(whole)}.${decimals}`
  const shown = value < 0 ? `-${unsigned}` : unsigned
  return language === 'bn' ? toBanglaDigits(shown) : shown
}
