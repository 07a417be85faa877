import type { Language } from '@dhakacart/contract/language.ts'
import { countSegments, maxSegments } from './sms-segments.ts'

/** What staff wrote, word for word, where an SMS has room for it; else `otherwise`, which says where to read or hear it. */
export function withReason(language: Language, news: string, reason: string | null, otherwise: string): string {
  const whole = `${news} ${reason?.replace(/\s+/g, ' ')}`
  const hasRoom = reason !== null && countSegments(whole).segments <= maxSegments[language]
  return hasRoom ? whole : `${news} ${otherwise}`
}
