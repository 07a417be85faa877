import type { OrderState, PaymentMethod } from '@dhakacart/contract/orders.schema.ts'
import type { Script } from './actor.ts'
import { makeCanceller } from './actors/canceller.ts'
import { makeClock } from './actors/clock.ts'
import { type MerchantAction, makeMerchant } from './actors/merchant.ts'
import { makePayer, type PaymentPlan } from './actors/payer.ts'
import { type CartChange, makeShopper, type Visit } from './actors/shopper.ts'
import { makeStaff } from './actors/staff.ts'
import { makeSweeper } from './actors/sweeper.ts'
import { makeWorker } from './actors/worker.ts'
import type { CartPlan, VariantPlan } from './prepare-world.ts'
import type { Random } from './random.ts'
import type { PreparedCart, World, WorldVariant } from './world.ts'

/** What a seed is about. Everything may happen in each, but some things rarely meet unless they are brought together. */
const themes = ['crowd', 'crossing', 'tabs', 'paying', 'fulfilment', 'market'] as const
type Theme = (typeof themes)[number]

export type Plan = {
  theme: Theme
  variants: VariantPlan[]
  carts: CartPlan[]
  crashes: number
  holdsBack: boolean
  stickiness: number
}
export type Cast = { name: string; script: Script }[]

const expiry = 601
const onlineMethods = ['bkash', 'nagad', 'sslcommerz'] as const

/** Chooses the goods and the carts of a seed: little stock, so that conflicts are the rule. */
export function planWorld(random: Random): Plan {
  const theme = random.pick(themes)
  const variants = planVariants(theme, random)
  const carts = Array.from({ length: theme === 'crowd' || theme === 'crossing' ? 3 : 2 }, (_, index) => {
    const quantities = theme === 'crossing' || (theme === 'paying' && index === 0) ? [1] : [1, 1, 1, 2]
    return planCart(variants, countLines(theme, index, variants.length, random), quantities, random)
  })
  return {
    theme,
    variants,
    carts,
    crashes: random.pick([0, 0, 0, 1, 1, 2]),
    holdsBack: theme !== 'crossing' && random.chance(0.85),
    stickiness: random.pick([0, 0, 0.5, 0.8]),
  }
}

function planVariants(theme: Theme, random: Random): VariantPlan[] {
  const isCrossing = theme === 'crossing'
  // A late payment is hardest when it finds only a part of its goods again, so then there are several.
  const count = isCrossing ? 3 : theme === 'paying' ? 2 + random.below(2) : 1 + random.below(3)
  const stocks = isCrossing ? [3, 5] : theme === 'paying' ? [1, 1, 2, 3] : [0, 1, 1, 2, 2, 3, 4]
  return Array.from({ length: count }, () => ({
    pricePaisa: 10_000 * (1 + random.below(90)),
    stock: random.pick(stocks),
  }))
}

function countLines(theme: Theme, cartIndex: number, variantCount: number, random: Random): number {
  // One small order and two large ones: who locks in another order than the rest deadlocks here.
  if (theme === 'crossing') return cartIndex === 0 ? 1 : variantCount
  const isWhole = theme === 'crowd' || (theme === 'paying' && cartIndex === 0)
  return isWhole ? variantCount : 1 + random.below(variantCount)
}

/** Lines in any order, so that two carts have the same products in opposite order now and then. */
function planCart(
  variants: readonly VariantPlan[],
  lineCount: number,
  quantities: readonly number[],
  random: Random,
): CartPlan {
  const indexes = random.shuffle(variants.map((_, index) => index)).slice(0, lineCount)
  return { lines: indexes.map((variantIndex) => ({ variantIndex, quantity: random.pick(quantities) })) }
}

