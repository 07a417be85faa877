import { toBanglaDigits } from '@dhakacart/contract/digits.ts'
import type { Language } from '@dhakacart/contract/language.ts'

const dayWord: Record<Language, string> = { en: 'd', bn: 'দিন' }

/** What is left, to the second: `2 d 03:04:05`, `০৩:০৪:০৫`. A second that has begun is still left. */
export function countdownText(leftMs: number, language: Language): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1_000))
  const days = Math.floor(seconds / 86_400)
  const parts = [(seconds % 86_400) / 3_600, (seconds % 3_600) / 60, seconds % 60]
  const clock = parts.map((part) => String(Math.floor(part)).padStart(2, '0')).join(':')
  const text = days > 0 ? `${days} ${dayWord[language]} ${clock}` : clock
  return language === 'bn' ? toBanglaDigits(text) : text
}
