import { define } from '../define-error.ts'

export const PaymentMethodUnavailable = define(
  'PAYMENT_METHOD_UNAVAILABLE',
  'This way to pay is not available now. Choose another.',
)
export const PaymentAmountNotTaken = define(
  'PAYMENT_AMOUNT_NOT_TAKEN',
  'This way to pay takes no such amount in one payment. Choose another.',
)
export const AdvanceNotTaken = define(
  'PAYMENT_ADVANCE_NOT_TAKEN',
  'The advance of this order is more than can be paid online at once. details says how much that is: order less, or call the shop.',
)
export const PaymentMethodRefused = define(
  'PAYMENT_METHOD_REFUSED',
  'The payment provider refused to begin. The order is kept: choose another way to pay.',
)
export const PaymentNotDue = define(
  'PAYMENT_NOT_DUE',
  'Nothing is to be paid for this order now. Read the order and its payment again.',
)
export const TooManyPaymentAttempts = define(
  'TOO_MANY_PAYMENT_ATTEMPTS',
  'Paying this order was tried too often. Order again, or call the shop.',
)
export const PaymentProviderAway = define(
  'PAYMENT_PROVIDER_AWAY',
  'The payment provider does not answer. The order is kept: try again, or choose another way to pay.',
)
