import { transliterate } from './bangla-sounds.ts'
import { hasBangla, hasDigit } from './words.ts'

/**
 * Spellings of one sound, most particular first, for English as Bangladeshis hear and write it: b and v, f and ph, j, z
 * and g before e are one letter in Bangla.
 */
const spellings: [RegExp, string][] = [
  [/^kn/, 'n'],
  [/^wr/, 'r'],
  [/^ps|^x/, 's'],
  [/[ts]ion/g, 'son'],
  [/ph/g, 'f'],
  [/tch|chh|ch/g, 'C'],
  [/sch|sh/g, 's'],
  [/ck|qu|q/g, 'k'],
  [/x/g, 'ks'],
  [/dge|dg/g, 'j'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/C/g, 'c'],
  [/gh/g, 'g'],
  [/ge$/, 'j'],
  [/jh|z/g, 'j'],
  [/kh/g, 'k'],
  [/bh|v/g, 'b'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/rh/g, 'r'],
  [/mb$/, 'm'],
  // English w as Bangla writes it: oya for wa, paoar for power.
  [/[ou][wy]a|(?<=a)o(?=a)/g, 'wa'],
  [/waa/g, 'wa'],
  // The plural, but not the end of bus and plus.
  [/(?<=..[^siu])s$/, ''],
  [/(?<=[^aeiou])e$/, ''],
  [/(?<=[aeiou])h/g, ''],
]
const vowelRun = /[aeiou][aeiouy]*|(?<=.)y[aeiouy]*/g
const doubled = /(.)\1+/g

/** A run of vowels by its first one: a, then e and i as i, then o and u as o. */
function vowelOf(run: string): string {
  const first = run[0] as string
  if (first === 'a') return 'a'
  return first === 'e' || first === 'i' || first === 'y' ? 'i' : 'o'
}

/**
 * How a word sounds, written so that English, Bangla and Bangla in Latin letters meet: phone, ফোন and fon are all `fon`.
 * Words with digits are model numbers and sizes: they stay as they are.
 */
export function soundOf(word: string): string {
  const latin = hasBangla(word) ? transliterate(word) : word
  if (hasDigit(latin)) return latin
  const spelled = spellings.reduce((sound, [spelling, replacement]) => sound.replace(spelling, replacement), latin)
  return spelled.replace(vowelRun, vowelOf).replace(doubled, '$1')
}

/** The consonants of a sound, for words typed without vowels; j and g, which the Latin g can be, are one. */
export function skeletonOf(sound: string): string {
  return sound.replace(/j/g, 'g').replace(/[aio]/g, '')
}

/** Which consonants a sound has, one bit each: sounds that share few need no closer look. */
export function consonantsOf(skeleton: string): number {
  let bits = 0
  for (let at = 0; at < skeleton.length; at += 1) bits |= 1 << (skeleton.charCodeAt(at) & 31)
  return bits
}
