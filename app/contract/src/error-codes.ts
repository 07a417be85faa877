/** Codes that only the console meets; its texts for staff are its own. */
export const staffErrorCodes = {
  STAFF_SIGN_IN_REQUIRED: 401,
  PERMISSION_DENIED: 403,
  STEP_UP_REQUIRED: 403,
  VERSION_CONFLICT: 409,
} as const

/**
 * Every error code the api answers with, and its HTTP status. The storefront has a text in both languages for each one a
 * shopper can meet; a test holds the two together.
 */
export const errorCodes = {
  BAD_REQUEST: 400,
  NOT_FOUND: 404,
  PRODUCT_NOT_FOUND: 404,
  CATEGORY_NOT_FOUND: 404,
  PLACE_NOT_FOUND: 404,
  ORDER_NOT_FOUND: 404,
  FOREIGN_ORIGIN: 403,
  VARIANT_NOT_FOUND: 404,
  CART_NOT_FOUND: 404,
  CART_FULL: 409,
  CART_EMPTY: 409,
  CART_ORDERED: 409,
  CART_CHANGED: 409,
  PRICE_CHANGED: 409,
  DELIVERY_FEE_CHANGED: 409,
  OUT_OF_STOCK: 409,
  IDEMPOTENCY_KEY_UNKNOWN: 422,
  IDEMPOTENCY_KEY_REUSED: 422,
  PHONE_INVALID: 422,
  PAYMENT_METHOD_UNAVAILABLE: 422,
  ORDER_STATE_FORBIDS: 409,
  NOT_SIGNED_IN: 401,
  CODE_WRONG: 422,
  SIGN_IN_WRONG: 422,
  TOO_MANY_SIGN_INS: 429,
  PASSWORD_WRONG: 422,
  PASSWORD_GUESSABLE: 422,
  PHONE_TAKEN: 409,
  ADDRESS_NOT_FOUND: 404,
  ADDRESSES_FULL: 409,
  ORDERS_OPEN: 409,
  BODY_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  TOO_MANY_CODES: 429,
  TOO_BUSY: 503,
  DATABASE_AWAY: 503,
  INTERNAL: 500,
  ...staffErrorCodes,
} as const
export type ErrorCode = keyof typeof errorCodes
