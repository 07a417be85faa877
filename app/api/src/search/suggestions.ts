import type { Suggestion } from '@dhakacart/contract/catalogue.schema.ts'
import type { Catalogue } from '../catalogue/catalogue.model.ts'
import { isIn } from '../catalogue/product-set.ts'
import { type Interpretation, interpret } from './interpretation.ts'
import { findProducts, type SearchService } from './search.service.ts'
import type { SearchIndex } from './search-index.ts'
import { soundOf } from './sounds.ts'
import { wordsOf } from './words.ts'

const suggestionsMax = 8
const categoriesMax = 2
const brandsMax = 2
/** A category is named for likeness above this: a guess at a misspelling should not lead the list. */
const labelLikenessMin = 0.7

/** What the shopper may mean while typing: categories so called, brands that begin so, then products. */
export function suggest(catalogue: Catalogue, search: SearchService, query: string): Suggestion[] {
  const index = search.indexOf(catalogue)
  const meaning = interpret(index, query, true)
  const categories = suggestCategories(catalogue, meaning)
  const brands = suggestBrands(index, query)
  return [...categories, ...brands, ...suggestProducts(catalogue, index, meaning)].slice(0, suggestionsMax)
}

function suggestProducts(catalogue: Catalogue, index: SearchIndex, meaning: Interpretation): Suggestion[] {
  const { products, scores } = findProducts(catalogue, index, meaning)
  return catalogue.products
    .filter((product) => isIn(products, product.index))
    .sort((a, b) => (scores[b.index] as number) - (scores[a.index] as number))
    .slice(0, suggestionsMax)
    .map(({ card: { slug, name, pictureId, pricePaisa } }) => ({ kind: 'product', slug, name, pictureId, pricePaisa }))
}

function suggestCategories(catalogue: Catalogue, { words, labels }: Interpretation): Suggestion[] {
  const likeness = new Map<string, number>()
  for (const { label, likeness: value, positions } of labels) {
    // The whole query must name it: `samsung tv` is a search, not a category.
    if (positions.length < words.length || value < labelLikenessMin) continue
    const { slug } = label.category.summary
    likeness.set(slug, Math.max(likeness.get(slug) ?? 0, value))
  }
  return catalogue.categories
    .filter(({ summary }) => likeness.has(summary.slug) && summary.productCount > 0)
    .sort((a, b) => (likeness.get(b.summary.slug) ?? 0) - (likeness.get(a.summary.slug) ?? 0))
    .slice(0, categoriesMax)
    .map(({ summary: { slug, name, pictureId } }) => ({ kind: 'category', slug, name, pictureId, pricePaisa: null }))
}

function suggestBrands({ brands }: SearchIndex, query: string): Suggestion[] {
  const typed = wordsOf(query).join('')
  if (typed === '') return []
  const sound = soundOf(typed)
  return brands
    .filter((brand) => brand.name.startsWith(typed) || (sound.length > 2 && brand.sound.startsWith(sound)))
    .slice(0, brandsMax)
    .map(({ slug, label }) => ({ kind: 'brand', slug, name: label, pictureId: null, pricePaisa: null }))
}
