import type { SaleOffer } from '@dhakacart/contract/catalogue.schema.ts'
import type { ProductRow, VariantRow } from './catalogue.repository.ts'

/** A variant at the price of one moment, with the sale it is in then or next. */
export type PricedVariant = VariantRow & { sale: SaleOffer | null }
export type PricedProduct = Omit<ProductRow, 'variants'> & { variants: PricedVariant[] }

/** The last units of an allotment are told exactly, the others in tenths: as far as the function sale_level counts. */
const saleUnitsCounted = 5

/** A product as it costs at that moment by the database's clock. */
export function priceProduct(row: ProductRow, nowMs: number): PricedProduct {
  return { ...row, variants: row.variants.map((variant) => priceVariant(variant, nowMs)) }
}

/** While a sale runs and something is left of its allotment its price holds, and the usual one is struck through. */
function priceVariant(variant: VariantRow, nowMs: number): PricedVariant {
  const { pricePaisa: usualPricePaisa } = variant
  // At a usual price that fell below it a sale is none.
  const found = variant.sales.find((sale) => sale.endsAtMs > nowMs && sale.pricePaisa < usualPricePaisa)
  if (found === undefined) return { ...variant, sale: null }
  const { saleId, name, pricePaisa, allotment, unitsLeft, limitPerCustomer, hasWaitingRoom } = found
  const state = found.startsAtMs > nowMs ? 'upcoming' : unitsLeft > 0 ? 'running' : 'sold_out'
  const sale: SaleOffer = {
    saleId,
    name,
    state,
    startsAt: new Date(found.startsAtMs).toISOString(),
    endsAt: new Date(found.endsAtMs).toISOString(),
    pricePaisa,
    usualPricePaisa,
    unitsLeft: unitsLeft <= saleUnitsCounted ? unitsLeft : null,
    soldPercent: 100 - 10 * Math.ceil((unitsLeft * 10) / allotment),
    limitPerCustomer,
    hasWaitingRoom,
  }
  return state === 'running' ? { ...variant, sale, pricePaisa, compareAtPaisa: usualPricePaisa } : { ...variant, sale }
}

/** From when until when, both by the database's clock, prices stay as they are at that moment; `until` is not part of it. */
export type PriceSpan = { fromMs: number; untilMs: number }

export function priceSpan(rows: readonly ProductRow[], nowMs: number): PriceSpan {
  let fromMs = Number.NEGATIVE_INFINITY
  let untilMs = Number.POSITIVE_INFINITY
  for (const { variants } of rows) {
    for (const { sales } of variants) {
      for (const instantMs of sales.flatMap(({ startsAtMs, endsAtMs }) => [startsAtMs, endsAtMs])) {
        if (instantMs <= nowMs) fromMs = Math.max(fromMs, instantMs)
        else untilMs = Math.min(untilMs, instantMs)
      }
    }
  }
  return { fromMs, untilMs }
}
