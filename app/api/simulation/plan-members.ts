import type { OrderState } from '@dhakacart/contract/orders.schema.ts'
import type { PaymentMethod } from '@dhakacart/contract/payment-methods.ts'
import type { Script } from './actor.ts'
import { makeBusyProcess } from './actors/busy-process.ts'
import { makeCanceller } from './actors/canceller.ts'
import { makeClock } from './actors/clock.ts'
import { type MerchantAction, makeMerchant } from './actors/merchant.ts'
import { makePayer, type PaymentPlan } from './actors/payer.ts'
import { type CartChange, makeShopper, type Visit } from './actors/shopper.ts'
import { makeStaff } from './actors/staff.ts'
import { makeSweeper } from './actors/sweeper.ts'
import { makeWorker } from './actors/worker.ts'
import { onlineMethods } from './bank.ts'
import type { Random } from './random.ts'
import type { PreparedCart, World, WorldVariant } from './world.ts'

/** One of those who come; several may have one role. */
export type Member = { role: string; script: Script }

/** One second longer than a hold. */
const expirySeconds = 601

export function extras(world: World, random: Random, count: number): Member[] {
  const kinds = [
    () => [shopper(world, null, true, random)],
    () => [{ role: 'canceller', script: makeCanceller(random.below(2)) }],
    () => [payer(random)],
    () => [clock('at once', random), sweeper(1, 2)],
    () => [worker(random)],
    () => [staff(random)],
    () => [merchant(world, random)],
  ]
  return Array.from({ length: count }, () => random.pick(kinds)()).flat()
}

/** Several visitors of one cart: two tabs, or one impatient finger. */
export function tabs(world: World, carts: readonly PreparedCart[], random: Random): Member[] {
  const [cart = null, other = null] = carts
  const paymentMethod = pickMethod(random)
  const isSameForm = random.chance(0.7)
  const visitors = Array.from({ length: 2 + random.below(2) }, (_, index) => {
    const visit = planVisit(world, cart, false, random)
    return isSameForm
      ? { ...visit, customerName: 'Rahima Khatun', paymentMethod, hasEmail: false }
      : { ...visit, customerName: `Visitor ${index + 1}` }
  })
  const rest = random.chance(0.5) ? [shopper(world, other, true, random)] : []
  return [...visitors.map((visit) => ({ role: 'tab', script: makeShopper(visit) })), ...rest]
}

export function shopper(world: World, cart: PreparedCart | null, isAlone: boolean, random: Random): Member {
  return { role: 'shopper', script: makeShopper(planVisit(world, cart, isAlone, random)) }
}

/** In half of the seeds some of the carts are ordered in one batch by one process; the rest each by somebody of their own. */
export function together(
  world: World,
  carts: readonly PreparedCart[],
  random: Random,
  alone: (cart: PreparedCart) => Member,
): Member[] {
  const count = random.chance(0.5) ? 2 + random.below(2) : 0
  const gathered = carts.length >= count ? carts.slice(0, count) : []
  const presses = gathered.map((cart) => ({ cart, visit: planVisit(world, cart, true, random) }))
  const busy = presses.length === 0 ? [] : [{ role: 'process', script: makeBusyProcess(presses) }]
  return [...busy, ...carts.slice(gathered.length).map(alone)]
}

/** Orders the cart as it is and leaves. */
export function buyer(world: World, cart: PreparedCart, random: Random): Member {
  const visit = planVisit(world, cart, true, random)
  return { role: 'shopper', script: makeShopper({ ...visit, changes: [], afterwards: 'leaves' }) }
}

export function payingShopper(world: World, cart: PreparedCart | null, random: Random): Member {
  const afterwards = random.pick(['leaves', 'leaves', 'leaves', 'leaves', 'leaves', 'cancels'] as const)
  return firstShopper(world, cart, random, { paymentMethod: random.pick(onlineMethods), afterwards })
}

/** Orders the cart as it is, to be paid in this way. */
export function firstShopper(
  world: World,
  cart: PreparedCart | null,
  random: Random,
  more: Pick<Visit, 'paymentMethod' | 'afterwards'>,
): Member {
  const visit = planVisit(world, cart, true, random)
  return { role: 'shopper', script: makeShopper({ ...visit, ...more, changes: [], walksAway: 0 }) }
}

