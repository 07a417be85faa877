import type { Suggestion } from '@dhakacart/contract/catalogue.schema.ts'
import type { Catalogue } from '../catalogue/catalogue.model.ts'
import { countOf } from '../catalogue/product-set.ts'
import { interpret } from './interpretation.ts'
import { findWhileTyping, type SearchService } from './search.service.ts'
import { soundOf } from './sounds.ts'
import { wordsOf } from './words.ts'

const suggestionsMax = 8
const categoriesMax = 2
const brandsMax = 2
/** A category is named for likeness above this: a guess at a misspelling should not lead the list. */
const labelLikenessMin = 0.7

/** What the shopper may mean while typing: categories so called, brands that begin so, then products. */
export function suggest(catalogue: Catalogue, search: SearchService, query: string): Suggestion[] {
  const categories = suggestCategories(catalogue, search, query)
  const brands = suggestBrands(catalogue, query)
  const products = findWhileTyping(catalogue, search.indexOf(catalogue), query)
    .slice(0, suggestionsMax)
    .map(({ card }) => ({
      kind: 'product' as const,
      slug: card.slug,
      name: card.name,
      pictureId: card.pictureId,
      pricePaisa: card.pricePaisa,
    }))
  return [...categories, ...brands, ...products].slice(0, suggestionsMax)
}

function suggestCategories(catalogue: Catalogue, search: SearchService, query: string): Suggestion[] {
  const { words, labels } = interpret(search.indexOf(catalogue), query, true)
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

function suggestBrands(catalogue: Catalogue, query: string): Suggestion[] {
  const typed = wordsOf(query).join('')
  if (typed === '') return []
  const sound = soundOf(typed)
  return catalogue.brands
    .filter(({ label }) => {
      const name = wordsOf(label.en).join('')
      return name.startsWith(typed) || (sound.length > 2 && soundOf(name).startsWith(sound))
    })
    .sort((a, b) => countOf(b.products) - countOf(a.products))
    .slice(0, brandsMax)
    .map(({ value, label }) => ({ kind: 'brand', slug: value, name: label, pictureId: null, pricePaisa: null }))
}
