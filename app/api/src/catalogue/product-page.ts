import type { Product, Variant } from '@dhakacart/contract/catalogue.schema.ts'
import { ProductNotFound } from '../errors.ts'
import { type Catalogue, type ListedProduct, pathOf } from './catalogue.model.ts'
import { unitsCountedMax } from './catalogue.repository.ts'
import { toOptions } from './options.ts'
import type { PricedVariant } from './sale-prices.ts'
import { describeValue } from './specification-values.ts'

const relatedMax = 8

/** Everything a product page shows; a slug it had before finds it too. Throws PRODUCT_NOT_FOUND. */
export function showProduct(catalogue: Catalogue, slug: string): Product {
  const product = catalogue.productsBySlug.get(slug) ?? catalogue.productsByFormerSlug.get(slug)
  if (product === undefined) throw new ProductNotFound()
  const { row, card, category } = product
  return {
    slug: row.slug,
    name: card.name,
    brand: card.brand,
    modelNumber: row.modelNumber,
    description: { en: row.descriptionEn, bn: row.descriptionBn },
    highlights: row.highlights,
    warrantyMonths: row.warrantyMonths,
    isOfficial: row.isOfficial,
    weightGrams: row.weightGrams,
    categoryPath: pathOf(category).map(({ summary }) => ({ slug: summary.slug, name: summary.name })),
    specifications: describeSpecifications(product),
    pictureIds: row.pictureIds,
    variants: row.variants.map(toVariant),
    related: findRelated(catalogue, product).map((related) => related.card),
    updatedAt: row.updatedAt.toISOString(),
  }
}

function describeSpecifications({ row, category }: ListedProduct): Product['specifications'] {
  return category.row.specifications.flatMap((definition) => {
    const value = row.specifications[definition.key]
    if (value === undefined) return []
    return [{ key: definition.key, name: definition.name, value: describeValue(definition, value) }]
  })
}

function toVariant(variant: PricedVariant): Variant {
  const { availableUnits } = variant
  const isLow = availableUnits > 0 && availableUnits < unitsCountedMax
  return {
    id: variant.id,
    sku: variant.sku,
    options: toOptions(variant.options),
    pricePaisa: variant.pricePaisa,
    compareAtPaisa: variant.compareAtPaisa,
    availability: availableUnits <= 0 ? 'sold_out' : isLow ? 'low_stock' : 'in_stock',
    unitsLeft: isLow ? availableUnits : null,
    pictureId: variant.pictureId,
    sale: variant.sale,
  }
}

/** Of the same category: what can be bought first, then by how near the price is. */
function findRelated(catalogue: Catalogue, product: ListedProduct): ListedProduct[] {
  const distance = ({ card }: ListedProduct) => Math.abs(Math.log(card.pricePaisa / product.card.pricePaisa))
  return catalogue.products
    .filter((other) => other.category === product.category && other !== product)
    .map((other) => ({ other, rank: (other.card.isInStock ? 0 : 1_000) + distance(other) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, relatedMax)
    .map(({ other }) => other)
}
