import { formatDateTime } from '@dhakacart/contract/dates.ts'
import type { CartOrder } from '@dhakacart/contract/orders.schema.ts'
import { links } from '../links.ts'
import type { Shop } from '../shop.ts'

/** What the order of this browser's cart waits for, or how far it is. */
export function orderedBeforeText({ texts, language }: Shop, { state, holdExpiresAt }: CartOrder): string {
  const { orderedBefore, order } = texts
  if (holdExpiresAt === null) return orderedBefore.goesOn(order.states[state].name)
  const until = formatDateTime(holdExpiresAt, language)
  return state === 'pending_payment' ? orderedBefore.waitsForPayment(until) : orderedBefore.waitsForCode(until)
}

/** The way to the order, by what is to be done there. */
export function OrderedBeforeLink({ shop, order }: { shop: Shop; order: CartOrder }) {
  const { orderedBefore } = shop.texts
  const name = order.state === 'pending_payment' ? orderedBefore.pay : orderedBefore.open
  return (
    <a className="button" href={links.order(shop.language, order.token)}>
      {name(order.number)}
    </a>
  )
}
