import { makeBusyProcess } from './actors/busy-process.ts'
import { makeCanceller } from './actors/canceller.ts'
import { makeClerk } from './actors/clerk.ts'
import { makeClock } from './actors/clock.ts'
import { type Entry, makeConfirmer } from './actors/confirmer.ts'
import { type GatewayPlan, makeGatewayPayer, type News } from './actors/gateway-payer.ts'
import { makeMoneyWorker } from './actors/money-worker.ts'
import { makePayer } from './actors/payer.ts'
import { makeRefunder, type RefundPlan } from './actors/refunder.ts'
import { makeShopper, makeUuid, type Visit } from './actors/shopper.ts'
import { onlineMethods } from './bank.ts'
import {
  clock,
  extras,
  firstShopper,
  type Member,
  payer,
  payingShopper,
  planVisit,
  rival,
  sweeper,
} from './plan-members.ts'
import type { Random } from './random.ts'
import type { PreparedCart, World } from './world.ts'

/** Somebody pays at a provider, who now and then does not answer, and all news of it comes as it likes. */
export function gateway(world: World, carts: readonly PreparedCart[], random: Random): Member[] {
  world.bank.isOpen = true
  return [
    payingShopper(world, carts[0] ?? null, random),
    ...(random.chance(0.4) ? [rival(world, carts[1] ?? null, random)] : []),
    ...Array.from({ length: 1 + random.below(2) }, () => ({
      role: 'gateway payer',
      script: makeGatewayPayer(gatewayPlan(random)),
    })),
    {
      role: 'clock',
      script: makeClock(
        random.pick(askingLeaps),
        random.pick(['after a page', 'after a visit', 'after a visit'] as const),
      ),
    },
    { role: 'money worker', script: makeMoneyWorker(1, random.pick(['at once', 'after its time'] as const)) },
    ...(random.chance(0.3) ? [{ role: 'money worker', script: makeMoneyWorker(1, 'after its time') }] : []),
    ...(random.chance(0.7) ? [sweeper(1, 2)] : []),
    ...(random.chance(0.2) ? [{ role: 'canceller', script: makeCanceller(0) }] : []),
  ]
}

/** The gateway's cast around an order to be paid at the door, but for an advance. */
export function advancing(world: World, carts: readonly PreparedCart[], random: Random): Member[] {
  const [, ...others] = gateway(world, carts, random)
  const pays = { paymentMethod: 'cash_on_delivery', afterwards: 'leaves' } as const
  return [firstShopper(world, carts[0] ?? null, random, pays), ...others]
}

/** Parts of a payment go back, twice and crosswise, by providers who refuse now and then and by people, while the order may be cancelled. */
export function refunding(world: World, carts: readonly PreparedCart[], random: Random): Member[] {
  world.bank.isOpen = true
  world.bank.desk.isRefusing = random.chance(0.5)
  const plan: GatewayPlan = {
    orderIndex: 0,
    method: null,
    presses: 3,
    when: 'at once',
    behaviour: 'pays',
    before: [],
    after: random.pick([['return'], ['return', 'return']] as const),
  }
  const refund = (): RefundPlan => ({
    what: random.pick(['a unit', 'a unit', 'all units', 'an amount'] as const),
    key: makeUuid(random),
    presses: random.pick([1, 1, 2]),
  })
  const first = refund()
  const second = random.chance(0.3) ? first : refund()
  const pays = { paymentMethod: random.pick(onlineMethods), afterwards: 'leaves' } as const
  return [
    firstShopper(world, carts[0] ?? null, random, pays),
    { role: 'gateway payer', script: makeGatewayPayer(plan) },
    { role: 'refunder', script: makeRefunder(first) },
    { role: 'refunder', script: makeRefunder(second) },
    { role: 'money worker', script: makeMoneyWorker(2, 'after a refund') },
    ...(random.chance(0.4) ? [{ role: 'money worker', script: makeMoneyWorker(1, 'after a refund') }] : []),
    ...(random.chance(0.6)
      ? [
          {
            role: 'clerk',
            script: makeClerk(2, random.pick(['sends it again', 'gives it back by hand'] as const)),
          },
        ]
      : []),
    ...(random.chance(0.4) ? [{ role: 'canceller', script: makeCanceller(0, ({ newsHeard }) => newsHeard > 0) }] : []),
    { role: 'clock', script: makeClock(random.pick(refundLeaps), 'after a visit') },
  ]
}

