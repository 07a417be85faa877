/** Paying an order online, on its page. */
export const payment = {
  title: 'Payment',
  due: (amount: string) => `To be paid now: ${amount}`,
  advance: (amount: string, rest: string) =>
    `An advance of ${amount} confirms this order. The remaining ${rest} you pay the courier in cash.`,
  timeLeft: 'Time left',
  until: (time: string) => `We keep the products for you until ${time}.`,
  goOn: (name: string) => `Go on to ${name}`,
  openText: (name: string) => `Your payment with ${name} is open in another page, or waits to be finished.`,
  checking: 'We are asking the payment service whether your money has arrived. This takes a moment.',
  lookAgain: 'Look again',
  failed: 'The payment did not go through, and your products are still kept. Try again, or pay another way.',
  refused: (name: string) =>
    `Paying with ${name} is not possible for this order. Your products are still kept: please choose another way.`,
  failedLate: 'The payment did not go through in time, so the order has ended. You can order again.',
  expired:
    'The time to pay is over and the products are free again. Did you pay after all? We find it by ourselves: either your order is confirmed, or all of the money goes back.',
  choose: 'Choose how to pay',
  pay: 'Pay now',
  paid: (amount: string) => `${amount} paid. Thank you!`,
  paidLeft: (amount: string) => `Without that, ${amount} is paid for this order.`,
  review: 'The bank asked us to look at this payment once more. A person does that soon; we then pack your order.',
  refundOpen: (amount: string) => `${amount} is on its way back to you. It takes up to ten days.`,
  refundDone: (amount: string, date: string) => `${amount} was given back on ${date}.`,
  onDelivery: (amount: string) => `${amount} to be paid in cash on delivery.`,
  leaving: (name: string) => `Taking you to ${name}…`,
  leavingText: (amount: string) => `You pay ${amount} there and come back to your order by yourself.`,
  productInstalments: (min: string, max: string) => `Card instalments: ${min} to ${max} months.`,
  productInstalmentsOne: (months: string) => `Card instalments: ${months} months.`,
  productInstalmentsFrom: (from: string) => `For orders of ${from} and more.`,
  productInstalmentsBanks: 'Banks and months',
  productInstalmentsNote:
    'Your bank decides whether your card can. A fee written with a bank comes on top of the price.',
  bankMonths: (bank: string, months: string) => `${bank}: ${months} months`,
  bankFee: (percent: string) => `(the bank adds ${percent})`,
}
