import type { ProductCard, SaleOffer, ShopSale } from '@dhakacart/contract/catalogue.schema.ts'
import type { Catalogue, ListedProduct } from './catalogue.model.ts'

/** The sales that run and those that are announced, the first to start first. */
export function showSales({ products }: Catalogue): ShopSale[] {
  const sales = new Map(products.flatMap(offersOf).map((offer) => [offer.saleId, offer]))
  return [...sales.values()]
    .map(({ saleId: id, name, startsAt, endsAt, state, limitPerCustomer, hasWaitingRoom }) => {
      return { id, name, startsAt, endsAt, isRunning: state !== 'upcoming', limitPerCustomer, hasWaitingRoom }
    })
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt) || a.id - b.id)
}

/** The products of a sale, the most wanted first, what is sold out last. */
export function showSaleProducts({ orders }: Catalogue, saleId: number): ProductCard[] {
  return orders.popular
    .filter((product) => offersOf(product).some((offer) => offer.saleId === saleId))
    .map(({ card }) => card)
    .toSorted((a, b) => Number(b.isInStock) - Number(a.isInStock))
}

function offersOf({ row }: ListedProduct): SaleOffer[] {
  return row.variants.flatMap(({ sale }) => (sale === null ? [] : [sale]))
}
