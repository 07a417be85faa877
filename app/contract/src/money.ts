import { groupLakh, toBanglaDigits } from './digits.ts'
import type { Language } from './language.ts'

/**
 * Shows an amount in paisa as taka: `৳1,25,000`, `৳১,২৫,০০০`; the paisa appear only when they are not zero (`৳99.50`).
 * RangeError for anything but a safe integer: a fraction of a paisa is a mistake made earlier.
 * Written by hand: Intl's text differs between the ICU of the server and of phones, which would break hydration.
 */
export function formatTaka(paisa: number, language: Language): string {
  if (!Number.isSafeInteger(paisa)) throw new RangeError(`${paisa} is not a whole number of paisa`)
  const absolute = Math.abs(paisa)
  const rest = absolute % 100
  const taka = groupLakh(String((absolute - rest) / 100))
  const amount = rest === 0 ? taka : `${taka}.${rest < 10 ? '0' : ''}${rest}`
  const sign = paisa < 0 ? '-৳' : '৳'
  return sign + (language === 'bn' ? toBanglaDigits(amount) : amount)
}