/** What was sent without an answer is asked about after a minute, what the bank is working on after ten. */
const refundLeaps = [[61], [3, 61, 601], [61, 61], [3]]

/** A provider is asked again after two seconds, so time must pass in small leaps too. */
const askingLeaps = [
  [3, 60, 601],
  [3, 3, 61],
  [61, 3, 601],
  [601, 3],
  [3, 601, -3, 5],
  [60, 700],
]

/** What may be heard before anything happened at the provider. */
const earlyNews: readonly News[] = [
  'return',
  'return that says cancelled',
  'forged notice',
  'notice of another payment',
]
const allNews: readonly News[] = [
  'return',
  'return',
  'notice',
  'notice',
  'return that says cancelled',
  'forged notice',
  'notice of another payment',
]

function gatewayPlan(random: Random): GatewayPlan {
  return {
    orderIndex: random.pick([0, 0, 0, 1]),
    method: random.pick([null, null, ...onlineMethods]),
    presses: random.pick([1, 1, 2]),
    when: random.pick(['at once', 'at once', 'after its time', 'after a sweep'] as const),
    behaviour: random.pick(['pays', 'pays', 'pays', 'pays', 'tampers', 'leaves'] as const),
    before: random.chance(0.4) ? [random.pick(earlyNews)] : [],
    after: Array.from({ length: random.below(3) }, () => random.pick(allNews)),
  }
}

/** Three want a coupon that is there once or twice; two of them may have one phone. */
export function couponUsers(world: World, carts: readonly PreparedCart[], random: Random): Member[] {
  const isOnePhone = random.chance(0.6)
  const wants = (visit: Visit): Visit => ({
    ...visit,
    hasCoupon: true,
    phoneOf: isOnePhone ? (carts[0] ?? null) : null,
  })
  // The coupon of an order that is paid late may have gone to somebody else meanwhile.
  const isLate = random.chance(0.5)
  const shoppers = carts.map((cart, index) => {
    const visit = wants({ ...planVisit(world, cart, true, random), changes: [] })
    const comes = random.pick(['at once', 'at once', 'after a sweep'] as const)
    if (!isLate) return { cart, visit: { ...visit, comes } }
    if (index > 0) return { cart, visit: { ...visit, comes: 'after a sweep' as const } }
    return { cart, visit: { ...visit, paymentMethod: 'bkash' as const, afterwards: 'leaves' as const, walksAway: 0 } }
  })
  const latePayment = { orderIndex: 0, reference: 'late', excessPaisa: 0, when: 'after a sweep', messages: 1 } as const
  const isBusy = !isLate && random.chance(0.6)
  const alone = isBusy ? shoppers.slice(2) : shoppers
  return [
    ...(isBusy ? [{ role: 'process', script: makeBusyProcess(shoppers.slice(0, 2)) }] : []),
    ...alone.map(({ visit }) => ({ role: 'shopper', script: makeShopper(visit) })),
    clock('after an order', random),
    sweeper(1, 3),
    ...(isLate ? [{ role: 'payer', script: makePayer(latePayment) }] : [payer(random)]),
    ...(random.chance(0.4) ? [{ role: 'canceller', script: makeCanceller(random.below(2)) }] : []),
  ]
}

/** Dear orders wait for a code while their time passes and others change their mind. */
export function confirming(world: World, carts: readonly PreparedCart[], random: Random): Member[] {
  const entries: readonly (readonly Entry[])[] = [
    ['right'],
    ['right', 'right'],
    ['wrong', 'right'],
    ['wrong'],
    ['right', 'wrong'],
  ]
  const confirmer = () => {
    const comes = random.pick(['at once', 'at once', 'late'] as const)
    return { role: 'confirmer', script: makeConfirmer(random.pick([0, 0, 1]), random.pick(entries), comes) }
  }
  const passing = random.pick([[1_801], [590, 1_300], [61], [1_700, 200]])
  return [
    ...carts.map((cart) => {
      const visit: Visit = { ...planVisit(world, cart, true, random), changes: [], paymentMethod: 'cash_on_delivery' }
      return { role: 'shopper', script: makeShopper(visit) }
    }),
    confirmer(),
    ...(random.chance(0.6) ? [confirmer()] : []),
    { role: 'clock', script: makeClock(passing, random.chance(0.5) ? 'after an order' : 'at once') },
    sweeper(1, 2),
    ...extras(world, random, random.below(2)),
  ]
}
