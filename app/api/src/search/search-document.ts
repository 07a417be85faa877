import { createHash } from 'node:crypto'
import type { ListedProduct } from '../catalogue/catalogue.model.ts'
import { toOptions } from '../catalogue/options.ts'
import { describeValue } from '../catalogue/specification-values.ts'
import { joinedWords, wordsOf } from './words.ts'

/** How much a word tells about a product, by where it stands. What the category tells is weighed by the labels. */
const weights = {
  name: 3,
  modelNumber: 3,
  sku: 2,
  brand: 2.5,
  category: 1,
  option: 0.8,
  specification: 0.7,
  highlight: 0.6,
}

/** Every word a product can be found by. */
export type SearchDocument = {
  /** Hash of all of its text: the same text makes the same document. */
  textHash: string
  terms: readonly string[]
  /** Of each term; negative for words joined here: those are looked up, but nobody mistypes them. */
  weights: Float32Array
  nameWordCount: number
}

type Field = { weight: number; texts: string[] }

export function fieldsOf({ row, card, category }: ListedProduct): Field[] {
  const specifications = category.row.specifications.flatMap((definition) => {
    const value = row.specifications[definition.key]
    if (value === undefined || value === false) return []
    if (value === true) return [definition.name.en, definition.name.bn]
    const { en, bn } = describeValue(definition, value)
    return [en, bn]
  })
  const soldAs = row.isOfficial ? ['official', 'অফিসিয়াল'] : ['unofficial', 'আনঅফিসিয়াল']
  const options = row.variants.flatMap((variant) =>
    toOptions(variant.options).flatMap(({ label }) => [label.en, label.bn]),
  )
  return [
    { weight: weights.name, texts: [row.nameEn, row.nameBn] },
    { weight: weights.modelNumber, texts: [row.modelNumber, wordsOf(row.modelNumber).join('')] },
    { weight: weights.sku, texts: row.variants.map(({ sku }) => wordsOf(sku).join('')) },
    { weight: weights.brand, texts: [card.brand.name, card.brand.slug] },
    { weight: weights.category, texts: [category.summary.name.en, category.summary.name.bn] },
    { weight: weights.option, texts: [...new Set([...options, ...soldAs])] },
    { weight: weights.specification, texts: specifications },
    { weight: weights.highlight, texts: row.highlights.flatMap(({ en, bn }) => [en, bn]) },
  ]
}

export function hashOf(fields: Field[]): string {
  const hash = createHash('sha1')
  for (const { texts } of fields) hash.update(texts.join('\n')).update('\n\n')
  return hash.digest('base64url')
}

export function makeDocument(fields: Field[], textHash: string): SearchDocument {
  const terms = new Map<string, number>()
  const use = (term: string, weight: number) => {
    const known = terms.get(term) ?? 0
    if (Math.abs(weight) > Math.abs(known)) terms.set(term, weight)
  }
  for (const { weight, texts } of fields) {
    for (const text of texts) {
      const words = wordsOf(text)
      for (const word of words) use(word, weight)
      // Only names are written in one: `galaxya56`, not `8gbram`.
      if (weight >= weights.sku) for (const joined of joinedWords(words)) use(joined, -weight)
    }
  }
  // Two flat lists take a fifth of the memory of the map.
  return {
    textHash,
    terms: [...terms.keys()],
    weights: Float32Array.from(terms.values()),
    nameWordCount: wordsOf(fields[0]?.texts[0] ?? '').length,
  }
}
