import { groupLakh, toBanglaDigits, toLatinDigits } from '@dhakacart/contract/digits.ts'
import type { Language } from '@dhakacart/contract/language.ts'

/** Reads taka as a person writes them (`1,25,000.50`, `৳১,২৫,০০০`), up to a thousand million: paisa, or null for anything else. */
export function readTaka(text: string): number | null {
  const plain = toLatinDigits(text).replace(/[৳,\s]/g, '')
  const match = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(plain)
  if (!match) return null
  const paisa = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  return paisa <= paisaMax ? paisa : null
}

/** The contract's limit for an amount: a thousand million taka. */
const paisaMax = 100_000_000_000

/** Writes paisa for editing: lakh commas, no sign, paisa only where there are any. */
export function writeTaka(paisa: number, language: Language): string {
  const rest = paisa % 100
  const text = groupLakh(String((paisa - rest) / 100)) + (rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`)
  return language === 'bn' ? toBanglaDigits(text) : text
}
