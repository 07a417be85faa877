/** Every way to pay that the shop knows. Which of them are offered now is for the api to say. */
export const paymentMethods = ['cash_on_delivery', 'bkash', 'nagad', 'sslcommerz'] as const
export type PaymentMethod = (typeof paymentMethods)[number]
