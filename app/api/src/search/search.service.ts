import type { Catalogue } from '../catalogue/catalogue.model.ts'
import type { Found } from '../catalogue/product-list.ts'
import { addTo, emptySet } from '../catalogue/product-set.ts'
import { type Interpretation, interpret } from './interpretation.ts'
import { scoreProducts } from './scoring.ts'
import type { SearchDocument } from './search-document.ts'
import { buildIndex, type SearchIndex } from './search-index.ts'

export type SearchService = {
  /** Products that fit a query, with how well. Nothing is found by a query without a word. */
  search(catalogue: Catalogue, query: string): Found
  indexOf(catalogue: Catalogue): SearchIndex
}

/** Products that know less of the query than this part of what the best one knows are something else. */
const coverageMin = 0.7
/** With less than this of the query known by any product, nothing was found. */
const bestCoverageMin = 0.3
const soldOutFactor = 0.97
/** The most popular product gains this much: it decides between equals only. */
const popularityGain = 0.06
const nameWordLoss = 0.012

/** Searches whatever catalogue is current; its index is made anew only when words changed. */
export function createSearchService(): SearchService {
  const documents = new WeakMap<object, SearchDocument>()
  let last: { catalogue: Catalogue; index: SearchIndex } | null = null

  function indexOf(catalogue: Catalogue): SearchIndex {
    if (last?.catalogue === catalogue) return last.index
    const index = buildIndex(catalogue, last?.index ?? null, documents)
    last = { catalogue, index }
    return index
  }

  function search(catalogue: Catalogue, query: string): Found {
    const index = indexOf(catalogue)
    return findProducts(catalogue, index, interpret(index, query, false))
  }

  return { indexOf, search }
}

/** The products that fit what a query means, with how well. */
export function findProducts(catalogue: Catalogue, index: SearchIndex, meaning: Interpretation): Found {
  const productCount = catalogue.products.length
  const products = emptySet(productCount)
  const { scores, coverage } = scoreProducts(productCount, meaning)
  const best = coverage.reduce((most, value) => Math.max(most, value), 0)
  if (best < bestCoverageMin) return { products, scores }
  const mostPopular = catalogue.orders.popular[0]?.row.popularity || 1
  for (const { index: at, card, row } of catalogue.products) {
    const covered = coverage[at] as number
    if (covered < best * coverageMin) continue
    addTo(products, at)
    const nameWordCount = index.documents[at]?.nameWordCount ?? 0
    const taste = (1 + (popularityGain * row.popularity) / mostPopular) * (card.isInStock ? 1 : soldOutFactor)
    scores[at] = ((scores[at] as number) * covered ** 2 * taste) / (1 + nameWordLoss * nameWordCount)
  }
  return { products, scores }
}
