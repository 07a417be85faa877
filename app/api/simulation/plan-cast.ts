import type { Script } from './actor.ts'
import { delivering } from './plan-delivering.ts'
import {
  buyer,
  clock,
  extras,
  type Member,
  merchant,
  payers,
  payingShopper,
  rival,
  shopper,
  staff,
  sweeper,
  tabs,
  together,
  worker,
} from './plan-members.ts'
import { advancing, confirming, couponUsers, gateway, refunding } from './plan-newer-casts.ts'
import { saleGoers } from './plan-sale-cast.ts'
import type { Plan, Theme } from './plan-world.ts'
import type { Random } from './random.ts'
import type { PreparedCart, World } from './world.ts'

export type Cast = { name: string; script: Script }[]

/** Chooses who comes and what they do. */
export function planCast(plan: Plan, world: World, carts: readonly PreparedCart[], random: Random): Cast {
  const casts: Record<Theme, () => Member[]> = {
    crowd: () => [
      ...together(world, carts, random, (cart) => shopper(world, cart, true, random)),
      ...extras(world, random, random.below(2)),
    ],
    crossing: () => together(world, carts, random, (cart) => buyer(world, cart, random)),
    tabs: () => [...tabs(world, carts, random), ...extras(world, random, random.below(2))],
    paying: () => [
      payingShopper(world, carts[0] ?? null, random),
      ...(random.chance(0.7) ? [rival(world, carts[1] ?? null, random)] : []),
      ...payers(random),
      clock(random.chance(0.8) ? 'after an order' : 'at once', random),
      sweeper(1 + random.below(2), 1 + random.below(3)),
      ...(random.chance(0.4) ? [sweeper(1, 2)] : []),
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
    gateway: () => gateway(world, carts, random),
    refunding: () => refunding(world, carts, random),
    advance: () => advancing(world, carts, random),
    coupons: () => couponUsers(world, carts, random),
    confirming: () => confirming(world, carts, random),
    sale: () => saleGoers(world, carts, random),
    delivering: () => delivering(world, carts, random),
  }
  const counts = new Map<string, number>()
  return casts[plan.theme]().map(({ role, script }) => {
    const count = (counts.get(role) ?? 0) + 1
    counts.set(role, count)
    return { name: `${role} ${count}`, script }
  })
}