/** Chooses who comes and what they do. */
export function planCast(plan: Plan, world: World, carts: readonly PreparedCart[], random: Random): Cast {
  const scripts: Record<Theme, () => Script[]> = {
    crowd: () => [
      ...carts.map((cart) => shopper(world, cart, true, random)),
      ...extras(world, random, random.below(2)),
    ],
    crossing: () => carts.map((cart) => buyer(world, cart, random)),
    tabs: () => [...tabs(world, carts, random), ...extras(world, random, random.below(2))],
    paying: () => [
      payingShopper(world, carts[0] ?? null, random),
      ...(random.chance(0.7) ? [rival(world, carts[1] ?? null, random)] : []),
      ...payers(random),
      makeClock(leaps(random), random.chance(0.8) ? 'after an order' : 'at once'),
      makeSweeper(1 + random.below(2), 1 + random.below(3)),
      ...(random.chance(0.4) ? [makeSweeper(1, 2)] : []),
      ...extras(world, random, random.below(2)),
    ],
    fulfilment: () => [
      ...carts.slice(0, 1 + random.below(2)).map((cart) => shopper(world, cart, true, random)),
      worker(random),
      worker(random),
      staff(random),
      ...extras(world, random, random.below(2)),
    ],
    market: () => [
      ...carts.map((cart) => shopper(world, cart, true, random)),
      merchant(world, random),
      ...extras(world, random, 1 + random.below(2)),
    ],
  }
  return scripts[plan.theme]().map((script, index) => ({ name: `${'ABCDEFGHIJKLMNOP'[index]}`, script }))
}

function extras(world: World, random: Random, count: number): Script[] {
  const kinds = [
    () => [shopper(world, null, true, random)],
    () => [makeCanceller(random.below(2))],
    () => [makePayer(payment(random))],
    () => [makeClock(leaps(random), 'at once'), makeSweeper(1, 2)],
    () => [worker(random)],
    () => [staff(random)],
    () => [merchant(world, random)],
  ]
  return Array.from({ length: count }, () => random.pick(kinds)()).flat()
}

/** Several visitors of one cart: two tabs, or one impatient finger. */
function tabs(world: World, carts: readonly PreparedCart[], random: Random): Script[] {
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
  return [...visitors.map(makeShopper), ...rest]
}

function shopper(world: World, cart: PreparedCart | null, isAlone: boolean, random: Random): Script {
  return makeShopper(planVisit(world, cart, isAlone, random))
}

/** Orders the cart as it is and leaves. */
function buyer(world: World, cart: PreparedCart, random: Random): Script {
  return makeShopper({ ...planVisit(world, cart, true, random), changes: [], afterwards: 'leaves' })
}

function payingShopper(world: World, cart: PreparedCart | null, random: Random): Script {
  const visit = planVisit(world, cart, true, random)
  const afterwards = random.pick(['leaves', 'leaves', 'leaves', 'leaves', 'leaves', 'cancels'] as const)
  return makeShopper({ ...visit, changes: [], paymentMethod: random.pick(onlineMethods), afterwards, walksAway: 0 })
}

/** Wants what somebody else has not paid for yet. */
function rival(world: World, cart: PreparedCart | null, random: Random): Script {
  const visit = planVisit(world, cart, true, random)
  const comes = random.pick(['at once', 'after a sweep', 'after a sweep'] as const)
  return makeShopper({ ...visit, comes, changes: [], afterwards: 'leaves' })
}

function planVisit(world: World, cart: PreparedCart | null, isAlone: boolean, random: Random): Visit {
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
  }
}

function planChange(variants: readonly WorldVariant[], random: Random): CartChange {
  const kind = random.pick(['add', 'add', 'add', 'set', 'remove'] as const)
  return { kind, variant: random.pick(variants), quantity: random.pick([1, 1, 2]) }
}

function pickMethod(random: Random): PaymentMethod {
  return random.chance(0.5) ? 'cash_on_delivery' : random.pick(onlineMethods)
}

function payers(random: Random): Script[] {
  return Array.from({ length: 1 + random.below(2) }, () => makePayer(payment(random)))
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

function leaps(random: Random): number[] {
  const choices = [[expiry], [300, 300, 2], [expiry, -3], [expiry, -3, 5], [61, expiry], [90], [expiry, 3_600]]
  return random.pick(choices)
}

function worker(random: Random): Script {
  return makeWorker(1 + random.below(2), 1 + random.below(3), random.pick([0, 0, 0.3]))
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

function staff(random: Random): Script {
  return makeStaff(random.below(2), random.pick(paths))
}

function merchant(world: World, random: Random): Script {
  const actions = Array.from({ length: 1 + random.below(3) }, (): MerchantAction => {
    const variant = random.pick(world.variants)
    const kind = random.pick(['reprice', 'reprice', 'reprice', 'publish', 'receive', 'write off'] as const)
    if (kind === 'reprice') return { kind, variant, pricePaisa: variant.pricePaisa + random.pick([-5_000, 100, 9_000]) }
    if (kind === 'publish') return { kind, variant, isPublished: random.chance(0.6) }
    return { kind, variant, quantity: 1 + random.below(2) }
  })
  return makeMerchant(actions)
}
