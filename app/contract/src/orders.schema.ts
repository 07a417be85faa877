import Type, { type Static } from 'typebox'
import { Option } from './catalogue.schema.ts'
import { paymentMethods } from './payment-methods.ts'
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
} from './shapes.ts'

export const orderStates = [
  'pending_payment',
  'pending_confirmation',
  'confirmed',
  'packed',
  'shipped',
  'delivered',
  'expired',
  'cancelled',
  'delivery_failed',
  'return_requested',
  'returned',
] as const
export type OrderState = (typeof orderStates)[number]

/** Printable text without control characters; spaces at the ends are trimmed by the api. */
export const text = (minLength: number, maxLength: number) =>
  Type.String({ minLength, maxLength, pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$' })

/** What the shopper saw when pressing the button; the order is refused when it is no longer so. Never used as a price. */
export const SeenCart = strict({
  lines: Type.Array(strict({ variantId: Id, quantity: Quantity, unitPricePaisa: Paisa }), {
    minItems: 1,
    maxItems: maxCartLines,
  }),
  deliveryFeePaisa: Paisa,
  /** What the coupon took off; absent: nothing. */
  discountPaisa: Type.Optional(Paisa),
})

export const PlaceOrder = strict({
  // Couriers take 3 to 100 characters of name and 10 to 220 of address, of which the place names need some.
  customerName: text(3, 100),
  /** Any way a Bangladeshi mobile number is written. */
  customerPhone: text(11, 25),
  customerEmail: nullable(Type.String({ maxLength: 254, pattern: '^\\s*[^@\\s]+@[^@\\s]+\\.[^@\\s]+\\s*$' })),
  upazilaId: Id,
  streetAddress: text(5, 160),
  deliveryNote: nullable(text(0, 300)),
  paymentMethod: Type.Enum([...paymentMethods]),
  language: Type.Enum(['en', 'bn']),
  seen: SeenCart,
})
export type PlaceOrder = Static<typeof PlaceOrder>

export const OrderLine = Type.Object({
  sku: Type.String(),
  productSlug: Slug,
  name: Localised,
  options: Type.Array(Option),
  pictureId: nullable(PictureId),
  quantity: Type.Integer(),
  unitPricePaisa: Paisa,
  linePaisa: Paisa,
  warrantyMonths: Type.Integer(),
})

export const OrderStep = Type.Object({ state: Type.Enum([...orderStates]), at: Instant })

/** What number and phone show: how far it is, nothing of where it goes. */
export const OrderStatus = Type.Object({
  number: Type.String(),
  state: Type.Enum([...orderStates]),
  steps: Type.Array(OrderStep),
  placedAt: Instant,
  itemCount: Type.Integer(),
  totalPaisa: Paisa,
  paymentMethod: Type.Enum([...paymentMethods]),
  /** Days in Asia/Dhaka, YYYY-MM-DD, counted from the day it was placed. */
  expectedFrom: Type.String(),
  expectedTo: Type.String(),
  /** Its parcel is being brought back, as its customer asked: nothing is delivered any more. */
  isCalledBack: Type.Boolean(),
})
export type OrderStatus = Static<typeof OrderStatus>

/** The whole order, for whoever holds its token. */
export const Order = Type.Object({
  ...OrderStatus.properties,
  token: Type.String(),
  lines: Type.Array(OrderLine),
  subtotalPaisa: Paisa,
  deliveryFeePaisa: Paisa,
  vatPaisa: Paisa,
  couponCode: nullable(Type.String()),
  /** What the coupon took off the products. */
  discountPaisa: Paisa,
  /** Of an order to be paid on delivery, what is paid online first; 0: nothing. */
  advancePaisa: Paisa,
  customerName: Type.String(),
  customerPhone: Type.String(),
  customerEmail: nullable(Type.String()),
  address: Type.Object({ division: Localised, district: Localised, upazila: Localised, street: Type.String() }),
  deliveryNote: nullable(Type.String()),
  /** While pending_payment or pending_confirmation: when the hold on the stock ends. */
  holdExpiresAt: nullable(Instant),
  canCancel: Type.Boolean(),
})
export type Order = Static<typeof Order>

/** What became of the cart of a browser, enough to lead its shopper to the order. */
export const CartOrder = Type.Object({
  token: Order.properties.token,
  number: Order.properties.number,
  state: Order.properties.state,
  holdExpiresAt: Order.properties.holdExpiresAt,
})
export type CartOrder = Static<typeof CartOrder>

/** `details` of PRICE_CHANGED, CART_CHANGED, OUT_OF_STOCK and DELIVERY_FEE_CHANGED: what is true now. */
export const OrderConflict = Type.Object({
  lines: Type.Optional(
    Type.Array(Type.Object({ variantId: Id, name: Localised, unitPricePaisa: Paisa, availableUnits: Type.Integer() })),
  ),
  deliveryFeePaisa: Type.Optional(Paisa),
  discountPaisa: Type.Optional(Paisa),
})
export type OrderConflict = Static<typeof OrderConflict>

/** `details` of SALE_LIMIT_REACHED: what one customer may buy of each, and how many of those this phone has left. */
export type SaleLimits = { sale: { variantId: number; name: Localised; limit: number; left: number }[] }

/** Details of PAYMENT_ADVANCE_NOT_TAKEN: what the order asks for in advance, and the most that can be paid online at once. */
export type AdvanceTooLarge = { advancePaisa: number; maxPaisa: number }

const tags = ['orders']
const tokenParams = Type.Object({ token: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }) })

