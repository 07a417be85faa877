import type { Words } from '../../words.ts'

/**
 * Why a step was taken or money goes back, as the api wrote it down, in the reader's language. What people wrote themselves,
 * and what a courier calls its own statuses, stays as it is.
 */
export function causeText(cause: string, words: Words): string {
  const { orders } = words.texts
  const known = (names: Readonly<Record<string, string>>, key: string) => names[key] ?? key
  const exact = (orders.causes as Readonly<Record<string, string>>)[cause]
  if (exact !== undefined) return exact
  const [, start = '', rest = ''] =
    /^(handed to|paid by|return asked for by|cancelled by staff:|order(?= cancelled)|return \d+:|pathao:|steadfast:) (.+)$/s.exec(
      cause,
    ) ?? []
  switch (start) {
    case '':
      return cause
    case 'handed to':
      return orders.handedTo(known(orders.couriers, rest))
    case 'paid by':
      return orders.paidBy(known(orders.methods, rest))
    case 'return asked for by':
      return rest === 'staff' ? orders.returnByStaff : orders.returnByShopper
    case 'cancelled by staff:': {
      const [reason = '', ...note] = rest.split(', ')
      return [known(orders.cancelReasons, reason), ...note].join(', ')
    }
    case 'order':
      return causeText(rest, words)
    case 'pathao:':
    case 'steadfast:':
      return `${known(orders.couriers, start.slice(0, -1))}: ${rest}`
    default:
      return `${orders.return}: ${known(orders.returnReasons, rest)}`
  }
}
