import { Connection } from '../http/connection.ts'
import { quantile } from './checkout-load.ts'

/** One cart with one unit of the product that everybody wants, and what its shopper saw. */
export type ReadyCart = { cookie: string; orderKey: string; phone: string }

/** Orders of one product, as many at once as there are buyers, each the first press of a cart that is ready. */
export type RushLoad = {
  origin: string
  buyers: number
  /** Pressed in this order, each once. */
  carts: readonly ReadyCart[]
  variantId: number
  unitPricePaisa: number
  deliveryFeePaisa: number
  upazilaId: number
  /** Presses before the measuring begins. */
  warmUp: number
}

export type RushFigures = {
  buyers: number
  sold: number
  soldOut: number
  perSecond: number
  p50Ms: number
  p99Ms: number
  errors: number
  firstError: string | null
}

const timeoutMs = 30_000

/** Plays the load; the rate is that of orders placed after the warm-up, the time that from there to the last of them. */
export async function playRush(load: RushLoad): Promise<RushFigures> {
  const durations: number[] = []
  let next = 0
  let [sold, soldOut, errors, measured] = [0, 0, 0, 0]
  let firstError: string | null = null
  let [startedAt, lastSoldAt] = [0, 0]
  const buyer = async () => {
    const client = new Connection(load.origin, { timeoutMs })
    for (let index = next++; index < load.carts.length; index = next++) {
      const cart = load.carts[index]
      if (cart === undefined) break
      if (index === load.warmUp) startedAt = performance.now()
      const beganAt = performance.now()
      const answer = await client.request({
        method: 'POST',
        path: '/api/orders',
        headers: { 'content-type': 'application/json', 'idempotency-key': cart.orderKey, cookie: cart.cookie },
        body: JSON.stringify(orderOf(cart, load)),
      })
      if (answer.status === 200) {
        sold += 1
        if (index < load.warmUp) continue
        measured += 1
        lastSoldAt = performance.now()
        durations.push(lastSoldAt - beganAt)
      } else if (answer.body.includes('OUT_OF_STOCK')) soldOut += 1
      else {
        errors += 1
        firstError ??= `${answer.status} ${answer.body}`
      }
    }
    client.close()
  }
  await Promise.all(Array.from({ length: load.buyers }, buyer))
  const sorted = Float64Array.from(durations).sort()
  return {
    buyers: load.buyers,
    sold,
    soldOut,
    perSecond: measured / ((lastSoldAt - startedAt) / 1_000),
    p50Ms: quantile(sorted, 0.5),
    p99Ms: quantile(sorted, 0.99),
    errors,
    firstError,
  }
}

function orderOf(cart: ReadyCart, load: RushLoad): object {
  return {
    customerName: 'Rahima Begum',
    customerPhone: cart.phone,
    customerEmail: null,
    upazilaId: load.upazilaId,
    streetAddress: 'House 7, Road 4',
    deliveryNote: null,
    paymentMethod: 'cash_on_delivery',
    language: 'en',
    seen: {
      lines: [{ variantId: load.variantId, quantity: 1, unitPricePaisa: load.unitPricePaisa }],
      deliveryFeePaisa: load.deliveryFeePaisa,
    },
  }
}
