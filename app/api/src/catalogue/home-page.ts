import type { Home } from '@dhakacart/contract/catalogue.schema.ts'
import { type Catalogue, type Category, type ListedProduct, pathOf } from './catalogue.model.ts'

/** Three rows of four on a wide screen, six rows of two on a phone. */
const shelfSize = 12
/** Most products of one top-level category on a shelf, so that phones do not fill the page. */
const perCategoryMax = 3
const brandsMax = 24

/** What the home page shows: the largest savings, the most wanted and the newest, a little of everything. */
export function showHome(catalogue: Catalogue): Home {
  const { popular, newest } = catalogue.orders
  const offers = popular
    .filter((product) => product.card.isInStock && savingOf(product) > 0)
    .map((product) => ({ product, saving: savingOf(product) }))
    .sort((a, b) => b.saving - a.saving)
    .map(({ product }) => product)
  const inStock = ({ card }: ListedProduct) => card.isInStock
  return {
    categories: listCategories(catalogue),
    offers: takeBalanced(offers),
    popular: takeBalanced(popular.filter(inStock)),
    newest: takeBalanced(newest.filter(inStock)),
    brands: catalogue.brands.slice(0, brandsMax).map(({ value, label }) => ({ slug: value, name: label.en })),
  }
}

/** Categories that have products, parents before children. */
export function listCategories(catalogue: Catalogue): Home['categories'] {
  return catalogue.categories.map(({ summary }) => summary).filter(({ productCount }) => productCount > 0)
}

/** Part of the struck-through price that is saved. */
function savingOf({ card }: ListedProduct): number {
  return card.compareAtPaisa === null ? 0 : 1 - card.pricePaisa / card.compareAtPaisa
}

/** The best of a list, no category taking more than its part; a shop with few categories fills up with the rest. */
function takeBalanced(sorted: ListedProduct[]) {
  const taken: ListedProduct[] = []
  const passedOver: ListedProduct[] = []
  const perCategory = new Map<Category, number>()
  for (const product of sorted) {
    if (taken.length === shelfSize) break
    const top = pathOf(product.category)[0] as Category
    const count = perCategory.get(top) ?? 0
    perCategory.set(top, count + 1)
    if (count < perCategoryMax) taken.push(product)
    else passedOver.push(product)
  }
  return [...taken, ...passedOver].slice(0, shelfSize).map(({ card }) => card)
}
