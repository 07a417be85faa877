import type { Product, Variant } from '@dhakacart/contract/catalogue.schema.ts'
import { formatDateTime } from '@dhakacart/contract/dates.ts'
import type { PanelVariant, ProductPanelProps } from '../../islands/product-panel.tsx'
import type { Shop } from '../../shop.ts'

const isLeft = ({ availability }: Variant) => availability !== 'sold_out'

/** What the interactive part of a product page needs, in one language, so that little travels with the page. */
export function panelProps(shop: Shop, product: Product, variant: Variant): ProductPanelProps {
  const { language, texts } = shop
  const { oldPrice, save, inStock, lowStock, soldOut, soldOutText, allSoldOutText, quantity, fewer, more } =
    texts.product
  const { addToCart, adding, added, viewCart, pictures } = texts.product
  const { starts, ends, startsAt, endsAt, priceFrom, sold, unitsLeft, gone, limit, room } = texts.sale
  return {
    language,
    slug: product.slug,
    name: shop.pick(product.name),
    sku: variant.sku,
    pictureIds: product.pictureIds,
    variants: product.variants.map((each) => panelVariant(shop, each)),
    texts: {
      oldPrice,
      save: save('{amount}'),
      inStock,
      lowStock: lowStock('{units}'),
      soldOut,
      soldOutText: product.variants.some(isLeft) ? soldOutText : allSoldOutText,
      quantity,
      fewer,
      more,
      addToCart,
      adding,
      added,
      viewCart,
      pictures,
      starts,
      ends,
      startsAt: startsAt('{time}'),
      endsAt: endsAt('{time}'),
      priceFrom: priceFrom('{price}'),
      sold: sold('{percent}'),
      saleUnitsLeft: unitsLeft('{units}'),
      gone,
      limit: limit('{units}'),
      room,
    },
    errors: {
      GENERAL: texts.errors.GENERAL,
      OUT_OF_STOCK: texts.errors.OUT_OF_STOCK,
      CART_FULL: texts.errors.CART_FULL,
      VARIANT_NOT_FOUND: texts.errors.VARIANT_NOT_FOUND,
      TOO_BUSY: texts.errors.TOO_BUSY,
    },
  }
}

function panelVariant(shop: Shop, { options, sale, ...variant }: Variant): PanelVariant {
  return {
    ...variant,
    sale: sale && {
      ...sale,
      name: shop.pick(sale.name),
      startsText: formatDateTime(sale.startsAt, shop.language),
      endsText: formatDateTime(sale.endsAt, shop.language),
    },
    options: options.map(({ key, name, value, label, hex }) => ({
      key,
      name: shop.pick(name),
      value,
      label: shop.pick(label),
      hex,
    })),
  }
}
