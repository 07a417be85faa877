import { createHash } from 'node:crypto'
import type { Cart } from '@dhakacart/contract/carts.schema.ts'
import type { PlaceOrder } from '@dhakacart/contract/orders.schema.ts'
import type { PaymentMethod } from '@dhakacart/contract/payment-methods.ts'
import { unwrap } from '../../src/batches/batcher.ts'
import * as cartService from '../../src/carts/carts.service.ts'
import { deliveryFeePaisa } from '../../src/delivery/delivery-fee.ts'
import { readOrderRequest } from '../../src/orders/order-request.ts'
import { type Placed, placeOrders } from '../../src/orders/orders.placement.ts'
import { type Actor, ask, type Script } from '../actor.ts'
import { advance } from '../laboratory.ts'
import type { Random } from '../random.ts'
import { Violation } from '../violation.ts'
import { type PreparedCart, shopperAddress, type ToldOrder, type WorldVariant } from '../world.ts'
import { cancel } from './canceller.ts'

export type Visit = {
  /** null: comes without a cart. */
  cart: PreparedCart | null
  /** Nobody else has the token of this cart, so only this visitor changes it. */
  isAlone: boolean
  comes: 'at once' | 'after a sweep'
  changes: CartChange[]
  customerName: string
  paymentMethod: PaymentMethod
  hasEmail: boolean
  afterwards: 'leaves' | 'presses again' | 'presses with other content' | 'cancels'
  walksAway: number
  /** Whose phone the shopper orders with; null: their own. */
  phoneOf: PreparedCart | null
  /** Enters the coupon of the seed. */
  hasCoupon: boolean
}
export type CartChange = { kind: 'add' | 'set' | 'remove'; variant: WorldVariant; quantity: number }

/** How often a shopper confirms a cart or a price that changed before leaving. */
const maxRounds = 3

/** Fills a cart, looks at it, orders what was seen, and insists on an answer. */
export function makeShopper(visit: Visit): Script {
  return async (actor) => {
    if (visit.comes === 'after a sweep') await actor.until(() => actor.world.sweeps > 0)
    const expected = new Map(visit.cart?.quantities)
    const token = await changeCart(actor, visit, expected)
    if (token === null) return
    if (visit.hasCoupon) await enterCoupon(actor, visit, token)
    for (let round = 1; round <= maxRounds; round++) {
      const seen = await lookAtCart(actor, visit, token, expected)
      if (seen === null) return
      const isOver = await order(actor, visit, token, seen, expected)
      if (isOver) return
    }
  }
}

/** Changes the cart as planned, each addition under a key of its own; returns its token, which a new cart gets here. */
async function changeCart(actor: Actor, visit: Visit, expected: Map<number, number>): Promise<string | null> {
  let token = visit.cart?.token ?? null
  for (const { kind, variant, quantity } of visit.changes) {
    if (kind === 'add' || token === null) {
      const key = makeUuid(actor.random)
      const given = token
      const line = { variantId: variant.id, quantity }
      const add = () => cartService.addLine(actor.context, given, key, line)
      const answer = await ask(actor, 'adding a line', add, { refusals: ['VARIANT_NOT_FOUND'] })
      if (answer.kind !== 'done') continue
      // A cart somebody else ordered in the meantime is left behind for a new one.
      if (token !== null && token !== answer.value) {
        if (visit.isAlone) throw new Violation(`${actor.name} was given another cart`)
        expected.clear()
      }
      token = answer.value
      expected.set(variant.id, Math.min(99, (expected.get(variant.id) ?? 0) + quantity))
      continue
    }
    await changeLine(actor, visit, token, { kind, variant, quantity }, expected)
  }
  return token
}

async function changeLine(
  actor: Actor,
  visit: Visit,
  token: string,
  { kind, variant, quantity }: CartChange,
  expected: Map<number, number>,
): Promise<void> {
  const refusals = visit.isAlone ? [] : (['CART_ORDERED', 'VARIANT_NOT_FOUND'] as const)
  if (kind === 'remove') {
    await ask(actor, 'removing a line', () => cartService.removeLine(actor.context, token, variant.id), { refusals })
    expected.delete(variant.id)
  } else if (expected.has(variant.id)) {
    await ask(actor, 'setting a line', () => cartService.setLine(actor.context, token, variant.id, quantity), {
      refusals,
    })
    expected.set(variant.id, quantity)
  }
}

