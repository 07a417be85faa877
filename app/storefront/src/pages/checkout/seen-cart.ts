import type { Cart, CartLine } from '@dhakacart/contract/carts.schema.ts'
import type { PlaceOrder } from '@dhakacart/contract/orders.schema.ts'
import { isKey, readId, readPaisa, readQuantity } from '../../form-values.ts'
import type { Shop } from '../../shop.ts'

/** What the page showed when the button was pressed, which the form brings back in hidden fields. */
export type Seen = PlaceOrder['seen'] & {
  /** Idempotency key of the cart it was made for. */
  orderKey: string
  /** Upazila that the fee was shown for. */
  quotedFor: string
}

/** The contract's limit of lines in a cart. */
const linesMax = 50

/** Reads the hidden fields; null when anything is missing or not as we write it. */
export function readSeen(form: URLSearchParams): Seen | null {
  const orderKey = form.get('key') ?? ''
  const deliveryFeePaisa = readPaisa(form.get('fee'))
  const discountPaisa = readPaisa(form.get('discount') ?? '0')
  const lines = form.getAll('line').map(readLine)
  if (!isKey(orderKey) || deliveryFeePaisa === null || discountPaisa === null) return null
  if (lines.length === 0 || lines.length > linesMax || !lines.every((line) => line !== null)) return null
  return { orderKey, deliveryFeePaisa, discountPaisa, lines, quotedFor: form.get('quotedFor') ?? '' }
}

/** Why a price changed, where it is known: what was left at a sale's price no longer covers the line. */
function priceText({ priceChanged, saleUnitsGone }: Shop['texts']['checkout'], { sale }: CartLine, wasPaisa: number) {
  return sale !== null && sale.pricePaisa === wasPaisa ? saleUnitsGone : priceChanged
}

/** One line as a hidden field holds it: variant, quantity, price. */
export function writeLine(line: { variantId: number; quantity: number; unitPricePaisa: number }): string {
  return `${line.variantId}:${line.quantity}:${line.unitPricePaisa}`
}

function readLine(text: string): PlaceOrder['seen']['lines'][number] | null {
  const [variant, count, price, ...rest] = text.split(':')
  const variantId = readId(variant)
  const quantity = readQuantity(count)
  const unitPricePaisa = readPaisa(price)
  if (variantId === null || quantity === null || unitPricePaisa === null || rest.length > 0) return null
  return { variantId, quantity, unitPricePaisa }
}

/**
 * What is different now from what the shopper saw, one sentence each with both values. `told`: variants of which
 * something was said already. `feePaisa`: the fee now, null when it is not known.
 */
export function describeChanges(
  shop: Shop,
  seen: Seen,
  cart: Cart,
  feePaisa: number | null,
  told: ReadonlySet<number> = new Set(),
): string[] {
  const { checkout: texts } = shop.texts
  const seenLines = new Map(seen.lines.map((line) => [line.variantId, line]))
  const nowIds = new Set(cart.lines.map((line) => line.variantId))
  const changes = cart.lines
    .filter(({ variantId }) => !told.has(variantId))
    .flatMap((line) => {
      const name = shop.pick(line.name)
      const was = seenLines.get(line.variantId)
      if (was === undefined) return [texts.lineAdded(name)]
      return [
        was.unitPricePaisa !== line.unitPricePaisa &&
          priceText(texts, line, was.unitPricePaisa)(
            name,
            shop.money(was.unitPricePaisa),
            shop.money(line.unitPricePaisa),
          ),
        was.quantity !== line.quantity &&
          texts.quantityChanged(name, shop.number(was.quantity), shop.number(line.quantity)),
      ].filter((change) => change !== false)
    })
  const goneCount = seen.lines.filter(({ variantId }) => !nowIds.has(variantId) && !told.has(variantId)).length
  if (goneCount > 0) changes.push(texts.lineGone)
  if (feePaisa !== null && feePaisa !== seen.deliveryFeePaisa) {
    changes.push(texts.feeChanged(shop.money(seen.deliveryFeePaisa), shop.money(feePaisa)))
  }
  return changes
}
