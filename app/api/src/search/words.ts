import { toLatinDigits } from '@dhakacart/contract/digits.ts'

/** Joiners that keyboards put between Bangla letters; they change how a word looks, not which word it is. */
const invisible = /[\u200b-\u200d\u2060\ufeff]/g
const word = /\d+\.\d+|[\p{L}\p{M}\p{N}]+/gu

/**
 * The words of a text in the order they stand, in one spelling each: lower case, one form per letter, Latin digits. `+`
 * after a name is the word plus; a hyphen or any other sign ends a word.
 */
export function wordsOf(text: string): string[] {
  const plain = toLatinDigits(text.normalize('NFKC')).toLowerCase().replace(invisible, '').replace(/['’]/g, '')
  return plain.replace(/(?<=[\p{L}\p{N}])\+/gu, ' plus ').match(word) ?? []
}

export function hasBangla(text: string): boolean {
  return /[\u0980-\u09ff]/.test(text)
}

export function hasDigit(text: string): boolean {
  return /\d/.test(text)
}

/** Neighbouring words written as one, up to three of Latin letters and two of Bangla: shoppers type `galaxya56` and `air pods`. */
export function joinedWords(words: readonly string[]): string[] {
  return words.flatMap((first, index) => {
    const [second, third] = [words[index + 1], words[index + 2]]
    if (second === undefined) return []
    const pair = first + second
    return third === undefined || hasBangla(pair) ? [pair] : [pair, pair + third]
  })
}
