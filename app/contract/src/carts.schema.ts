import Type, { type Static } from 'typebox'
import { Option } from './catalogue.schema.ts'
import { DeliveryZone } from './delivery.schema.ts'
import { defineRoute } from './route.ts'
import {
  errorResponses,
  Id,
  IdempotencyKeyHeader,
  Instant,
  Localised,
  maxCartLines,
  nullable,
  Paisa,
  PictureId,
  Quantity,
  Slug,
  strict,
  Uuid,
} from './shapes.ts'

export const CartLine = Type.Object({
  variantId: Id,
  sku: Type.String(),
  productSlug: Slug,
  name: Localised,
  options: Type.Array(Option),
  pictureId: nullable(PictureId),
  quantity: Quantity,
  unitPricePaisa: Paisa,
  /** The price when it was added; differs from unitPricePaisa when it changed since. */
  addedPricePaisa: Paisa,
  linePaisa: Paisa,
  /** Units that can be bought now, at most the quantity asked for + 99; below `quantity` the line cannot be ordered. */
  availableUnits: Type.Integer(),
  /** The sale that has it now. Its price is the line's while what is left of its allotment covers the quantity. */
  sale: nullable(
    Type.Object({
      pricePaisa: Paisa,
      usualPricePaisa: Paisa,
      /** Left of the allotment, at most 99. */
      unitsLeft: Type.Integer(),
      /** Units one customer may buy in the sale; null: any number. */
      limitPerCustomer: nullable(Type.Integer()),
      hasWaitingRoom: Type.Boolean(),
      endsAt: Instant,
    }),
  ),
})
export type CartLine = Static<typeof CartLine>

export const Cart = Type.Object({
  lines: Type.Array(CartLine, { maxItems: maxCartLines }),
  /** Units in all lines. */
  itemCount: Type.Integer(),
  subtotalPaisa: Paisa,
  /** The coupon entered in it; `problem`: the code of why it takes nothing off now. Limits per phone show when ordering. */
  coupon: nullable(
    Type.Object({
      code: Type.String(),
      discountPaisa: Paisa,
      problem: nullable(Type.String({ description: 'one of errorCodes' })),
    }),
  ),
  /** The idempotency key this cart is ordered under; null while there is no cart. */
  orderKey: nullable(Uuid),
})
export type Cart = Static<typeof Cart>

export const CartQuote = Type.Object({
  zone: DeliveryZone,
  weightGrams: Type.Integer(),
  subtotalPaisa: Paisa,
  deliveryFeePaisa: Paisa,
  discountPaisa: Paisa,
  totalPaisa: Paisa,
})
export type CartQuote = Static<typeof CartQuote>

const tags = ['carts']
const cartParams = Type.Object({ variantId: Id })

export const getCartSummary = defineRoute({
  method: 'GET',
  url: '/api/cart/summary',
  schema: {
    summary:
      'What the header of a cached page asks for separately: cart badge, name, and the time by which prices switch. Never stored by any cache',
    tags,
    response: {
      200: Type.Object({ itemCount: Type.Integer(), name: nullable(Type.String()), now: nullable(Instant) }),
      ...errorResponses,
    },
  },
})

export const getCart = defineRoute({
  method: 'GET',
  url: '/api/cart',
  schema: {
    summary: 'The cart of the cookie; empty when there is none',
    tags,
    response: { 200: Cart, ...errorResponses },
  },
})

export const addCartLine = defineRoute({
  method: 'POST',
  url: '/api/cart/lines',
  schema: {
    summary: 'Adds units of a variant; makes the cart (and its cookie) when there is none. The same key adds once',
    tags,
    headers: IdempotencyKeyHeader,
    body: strict({ variantId: Id, quantity: Quantity }),
    response: { 200: Cart, ...errorResponses },
  },
})

export const setCartLine = defineRoute({
  method: 'PUT',
  url: '/api/cart/lines/:variantId',
  schema: {
    summary: 'Sets the quantity of a line',
    tags,
    params: cartParams,
    body: strict({ quantity: Quantity }),
    response: { 200: Cart, ...errorResponses },
  },
})

export const removeCartLine = defineRoute({
  method: 'DELETE',
  url: '/api/cart/lines/:variantId',
  schema: {
    summary: 'Removes a line; fine when it is not there',
    tags,
    params: cartParams,
    response: { 200: Cart, ...errorResponses },
  },
})

export const setCartCoupon = defineRoute({
  method: 'PUT',
  url: '/api/cart/coupon',
  schema: {
    summary: 'Enters a coupon; one that could not be used for this cart now is refused',
    tags,
    body: strict({ code: Type.String({ minLength: 1, maxLength: 40 }) }),
    response: { 200: Cart, ...errorResponses },
  },
})

export const removeCartCoupon = defineRoute({
  method: 'DELETE',
  url: '/api/cart/coupon',
  schema: {
    summary: 'Takes the coupon out; fine when there is none',
    tags,
    response: { 200: Cart, ...errorResponses },
  },
})

export const quoteCart = defineRoute({
  method: 'GET',
  url: '/api/cart/quote',
  schema: {
    summary: 'Delivery fee, days and total of the cart to an upazila',
    tags,
    querystring: Type.Object({ upazilaId: Id }, { additionalProperties: false }),
    response: { 200: CartQuote, ...errorResponses },
  },
})