export type Seen = { cart: Cart; feePaisa: number; upazilaId: number }

/** Why a coupon that was entered may be refused when ordering; others use it too. */
export const couponRefusals = ['COUPON_USED_UP', 'COUPON_USED_BY_PHONE', 'COUPON_CHANGED'] as const

/** Why an order in a sale may be refused for what its phone has already, or for not being confirmed. */
export const saleRefusals = ['SALE_LIMIT_REACHED', 'PHONE_UNCONFIRMED'] as const

/** Enters the coupon, or finds that it is used up. */
export async function enterCoupon(actor: Actor, visit: Visit, token: string): Promise<void> {
  const code = actor.world.coupon?.code ?? ''
  const refusals = ['COUPON_USED_UP', 'CART_EMPTY', ...(visit.isAlone ? [] : (['CART_ORDERED'] as const))] as const
  const answer = await ask(actor, 'entering a coupon', () => cartService.enterCoupon(actor.context, token, code), {
    refusals,
  })
  actor.note(`entered a coupon: ${answer.kind === 'refused' ? answer.code : answer.kind}`)
}

/** What the shopper sees before pressing the button; null when there is nothing to order. */
export async function lookAtCart(
  actor: Actor,
  visit: Visit,
  token: string,
  expected: Map<number, number>,
): Promise<Seen | null> {
  const { db } = actor.context
  const cart = await ask(actor, 'reading the cart', () => cartService.getCart(db, token))
  if (cart.kind !== 'done') return null
  if (visit.isAlone) refuseOtherLines(actor, cart.value, expected)
  if (cart.value.lines.length === 0) return null
  const zone = actor.random.pick(actor.world.zones)
  const weighed = cart.value.lines.map(({ variantId, quantity }) => ({
    quantity,
    weightGrams: actor.world.variants.find(({ id }) => id === variantId)?.weightGrams ?? 0,
  }))
  const feePaisa = deliveryFeePaisa(zone, cartService.weightGrams(weighed))
  return { cart: cart.value, feePaisa, upazilaId: zone.upazilaId }
}

/** An addition that was made twice, or lost, shows here. */
function refuseOtherLines(actor: Actor, cart: Cart, expected: Map<number, number>): void {
  const shown = cart.lines.map(({ variantId, quantity }) => `${variantId}×${quantity}`).toSorted()
  const wanted = [...expected].map(([variantId, quantity]) => `${variantId}×${quantity}`).toSorted()
  if (shown.join() === wanted.join()) return
  throw new Violation(`${actor.name} put ${wanted} into the cart and sees ${shown}`)
}

/** Presses the button until an answer comes; true when the visit is over. */
async function order(
  actor: Actor,
  visit: Visit,
  token: string,
  seen: Seen,
  expected: Map<number, number>,
): Promise<boolean> {
  const key = seen.cart.orderKey ?? ''
  const body = fillForm(visit, token, seen)
  const refusals = [
    'PRICE_CHANGED',
    'OUT_OF_STOCK',
    ...(visit.hasCoupon ? couponRefusals : []),
    ...(actor.world.saleId === null ? [] : saleRefusals),
    // Only another visitor of the same cart can cause these.
    ...(visit.isAlone ? [] : (['CART_CHANGED', 'CART_EMPTY', 'IDEMPOTENCY_KEY_REUSED'] as const)),
  ] as const
  const press = () => place(actor, token, key, body)
  const answer = await ask(actor, 'placing the order', press, { refusals, walksAway: visit.walksAway })
  if (answer.kind === 'unknown') {
    actor.note('walked away without an answer')
    actor.world.abandonedKeys.add(key)
    return true
  }
  if (answer.kind === 'refused') {
    actor.note(`was refused: ${answer.code}`)
    return takeRefusal(actor, visit, token, answer.code, expected)
  }
  const told = remember(actor, answer.value.token, key, body, seen)
  actor.note('was told: placed')
  await afterOrdering(actor, visit, token, told, body)
  return true
}

