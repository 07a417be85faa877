import type { OrderState } from '@dhakacart/contract/orders.schema.ts'
import type { PaymentMethod } from '@dhakacart/contract/payment-methods.ts'

/** What each state is called, and what it means for the shopper. */
const states: Record<OrderState, { name: string; text: string }> = {
  pending_payment: {
    name: 'Waiting for payment',
    text: 'We keep the products for you until the payment arrives or the time is over.',
  },
  pending_confirmation: {
    name: 'Waiting for your code',
    text: 'Enter the code we sent to your phone. Until then we keep the products for you.',
  },
  confirmed: { name: 'Confirmed', text: 'We have your order and pack it next.' },
  packed: { name: 'Packed', text: 'It is packed and waits for the courier.' },
  shipped: { name: 'On its way', text: 'The courier has it and calls before coming. Please keep your phone on.' },
  delivered: { name: 'Delivered', text: 'It has arrived. Something wrong? You have 7 days to tell us.' },
  expired: {
    name: 'Expired',
    text: 'It was not paid or confirmed in time, so nothing was ordered. You can order again.',
  },
  cancelled: { name: 'Cancelled', text: 'The order is cancelled. Nothing will be sent, and there is nothing to pay.' },
  delivery_failed: {
    name: 'Delivery failed',
    text: 'The courier did not reach you. We call you to arrange another attempt.',
  },
  return_requested: { name: 'Return requested', text: 'We have your request and call you about the pick-up.' },
  returned: { name: 'Returned', text: 'The products are back with us.' },
}

const payments: Record<PaymentMethod, string> = {
  cash_on_delivery: 'Cash on delivery',
  bkash: 'bKash',
  nagad: 'Nagad',
  sslcommerz: 'Card or online banking',
}

export const order = {
  invoice: 'Invoice',
  invoiceShow: 'Show or print the invoice',
  invoicePdf: 'Invoice as PDF',
  backToOrder: 'Back to the order',
  title: (number: string) => `Order ${number}`,
  thanks: (name: string) => `Thank you, ${name}!`,
  thanksText: 'Your order is placed. We sent the number to your phone by SMS.',
  number: 'Order number',
  copy: 'Copy',
  copied: 'Copied',
  keep: 'Keep this page’s address to yourself: whoever has it sees this order.',
  states,
  payments,
  progress: 'How far it is',
  now: 'now',
  comesNext: 'still to come',
  calledBack: 'You asked us to cancel, so we have it brought back. If the courier still comes, please do not take it.',
  expected: 'Expected',
  expectedBetween: (from: string, to: string) => `${from} to ${to}`,
  next: 'What happens next',
  nextSteps: [
    'We check and pack your order, usually the same day, and hand it to the courier within 48 hours.',
    'You get an SMS when it leaves. The courier calls you before coming.',
    'Look at the parcel, then pay the courier in cash. Please have the amount ready.',
  ],
  nextStepsPaid: [
    'We check and pack your order, usually the same day, and hand it to the courier within 48 hours.',
    'You get an SMS when it leaves. The courier calls you before coming.',
    'It is paid already: there is nothing to pay the courier.',
  ],
  products: 'Products',
  units: (count: string, price: string) => `${count} × ${price}`,
  warrantyMonths: (count: string) => `${count} months’ warranty`,
  itemCount: (count: string) => `${count} items`,
  subtotal: 'Subtotal',
  coupon: (code: string) => `Coupon ${code}`,
  delivery: 'Delivery',
  total: 'Total',
  vat: (amount: string) => `of which VAT ${amount}`,
  payment: 'Payment',
  deliverTo: 'Deliver to',
  contact: 'Phone',
  note: 'Note for the courier',
  placedAt: 'Placed',
  cancel: 'Cancel this order',
  cancelSure: 'Really cancel? The products are free for others again at once. This cannot be undone.',
  cancelYes: 'Yes, cancel the order',
  help: 'Something wrong with the order?',
  helpText: (phone: string) => `Call us on ${phone} and tell us the number.`,
}

export const confirm = {
  title: 'Confirm your order',
  text: (phone: string) =>
    `We sent a code of six digits to ${phone} by SMS. Enter it here and the order is confirmed; you pay when it arrives.`,
  until: (time: string) => `We keep the products for you until ${time}.`,
  code: 'Code from the SMS',
  codeHint: 'Six digits. A code works for ten minutes.',
  codeMissing: 'Please enter the six digits of the SMS.',
  button: 'Confirm the order',
  resend: 'Send a new code',
  sent: 'A new code is on its way to your phone.',
}

export const track = {
  title: 'Track your order',
  text: 'Give the number of the order and the phone it was placed with.',
  number: 'Order number',
  numberHint: 'It stands in our SMS and looks like DC7K3M9QXP.',
  phone: 'Mobile number',
  button: 'Show the order',
  numberMissing: 'Please give the order number.',
  phoneMissing: 'Please give a Bangladeshi mobile number, like 01712-345678.',
  notFound: 'We found no order with this number and phone.',
  notFoundText:
    'Look at the SMS again: the number has 10 letters and digits and begins with DC. The phone must be the one given when ordering.',
  stillNot: (phone: string) => `Still not found? Call us on ${phone}.`,
  away: 'We cannot look it up just now. Please press the button again in a few seconds.',
  another: 'Track another order',
  whole:
    'The whole order, with address and amounts, opens with the link in our e-mail or on the page you saw after ordering.',
}
