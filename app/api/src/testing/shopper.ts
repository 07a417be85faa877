import { randomUUID } from 'node:crypto'
import type { Cart } from '@dhakacart/contract/carts.schema.ts'
import type { PlaceOrder } from '@dhakacart/contract/orders.schema.ts'
import type { LightMyRequestResponse } from 'fastify'
import type { TestApi } from './test-api.ts'

let shoppers = 0
/** People have a phone each, and a phone may have only so many orders on their way. The first is 01712-345678. */
function nextPhone(): string {
  return `01712-${String(345_678 + shoppers++).padStart(6, '0')}`
}

/** A shopper with one cookie jar, speaking HTTP to the api under test. */
export type Shopper = ReturnType<typeof createShopper>

export function createShopper(api: Pick<TestApi, 'inject'>, cookie: string | null = null) {
  let cartCookie = cookie
  const customerPhone = nextPhone()

  async function send(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    payload?: object,
    headers: Record<string, string> = {},
  ) {
    const answer = await api.inject({
      method,
      url,
      headers: { ...(cartCookie !== null && { cookie: `cart=${cartCookie}` }), ...headers },
      ...(payload !== undefined && { payload }),
    })
    const set = answer.cookies.find(({ name }) => name === 'cart')
    if (set !== undefined) cartCookie = set.value
    return answer
  }

  const add = (variantId: number, quantity = 1, key: string = randomUUID()) =>
    send('POST', '/api/cart/lines', { variantId, quantity }, { 'idempotency-key': key })

  const cart = async (): Promise<Cart> => (await send('GET', '/api/cart')).json()

  /** What pressing the button sends, for the cart and the fee as they are now. */
  async function orderBody(upazilaId: number, changes: Partial<PlaceOrder> = {}): Promise<PlaceOrder> {
    const { lines } = await cart()
    const quote = (await send('GET', `/api/cart/quote?upazilaId=${upazilaId}`)).json()
    return {
      customerName: 'Rahima Begum',
      customerPhone,
      customerEmail: null,
      upazilaId,
      streetAddress: 'House 7, Road 4',
      deliveryNote: null,
      paymentMethod: 'cash_on_delivery',
      language: 'en',
      seen: {
        lines: lines.map(({ variantId, quantity, unitPricePaisa }) => ({ variantId, quantity, unitPricePaisa })),
        deliveryFeePaisa: quote.deliveryFeePaisa ?? 0,
      },
      ...changes,
    }
  }

  const order = (key: string | null, body: object): Promise<LightMyRequestResponse> =>
    send('POST', '/api/orders', body, { 'idempotency-key': key ?? randomUUID() })

  return { send, add, cart, orderBody, order, cookie: () => cartCookie }
}