/** Wants what somebody else has not paid for yet. */
export function rival(world: World, cart: PreparedCart | null, random: Random): Member {
  const visit = planVisit(world, cart, true, random)
  const comes = random.pick(['at once', 'after a sweep', 'after a sweep'] as const)
  return { role: 'rival', script: makeShopper({ ...visit, comes, changes: [], afterwards: 'leaves' }) }
}

export function planVisit(world: World, cart: PreparedCart | null, isAlone: boolean, random: Random): Visit {
  const changeCount = cart === null ? 1 + random.below(2) : random.pick([0, 0, 0, 1])
  return {
    cart,
    isAlone,
    comes: 'at once',
    changes: Array.from({ length: changeCount }, () => planChange(world.variants, random)),
    customerName: 'Karim Uddin',
    paymentMethod: pickMethod(random),
    hasEmail: random.chance(0.3),
    afterwards: random.pick([
      'leaves',
      'leaves',
      'leaves',
      'presses again',
      'presses with other content',
      'cancels',
    ] as const),
    walksAway: random.pick([0, 0, 0.3]),
    phoneOf: null,
    hasCoupon: false,
  }
}

function planChange(variants: readonly WorldVariant[], random: Random): CartChange {
  const kind = random.pick(['add', 'add', 'add', 'set', 'remove'] as const)
  return { kind, variant: random.pick(variants), quantity: random.pick([1, 1, 2]) }
}

function pickMethod(random: Random): PaymentMethod {
  return random.chance(0.5) ? 'cash_on_delivery' : random.pick(onlineMethods)
}

export function payers(random: Random): Member[] {
  return Array.from({ length: 1 + random.below(2) }, () => payer(random))
}

function payment(random: Random): PaymentPlan {
  return {
    orderIndex: random.pick([0, 0, 0, 1]),
    reference: random.pick(['first', 'first', 'second']),
    excessPaisa: random.pick([0, 0, 0, 0, 1, -1]),
    when: random.pick(['at once', 'at once', 'after its time', 'after a sweep', 'after a sweep'] as const),
    messages: random.pick([1, 1, 2]),
  }
}

export function payer(random: Random): Member {
  return { role: 'payer', script: makePayer(payment(random)) }
}

export function sweeper(rounds: number, limit: number): Member {
  return { role: 'sweeper', script: makeSweeper(rounds, limit) }
}

export function clock(begins: 'at once' | 'after an order', random: Random): Member {
  return { role: 'clock', script: makeClock(leaps(random), begins) }
}

function leaps(random: Random): number[] {
  const backAndForth = [expirySeconds, -3, 5, -3, 5]
  const choices = [
    [expirySeconds],
    [300, 300, 2],
    [expirySeconds, -3],
    backAndForth,
    backAndForth,
    [61, expirySeconds],
    [90],
    [expirySeconds, 3_600],
  ]
  return random.pick(choices)
}

export function worker(random: Random): Member {
  const script = makeWorker(1 + random.below(2), 1 + random.below(3), random.pick([0, 0, 0.3]))
  return { role: 'worker', script }
}

const paths: readonly (readonly OrderState[])[] = [
  ['packed'],
  ['packed', 'shipped'],
  ['packed', 'shipped', 'delivered', 'return_requested', 'returned'],
  ['packed', 'shipped', 'delivery_failed', 'shipped'],
  ['packed', 'shipped', 'delivery_failed', 'returned'],
  ['packed', 'cancelled'],
  ['cancelled'],
  ['delivered'],
]

export function staff(random: Random): Member {
  return { role: 'staff', script: makeStaff(random.below(2), random.pick(paths)) }
}

export function merchant(world: World, random: Random): Member {
  const actions = Array.from({ length: 1 + random.below(3) }, (): MerchantAction => {
    const variant = random.pick(world.variants)
    const kind = random.pick(['reprice', 'reprice', 'reprice', 'publish', 'receive', 'write off'] as const)
    if (kind === 'reprice') return { kind, variant, pricePaisa: variant.pricePaisa + random.pick([-5_000, 100, 9_000]) }
    if (kind === 'publish') return { kind, variant, isPublished: random.chance(0.6) }
    return { kind, variant, quantity: 1 + random.below(2) }
  })
  return { role: 'merchant', script: makeMerchant(actions) }
}
