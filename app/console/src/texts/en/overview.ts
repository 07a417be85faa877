import type { OrderProblem } from '@dhakacart/contract/console-orders.schema.ts'

const problems: Record<OrderProblem, string> = {
  late_to_ship: 'Late to ship',
  late_to_deliver: 'Late to deliver',
  delivery_failed: 'Delivery failed',
  return_open: 'Returns to decide',
  cancel_asked: 'Asked to cancel',
  called_back: 'To bring back',
  refund_due: 'Refunds due',
  payment_review: 'Payments to look at',
  parcel_called_off: 'Parcels to stop',
}

export const overview = {
  title: 'Overview',
  today: 'Orders today',
  money: 'Sold today',
  yesterday: (count: string) => `${count} yesterday`,
  soldOut: 'Sold out',
  nearlySoldOut: (count: string) => `${count} more with five or less`,
  problemCount: 'Problems',
  problemText: 'orders that somebody has to look at',
  noProblems: 'nothing waits for a decision',
  waitingTitle: 'What waits',
  waiting: {
    toConfirm: 'Code of the customer',
    toPay: 'Payment',
    toPack: 'To pack',
    toShip: 'To hand to a courier',
    onTheWay: 'On the way',
    returns: 'Returns',
  },
  problemsTitle: 'What is wrong',
  problems,
  count: 'Orders',
  ordersPlot: 'Orders a day',
  moneyPlot: 'Sold a day',
  lakh: (count: string) => `৳${count} lakh`,
  crore: (count: string) => `৳${count} crore`,
  day: 'Day',
  amount: 'Amount',
  shown: (time: string) => `As of ${time}; renewed every half minute.`,
}
