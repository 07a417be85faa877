import { randomInt, randomUUID } from 'node:crypto'
import { Connection } from '../http/connection.ts'

/** One load of complete checkouts: each a new cart, an added line, a delivery quote and an order, four HTTP requests. */
export type CheckoutLoad = {
  /** Where the api answers, without a slash at the end. */
  origin: string
  /** Shoppers at once, each on a connection of its own, without think time. */
  shoppers: number
  warmUpMs: number
  measureMs: number
  /** Variants to buy, each with stock for the whole run, and a place to deliver to. */
  variantIds: readonly number[]
  upazilaId: number
}

export type CheckoutFigures = {
  shoppers: number
  checkouts: number
  perSecond: number
  /** Milliseconds for the four requests together. */
  p50Ms: number
  p99Ms: number
  errors: number
  firstError: string | null
}

/** Longer than the api itself takes to give up. */
const timeoutMs = 30_000

type Answer = { status: number; cookie: string | null; body: Record<string, never> }

/** Plays the load and counts the checkouts that ended within the measured time. */
export async function playCheckouts(load: CheckoutLoad): Promise<CheckoutFigures> {
  const startAt = performance.now() + load.warmUpMs
  const endAt = startAt + load.measureMs
  const durations: number[] = []
  const errors: string[] = []
  const shopper = async (seed: number) => {
    const client = new Connection(load.origin, { timeoutMs })
    for (let round = 0; performance.now() < endAt; round++) {
      const beganAt = performance.now()
      const error = await checkout(client, load, seed * 7_919 + round * 2).catch(String)
      const endedAt = performance.now()
      if (error !== null) errors.push(error)
      else if (endedAt >= startAt && endedAt < endAt) durations.push(endedAt - beganAt)
    }
    client.close()
  }
  await Promise.all(Array.from({ length: load.shoppers }, (_, index) => shopper(index)))
  const sorted = Float64Array.from(durations).sort()
  return {
    shoppers: load.shoppers,
    checkouts: sorted.length,
    perSecond: sorted.length / (load.measureMs / 1000),
    p50Ms: quantile(sorted, 0.5),
    p99Ms: quantile(sorted, 0.99),
    errors: errors.length,
    firstError: errors[0] ?? null,
  }
}

/** The value below which the given share of sorted figures lies; NaN when there are none. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** null when the order was placed, else what went wrong. */
export async function checkout(client: Connection, load: CheckoutLoad, pick: number): Promise<string | null> {
  const variant = (offset: number) => load.variantIds[(pick + offset) % load.variantIds.length]
  const begun = await send(
    client,
    'POST',
    '/api/cart/lines',
    { variantId: variant(0), quantity: 1 },
    null,
    randomUUID(),
  )
  const cookie = begun.cookie
  if (cookie === null) return `new cart: ${begun.status} ${JSON.stringify(begun.body)}`
  const added = await send(
    client,
    'POST',
    '/api/cart/lines',
    { variantId: variant(1), quantity: 1 },
    cookie,
    randomUUID(),
  )
  if (added.status !== 200) return `add line: ${added.status} ${JSON.stringify(added.body)}`
  const quote = await send(client, 'GET', `/api/cart/quote?upazilaId=${load.upazilaId}`, null, cookie, null)
  if (quote.status !== 200) return `quote: ${quote.status} ${JSON.stringify(quote.body)}`
  const cart = added.body as unknown as {
    orderKey: string
    lines: { variantId: number; quantity: number; unitPricePaisa: number }[]
  }
  const lines = cart.lines.map(({ variantId, quantity, unitPricePaisa }) => ({ variantId, quantity, unitPricePaisa }))
  const order = {
    customerName: 'Rahima Begum',
    // A phone may have only so many orders on their way, and people have a phone each.
    customerPhone: `017${String(randomInt(100_000_000)).padStart(8, '0')}`,
    customerEmail: null,
    upazilaId: load.upazilaId,
    streetAddress: 'House 7, Road 4',
    deliveryNote: null,
    paymentMethod: 'cash_on_delivery',
    language: 'en',
    seen: { lines, deliveryFeePaisa: (quote.body as unknown as { deliveryFeePaisa: number }).deliveryFeePaisa },
  }
  const placed = await send(client, 'POST', '/api/orders', order, cookie, cart.orderKey)
  return placed.status === 200 ? null : `order: ${placed.status} ${JSON.stringify(placed.body)}`
}

async function send(
  client: Connection,
  method: 'GET' | 'POST',
  path: string,
  body: object | null,
  cookie: string | null,
  key: string | null,
): Promise<Answer> {
  const headers: Record<string, string> = {
    ...(body !== null && { 'content-type': 'application/json' }),
    ...(cookie !== null && { cookie }),
    ...(key !== null && { 'idempotency-key': key }),
  }
  const answer = await client.request({ method, path, headers, ...(body !== null && { body: JSON.stringify(body) }) })
  const setCookie = answer.setCookie[0]?.split(';')[0] ?? null
  return {
    status: answer.status,
    cookie: setCookie ?? cookie,
    body: JSON.parse(answer.body.toString()) as Answer['body'],
  }
}
