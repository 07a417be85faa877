import { toLatinDigits } from './digits.ts'

/** What identifies one unit of a category. */
export const unitIdentities = ['none', 'serial', 'imei'] as const
export type UnitIdentity = (typeof unitIdentities)[number]

/** Makers print at most 32 letters and digits; the shortest in use have four. */
const serialPattern = /^[A-Z0-9][A-Z0-9./-]{3,31}$/

/**
 * Reads a serial number or IMEI as a scanner or a person gives it: Bangla digits, small letters, spaces between groups. Returns
 * how it is kept, or null when it cannot be one; an IMEI is fifteen digits of which the last proves the others.
 */
export function readUnitIdentity(kind: 'serial' | 'imei', text: string): string | null {
  const tidied = toLatinDigits(text).toUpperCase().replace(/\s/g, '')
  if (kind === 'serial') return serialPattern.test(tidied) ? tidied : null
  const digits = tidied.replaceAll('-', '')
  return /^\d{15}$/.test(digits) && hasLuhnCheckDigit(digits) ? digits : null
}

/** ISO/IEC 7812-1: every second digit from the right doubled, the digits of all summed, divisible by ten. */
function hasLuhnCheckDigit(digits: string): boolean {
  let sum = 0
  for (const [index, digit] of [...digits].toReversed().entries()) {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    sum += value > 9 ? value - 9 : value
  }
  return sum % 10 === 0
}
