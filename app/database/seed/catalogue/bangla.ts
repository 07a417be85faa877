import { banglaUnits, banglaWords } from './bangla-words.ts'

/** Writes 0-9 as ০-৯ and leaves the rest. */
export function toBanglaDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x09e6 + Number(digit)))
}

/**
 * A product name in Bangla script: known words are transliterated, model codes stay Latin as shops write them.
 * Throws at a word that is neither, so that no half-translated name reaches the shop.
 */
export function transliterate(name: string): string {
  return name.split(' ').map(transliterateWord).join(' ')
}

function transliterateWord(word: string): string {
  const bare = word.replace(/^[("]+|[)",]+$/g, '')
  if (bare !== word) return word.replace(bare, transliterateWord(bare))
  const known = banglaWords[word.toLowerCase()]
  if (known !== undefined) return known
  if (/^[\d.,/+x-]+$/.test(word)) return toBanglaDigits(word)
  const measured = /^(\d[\d./+-]*)([A-Za-z]+|"|%)$/.exec(word)
  const unit = measured?.[2] === undefined ? undefined : banglaUnits[measured[2]]
  if (measured?.[1] !== undefined && unit !== undefined) return toBanglaDigits(measured[1]) + unit
  const numbered = /^([A-Za-z]{3,})(\d{1,3})$/.exec(word)
  const stem = numbered?.[1] === undefined ? undefined : banglaWords[numbered[1].toLowerCase()]
  if (numbered?.[2] !== undefined && stem !== undefined && /[a-z]/.test(word)) return stem + toBanglaDigits(numbered[2])
  // Short codes are read as part of the name (A৫৬); long ones are typed from the box and stay as printed there.
  if (/^[A-Za-z]?\d{1,3}[A-Za-z+]?$/.test(word)) return toBanglaDigits(word)
  if (/\d/.test(word) || /^[A-Z+&/.-]{1,8}$/.test(word)) return word
  if (word.includes('-')) return word.split('-').map(transliterateWord).join('-')
  if (word === '&' || word === '/') return word
  throw new Error(`"${word}" has no Bangla spelling in bangla-words.ts`)
}