export const placeOrder = defineRoute({
  method: 'POST',
  url: '/api/orders',
  schema: {
    summary:
      'Orders the cart of the cookie. The key is the cart’s own; the same key and content return the first order',
    tags,
    headers: IdempotencyKeyHeader,
    body: PlaceOrder,
    response: { 200: Order, ...errorResponses },
  },
})

export const getOrder = defineRoute({
  method: 'GET',
  url: '/api/orders/:token',
  schema: {
    summary: 'The order a token opens',
    tags,
    params: tokenParams,
    response: { 200: Order, ...errorResponses },
  },
})

export const getCartOrder = defineRoute({
  method: 'GET',
  url: '/api/cart/order',
  schema: {
    summary: 'The order that the cart of the cookie became within the last day; null for a cart that is not ordered',
    tags,
    response: { 200: Type.Object({ order: nullable(CartOrder) }), ...errorResponses },
  },
})

export const cancelOrder = defineRoute({
  method: 'POST',
  url: '/api/orders/:token/cancel',
  schema: {
    summary: 'Cancels an order that is not packed yet; again is fine',
    tags,
    params: tokenParams,
    response: { 200: Order, ...errorResponses },
  },
})

export const sendConfirmationCode = defineRoute({
  method: 'POST',
  url: '/api/orders/:token/confirmation-code',
  schema: {
    summary: 'Sends a new code to the phone of an order that waits for one',
    tags,
    params: tokenParams,
    response: {
      200: Type.Object({ expiresAt: Instant, resendAfterSeconds: Type.Integer() }),
      ...errorResponses,
    },
  },
})

export const confirmOrder = defineRoute({
  method: 'POST',
  url: '/api/orders/:token/confirm',
  schema: {
    summary: 'Confirms an order by the code sent to its phone; again is fine',
    tags,
    params: tokenParams,
    body: strict({ code: text(1, 20) }),
    response: { 200: Order, ...errorResponses },
  },
})

export const trackOrder = defineRoute({
  method: 'POST',
  url: '/api/orders/track',
  schema: {
    summary: 'Status by order number and phone; a POST so that neither stands in a URL or a log',
    tags,
    body: strict({ number: text(1, 40), phone: text(1, 25) }),
    response: { 200: OrderStatus, ...errorResponses },
  },
})
