import assert from 'node:assert/strict'
import { randomInt, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

/** What came of pressing the button: number and token of the order, or why there is none. */
export type Press = { status: number; number: string; token: string; code: string; retryAfter: string | null }
/** A cart whose next step is to be ordered, as often as `place` is called. */
export type ReadyCart = { place: () => Promise<Press> }

/**
 * Fills carts, lets `crash` take the database away, and orders them all at that moment. Every order must be placed once: the
 * shopper's one press is answered, and pressing again gives the same order.
 */
export async function orderThroughCrash(origin: string, carts: number, crash: () => void): Promise<void> {
  const { variantId, upazilaId } = await chooseGoods(origin)
  const ready: ReadyCart[] = []
  for (let index = 0; index < carts; index++) ready.push(await fillCart(origin, variantId, upazilaId))
  crash()
  const placed = await Promise.all(ready.map(({ place }) => place()))
  assert.deepEqual(
    placed.map(({ status }) => status),
    ready.map(() => 200),
  )
  assert.equal(new Set(placed.map(({ number }) => number)).size, carts)
  for (const [index, { place }] of ready.entries()) {
    const first = placed[index]
    const again = await place()
    assert.deepEqual([again.status, again.number], [200, first?.number])
    assert.equal((await fetch(`${origin}/api/orders/${first?.token}`)).status, 200)
  }
}

/** A variant that is in stock, and an upazila that it can go to. */
export async function chooseGoods(origin: string): Promise<{ variantId: number; upazilaId: number }> {
  const home = await read<{ popular: { slug: string }[] }>(`${origin}/api/catalogue/home`)
  const product = await read<{ variants: { id: number; availability: string }[] }>(
    `${origin}/api/catalogue/products/${home.popular[0]?.slug}`,
  )
  const district = await read<{ upazilas: { id: number }[] }>(`${origin}/api/delivery/districts/dhaka/upazilas`)
  const variant = product.variants.find(({ availability }) => availability === 'in_stock')
  assert.ok(variant !== undefined && district.upazilas[0] !== undefined, 'nothing to order')
  return { variantId: variant.id, upazilaId: district.upazilas[0].id }
}

async function read<T>(url: string): Promise<T> {
  return (await fetch(url)).json() as Promise<T>
}

/** A new shopper's cart with one unit, and everything that ordering it needs. */
export async function fillCart(origin: string, variantId: number, upazilaId: number): Promise<ReadyCart> {
  const send = (path: string, key: string, body: object, cookie = '') =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key, cookie },
      body: JSON.stringify(body),
    })
  const added = await untilTaken(() => send('/api/cart/lines', randomUUID(), { variantId, quantity: 1 }))
  const cookie = added.headers
    .getSetCookie()
    .flatMap((line) => line.split(';', 1))
    .join('; ')
  const cart = (await added.json()) as { orderKey: string; lines: { unitPricePaisa: number }[] }
  const quote = `${origin}/api/cart/quote?upazilaId=${upazilaId}`
  const quoted = await untilTaken(() => fetch(quote, { headers: { cookie } }))
  const { deliveryFeePaisa } = (await quoted.json()) as { deliveryFeePaisa: number }
  const order = {
    customerName: 'Rahima Begum',
    // A phone may have only so many orders on their way.
    customerPhone: `017${String(randomInt(100_000_000)).padStart(8, '0')}`,
    customerEmail: null,
    upazilaId,
    streetAddress: 'House 7, Road 4',
    deliveryNote: null,
    paymentMethod: 'cash_on_delivery',
    language: 'bn',
    seen: { lines: [{ variantId, quantity: 1, unitPricePaisa: cart.lines[0]?.unitPricePaisa }], deliveryFeePaisa },
  }
  return {
    async place() {
      const answer = await send('/api/orders', cart.orderKey, order, cookie)
      const { number, token, code } = (await answer.json()) as Press
      return { status: answer.status, number, token, code, retryAfter: answer.headers.get('retry-after') }
    },
  }
}

/** A busy process turns new carts away with 503: asked again, as a shopper would. */
async function untilTaken(ask: () => Promise<Response>): Promise<Response> {
  for (let asked = 1; ; asked++) {
    const answer = await ask()
    if (answer.ok) return answer
    assert.ok(answer.status === 503 && asked < timesAsked, `${answer.status} ${await answer.text()}`)
    await answer.arrayBuffer()
    await sleep(askAgainMs)
  }
}
const timesAsked = 40
const askAgainMs = 500
