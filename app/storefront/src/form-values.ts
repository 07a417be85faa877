import { toLatinDigits } from '@dhakacart/contract/digits.ts'

/** Most units of one variant in a cart. The contract's limit, held to it by a test: its schemas must not reach browsers. */
export const quantityMax = 99

/** What a form sends is text that anybody may have written; null for everything that is not what it should be. */
export function readId(text: string | null | undefined): number | null {
  if (!text || !/^[1-9]\d{0,15}$/.test(text)) return null
  const id = Number(text)
  return Number.isSafeInteger(id) ? id : null
}

/** Whether it is a key as we write them into forms. */
export function isKey(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)
}

/** A quantity of 1 to 99, in Latin or Bangla digits. */
export function readQuantity(text: string | null | undefined): number | null {
  const digits = toLatinDigits(text ?? '').trim()
  if (!/^\d{1,3}$/.test(digits)) return null
  const quantity = Number(digits)
  return quantity >= 1 && quantity <= quantityMax ? quantity : null
}

/** An amount in paisa that we wrote into the form ourselves. */
export function readPaisa(text: string | null | undefined): number | null {
  return text && /^\d{1,12}$/.test(text) ? Number(text) : null
}

/**
 * Text a person typed: one way to write a line break, no control characters, no spaces at the ends. The field's own
 * maxlength is only a courtesy of browsers, so what is longer than `lengthMax` is kept here, to be refused with a word.
 */
export function readText(text: string | null | undefined, lengthMax: number): string {
  const tidied = (text ?? '')
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those that the api refuses are the ones to drop.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .trim()
  return tidied.slice(0, lengthMax + 1)
}
