import type { Interpretation } from './interpretation.ts'

/** Per product: what it gains from the words it has, and which part of the query it knows, from 0 to 1. */
export type Scored = { scores: Float64Array; coverage: Float64Array }

/** A word of the category weighs more than one of the name: who types phone wants a phone before a phone cover. */
const labelWeight = 4
/** A product of the category that also carries the word in its name comes before its neighbours. */
const lesserPart = 0.3
/** The thing itself is worth as much as a rare word, however many of it there are: laptops for students are laptops. */
const thingWorthMin = 4.5
const thingLikenessMin = 0.9
/** A word nobody has exactly is a guess, and rare by nature. */
const guessWorth = 0.5
const guessLikenessMax = 0.9

/** Rare words count more; words that nothing knows count neither for nor against anything. */
export function scoreProducts(productCount: number, { words, labels }: Interpretation): Scored {
  const scores = new Float64Array(productCount)
  const coverage = new Float64Array(productCount)
  let wholeWorth = 0
  words.forEach(({ matches }, position) => {
    const ofPosition = labels.filter(({ positions }) => positions.includes(position))
    const { gains, known } = scoreWord(productCount, matches, ofPosition)
    const isThing = ofPosition.some(({ label, likeness }) => label.isThing && likeness >= thingLikenessMin)
    const worth = worthOf(known, isThing)
    wholeWorth += worth
    for (let product = 0; product < productCount; product += 1) {
      scores[product] = (scores[product] as number) + worth * (gains[product] as number)
      coverage[product] = (coverage[product] as number) + worth * (known[product] as number)
    }
  })
  if (wholeWorth === 0) return { scores, coverage }
  return { scores, coverage: coverage.map((value) => value / wholeWorth) }
}

type Words = Interpretation['words'][number]
type WordScore = { gains: Float64Array; known: Float64Array }

function scoreWord(productCount: number, matches: Words['matches'], labels: Interpretation['labels']): WordScore {
  const gains = new Float64Array(productCount)
  const ofLabel = new Float64Array(productCount)
  const known = new Float64Array(productCount)
  for (const { term, likeness } of matches) {
    const { products, weights } = term
    for (let at = 0; at < products.length; at += 1) {
      raise(gains, products[at] as number, (weights[at] as number) * likeness ** 2)
      raise(known, products[at] as number, Math.min(1, weights[at] as number) * likeness)
    }
  }
  for (const { label, likeness } of labels) {
    for (const product of label.products) {
      raise(ofLabel, product, labelWeight * label.worth * likeness ** 2)
      raise(known, product, likeness)
    }
  }
  for (let product = 0; product < productCount; product += 1) {
    const [word, label] = [gains[product] as number, ofLabel[product] as number]
    gains[product] = Math.max(word, label) + lesserPart * Math.min(word, label)
  }
  return { gains, known }
}

function raise(values: Float64Array, product: number, value: number): void {
  if (value > (values[product] as number)) values[product] = value
}

/** 0 when no product knows the word. */
function worthOf(known: Float64Array, isThing: boolean): number {
  let users = 0
  let most = 0
  for (const likeness of known) {
    if (likeness >= 0.5) users += 1
    if (likeness > most) most = likeness
  }
  if (most === 0) return 0
  const rarity = Math.log(1 + known.length / (1 + users))
  if (isThing) return Math.max(rarity, thingWorthMin)
  return most < guessLikenessMax ? rarity * guessWorth : rarity
}
