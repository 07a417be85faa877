import type { Shop } from '../../shop.ts'

/** How long the warranty lasts, in years where it is whole years. */
export function warrantyText(shop: Shop, months: number): string {
  const texts = shop.texts.product
  if (months === 0) return texts.noWarranty
  if (months % 12 !== 0) return texts.warranty(texts.months(shop.number(months)))
  return texts.warranty(months === 12 ? texts.year : texts.years(shop.number(months / 12)))
}