async function place({ context, world }: Actor, cartToken: string, key: string, body: PlaceOrder): Promise<Placed> {
  const placement = { cartToken, key, request: readOrderRequest(body), customerId: null, clientAddress: shopperAddress }
  const [placed] = await placeOrders(context, [placement], { onlineAmounts: world.bank.isOpen ? [null] : [] })
  return unwrap(placed)
}

/** Confirms what changed, makes do with less, or leaves. */
async function takeRefusal(
  actor: Actor,
  visit: Visit,
  token: string,
  code: string,
  expected: Map<number, number>,
): Promise<boolean> {
  if (code === 'COUPON_USED_UP' || code === 'COUPON_USED_BY_PHONE') {
    await ask(actor, 'taking the coupon out', () => cartService.removeCoupon(actor.context, token))
    return false
  }
  const isLeaving = code === 'IDEMPOTENCY_KEY_REUSED' || actor.random.chance(0.3)
  if (code === 'PHONE_UNCONFIRMED') return true
  if (isLeaving || (code !== 'OUT_OF_STOCK' && code !== 'SALE_LIMIT_REACHED')) return isLeaving
  const [variantId] = [...expected].find(([, quantity]) => quantity > 1) ?? [...expected][0] ?? [0]
  const quantity = (expected.get(variantId) ?? 1) - 1
  const variant = { id: variantId, pricePaisa: 0, weightGrams: 0 }
  await changeLine(actor, visit, token, { kind: quantity === 0 ? 'remove' : 'set', variant, quantity }, expected)
  return false
}

async function afterOrdering(
  actor: Actor,
  visit: Visit,
  token: string,
  told: ToldOrder,
  body: PlaceOrder,
): Promise<void> {
  if (visit.afterwards === 'cancels') await cancel(actor, told.token)
  if (visit.afterwards === 'presses again') {
    const again = await ask(actor, 'pressing again', () => place(actor, token, told.key, body))
    if (again.kind !== 'done' || again.value.token !== told.token || !again.value.isRepeat) {
      throw new Violation(`${actor.name} pressed again and got another answer`)
    }
  }
  if (visit.afterwards === 'presses with other content') {
    const other = { ...body, customerName: `${body.customerName} II` }
    const answer = await ask(actor, 'pressing with other content', () => place(actor, token, told.key, other), {
      refusals: ['IDEMPOTENCY_KEY_REUSED'],
    })
    if (answer.kind !== 'refused') throw new Violation(`${actor.name} got an order for other content under a used key`)
  }
}

export function fillForm(visit: Visit, token: string, { cart, feePaisa, upazilaId }: Seen): PlaceOrder {
  return {
    customerName: visit.customerName,
    customerPhone: phoneOf(visit.phoneOf?.token ?? token),
    customerEmail: visit.hasEmail ? 'shopper@example.com' : null,
    upazilaId,
    streetAddress: 'House 7, Road 12',
    deliveryNote: null,
    paymentMethod: visit.paymentMethod,
    language: 'en',
    seen: {
      lines: cart.lines.map(({ variantId, quantity, unitPricePaisa }) => ({ variantId, quantity, unitPricePaisa })),
      deliveryFeePaisa: feePaisa,
      ...(cart.coupon !== null && { discountPaisa: cart.coupon.discountPaisa }),
    },
  }
}

/** A number of the shopper's own, in all histories that share a database: one phone may have only so many orders. */
function phoneOf(cartToken: string): string {
  const digits = createHash('sha256').update(cartToken).digest().readUIntBE(0, 6) % 100_000_000
  return `017${String(digits).padStart(8, '0')}`
}

/** What this shopper may rely on from now on: the total is the one the page showed. */
export function remember(actor: Actor, orderToken: string, key: string, body: PlaceOrder, { cart }: Seen): ToldOrder {
  const totalPaisa = cart.subtotalPaisa + body.seen.deliveryFeePaisa - (body.seen.discountPaisa ?? 0)
  const isPaidOnline = body.paymentMethod !== 'cash_on_delivery' || totalPaisa >= advance.fromPaisa
  const told = {
    toldTo: actor.name,
    isPaidOnline,
    token: orderToken,
    key,
    paymentMethod: body.paymentMethod,
    customerName: body.customerName,
    totalPaisa,
    lines: body.seen.lines,
  }
  actor.world.toldOrders.push(told)
  return told
}

export function makeUuid(random: Random): string {
  return random
    .bytes(16)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
