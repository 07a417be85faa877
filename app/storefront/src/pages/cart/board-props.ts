import type { Cart, CartLine } from '@dhakacart/contract/carts.schema.ts'
import type { BoardLine, CartBoardProps } from '../../islands/cart-board.tsx'
import type { Shop } from '../../shop.ts'

export type Removed = { variantId: number; quantity: number }

/** What the interactive part of the cart needs, in one language. */
export function boardProps(shop: Shop, cart: Cart, removed: Removed | null): CartBoardProps {
  const { cart: texts } = shop.texts
  return {
    language: shop.language,
    lines: cart.lines.map((line) => boardLine(shop, line)),
    removed,
    texts: {
      ...texts,
      items: texts.items('{count}'),
      each: texts.each('{price}'),
      quantityOf: texts.quantityOf('{name}'),
      fewer: texts.fewer('{name}'),
      more: texts.more('{name}'),
      removeName: texts.removeName('{name}'),
      priceRose: texts.priceRose('{was}', '{now}'),
      priceFell: texts.priceFell('{was}', '{now}'),
      onlyLeft: texts.onlyLeft('{units}'),
      takeLeft: texts.takeLeft('{units}'),
      saleUntil: texts.saleUntil('{time}'),
      saleLeft: texts.saleLeft('{price}', '{units}'),
      saleLimit: texts.saleLimit('{units}'),
      saved: texts.saved('{subtotal}'),
    },
  }
}

function boardLine(shop: Shop, line: CartLine): BoardLine {
  const { variantId, productSlug, sku, pictureId, quantity, unitPricePaisa, addedPricePaisa, availableUnits, sale } =
    line
  return {
    variantId,
    productSlug,
    sku,
    name: shop.pick(line.name),
    options: line.options.map(({ label }) => shop.pick(label)).join(' · '),
    pictureId,
    quantity,
    unitPricePaisa,
    addedPricePaisa,
    availableUnits,
    sale,
  }
}
