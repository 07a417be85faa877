export const sale = {
  title: 'Offers',
  pageTitle: 'Sales and offers | DhakaCart',
  pageDescription:
    'The sales that are on and the next ones: what it costs, from when, until when, and how many there are.',
  none: 'There is no sale just now',
  noneText: 'When the next one is announced you find it here. Until then, these are today’s best prices.',
  toOffers: 'See today’s offers',
  see: 'See the sale',
  starts: 'Starts in',
  ends: 'Ends in',
  /** Where the seconds cannot be counted, and for screen readers. */
  startsAt: (time: string) => `Starts ${time}`,
  endsAt: (time: string) => `Until ${time}`,
  window: (from: string, to: string) => `${from} to ${to}`,
  over: 'This sale is over. The page shows the prices of today when you open it again.',
  priceFrom: (price: string) => `${price} in the sale`,
  sold: (percent: string) => `${percent}% sold`,
  unitsLeft: (units: string) => `Only ${units} left at this price`,
  gone: 'All units at the sale price are sold. The usual price holds again.',
  limit: (units: string) => `At most ${units} per customer`,
  room: 'Many will come at once: before you order you take a place in the waiting room.',
  cardFrom: (price: string, time: string) => `${price} from ${time}`,
}
