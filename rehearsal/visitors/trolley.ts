import { randomUUID } from 'node:crypto'
import type { Answer } from '../http/connection.ts'
import type { Outcome } from '../measures/measures.ts'
import { jsonOf, judgePage, type VisitorClient } from './client.ts'
import { payInSimulator } from './simulated-payer.ts'
import type { Surroundings } from './visitor.ts'

/** What one visitor means to buy. */
export type Shopping = {
  variantId: number
  language: 'en' | 'bn'
  phone: string
  /** Milliseconds since the start, not before. */
  startsAt: number
  /** false: goes away at the checkout. */
  buys: boolean
  paysOnline: boolean
}

type Cart = { orderKey: string | null; lines: { variantId: number; quantity: number; unitPricePaisa: number }[] }
type Placed = { number: string; token: string; totalPaisa: number }
type Refusal = { code: string }
/** What is to be done next. */
type Stage = 'add' | 'cart' | 'checkout' | 'order' | 'look-again' | 'look-at-order'

/** How often somebody presses the button again who is asked to come back in a moment. */
const mostPresses = 4

/** From the first unit in the cart to the order, one action at a time. */
export class Trolley {
  readonly #client: VisitorClient
  readonly #surroundings: Surroundings
  readonly #shopping: Shopping
  #stage: Stage = 'add'
  #cart: Cart | null = null
  #feePaisa = 0
  #orderToken = ''
  #presses = 0

  constructor(client: VisitorClient, surroundings: Surroundings, shopping: Shopping) {
    this.#client = client
    this.#surroundings = surroundings
    this.#shopping = shopping
  }

  get startsAt(): number {
    return this.#shopping.startsAt
  }

  get hasBegun(): boolean {
    return this.#stage !== 'add'
  }

  isDue(at: number): boolean {
    return at >= this.#shopping.startsAt
  }

  /** Does the next thing; false when the visitor has what it came for, or gave it up. */
  async goOn(meantAt: number): Promise<boolean> {
    switch (this.#stage) {
      case 'add':
        return this.#add(meantAt)
      case 'cart':
        return this.#show('/cart', 'checkout', meantAt)
      case 'checkout':
        return (await this.#show('/checkout', 'order', meantAt)) && (await this.#quote()) && this.#shopping.buys
      case 'order':
        return this.#order(meantAt)
      case 'look-again':
        return this.#lookAgain(meantAt)
      case 'look-at-order':
        await this.#show(`/orders/${this.#orderToken}`, 'look-at-order', meantAt)
        return false
    }
  }

  async #add(meantAt: number): Promise<boolean> {
    const answer = await this.#client.send({
      kind: 'cart',
      method: 'POST',
      path: '/api/cart/lines',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ variantId: this.#shopping.variantId, quantity: 1 }),
      meantAt,
    })
    if (answer?.status === 429 || answer?.status === 503) return true
    const cart = jsonOf<Cart>(answer)
    if (answer?.status !== 200 || cart === null) return false
    this.#cart = cart
    this.#stage = 'cart'
    return true
  }

  async #show(path: string, next: Stage, meantAt: number): Promise<boolean> {
    const url = `/${this.#shopping.language}${path}`
    const answer = await this.#client.send({ kind: 'cart', method: 'GET', path: url, meantAt, judge: judgePage })
    if (answer?.status === 200) this.#stage = next
    return answer !== null
  }

  async #quote(): Promise<boolean> {
    const { recorder, shop } = this.#surroundings
    const path = `/api/cart/quote?upazilaId=${shop.upazilaId}`
    const answer = await this.#client.send({ kind: 'cart', method: 'GET', path, meantAt: recorder.now() })
    const quote = jsonOf<{ deliveryFeePaisa: number }>(answer)
    if (answer?.status !== 200 || quote === null) {
      this.#stage = 'checkout'
      return answer !== null && answer.status >= 500
    }
    this.#feePaisa = quote.deliveryFeePaisa
    return true
  }

  async #order(meantAt: number): Promise<boolean> {
    const { recorder } = this.#surroundings
    const key = this.#cart?.orderKey
    if (this.#cart === null || key === null || key === undefined) return false
    const pressedMs = recorder.now()
    this.#presses += 1
    const answer = await this.#client.send({
      kind: 'order',
      method: 'POST',
      path: '/api/orders',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(this.#orderForm(this.#cart)),
      meantAt,
      judge: judgeOrder,
    })
    return this.#afterPress(answer, key, pressedMs)
  }

  async #afterPress(answer: Answer | null, key: string, pressedMs: number): Promise<boolean> {
    const { recorder, journal } = this.#surroundings
    const placed = answer?.status === 200 ? jsonOf<Placed>(answer) : null
    journal.write({
      key,
      number: placed?.number ?? null,
      totalPaisa: placed?.totalPaisa ?? null,
      variantId: this.#shopping.variantId,
      quantity: 1,
      pressedMs: Math.round(pressedMs),
      answeredMs: Math.round(recorder.now()),
      status: answer?.status ?? null,
      code: placed === null ? (jsonOf<Refusal>(answer)?.code ?? null) : null,
    })
    if (placed === null) {
      if (answer !== null && judgeOrder(answer) === 'refused') {
        const code = jsonOf<Refusal>(answer)?.code ?? String(answer.status)
        recorder.explain(`order: refused with ${code}`)
        this.#stage = 'look-again'
        return code === 'PRICE_CHANGED' && this.#presses < mostPresses
      }
      // Pressing again with the same key is safe, and that is what the page says.
      return this.#presses < mostPresses
    }
    recorder.countOrder()
    this.#orderToken = placed.token
    this.#stage = 'look-at-order'
    if (this.#shopping.paysOnline) await payInSimulator(this.#client, this.#surroundings, placed.token)
    return true
  }

  /** The price is another than was shown: a lower one is welcome, for a higher one nobody came. */
  async #lookAgain(meantAt: number): Promise<boolean> {
    const answer = await this.#client.send({ kind: 'cart', method: 'GET', path: '/api/cart', meantAt })
    const cart = jsonOf<Cart>(answer)
    if (answer?.status !== 200 || cart === null) return answer !== null && answer.status >= 500
    const isDearer = priceOf(cart) > priceOf(this.#cart)
    this.#cart = cart
    this.#stage = 'order'
    return !isDearer && cart.orderKey !== null
  }

  #orderForm(cart: Cart): object {
    const { shop } = this.#surroundings
    const { phone, language, paysOnline } = this.#shopping
    return {
      customerName: language === 'bn' ? 'রহিমা বেগম' : 'Rahima Begum',
      customerPhone: phone,
      customerEmail: null,
      upazilaId: shop.upazilaId,
      streetAddress: 'House 7, Road 4',
      deliveryNote: null,
      paymentMethod: paysOnline ? 'bkash' : 'cash_on_delivery',
      language,
      seen: {
        lines: cart.lines.map(({ variantId, quantity, unitPricePaisa }) => ({ variantId, quantity, unitPricePaisa })),
        deliveryFeePaisa: this.#feePaisa,
      },
    }
  }
}

function priceOf(cart: Cart | null): number {
  return cart?.lines[0]?.unitPricePaisa ?? 0
}

function judgeOrder({ status, headers }: Answer): Outcome {
  if (status === 200) return 'ok'
  if (status === 429 || (status === 503 && headers['retry-after'] !== undefined)) return 'busy'
  return status >= 400 && status < 500 ? 'refused' : 'failed'
}
