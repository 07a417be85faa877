import { type CashierPlan, makeCashier } from './actors/cashier.ts'
import { type CourierPath, makeCourier } from './actors/courier.ts'
import { makeDispatcher, type Patience } from './actors/dispatcher.ts'
import { makeRefunder } from './actors/refunder.ts'
import { makeUuid } from './actors/shopper.ts'
import { extras, firstShopper, type Member } from './plan-members.ts'
import type { Random } from './random.ts'
import type { PreparedCart, World } from './world.ts'

const paths: readonly CourierPath[] = [
  ['shipped', 'delivered'],
  ['shipped', 'delivered'],
  ['delivered', 'delivered'],
  ['shipped', 'delivery_failed', 'shipped', 'delivered'],
  ['shipped', 'delivery_failed'],
]

/** Few, because they take twice as many statements. */
const slowShare = 0.15
const patiences: readonly Patience[] = ['given up', 'said', 'promised', 'sent', 'sent']

/** A parcel is brought to the door and paid there, or not; its courier pays out, early, late, twice and not all of it; it may be slower to book than anybody waits. */
export function delivering(world: World, carts: readonly PreparedCart[], random: Random): Member[] {
  const path = random.pick(paths)
  const cashier = (): Member => ({ role: 'cashier', script: makeCashier(cashierPlan(random)) })
  const refund = {
    what: random.pick(['a unit', 'an amount'] as const),
    key: makeUuid(random),
    presses: 1,
    isOfCash: true,
  }
  const shopper = firstShopper(world, carts[0] ?? null, random, {
    paymentMethod: 'cash_on_delivery',
    afterwards: 'leaves',
  })
  const comesBack = path.at(-1) === 'delivery_failed' && random.chance(0.6)
  const others = [
    cashier(),
    ...(random.chance(0.6) ? [cashier()] : []),
    ...(random.chance(0.4) ? [{ role: 'refunder', script: makeRefunder(refund) }] : []),
    ...extras(world, random, random.below(2)),
  ]
  const isSlow = random.chance(slowShare)
  return [
    shopper,
    { role: 'courier', script: makeCourier({ path, comesBack, isSlow }) },
    ...(isSlow ? [{ role: 'dispatcher', script: makeDispatcher(random.pick(patiences)) }] : []),
    ...others,
  ]
}

function cashierPlan(random: Random): CashierPlan {
  return {
    way: random.pick(['file', 'file', 'hand'] as const),
    missingTaka: random.pick([0, 0, 0, 50, -20]),
    feeTaka: random.pick([0, 60, 60]),
    when: random.pick(['at once', 'delivered', 'delivered'] as const),
    presses: random.pick([1, 1, 2]),
  }
}
