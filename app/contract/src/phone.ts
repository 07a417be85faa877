import { toLatinDigits } from './digits.ts'

// Spaces, dashes and brackets of every script, and the invisible marks that come along when a number is pasted.
const separators = /[\s\p{Pd}\p{Ps}\p{Pe}\u2212\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

// Mobile numbers are 01, an operator's digit 3-9, eight more. People also write the 0 twice: +880 (0)1712-345678.
const mobile = /^(?:(?:\+|00)?880{1,2}|0)(1[3-9]\d{8})$/

const textMax = 40

/**
 * Reads a Bangladesh mobile number however people write it (01…, 8801…, +8801…, 008801…, Bangla digits, spaces, dashes,
 * brackets) and returns `+8801XXXXXXXXX`, or null when it is no such number.
 */
export function normalisePhone(text: string): string | null {
  if (text.length > textMax) return null
  const match = mobile.exec(toLatinDigits(text).replace(separators, ''))
  return match ? `+880${match[1]}` : null
}

/**
 * Shows a stored number the way people in Bangladesh write it: `01712-345678`; a dash for the empty one that an erased person leaves.
 * RangeError unless it is normalised.
 */
export function formatPhone(e164: string): string {
  if (e164 === '') return '—'
  const match = /^\+880(1[3-9]\d{2})(\d{6})$/.exec(e164)
  if (!match) throw new RangeError('a phone number must be normalised before it is shown')
  return `0${match[1]}-${match[2]}`
}
