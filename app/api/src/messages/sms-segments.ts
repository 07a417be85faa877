import type { Language } from '@dhakacart/contract/language.ts'

// The alphabet every phone has since GSM 03.38, and the characters in it that take two places.
const gsmBasic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const gsmExtended = new Set('\f^{}\\[~]|€')

/** One SMS, and each of several joined ones, whose joining takes room: 3GPP TS 23.040 and 23.038. */
const lengths = { gsm: { single: 160, joined: 153 }, ucs2: { single: 70, joined: 67 } }

/**
 * How many SMS a text is sent and billed as. One character outside the GSM alphabet (the taka sign is enough) makes the whole text
 * UCS-2, of which less than half fits.
 */
export function countSegments(text: string): { alphabet: 'gsm' | 'ucs2'; segments: number } {
  const characters = [...text]
  const isGsm = characters.every((character) => gsmBasic.has(character) || gsmExtended.has(character))
  const alphabet = isGsm ? 'gsm' : 'ucs2'
  // UCS-2 counts 16-bit units, so an emoji takes two.
  const length = isGsm
    ? characters.reduce((sum, character) => sum + (gsmExtended.has(character) ? 2 : 1), 0)
    : text.length
  const { single, joined } = lengths[alphabet]
  return { alphabet, segments: length <= single ? 1 : Math.ceil(length / joined) }
}

/**
 * The most SMS one message may be sent and billed as, tested with the longest data there is. English keeps to the GSM alphabet
 * (Tk, not ৳), which holds 160 characters; Bangla is UCS-2 and holds 70, joined 67 each.
 */
export const maxSegments: Record<Language, number> = { en: 1, bn: 2 }
