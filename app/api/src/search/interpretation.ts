import { fillerWords, shortNames } from './filler-words.ts'
import type { Label, SearchIndex } from './search-index.ts'
import { findBeginnings, findExact, findNear, type Match } from './term-matching.ts'
import { hasDigit, wordsOf } from './words.ts'

/** What a query may mean in the words of the index. */
export type Interpretation = {
  /** The words that choose something, each with what it may stand for, joined neighbours included. */
  words: { text: string; matches: Match[] }[]
  /** Categories called so; `positions` are those of the words that say it. */
  labels: { label: Label; likeness: number; positions: number[] }[]
}

/** More words than this nobody types; the rest of the query is ignored. */
const wordsMax = 12
const joinedMax = 3
const splitLengthMin = 6
const splitPartMin = 3
const shortNameLikeness = 0.95
const joinedLikeness = 0.98
const repeated = /(\p{L})\1+/gu

/** Reads a query. While the shopper `isTyping`, the last word may go on. */
export function interpret(index: SearchIndex, query: string, isTyping: boolean): Interpretation {
  const typed = wordsOf(query)
    .flatMap((word) => splitUnknown(index, word))
    .slice(0, wordsMax)
  const choosing = typed.filter((word) => !fillerWords.has(word))
  const isKept = (word: string) => choosing.length === 0 || !fillerWords.has(word)
  const positions: number[] = []
  const words: Interpretation['words'] = []
  for (const [at, text] of typed.entries()) {
    if (!isKept(text)) continue
    positions[at] = words.length
    words.push({ text, matches: matchWord(index, text, isTyping && at === typed.length - 1) })
  }
  const heard = new Map<string, Heard>()
  words.forEach(({ matches }, position) => {
    for (const match of matches) hear(heard, match, [position])
  })
  for (const { text, covered } of joinNeighbours(typed, positions)) {
    const matches = findExact(index, text).map((match) => ({ ...match, likeness: match.likeness * joinedLikeness }))
    for (const match of matches) {
      hear(heard, match, covered)
      for (const position of covered) words[position]?.matches.push(match)
    }
  }
  return { words, labels: findLabels(index, heard) }
}

type Heard = { likeness: number; positions: number[] }

function hear(heard: Map<string, Heard>, { term, likeness }: Match, positions: number[]): void {
  const known = heard.get(term.text)
  if (known === undefined || likeness > known.likeness) heard.set(term.text, { likeness, positions })
}

function matchWord(index: SearchIndex, word: string, mayGoOn: boolean): Match[] {
  if (isHeldDown(word)) return matchAsWritten(index, word)
  const exact = findExact(index, word)
  const other = shortNames[word]
  if (other !== undefined) {
    const meant = findExact(index, wordsOf(other).join(''))
    exact.push(...meant.map(({ term, likeness }) => ({ term, likeness: likeness * shortNameLikeness })))
  }
  const isKnown = exact.some(({ term }) => term.isTarget || term.products.length > 0)
  if (isKnown && !mayGoOn) return exact
  const beginnings = findBeginnings(index, word)
  // Half a word that begins many words is no misspelling yet.
  if (isKnown || (mayGoOn && beginnings.some(({ term }) => term.isTarget))) return [...exact, ...beginnings]
  return [...exact, ...beginnings, ...findNear(index, word)]
}

/** Mostly one key held down, as in `zzzzqqqq`; not a letter drawn out or slipped on, as in `soooony` and `samsunggg`. */
function isHeldDown(word: string): boolean {
  return word.length > 2 && word.replace(repeated, '$1').length * 2 < word.length
}

/** By sound it would be its letters once each, which is some short word or other. */
function matchAsWritten(index: SearchIndex, word: string): Match[] {
  const term = index.terms.get(word)
  return [...(term === undefined ? [] : [{ term, likeness: 1 }]), ...findBeginnings(index, word)]
}

/** `iphone15` as `iphone 15`, `samsungcharger` as `samsung charger`: only what is no word of its own, into words that are. */
function splitUnknown(index: SearchIndex, word: string): string[] {
  if (index.terms.has(word) || findExact(index, word).length > 0) return [word]
  if (hasDigit(word)) {
    const parts = word.match(/\d+(?:\.\d+)?|[^\d.]+/g) ?? [word]
    const areKnown =
      findBeginnings(index, word).length === 0 && parts.every((part) => findExact(index, part).length > 0)
    return areKnown ? parts : [word]
  }
  if (word.length < splitLengthMin) return [word]
  for (let at = splitPartMin; at <= word.length - splitPartMin; at += 1) {
    const parts = [word.slice(0, at), word.slice(at)]
    if (parts.every((part) => index.terms.get(part)?.isTarget === true)) return parts
  }
  return [word]
}

function joinNeighbours(typed: string[], positions: number[]): { text: string; covered: number[] }[] {
  const joined: { text: string; covered: number[] }[] = []
  for (let start = 0; start < typed.length; start += 1) {
    for (let count = 2; count <= joinedMax && start + count <= typed.length; count += 1) {
      const covered = positions.slice(start, start + count).filter((position) => position !== undefined)
      if (covered.length > 0) joined.push({ text: typed.slice(start, start + count).join(''), covered })
    }
  }
  return joined
}

function findLabels(index: SearchIndex, heard: ReadonlyMap<string, Heard>): Interpretation['labels'] {
  return index.labels.flatMap((label) => {
    let likeness = 1
    const positions = new Set<number>()
    for (const word of label.words) {
      const found = heard.get(word)
      if (found === undefined) return []
      likeness = Math.min(likeness, found.likeness)
      for (const position of found.positions) positions.add(position)
    }
    return [{ label, likeness, positions: [...positions] }]
  })
}
