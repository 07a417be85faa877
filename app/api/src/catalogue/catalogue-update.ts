import {
  byFormerSlug,
  type Catalogue,
  type FixedOrder,
  inOrder,
  type ListedProduct,
  toCard,
} from './catalogue.model.ts'
import { setOf } from './product-set.ts'
import type { PricedProduct } from './sale-prices.ts'

/**
 * The catalogue with some rows replaced; null when that moves a product to another place of it (category, brand, facets,
 * or in and out of it) and it must be built anew. While a sale empties the shelves, this is what every reading costs.
 */
export function replaceRows(
  catalogue: Catalogue,
  ids: readonly number[],
  changed: readonly PricedProduct[],
): Catalogue | null {
  if (changed.length !== ids.length) return null
  const products = [...catalogue.products]
  for (const row of changed) {
    const old = catalogue.productsById.get(row.id)
    if (old === undefined || !staysInPlace(old.row, row)) return null
    products[old.index] = { ...old, row, card: toCard(row, old.category, old.card.brand) }
  }
  const reordered = (order: FixedOrder) =>
    inOrder(
      catalogue.orders[order].map(({ index }) => products[index] as ListedProduct),
      order,
    )
  return {
    ...catalogue,
    products,
    productsById: new Map(products.map((product) => [product.row.id, product])),
    productsBySlug: new Map(products.map((product) => [product.row.slug, product])),
    productsByFormerSlug: byFormerSlug(products),
    inStock: setOf(products, ({ card }) => card.isInStock),
    orders: {
      popular: reordered('popular'),
      newest: reordered('newest'),
      'price-asc': reordered('price-asc'),
      'price-desc': reordered('price-desc'),
    },
  }
}

function staysInPlace(old: PricedProduct, row: PricedProduct): boolean {
  return (
    old.categoryId === row.categoryId &&
    old.brandId === row.brandId &&
    old.isOfficial === row.isOfficial &&
    JSON.stringify(old.specifications) === JSON.stringify(row.specifications)
  )
}
