/** What is read again after something was done to an order. */
export const refreshes = ['/api/console/orders', '/api/console/overview', '/api/console/returns'] as const
