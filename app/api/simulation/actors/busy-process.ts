import type { PlaceOrder } from '@dhakacart/contract/orders.schema.ts'
import { readOrderRequest } from '../../src/orders/order-request.ts'
import { type Placement, placeOrders } from '../../src/orders/orders.placement.ts'
import { ask, type Script } from '../actor.ts'
import { Violation } from '../violation.ts'
import { type PreparedCart, shopperAddress } from '../world.ts'
import {
  couponRefusals,
  enterCoupon,
  fillForm,
  lookAtCart,
  remember,
  type Seen,
  saleRefusals,
  type Visit,
} from './shopper.ts'

export type Press = { visit: Visit; cart: PreparedCart }

/** Answers that are fair to somebody whose cart nobody else has. */
const fairRefusals = new Set<string>(['PRICE_CHANGED', 'OUT_OF_STOCK', ...couponRefusals])

/** A process to which several shoppers pressed their buttons at once: it places their orders together, and each hears of its own. */
export function makeBusyProcess(presses: readonly Press[]): Script {
  return async (actor) => {
    const ready: (Placement & { body: PlaceOrder; seen: Seen })[] = []
    for (const { visit, cart } of presses) {
      if (visit.hasCoupon) await enterCoupon(actor, visit, cart.token)
      const seen = await lookAtCart(actor, visit, cart.token, new Map(cart.quantities))
      if (seen === null) continue
      const body = fillForm(visit, cart.token, seen)
      ready.push({
        cartToken: cart.token,
        key: seen.cart.orderKey ?? '',
        request: readOrderRequest(body),
        customerId: null,
        clientAddress: shopperAddress,
        body,
        seen,
      })
    }
    const fair = new Set<string>([...fairRefusals, ...(actor.world.saleId === null ? [] : saleRefusals)])
    const place = () => placeOrders(actor.context, ready)
    const answer = await ask(actor, 'placing orders together', place)
    if (answer.kind !== 'done') throw new Violation(`${actor.name} got no answers`)
    for (const [index, { key, body, seen }] of ready.entries()) {
      const outcome = answer.value[index]
      if (outcome === undefined) throw new Violation(`${actor.name} left shopper ${index + 1} without an answer`)
      if ('value' in outcome) {
        remember(actor, outcome.value.token, key, body, seen)
        actor.note(`told shopper ${index + 1}: placed`)
      } else {
        const { code } = outcome.error as { code?: string }
        if (code === undefined || !fair.has(code)) {
          throw new Violation(`${actor.name} refused shopper ${index + 1}: ${outcome.error}`, { cause: outcome.error })
        }
        actor.note(`told shopper ${index + 1}: ${code}`)
      }
    }
  }
}
