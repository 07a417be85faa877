import type {
  addCartLine as AddCartLine,
  quoteCart as QuoteCart,
  removeCartLine as RemoveCartLine,
  setCartLine as SetCartLine,
} from '@dhakacart/contract/carts.schema.ts'
import type { suggest as Suggest } from '@dhakacart/contract/catalogue.schema.ts'
import type {
  estimateDelivery as EstimateDelivery,
  listUpazilas as ListUpazilas,
} from '@dhakacart/contract/delivery.schema.ts'
import type { Route } from '@dhakacart/contract/route.ts'
import type {
  getVisit as GetVisit,
  getWaitingRoom as GetWaitingRoom,
  takePass as TakePass,
  takeTicket as TakeTicket,
} from '@dhakacart/contract/waiting-room.schema.ts'

/**
 * The routes that browsers call, without their schemas: those would bring a validation library of 30 kB into every
 * page. A test holds method and address to the contract.
 */
function bare<R extends Route>(method: R['method'], url: R['url']): R {
  return { method, url } as R
}

export const addCartLine = bare<typeof AddCartLine>('POST', '/api/cart/lines')
export const setCartLine = bare<typeof SetCartLine>('PUT', '/api/cart/lines/:variantId')
export const removeCartLine = bare<typeof RemoveCartLine>('DELETE', '/api/cart/lines/:variantId')
export const quoteCart = bare<typeof QuoteCart>('GET', '/api/cart/quote')
export const listUpazilas = bare<typeof ListUpazilas>('GET', '/api/delivery/districts/:district/upazilas')
export const suggest = bare<typeof Suggest>('GET', '/api/catalogue/suggestions')
export const estimateDelivery = bare<typeof EstimateDelivery>('GET', '/api/delivery/estimate')
export const getWaitingRoom = bare<typeof GetWaitingRoom>('GET', '/api/waiting-rooms/:saleId')
export const getVisit = bare<typeof GetVisit>('GET', '/api/waiting-rooms/:saleId/visit')
export const takeTicket = bare<typeof TakeTicket>('PUT', '/api/waiting-rooms/:saleId/ticket')
export const takePass = bare<typeof TakePass>('PUT', '/api/waiting-rooms/:saleId/pass')
