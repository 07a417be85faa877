import { countBits } from '../catalogue/product-set.ts'
import type { SearchIndex, Term } from './search-index.ts'
import { similarity } from './similarity.ts'
import { consonantsOf, skeletonOf, soundOf } from './sounds.ts'
import { hasDigit } from './words.ts'

export type Match = { term: Term; likeness: number }

const soundsAlike = 0.95
const beginningLikeness = 0.85
/** Of a model number, somewhere in its middle. */
const partLikeness = 0.75
const partLengthMin = 3
/** Below this a word is another word. Short words need to be nearer: one letter is much of them. */
const leastLikeness = (length: number) => (length <= 4 ? 0.8 : 0.7)
/** Same consonants, vowels left out or wrong. */
const skeletonLikeness = 0.76
const ending = /^(?:er|r|e|te|ta|ti|gulo|gula|s|ের|র|এর|ে|তে|টা|টি|গুলো)$/
const endedLikeness = 0.9
const matchesMax = 200

/** Words written or sounding as typed. */
export function findExact(index: SearchIndex, word: string): Match[] {
  const sound = soundOf(word)
  return (index.bySound.get(sound) ?? []).map((term) => ({ term, likeness: term.text === word ? 1 : soundsAlike }))
}

/** Words that begin with what was typed, shorter ones first. */
export function findBeginnings(index: SearchIndex, word: string): Match[] {
  if (word.length < 2) return []
  const matches: Match[] = []
  for (let at = firstAtLeast(index.sorted, word); matches.length < matchesMax; at += 1) {
    const term = index.sorted[at]
    if (term === undefined || !term.text.startsWith(word)) break
    if (term.text === word) continue
    matches.push({ term, likeness: beginningLikeness * (0.6 + (0.4 * word.length) / term.text.length) })
  }
  return matches
}

function firstAtLeast(sorted: readonly Term[], text: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as Term).text < text) low = middle + 1
    else high = middle
  }
  return low
}

/** Words it may be a misspelling, an inflection or a part of. */
export function findNear(index: SearchIndex, word: string): Match[] {
  if (hasDigit(word)) return findParts(index, word)
  const sound = soundOf(word)
  const skeleton = skeletonOf(sound)
  const consonants = consonantsOf(skeleton)
  const least = leastLikeness(sound.length)
  const matches: Match[] = []
  for (const term of index.wordTargets) {
    // Each slip changes at most two kinds of consonants.
    const slipsMax = Math.max(sound.length, term.sound.length) * (1 - least)
    if (countBits(consonants ^ term.consonants) > 2 * slipsMax + 1e-9) continue
    let likeness = similarity(sound, term.sound, least)
    if (skeleton.length >= 2 && skeleton === term.skeleton) likeness = Math.max(likeness, skeletonLikeness)
    if (term.text.length >= 3 && word.startsWith(term.text) && ending.test(word.slice(term.text.length))) {
      likeness = Math.max(likeness, endedLikeness)
    }
    if (likeness > 0) matches.push({ term, likeness })
  }
  return matches.sort((a, b) => b.likeness - a.likeness).slice(0, matchesMax)
}

function findParts(index: SearchIndex, word: string): Match[] {
  if (word.length < partLengthMin) return []
  const matches: Match[] = []
  for (const term of index.numberTargets) {
    if (term.text === word) continue
    const at = term.text.indexOf(word)
    if (at > 0) matches.push({ term, likeness: partLikeness * (0.5 + (0.5 * word.length) / term.text.length) })
    else if (word.length >= 5) {
      const likeness = similarity(word, term.text, 0.8)
      if (likeness > 0) matches.push({ term, likeness: likeness * partLikeness })
    }
  }
  return matches.slice(0, matchesMax)
}
