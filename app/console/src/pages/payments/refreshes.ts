/** What is read again after money of an order was moved or decided upon. */
export const moneyRefreshes = [
  '/api/console/orders',
  '/api/console/overview',
  '/api/console/payments',
  '/api/console/refunds',
] as const
