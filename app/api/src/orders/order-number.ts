/** No 0 O, 1 I L, 5 S, 8 B, 2 Z, U V: letters and digits that are not mistaken for each other, read or heard. */
const alphabet = '34679ACDEFGHJKMNPQRTWXY'
const prefix = 'DC'
/** 23^8 ≈ 7.8 × 10¹⁰ numbers: with a million orders one guess in 78,000 hits, and a guess also needs the phone number. */
const length = 8

/** A new number such as DC7K3M9QXP; uniform over the alphabet. */
export function makeOrderNumber(randomBytes: (size: number) => Buffer): string {
  let letters = ''
  while (letters.length < length) {
    for (const byte of randomBytes(length * 2)) {
      // Bytes above the largest multiple of 23 would make the first letters likelier.
      if (byte < 253 && letters.length < length) letters += alphabet[byte % alphabet.length]
    }
  }
  return prefix + letters
}

/** What a person typed, spaces, dashes, case and missing prefix forgiven; null when it cannot be a number of ours. */
export function readOrderNumber(text: string): string | null {
  const letters = text.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const number = letters.length === length ? prefix + letters : letters
  return number.length === prefix.length + length && number.startsWith(prefix) ? number : null
}
